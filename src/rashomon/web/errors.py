"""What is shown when a question has no answer: the same look, the same two forms, and a next step."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from rashomon.model.errors import NotFoundError
from rashomon.web.answers import answer
from rashomon.web.pages import desk_of


@dataclass(frozen=True, slots=True)
class Refusal:
    """What went wrong: the HTTP status and sentences that say why."""

    status: int
    reasons: tuple[str, ...]


def _refuse(request: Request, status: int, reasons: Sequence[str]) -> Response:
    return answer(request, "error.html", Refusal(status, tuple(reasons)), status=status)


def _not_found(request: Request, error: Exception) -> Response:
    """Show what was asked for and is not there."""
    assert isinstance(error, NotFoundError)
    say = desk_of(request).say
    return _refuse(request, HTTPStatus.NOT_FOUND, [say("error.noun", noun=say.code("noun", error.noun), key=error.key)])


def _invalid(request: Request, error: Exception) -> Response:
    """Show which part of the address cannot be understood."""
    assert isinstance(error, RequestValidationError)
    say = desk_of(request).say
    problems = [say("error.where", where=problem["loc"][-1], problem=problem["msg"]) for problem in error.errors()]
    return _refuse(request, HTTPStatus.UNPROCESSABLE_ENTITY, problems)


def _refused(request: Request, error: Exception) -> Response:
    """Show what the server itself refuses: pages that do not exist, other methods than asking."""
    assert isinstance(error, HTTPException)
    say = desk_of(request).say
    reasons = {HTTPStatus.NOT_FOUND: say("error.page"), HTTPStatus.METHOD_NOT_ALLOWED: say("error.method")}
    standing = error.detail if error.detail != HTTPStatus(error.status_code).phrase else None
    told = _refuse(request, error.status_code, [standing or reasons.get(HTTPStatus(error.status_code), str(error.detail))])
    told.headers.update(error.headers or {})
    return told


def _broke(request: Request, _error: Exception) -> Response:
    """Show that the desk failed; the error itself goes on to the terminal."""
    return _refuse(request, HTTPStatus.INTERNAL_SERVER_ERROR, [desk_of(request).say("error.broke")])


def add_error_pages(app: FastAPI) -> None:
    """Give the desk its error pages."""
    app.add_exception_handler(NotFoundError, _not_found)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, _broke)
