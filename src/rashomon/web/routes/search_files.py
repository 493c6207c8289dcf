"""The search's answer in other forms: GeoJSON for maps, CSV and JSON files, suggestions while somebody types."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse

from rashomon.model.marks import Mark
from rashomon.web.addresses import address_of
from rashomon.web.asked import LONGEST, Asked
from rashomon.web.exporting import as_csv, as_json
from rashomon.web.leaving import leaving_ledger, told_to_leave
from rashomon.web.map_files import Seen, Zoom, drawn
from rashomon.web.mapping import is_drawn
from rashomon.web.pages import ledger_of
from rashomon.web.placing import place_address

router = APIRouter()


@router.get("/search.geojson", name="search_features")
def features(
    request: Request,
    question: Asked,
    zoom: Zoom = None,
    seen: Seen = "",
    tlp: Annotated[Mark | None, Query()] = None,
) -> Response:
    """Give the events of an answer by place; near places are one feature where ``zoom`` looks from far, at what is ``seen``.

    What is marked above ``tlp`` (CLEAR) is left out; the map of the page asks for what its reader may see.

    Its form is that of `rashomon.web.map_files`, with how many events there are in all and without a place on the map.
    """
    where = leaving_ledger(request, tlp).desk.search.placed(question)
    made = drawn(where.places, zoom, seen, partial(place_address, question=question))
    unplaced = where.total - sum(line.events for line in where.places if is_drawn(line))
    return JSONResponse({**made, "total": where.total, "unplaced": unplaced}, media_type="application/geo+json")


@router.get("/search.csv", name="search_csv")
def table(request: Request, question: Asked, tlp: Annotated[Mark | None, Query()] = None) -> Response:
    """Give all events of an answer, one line an account; what is marked above ``tlp`` (CLEAR) is left out."""
    told = told_to_leave(request, question, tlp)
    return StreamingResponse(as_csv(told), media_type="text/csv; charset=utf-8", headers=_kept_as("rashomon.csv"))


@router.get("/search.json", name="search_json")
def whole(request: Request, question: Asked, tlp: Annotated[Mark | None, Query()] = None) -> Response:
    """Give all events of an answer with their accounts; what is marked above ``tlp`` (CLEAR) is left out."""
    told = told_to_leave(request, question, tlp)
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


def _kept_as(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}
