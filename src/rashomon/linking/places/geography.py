"""How two places lie to each other: the same, one inside the other, near, or apart."""

import math
from enum import StrEnum

from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision

#: Towns this near may be one happening told by two names (kilometres).
NEAR_KM = 25.0
#: The same for two facilities, or two quarters of a town (kilometres).
NEAR_POINT_KM = 4.0
#: Towns this far apart are two happenings (kilometres).
APART_KM = 60.0
_EARTH_KM = 6371.0
_WIDE = frozenset({PlacePrecision.ADMIN1, PlacePrecision.ADMIN2, PlacePrecision.REGION, PlacePrecision.COUNTRY})


class Lie(StrEnum):
    """How two places lie to each other."""

    SAME = "same"
    NEAR = "near"
    INSIDE = "inside"
    UNKNOWN = "unknown"
    APART = "apart"


def kilometres(one: Place, other: Place) -> float | None:
    """Return the distance of two centres, ``None`` where one has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    north, south = math.radians(one.lat), math.radians(other.lat)
    half = (
        math.sin((south - north) / 2) ** 2
        + math.cos(north) * math.cos(south) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def _inside(inner: Place, outer: Place) -> bool:
    if inner.country is None or inner.country != outer.country:
        return False
    if outer.precision == PlacePrecision.COUNTRY:
        return True
    if outer.precision == PlacePrecision.ADMIN1:
        return inner.admin1 in (outer.name, outer.admin1) and inner.admin1 is not None
    return outer.precision == PlacePrecision.ADMIN2 and inner.admin2 is not None and inner.admin2 in (outer.name, outer.admin2)


def lie(one: Place, other: Place) -> Lie:
    """Return how two places lie to each other; a place and "near" that place are the same."""
    if one.name == other.name and one.country == other.country and one.admin1 == other.admin1:
        return Lie.SAME
    if one.country is not None and other.country is not None and one.country != other.country:
        return Lie.APART
    if _inside(one, other) or _inside(other, one):
        return Lie.INSIDE
    if one.precision in _WIDE or other.precision in _WIDE:
        return _wide(one, other)
    far = kilometres(one, other)
    if far is None:
        return Lie.UNKNOWN
    near = NEAR_POINT_KM if one.precision == other.precision == PlacePrecision.POINT else NEAR_KM
    return Lie.NEAR if far <= near else Lie.APART if far >= APART_KM else Lie.UNKNOWN


def _wide(one: Place, other: Place) -> Lie:
    """Two provinces of one country are apart; what has no province is not known to be."""
    provinces = (one.admin1 or _own_province(one), other.admin1 or _own_province(other))
    if None in provinces or provinces[0] == provinces[1]:
        return Lie.UNKNOWN
    return Lie.APART


def _own_province(place: Place) -> str | None:
    return place.name if place.precision == PlacePrecision.ADMIN1 else None
