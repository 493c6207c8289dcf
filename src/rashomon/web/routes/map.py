"""Events and claims of control on a map, through time; a place's events as a list; all of it as a table without script."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import JSONResponse

from rashomon.exports.drawings.locating import Drawing, Spot, locate
from rashomon.model.places import Place
from rashomon.model.words import EventType
from rashomon.store.pages.places import Where
from rashomon.store.pages.views import MapView, PlaceLine
from rashomon.web.answers import answer
from rashomon.web.map_files import Seen, Zoom, drawn
from rashomon.web.mapping import is_drawn
from rashomon.web.pages import desk_of, ledger_of

router = APIRouter()
_MONTH = r"^(\d{4}-(0[1-9]|1[0-2]))?$"
#: Places that the table and the drawing without script show.
MOST_PLACES = 200


def where_of(
    type: Annotated[str, Query(max_length=100)] = "",  # noqa: A002 - the address says type
    actor: Annotated[str, Query(max_length=500)] = "",
    first: Annotated[str, Query(pattern=_MONTH)] = "",
    last: Annotated[str, Query(pattern=_MONTH)] = "",
) -> Where:
    """Return what an address asks a map for; empty values narrow nothing."""
    return Where(type or None, actor or None, first or None, last or None)


Asked = Annotated[Where, Depends(where_of)]


@router.get("/map", name="map")
def show_map(
    request: Request,
    where: Asked,
    place: Annotated[str, Query(max_length=100)] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> Response:
    """Show the map, and the events of the place that the address names."""
    desk = desk_of(request)
    view = desk.ledger.pages.map(where)
    chosen = desk.ledger.pages.place(place, where, page) if place else None
    return answer(
        request,
        "map.html",
        view,
        where=where,
        chosen=chosen,
        drawing=still(view),
        most=MOST_PLACES,
        event_types=[kind.value for kind in EventType],
        place_names={line.id: line.name for line in view.places},
    )


@router.get("/map.geojson", name="map_features")
def features(request: Request, where: Asked, zoom: Zoom = None, seen: Seen = "") -> Response:
    """Give the places as GeoJSON for the map's script, in the form of `rashomon.web.map_files`."""
    view: MapView = ledger_of(request).pages.map(where)
    unplaced = sum(line.events for line in view.places if not is_drawn(line))
    made = drawn(view.places, zoom, seen, holds=view.holds)
    return JSONResponse({**made, "unplaced": unplaced}, media_type="application/geo+json")


def still(view: MapView) -> Drawing | None:
    """Return the drawing of the places with most events that needs no script; ``None`` where none of them can be drawn."""
    return locate([_spot(line) for line in view.places[:MOST_PLACES]])


def _spot(line: PlaceLine) -> Spot:
    place = Place(line.name, line.country, line.precision, lat=line.lat, lon=line.lon)
    return Spot(place, f"{line.name}: {line.events}", min(line.events, 60), href=f"/map?place={line.id}", loud=line.disputed > 0)
