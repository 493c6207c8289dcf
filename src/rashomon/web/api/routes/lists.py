"""Whole lists, a stretch at a time: follow ``next`` until there is none."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request

from rashomon.model.sources import Capture
from rashomon.model.words import ActorKind, ContradictionKind, Relation
from rashomon.store.pages.views import (
    ActorLine,
    CopyLine,
    CountedSeries,
    Hold,
    NetworkView,
    OutletLine,
    PlaceLine,
    TieEvidence,
)
from rashomon.store.views import ArticleLine, Question
from rashomon.web.api.cursors import Here, Listing
from rashomon.web.api.shown import Dispute, dispute
from rashomon.web.api.typed import Typed
from rashomon.web.asked import LONGEST
from rashomon.web.pages import desk_of, ledger_of
from rashomon.web.routes.map import Asked
from rashomon.web.routes.network import MOST_GROWN

router = APIRouter(route_class=Typed, tags=["lists"])
_Name = Annotated[str, Query(max_length=LONGEST)]
#: Places in one stretch.
PLACES = 200


@router.get("/articles")
def articles(request: Request, here: Here, outlet: _Name = "") -> Listing[ArticleLine]:
    """List the articles, of one outlet where one is named, the last published first."""
    return here.of(ledger_of(request).pages.article_list(outlet or None, here.page))


@router.get("/actors")
def actors(request: Request, here: Here, kind: ActorKind | None = None) -> Listing[ActorLine]:
    """List the actors by name; private persons are left out."""
    return here.of(ledger_of(request).pages.actor_list(None if kind is None else kind.value, here.page))


@router.get("/outlets")
def outlets(request: Request, here: Here) -> Listing[OutletLine]:
    """List the outlets, most articles first."""
    return here.of(ledger_of(request).pages.outlets(here.page))


@router.get("/places")
def places(request: Request, here: Here) -> Listing[PlaceLine]:
    """List the places where events are supported best to have been, most events first, each with its events by month."""
    return here.cut(ledger_of(request).desk.search.placed(Question()).places, PLACES)


@router.get("/series")
def series(request: Request, here: Here) -> Listing[CountedSeries]:
    """List the series of published numbers, longest first."""
    return here.of(ledger_of(request).pages.series(here.page))


@router.get("/contradictions")
def contradictions(request: Request, here: Here, kind: ContradictionKind | None = None, alarms: bool = False) -> Listing[Dispute]:
    """List the contradictions, alarms first."""
    which = None if kind is None else kind.value
    return here.made(ledger_of(request).pages.contradictions(which, loud=alarms, page=here.page), dispute)


@router.get("/copies")
def copies(request: Request, here: Here) -> Listing[CopyLine]:
    """List which article repeats which, and why the machine thinks so."""
    return here.of(ledger_of(request).pages.copies(here.page))


@router.get("/captures")
def captures(request: Request, here: Here) -> Listing[Capture]:
    """List the captures by name."""
    return here.of(ledger_of(request).pages.capture_list(here.page))


@router.get("/control")
def control(request: Request, where: Asked) -> tuple[Hold, ...]:
    """Give the claims of control over places, newest first, as the map shows them: who is said to have taken or left which."""
    return ledger_of(request).pages.map(where).holds


@router.get("/network")
def network(
    request: Request, actor: Annotated[list[str] | None, Query(max_length=MOST_GROWN)] = None, day: date | None = None
) -> NetworkView:
    """Give the ties of some actors, on a day where one is named; none without an actor."""
    return ledger_of(request).pages.network([name for name in actor or () if name.strip()], day)


@router.get("/ties")
def tie(request: Request, subject: _Name, relation: Relation, object: _Name) -> TieEvidence:  # noqa: A002 (as the desk's address)
    """Give a tie between two actors with everything that states it."""
    found = ledger_of(request).pages.tie(subject, relation, object)
    if found is None:
        raise HTTPException(404, desk_of(request).say("network.no_tie"))
    return found
