"""One address, two forms: a page for people and JSON for programs."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from fastapi import Request, Response
from fastapi.responses import HTMLResponse, JSONResponse

from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.web.pages import desk_of


def plain(value: object) -> object:
    """Return what JSON can hold: dates and ranges as their strings, codes as text, ids that are computed included."""
    if isinstance(value, DateInterval | Range | date):
        return str(value)
    if isinstance(value, Enum):
        return plain(value.value)
    if is_dataclass(value) and not isinstance(value, type):
        computed = {"id": getattr(value, "id", None)} if isinstance(getattr(type(value), "id", None), property) else {}
        return {**computed, **{field.name: plain(getattr(value, field.name)) for field in fields(value)}}
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [plain(inner) for inner in value]
    return value


def wants_json(request: Request) -> bool:
    """Return whether the address (``format=json``) or, without it, the Accept header asks for JSON before HTML."""
    asked = request.query_params.get("format")
    if asked is not None:
        return asked == "json"
    accept = request.headers.get("accept", "")
    return "application/json" in accept and "text/html" not in accept


def answer(request: Request, template: str, view: object, *, status: int = 200, **shown: object) -> Response:
    """Return the view as JSON or as a page.

    Args:
        request: decides which of the two it is.

        template: file name of the page's template; it sees ``view`` and everything in ``shown``.

        view: the ledger's answer; all of it goes into the JSON, and nothing else.

        status: the HTTP status.

        **shown: what the page needs besides the view; not part of the JSON.
    """
    headers = {"Vary": "Accept"}
    if wants_json(request):
        return JSONResponse(plain(view), status_code=status, headers=headers)
    desk = desk_of(request)
    return HTMLResponse(desk.render(request, template, view=view, **shown), status_code=status, headers=headers)
