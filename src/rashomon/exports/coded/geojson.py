"""Events as a GeoJSON collection: a point where the words give a place that may be pinned, with how far it may be off."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from rashomon.exports.coded.choosing import Chosen, choose
from rashomon.exports.coded.geojson_rules import problems
from rashomon.exports.coded.tracing import traced
from rashomon.exports.coded.writing import Coding, LeftOut, Row, Run, Setting, unfinished
from rashomon.exports.contract import Order
from rashomon.exports.drawings.spots import REACH, Shape, shape_of
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.contract import PublishedEvent

#: Metres by which a point may be off where the words name a site or a town; for wider places, `REACH`.
_RADIUS: Mapping[PlacePrecision, int] = MappingProxyType({PlacePrecision.POINT: 1_000, PlacePrecision.TOWN: 5_000})
_METRES = 1000
_RULES = (
    "One feature an event that has a place; its point is the place's centre, and radius_m how far from it that may have been.",
    "A country and a region across borders have no point: geometry is null. Events without a place are no features.",
    "Planned, hypothetical and negated events are features too; status says so.",
)


def write_geojson(ledger: Ledger, folder: Path, order: Order) -> tuple[Path, ...]:
    """Write ``events.geojson`` and a manifest; the file itself says how the values were taken and how many have no place."""
    folder.mkdir(parents=True, exist_ok=True)
    path, run = folder / "events.geojson", Run(ledger, order, Coding("geojson", code, problems, "id", _RULES))
    selection = order.selection
    with unfinished(path) as file:
        file.write('{"type": "FeatureCollection", "features": [')
        for n, (feature, _) in enumerate(run.rows()):
            file.write(f"{',' if n else ''}\n{json.dumps(feature, ensure_ascii=False)}")
        told: dict[str, object] = {
            "aggregation": order.aggregation.value,
            "clearance": f"TLP:{selection.clearance.value.upper()}",
        }
        told |= {"unplaced": run.left_out["no place"], "ledger_digest": ledger.linked_digest() or ""}
        file.write(f"\n], {json.dumps(told)[1:]}\n")
    return (path, run.manifest(folder, (path,)))


def code(published: PublishedEvent, setting: Setting) -> Row | LeftOut:
    """Return an event as a feature, or why it is none."""
    chosen = choose(published, setting.aggregation)
    if chosen.place is None:
        return LeftOut("no place")
    return {
        "type": "Feature",
        "id": published.told.line.id,
        "geometry": _point(chosen.place),
        "properties": _properties(published, chosen, chosen.place),
    }


def _point(place: Place) -> dict[str, object] | None:
    """Return the centre of a place that may be pinned."""
    shape = shape_of(place.precision, place.country)
    if place.lat is None or place.lon is None or shape in (None, Shape.COUNTRY):
        return None
    return {"type": "Point", "coordinates": [float(place.lon), float(place.lat)]}


def _radius(place: Place) -> int | None:
    known = _RADIUS.get(place.precision)
    reach = REACH.get(place.precision)
    return known if known is not None or reach is None else int(reach * _METRES)


def _properties(published: PublishedEvent, chosen: Chosen, place: Place) -> dict[str, object]:
    tolls = (("killed", chosen.killed), ("injured", chosen.injured))
    return {
        "type": chosen.kind.value,
        "date": None if chosen.date is None else str(chosen.date),
        "place": place.name,
        "precision": place.precision.value,
        "radius_m": _radius(place),
        "country": place.country,
        **{f"{name}_{end}": getattr(toll, end) for name, toll in tolls if toll is not None for end in ("low", "best", "high")},
        **traced(published),
    }
