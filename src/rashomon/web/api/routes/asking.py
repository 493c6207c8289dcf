"""Search: events, articles and claims that answer a question, with the same filters as the desk's search."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse

from rashomon.model.marks import Mark
from rashomon.store.search.drawing import KINDS, Counts
from rashomon.store.search.facets import Facet
from rashomon.store.search.suggesting import Suggestion
from rashomon.store.search.views import Answer, ArticleHit
from rashomon.store.views import ClaimView, EventLine
from rashomon.web.api.cursors import Here, Listing
from rashomon.web.api.typed import Typed
from rashomon.web.asked import LONGEST, Asked
from rashomon.web.exporting import as_csv, as_json
from rashomon.web.leaving import told_to_leave
from rashomon.web.mapping import feature_collection
from rashomon.web.pages import ledger_of

router = APIRouter(route_class=Typed, tags=["search"])
_FEATURES = {
    "type": "object",
    "required": ["type", "features", "unplaced", "total"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {"type": "array", "items": {"type": "object", "required": ["type", "geometry", "properties"]}},
        "unplaced": {"type": "integer"},
        "total": {"type": "integer"},
    },
}
_FILES = {
    "application/json": {"schema": {"type": "array", "items": {"type": "object", "required": ["id", "accounts"]}}},
    "text/csv": {"schema": {"type": "string"}},
}


@router.get("/search")
def search(request: Request, question: Asked) -> Answer:
    """Answer a question as the desk's search does: a page of events, articles and actors, and how many of each kind there are."""
    return ledger_of(request).ask(question)


@router.get("/events")
def events(request: Request, question: Asked, here: Here) -> Listing[EventLine]:
    """List the events that answer a question, in its order."""
    found = ledger_of(request).ask(here.at(question))
    return here.listing(found.events, found.total, question.size)


@router.get("/hits")
def hits(request: Request, question: Asked, here: Here) -> Listing[ArticleHit]:
    """List the articles that hold the words of a question, the best first; a snippet has its hits between U+0001 and U+0002."""
    found = ledger_of(request).ask(here.at(question))
    return here.listing(found.articles, found.found_articles, question.size)


@router.get("/claims")
def claims(request: Request, question: Asked, here: Here) -> Listing[ClaimView]:
    """List the claims whose words answer a question: who says what, through whom, in which stance. It needs words (``q``)."""
    search_ = ledger_of(request).desk.search
    return here.listing(search_.claims(here.at(question)), ledger_of(request).ask(question).found_claims, question.size)


@router.get("/facets")
def facets(request: Request, question: Asked) -> tuple[Facet, ...]:
    """Count the events that answer a question by month, country, type, status, actor, outlet, grade and roots."""
    return ledger_of(request).ask(question).facets


@router.get("/timeline")
def timeline(request: Request, question: Asked, by: Annotated[str, Query(pattern=rf"^({'|'.join(KINDS)})$")] = "type") -> Counts:
    """Count the events that answer a question by month and by kind."""
    return ledger_of(request).desk.search.counts(question, by)


@router.get("/map", responses={200: {"content": {"application/geo+json": {"schema": _FEATURES}}}})
def places(request: Request, question: Asked) -> Response:
    """Give the events that answer a question by place, as GeoJSON; no place is more exact than the words."""
    where = ledger_of(request).desk.search.placed(question)
    made = feature_collection(where.places)
    return JSONResponse({**made, "total": where.total}, media_type="application/geo+json")


@router.get("/exports/events", responses={200: {"content": _FILES}})
def export(request: Request, question: Asked, form: Literal["json", "csv"] = "json", tlp: Mark | None = None) -> Response:
    """Give all events that answer a question with their accounts, words, roots and status, as one file.

    It holds what is marked up to ``tlp``: clear, unless more is asked for by who may see it.
    """
    told = told_to_leave(request, question, tlp)
    named = {"Content-Disposition": f'attachment; filename="rashomon.{form}"'}
    if form == "csv":
        return StreamingResponse(as_csv(told), media_type="text/csv", headers=named)
    return StreamingResponse(as_json(told), media_type="application/json", headers=named)


@router.get("/suggestions")
def suggestions(request: Request, q: Annotated[str, Query(max_length=LONGEST)] = "") -> tuple[Suggestion, ...]:
    """Give actors and places of which a name begins so."""
    return ledger_of(request).desk.search.suggestions(q)
