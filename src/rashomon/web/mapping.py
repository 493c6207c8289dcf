"""Places as GeoJSON that the map script draws: one feature a place, with its events by month and the area it may be in.

A feature of any other route that has the same properties is drawn the same way; only ``name`` and ``events`` are needed.
"""

from collections.abc import Iterable, Mapping

from rashomon.exports.drawings.atlas import outlines
from rashomon.exports.drawings.spots import REACH, shape_of
from rashomon.model.words import PlacePrecision
from rashomon.store.pages.views import Hold, PlaceLine


def feature_collection(places: Iterable[PlaceLine], holds: Iterable[Hold] = ()) -> dict[str, object]:
    """Return places as a FeatureCollection; those without coordinates stand in ``unplaced`` by number.

    Properties: ``id``, ``name``, ``precision``, ``shape`` (dot, circle, country), ``km`` (radius of a circle), ``country``
    (ISO 3166 alpha-2), ``events``, ``disputed``, ``months`` (events by month), ``holds`` (claims of control, newest first).
    """
    by_place: dict[str, list[dict[str, object]]] = {}
    for hold in holds:
        by_place.setdefault(hold.place_id, []).append(_hold(hold))
    features, unplaced = [], 0
    for line in places:
        if not is_drawn(line):
            unplaced += line.events
        else:
            features.append(_feature(line, by_place.get(line.id, [])))
    return {"type": "FeatureCollection", "features": features, "unplaced": unplaced}


def is_drawn(line: PlaceLine) -> bool:
    """Return whether a place has coordinates and an extent that is known, or is a country of the atlas."""
    if line.precision == PlacePrecision.COUNTRY:
        return line.country in outlines()
    return line.lat is not None and line.lon is not None and shape_of(line.precision, line.country) is not None


def _feature(line: PlaceLine, holds: list[dict[str, object]]) -> dict[str, object]:
    at = None if line.lat is None or line.lon is None else {"type": "Point", "coordinates": [line.lon, line.lat]}
    properties: Mapping[str, object] = {
        "id": line.id,
        "name": line.name,
        "precision": line.precision.value,
        "shape": shape_of(line.precision, line.country),
        "km": REACH.get(line.precision),
        "country": line.country,
        "events": line.events,
        "disputed": line.disputed,
        "months": dict(line.months),
        "holds": holds,
    }
    return {"type": "Feature", "geometry": at, "properties": properties}


def _hold(hold: Hold) -> dict[str, object]:
    return {
        "event": hold.event.id,
        "title": hold.event.title,
        "date": hold.event.date,
        "status": hold.event.status,
        "disputed": hold.event.alarms > 0 or hold.event.status in ("disputed", "denied"),
        "actors": list(hold.actors),
        "leaves": hold.leaves,
    }
