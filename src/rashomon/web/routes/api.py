"""How programs ask this desk: tokens, examples that can be pasted, and every address of the API."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response

from rashomon.web.answers import answer
from rashomon.web.people.door import API

router = APIRouter()
#: What the examples ask, by the key of their title among the words: method, address, body.
EXAMPLES: tuple[tuple[str, str, str, str | None], ...] = (
    ("status", "GET", "/status", None),
    ("events", "GET", "/events?q=bomb&roots=2%2B&size=5", None),
    ("file", "GET", "/exports/events?type=bombing&form=csv", None),
    ("actor", "GET", "/actors?kind=armed_group", None),
    ("topic", "POST", "/topics", '{"name": "Bombs", "question": "q=bomb"}'),
    ("queue", "GET", "/review/queue?size=1", None),
)


@dataclass(frozen=True, slots=True)
class Example:
    """A command that can be pasted into a terminal."""

    title: str
    command: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing the API does: its parameters by name, each with what it may be, and what it answers with."""

    method: str
    path: str
    summary: str
    parameters: tuple[tuple[str, str], ...]
    body: str
    answers: str


@dataclass(frozen=True, slots=True)
class ApiHelp:
    """The page: where the API stands, examples, and its operations."""

    root: str
    examples: tuple[Example, ...]
    operations: tuple[Operation, ...]


@router.get("/api", name="api")
def explain(request: Request) -> Response:
    """Explain the API."""
    app = request.app
    root = f"{str(request.base_url).rstrip('/')}{API}"
    examples = tuple(
        Example(app.state.desk.say(f"api.example_{key}"), _curl(root, method, address, body))
        for key, method, address, body in EXAMPLES
    )
    operations = tuple(_operations(app.state.api_described()))
    return answer(request, "api.html", ApiHelp(root, examples, operations))


def _curl(root: str, method: str, address: str, body: str | None) -> str:
    """Return a command; the token stands in a variable, so that it is in no history."""
    sent = f" -X {method} -H 'Content-Type: application/json' -d '{body}'" if body else ""
    return f"curl -H \"Authorization: Bearer $TOKEN\"{sent} '{root}{address}'"


def _operations(described: Mapping[str, Any]) -> Iterator[Operation]:
    for path, methods in described["paths"].items():
        for method, told in methods.items():
            yield Operation(
                method.upper(),
                path,
                told.get("description", "").partition("\n\n")[0],
                tuple((one["name"], _kind(one["schema"])) for one in told.get("parameters", ())),
                _kind(told.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})),
                " / ".join(_answers(told["responses"])),
            )


def _answers(responses: Mapping[str, Any]) -> Iterator[str]:
    for media_type, form in next(answer_ for status, answer_ in responses.items() if status[0] == "2").get("content", {}).items():
        yield _kind(form["schema"]) if media_type == "application/json" else media_type


def _kind(schema: Mapping[str, Any]) -> str:
    """Return a schema in a few words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " or ".join(_kind(one) for one in schema["anyOf"] if one.get("type") != "null")
    if "enum" in schema:
        return " | ".join(str(one) for one in schema["enum"] if one != "")
    several = f"list of {_kind(schema['items'])}" if "items" in schema else ""
    return several or str(schema.get("type", ""))
