"""What went wrong, as RFC 9457 has it: ``application/problem+json`` with a status, a title and sentences that say why."""

from dataclasses import dataclass
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from rashomon.model.errors import NotFoundError, RashomonError
from rashomon.store.review.contract import DecisionError
from rashomon.web.answers import plain
from rashomon.web.catalogue import Catalogue

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Problem:
    """A request that was not done: ``detail`` says why and what to do, ``reasons`` each fault of what was sent."""

    title: str
    status: int
    detail: str
    reasons: tuple[str, ...] = ()
    type: str = "about:blank"


def refused(status: int, detail: str, reasons: tuple[str, ...] = (), headers: dict[str, str] | None = None) -> Response:
    """Return the answer to a request that was not done."""
    problem = Problem(HTTPStatus(status).phrase, status, detail, reasons)
    return JSONResponse(plain(problem), status_code=status, headers=headers, media_type=MEDIA_TYPE)


def _say(request: Request) -> Catalogue:
    say = request.app.state.desk.say
    assert isinstance(say, Catalogue)
    return say


def _not_found(request: Request, error: Exception) -> Response:
    assert isinstance(error, NotFoundError)
    say = _say(request)
    return refused(404, say("error.noun", noun=say.code("noun", error.noun), key=error.key))


def _wrong(_request: Request, error: Exception) -> Response:
    """Say what cannot be done as asked."""
    return refused(422, str(error))


def _invalid(request: Request, error: Exception) -> Response:
    """Say which parts of the request cannot be understood."""
    assert isinstance(error, RequestValidationError)
    say = _say(request)
    told = (say("error.where", where=fault["loc"][-1], problem=fault["msg"]) for fault in error.errors())
    reasons = tuple(reason.encode("utf-8", "replace").decode() for reason in told)
    return refused(422, say("api.invalid"), reasons)


def _raised(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    plain_words = {404: _say(request)("api.no_path"), 405: _say(request)("api.method")}
    stated = str(error.detail) if error.detail != HTTPStatus(error.status_code).phrase else None
    told = stated or plain_words.get(error.status_code, HTTPStatus(error.status_code).phrase)
    return refused(error.status_code, told, headers=dict(error.headers or {}))


def _broke(request: Request, _error: Exception) -> Response:
    """Say that it failed; the error itself goes on to the terminal."""
    return refused(500, _say(request)("error.broke"))


def add_problems(api: FastAPI, *wrong: type[RashomonError]) -> None:
    """Make the API answer with problems; ``wrong`` are further errors that say what cannot be done as asked (422)."""
    api.add_exception_handler(NotFoundError, _not_found)
    known: tuple[type[RashomonError], ...] = (DecisionError, *wrong)
    for kind in known:
        api.add_exception_handler(kind, _wrong)
    api.add_exception_handler(RequestValidationError, _invalid)
    api.add_exception_handler(HTTPException, _raised)
    api.add_exception_handler(Exception, _broke)
