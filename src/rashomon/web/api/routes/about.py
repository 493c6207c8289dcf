"""Who asks, how the ledger stands, what is new, and how the API is described."""

from datetime import UTC, date, datetime, time
from typing import Annotated

from fastapi import APIRouter, Query, Request

from rashomon.model.marks import Mark
from rashomon.model.people import RIGHTS
from rashomon.store.status import LedgerStatus
from rashomon.store.today.views import News
from rashomon.web.api.shown import Me
from rashomon.web.api.typed import Typed
from rashomon.web.pages import ledger_of
from rashomon.web.people.access import Visit
from rashomon.web.routes.today import MOMENT, beginning

router = APIRouter(route_class=Typed, tags=["about"])


@router.get("/me")
def me(request: Request) -> Me:
    """Say who asks, what they may do, and the word that a change without a token must carry."""
    visit = request.scope["state"]["visit"]
    if not isinstance(visit, Visit):
        return Me(None, None, ("read",), Mark.RED.value, None, None)
    rights = tuple(sorted(right.value for right in RIGHTS[visit.person.role]))
    csrf = None if visit.by else visit.csrf
    return Me(visit.person.name, visit.person.role.value, rights, visit.clearance.value, visit.by, csrf)


@router.get("/status")
def status(request: Request) -> LedgerStatus:
    """Count everything, and name what could not be read and what waits to be."""
    return ledger_of(request).status()


@router.get("/today")
def today(request: Request, since: Annotated[str, Query(pattern=MOMENT)] = "start", on: date | None = None) -> News:
    """Say what came since a day or moment (UTC), or from the start; ``on`` is the day taken for today."""
    now = datetime.now(UTC) if on is None else datetime.combine(on, time(12), UTC)
    return ledger_of(request).desk.today.news(beginning(since, None), now)
