"""Tokens on the page of people: made, shown once, and revoked."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from starlette.responses import RedirectResponse

from rashomon.model.marks import Mark
from rashomon.model.people import Right, Station
from rashomon.store.tokens.contract import Token, TokenBook, TokenError, Wish
from rashomon.store.tokens.tokens import LONGEST_DAYS, lesser
from rashomon.web.answers import answer
from rashomon.web.pages import desk_of
from rashomon.web.people.access import Access, Visit, access_of, visit_of

router = APIRouter()
_Text = Annotated[str, Form(max_length=300)]


@dataclass(frozen=True, slots=True)
class TokenLine:
    """A token as the page shows it, with its moments as texts; ``None`` is never."""

    token: Token
    good: bool
    made: str
    ends: str | None
    used: str | None


def book_of(request: Request) -> TokenBook:
    """Return the tokens of the desk. Raises HTTPException 404 where it keeps none."""
    tokens = access_of(request).tokens
    if tokens is None:
        raise HTTPException(404, desk_of(request).say("tokens.none_here"))
    return tokens


def token_lines(access: Access, visit: Visit) -> tuple[TokenLine, ...]:
    """Return the tokens that a visitor may see: one's own, an admin all; the newest first."""
    several = access.tokens.all() if access.tokens is not None else ()
    now = access.clock()
    return tuple(_line(one, now) for one in several if _is_theirs(one, visit))


def _is_theirs(token: Token, visit: Visit) -> bool:
    return visit.person.may(Right.MANAGE) or token.person == visit.person.name


def _line(token: Token, now: float) -> TokenLine:
    return TokenLine(token, token.is_good(now), _moment(token.made) or "", _moment(token.ends), _moment(token.used))


def _moment(seconds: float | None) -> str | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


@router.post("/tokens", name="make_token")
def make(
    request: Request,
    name: _Text,
    role: Annotated[Station, Form()],
    tlp: Annotated[Mark, Form()] = Mark.CLEAR,
    days: Annotated[float, Form(gt=0, le=LONGEST_DAYS, allow_inf_nan=False)] = 90.0,
) -> Response:
    """Make a token that may do no more than who makes it, and show its secret this once."""
    made, secret = made_token(request, name, role, tlp, days)
    shown = answer(request, "token.html", {"token": made, "secret": secret}, status=201)
    shown.headers["Cache-Control"] = "no-store"
    return shown


def made_token(request: Request, name: str, role: Station, tlp: Mark, days: float) -> tuple[Token, str]:
    """Make a token that may do no more than who makes it, and return it with its secret.

    Raises:
        HTTPException: 403, it would do or see more; 422, it cannot be made so.
    """
    access, visit = access_of(request), visit_of(request)
    if lesser(role, visit.person.role) != role or not tlp.within(visit.clearance):
        raise HTTPException(403, desk_of(request).say("tokens.too_much"))
    wish = Wish(name, role, visit.person.name if access.has_login else None, tlp, days)
    try:
        return book_of(request).make(wish, access.clock())
    except TokenError as error:
        raise HTTPException(422, str(error)) from error


@router.post("/tokens/{token_id}/revoke", name="revoke_token")
def revoke(request: Request, token_id: str) -> Response:
    """Make a token good for nothing: one's own, an admin any."""
    revoked_token(request, token_id)
    return RedirectResponse("/people#tokens", status_code=303)


def revoked_token(request: Request, token_id: str) -> Token:
    """Revoke a token: one's own, an admin any. Raises HTTPException 404."""
    access, visit = access_of(request), visit_of(request)
    found = next((one for one in book_of(request).all() if one.id == token_id), None)
    if found is None or not _is_theirs(found, visit):
        raise HTTPException(404, desk_of(request).say("tokens.unknown", key=token_id))
    return book_of(request).revoke(token_id, access.clock())
