"""The rooms keep their order, and nothing prints outside the command line."""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOMS = [
    "model",
    "text",
    "lists",
    "readers",
    "extraction",
    "linking",
    "store",
    "pipeline",
    "exports",
    "web",
    "mcp",
    "sample",
    "cli",
]
SOURCE = Path(__file__).parents[1] / "src" / "rashomon"
MODULES = sorted(SOURCE.rglob("*.py"))


@cache
def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def rooms_of(tree):
    for name in imported(tree):
        parts = name.split(".")
        if parts[0] == "rashomon" and len(parts) > 1 and parts[1] in ROOMS:
            yield parts[1]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_room_imports_only_what_stands_left_of_it(path):
    room = path.relative_to(SOURCE).parts[0]
    if room not in ROOMS:
        return

    later = {other for other in rooms_of(tree_of(path)) if ROOMS.index(other) > ROOMS.index(room)}

    assert not later, f"{room} stands left of {sorted(later)}"


@pytest.mark.parametrize(
    ("library", "room"),
    [("sqlalchemy", "store"), ("alembic", "store"), ("fastapi", "web"), ("starlette", "web"), ("click", "cli")],
)
def test_a_library_is_known_in_one_room(library, room):
    users = {
        path.relative_to(SOURCE).parts[0] for path in MODULES for name in imported(tree_of(path)) if name.split(".")[0] == library
    }

    assert users == {room}


def test_nothing_prints_but_the_command_line():
    printing = [
        path.name
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]

    assert printing == []


def test_no_broad_except_stands_anywhere():
    broad = [
        f"{path.name}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}))
    ]

    assert broad == []
