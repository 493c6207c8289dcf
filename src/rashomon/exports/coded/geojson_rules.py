"""GeoJSON's rules (RFC 7946) for a collection of points, and what breaks them in a file."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

#: Precisions of a place that may not be pinned.
NOT_PINNED = frozenset({"country"})
_MEMBERS = frozenset({"type", "id", "geometry", "properties"})


def problems(feature: Mapping[str, Any]) -> Iterator[str]:
    """Yield what breaks the rules in a feature, nothing where all is well."""
    if feature.keys() != _MEMBERS or feature["type"] != "Feature":
        yield f"a feature has the members {sorted(feature)}"
        return
    properties, geometry = feature["properties"], feature["geometry"]
    if geometry is None:
        return
    if geometry.get("type") != "Point":
        yield f"geometry {geometry.get('type')!r} is no Point"
        return
    if not _is_position(geometry.get("coordinates")):
        yield f"{geometry.get('coordinates')!r} is no longitude and latitude"
    if properties.get("precision") in NOT_PINNED:
        yield f"a {properties['precision']} has a pin"
    if not isinstance(properties.get("radius_m"), int) or properties["radius_m"] <= 0:
        yield f"radius_m {properties.get('radius_m')!r} is no length"


def _is_position(found: object) -> bool:
    if not isinstance(found, list) or [type(part) for part in found] != [float, float]:
        return False
    lon, lat = found
    return bool(abs(lon) <= 180.0 and abs(lat) <= 90.0)  # noqa: PLR2004 (degrees)


def file_problems(path: Path) -> Iterator[str]:
    """Yield what breaks the form in a file, by feature; an id that stands twice too."""
    collection = json.loads(path.read_text(encoding="utf-8"))
    if collection.get("type") != "FeatureCollection" or "crs" in collection:
        yield "not a FeatureCollection in WGS 84"
        return
    seen: set[str] = set()
    for number, feature in enumerate(collection["features"]):
        yield from (f"feature {number}: {problem}" for problem in problems(feature))
        if feature.get("id") in seen:
            yield f"feature {number}: the id {feature['id']} stands twice"
        seen.add(feature.get("id"))
