"""The first page: what came since the last visit, or since a moment that the address names."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import RedirectResponse

from rashomon.web.addresses import SEARCH
from rashomon.web.answers import answer
from rashomon.web.disputes import quotes_of
from rashomon.web.pages import desk_of
from rashomon.web.visits import COOKIE, KEPT, visits

router = APIRouter()
#: How a moment may be written: a day, a time of UTC, or "start".
MOMENT = r"^(start|\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(\+00:00|Z)?)?)?$"
_DAY = r"^(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?$"
#: Parameters of a search: an address that has one is an old address of the search.
_SEARCHED = frozenset({"q", "type", "status", "actor", "country", "month", "disputed", "page", "size"})
#: Contradictions that the page quotes.
CLASHES = 5
_BACK = {"day": 1, "week": 7, "month": 30}


@router.get("/", name="today")
def today(
    request: Request,
    since: Annotated[str, Query(pattern=MOMENT)] = "",
    on: Annotated[str, Query(pattern=_DAY)] = "",
) -> Response:
    """Show what is new.

    Args:
        request: carries the cookie of the last visit.

        since: a day or moment (UTC), or "start"; empty is the last visit.

        on: the day taken for today, which says what deadlines pass.
    """
    if _SEARCHED & request.query_params.keys():
        return RedirectResponse(f"{SEARCH}?{request.url.query}", status_code=307)
    desk, clock = desk_of(request), datetime.now(UTC)
    came = visits(request.cookies.get(COOKIE), clock)
    now = datetime.combine(_date(on), time(12), UTC) if on else clock
    begun = beginning(since, came.last)
    news = desk.ledger.desk.today.news(begun, now)
    shown = answer(
        request,
        "today.html",
        news,
        back={name: (clock - timedelta(days=days)).isoformat(timespec="seconds")[:10] for name, days in _BACK.items()},
        by_visit=not since and came.last is not None,
        empty=not desk.ledger.desk.today.holds_events(),
        clashes=news.clashes[:CLASHES],
        quotes=quotes_of(desk.ledger, [one.contradiction for one in news.clashes[:CLASHES]]),
    )
    shown.set_cookie(COOKIE, came.cookie(), max_age=KEPT, httponly=True, samesite="strict")
    return shown


def _date(day: str) -> date:
    try:
        return date.fromisoformat(day)
    except ValueError as error:
        raise HTTPException(422, f"{day!r} is no day: {error}") from error


def beginning(since: str, last: str | None) -> str | None:
    """Return the moment to look back to; ``None`` is the beginning."""
    if since == "start":
        return None
    if not since:
        return last
    try:
        moment = datetime.fromisoformat(since)
    except ValueError as error:
        raise HTTPException(422, f"{since!r} is no day: {error}") from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="seconds")
