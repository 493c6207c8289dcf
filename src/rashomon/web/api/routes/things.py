"""One event, actor, article, outlet, place, series or contradiction, with everything the ledger knows of it."""

from fastapi import APIRouter, Request

from rashomon.model.ledger import Copy
from rashomon.store.evidence.views import Versions
from rashomon.store.link_view import LinkView
from rashomon.store.pages.views import CountedSeries, OutletView, Record, RolesByMonth
from rashomon.store.views import ActorView, ArticleView, ClaimView, EventView
from rashomon.store.why import EventWhy, event_why
from rashomon.web.api.cursors import Here
from rashomon.web.api.shown import Dispute, PlaceTold, dispute
from rashomon.web.api.typed import Typed
from rashomon.web.pages import ledger_of
from rashomon.web.routes.map import Asked

router = APIRouter(route_class=Typed, tags=["things"])


@router.get("/events/{event_id}")
def event(request: Request, event_id: str) -> EventView:
    """Give an event by its id or the id of one of its accounts: accounts, claims, figures, contradictions, roots."""
    return ledger_of(request).event(event_id)


@router.get("/events/{event_id}/why")
def why_event(request: Request, event_id: str) -> EventWhy:
    """Say why its accounts are one happening, why so many are independent, and how far it is to be believed."""
    return event_why(ledger_of(request).event(event_id))


@router.get("/actors/{actor_id:path}/roles")
def roles(request: Request, actor_id: str) -> tuple[RolesByMonth, ...]:
    """Count the events of each month in which an actor does something, or has it done to it."""
    ledger = ledger_of(request)
    return ledger.pages.roles(ledger.actor_page(actor_id).actor.id)


@router.get("/actors/{actor_id:path}/record")
def record(request: Request, actor_id: str) -> Record:
    """Say how the claims that go back to an actor fared: corroborated, contradicted, followed, alone."""
    ledger = ledger_of(request)
    return ledger.pages.speaker(ledger.actor_page(actor_id).actor.name)


@router.get("/actors/{actor_id:path}/accusations")
def accusations(request: Request, actor_id: str) -> tuple[ClaimView, ...]:
    """Give the claims that accuse somebody of the newest events in which this actor is named as who did it."""
    ledger = ledger_of(request)
    return ledger.pages.accusations(ledger.actor_page(actor_id).actor.id)


@router.get("/actors/{actor_id:path}")
def actor(request: Request, actor_id: str) -> ActorView:
    """Give an actor by id, name or alias: ties, newest events and claims, history."""
    return ledger_of(request).actor_page(actor_id)


@router.get("/outlets/{name:path}")
def outlet(request: Request, name: str) -> OutletView:
    """Give an outlet by any of its names: its grade, its track record, whom it copies."""
    return ledger_of(request).pages.outlet(name)


@router.get("/articles/{article_id}")
def article(request: Request, article_id: str) -> ArticleView:
    """Give an article with everything found in it; names of private persons are blotted out, offsets stay."""
    return ledger_of(request).article_page(article_id)


@router.get("/articles/{article_id}/versions")
def versions(request: Request, article_id: str) -> Versions:
    """Give all wordings of an article, oldest first, and what changed from one to the next."""
    return ledger_of(request).pages.versions(article_id)


@router.get("/articles/{article_id}/copies")
def why_copy(request: Request, article_id: str) -> tuple[Copy, ...]:
    """Say which articles it repeats, or is repeated by, and why the machine thinks so."""
    return ledger_of(request).article_page(article_id).copies


@router.get("/articles/{article_id}/links")
def why_linked(request: Request, article_id: str) -> tuple[LinkView, ...]:
    """Say which actors and places the names of an article are, and why."""
    return ledger_of(request).links(article_id)


@router.get("/places/{place_id}")
def place(request: Request, place_id: str, where: Asked, here: Here) -> PlaceTold:
    """Give a place with a stretch of its events, newest first: of a type, an actor or some months where these are named."""
    found, part = ledger_of(request).pages.place(place_id, where, here.page)
    return PlaceTold(found, here.of(part))


@router.get("/series/{series_id}")
def series(request: Request, series_id: str) -> CountedSeries:
    """Give a series of published numbers with the words of each, what follows, what does not add up, and our own counts."""
    return ledger_of(request).pages.one_series(series_id)


@router.get("/contradictions/{contradiction_id}")
def contradiction(request: Request, contradiction_id: str) -> Dispute:
    """Give a contradiction, every side with its words, and the event it is about."""
    return dispute(ledger_of(request).pages.contradiction(contradiction_id))
