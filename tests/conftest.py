"""What every room's tests share: the sample's ledger, made once a run, and passwords that cost nothing to check."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import argon2
import pytest

from made_once import made_once

#: Lists, models and places stay in memory, tens of thousands of them: looking through them for cycles takes longer than a test.
gc.set_threshold(100_000, 20, 100)


#: Parts of the names of modules whose tests mostly wait: for a browser, or for runs of the command line.
_WAITING = ("browser", "test_whole", "test_serve")
#: Processes that share the tests.
_PROCESSES = 3


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let each process, given its stretch of the tests, begin with some of those that wait, and not one end with all of them."""
    modules: dict[Path, list[pytest.Item]] = {}
    for item in items:
        if any(part in item.path.name for part in _WAITING):
            modules.setdefault(item.path, []).append(item)
    first: list[list[pytest.Item]] = [[] for _ in range(_PROCESSES)]
    for tests in sorted(modules.values(), key=len, reverse=True):
        min(first, key=len).extend(tests)
    rest = [item for item in items if item.path not in modules]
    size = -(-len(items) // _PROCESSES)
    dealt: list[pytest.Item] = []
    for begun in first:
        taken = max(0, size - len(begun))
        dealt += [*begun, *rest[:taken]]
        rest = rest[taken:]
    items[:] = [*dealt, *rest]


@pytest.fixture(scope="session", autouse=True)
def _cheap_passwords() -> Iterator[None]:
    """Hash in one pass over 8 KiB, not three over 64 MiB: `tests/store/test_store_people.py` sees the true cost."""
    with pytest.MonkeyPatch.context() as patched:
        cheap = partial(argon2.PasswordHasher, time_cost=1, memory_cost=8, parallelism=1)
        patched.setattr(argon2, "PasswordHasher", cheap)
        yield


def by_command_line(folder: Path) -> None:
    """Make the sample's ledger as a newcomer does."""
    compiled = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    for arguments in (["init", str(folder), "--sample"], ["-C", str(folder), "update"]):
        command = [sys.executable, "-m", "rashomon", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=compiled)
        assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's ledger, read and linked by the command line: for asking and copying."""
    return made_once(tmp_path_factory, "sample", by_command_line)
