"""The API's description: OpenAPI 3.1 made of the routes and of the types they return."""

from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.openapi.utils import get_openapi

from rashomon import __version__
from rashomon.web.api.problems import MEDIA_TYPE, Problem
from rashomon.web.api.shapes import Schema, Shapes
from rashomon.web.api.typed import Typed

VERSION = "1"
#: Statuses that need no description of their own.
_NO_BODY = frozenset({"204"})


def describe(api: FastAPI, routers: Sequence[APIRouter], address: str, told: str) -> Schema:
    """Return the description.

    Args:
        api: the application that serves the routes.

        routers: whose routes are described.

        address: where it stands on the desk.

        told: what it is, in words.
    """
    made = get_openapi(
        title=api.title,
        version=f"{VERSION} (Rashomon {__version__})",
        routes=api.routes,
        description=told,
        servers=[{"url": address}],
    )
    shapes = Shapes()
    problem = {"description": "Not done, and why.", "content": {MEDIA_TYPE: {"schema": shapes.of(Problem)}}}
    for router in routers:
        for route in router.routes:
            assert isinstance(route, Typed)
            for method in sorted(route.methods or ()):
                _fill(made["paths"][route.path_format][method.lower()], route, shapes, problem)
    components = made.setdefault("components", {})
    ours = {name: schema for name, schema in components.get("schemas", {}).items() if "ValidationError" not in name}
    components["schemas"] = ours | shapes.components
    components["securitySchemes"] = {
        "token": {"type": "http", "scheme": "bearer", "description": "A token: rashomon tokens add."}
    }
    made["security"] = [{"token": []}, {}]
    return made


def _fill(operation: dict[str, Any], route: Typed, shapes: Shapes, problem: Schema) -> None:
    """Say what an operation answers: its own type where it is done, a problem where it is not."""
    done = str(route.status_code or 200)
    answers = operation["responses"]
    answers.pop("422", None)
    stated = route.responses.get(200, {})
    if "content" in stated:
        answers[done] = {"description": "Done.", "content": stated["content"]}
    elif done in _NO_BODY:
        answers[done] = {"description": "Done; nothing to say."}
    else:
        answers[done] = {"description": "Done.", "content": {"application/json": {"schema": shapes.of(route.gives)}}}
    if "GET" in (route.methods or ()):
        answers["304"] = {"description": "The answer is the one that If-None-Match names."}
    answers["4XX"] = problem
