"""The search's answer in other forms: GeoJSON for maps, CSV and JSON files, suggestions while somebody types."""

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse

from rashomon.model.marks import Mark
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.contract import Selection
from rashomon.store.search.telling import ToldEvent
from rashomon.store.views import Question
from rashomon.web.addresses import address_of
from rashomon.web.asked import LONGEST, Asked
from rashomon.web.exporting import as_csv, as_json
from rashomon.web.mapping import feature_collection
from rashomon.web.pages import ledger_of, whole_of
from rashomon.web.people.clearances import leaving
from rashomon.web.placing import place_address, together

router = APIRouter()
_DEEPEST = 24


@router.get("/search.geojson", name="search_features")
def features(request: Request, question: Asked, zoom: Annotated[int | None, Query(ge=0, le=_DEEPEST)] = None) -> Response:
    """Give the events of an answer by place; near places are one feature where ``zoom`` looks from far.

    Properties are those of `rashomon.web.mapping`, and ``places`` (how many the feature stands for), ``href`` (their events).
    """
    where = ledger_of(request).desk.search.placed(question)
    shown = together(where.places, zoom)
    made = feature_collection(line for line, _ in shown)
    drawn = {line.id: (line, n) for line, n in shown}
    listed = made["features"]
    assert isinstance(listed, list)
    for feature in listed:
        line, number = drawn[feature["properties"]["id"]]
        feature["properties"] |= {"places": number, "href": place_address(line, question) if number == 1 else None}
    unplaced = where.total - sum(feature["properties"]["events"] for feature in listed)
    return JSONResponse({**made, "total": where.total, "unplaced": unplaced}, media_type="application/geo+json")


@router.get("/search.csv", name="search_csv")
def table(request: Request, question: Asked, tlp: Annotated[Mark | None, Query()] = None) -> Response:
    """Give all events of an answer, one line an account; what is marked above ``tlp`` (CLEAR) is left out."""
    told = _told(request, question, tlp)
    return StreamingResponse(as_csv(told), media_type="text/csv; charset=utf-8", headers=_kept_as("rashomon.csv"))


@router.get("/search.json", name="search_json")
def whole(request: Request, question: Asked, tlp: Annotated[Mark | None, Query()] = None) -> Response:
    """Give all events of an answer with their accounts; what is marked above ``tlp`` (CLEAR) is left out."""
    told = _told(request, question, tlp)
    return StreamingResponse(as_json(told), media_type="application/json", headers=_kept_as("rashomon.json"))


@router.get("/suggest", name="suggest")
def suggest(request: Request, q: Annotated[str, Query(max_length=LONGEST)] = "") -> Response:
    """Give actors and places whose names begin so, each with what to ask for and its page."""
    found = ledger_of(request).desk.search.suggestions(q)
    return JSONResponse(
        [
            {
                "kind": one.kind,
                "name": one.name,
                "words": one.words,
                "asks": f'{one.kind}:"{one.name}"',
                "href": address_of(one.id),
            }
            for one in found
        ]
    )


def _told(request: Request, question: Question, tlp: Mark | None) -> Iterable[ToldEvent]:
    """Return the events that may leave the desk. Raises HTTPException 403 as `leaving`, 404 where nothing leaves it."""
    clearance, ledger = leaving(request, tlp), whole_of(request)
    if not isinstance(ledger, Ledger):
        raise HTTPException(404)
    return ledger.publishing.all_told(Selection(question, clearance))


def _kept_as(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}
