"""How far a place may be pinned: a dot where the words give one, else the area it may be in. Never a pin for a country."""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from rashomon.exports.drawings.atlas import Position
from rashomon.model.words import PlacePrecision

#: Kilometres around the centre that stand for not knowing better, by precision.
REACH: Mapping[PlacePrecision, float] = MappingProxyType(
    {PlacePrecision.NEAR: 25, PlacePrecision.ADMIN2: 40, PlacePrecision.ADMIN1: 100, PlacePrecision.REGION: 150}
)
KM_A_DEGREE = 111.32
_MILE = 1.609
_POINTS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
_SIDE = re.compile(
    r"(?:(?P<far>\d{1,3}(?:\.\d+)?) ?(?P<unit>km|kilomet(?:er|re)s?|miles?) )?(?:to the )?"
    r"(?P<side>(?:north|south)(?:[- ]?(?:east|west))?|east|west) of (?:the )?"
    r"(?:(?:city|town|village|capital|port)(?: of)? )?$",
    re.IGNORECASE,
)
#: Degrees on either side of the direction that "north of" still means.
_SPREAD = 35.0
_CORNERS = 40


class Shape(StrEnum):
    """How a place is drawn."""

    DOT = "dot"
    CIRCLE = "circle"
    SECTOR = "sector"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Bearing:
    """Where from a place something lies: degrees from north, clockwise, and kilometres where the words say how far."""

    degrees: float
    side: str
    far: float | None


def shape_of(precision: PlacePrecision, country: str | None) -> Shape | None:
    """Return how a place is drawn; ``None`` for a region across borders ("Sahel"), whose extent nobody knows here."""
    if precision == PlacePrecision.COUNTRY:
        return Shape.COUNTRY
    if precision == PlacePrecision.REGION and country is None:
        return None
    return Shape.CIRCLE if precision in REACH else Shape.DOT


def bearing(before: str) -> Bearing | None:
    """Return the direction that the words before a place's name give, ``None`` where they give none.

    >>> bearing("a convoy 20 km north-east of ")
    Bearing(degrees=45.0, side='northeast', far=20.0)
    """
    found = _SIDE.search(before)
    if found is None:
        return None
    side = re.sub(r"[- ]", "", found["side"].lower())
    far = None if found["far"] is None else float(found["far"]) * (_MILE if found["unit"].lower().startswith("mile") else 1.0)
    return Bearing(45.0 * _POINTS.index(side), side, far)


def moved(centre: Position, degrees: float, km: float) -> Position:
    """Return the position some kilometres from a centre in a direction (degrees from north, clockwise)."""
    lon, lat = centre
    turned = math.radians(degrees)
    up = km * math.cos(turned) / KM_A_DEGREE
    across = km * math.sin(turned) / (KM_A_DEGREE * max(math.cos(math.radians(lat)), 0.05))
    return lon + across, lat + up


def circle(centre: Position, km: float) -> tuple[Position, ...]:
    """Return a closed line at a distance around a centre."""
    return tuple(moved(centre, 360.0 * corner / _CORNERS, km) for corner in range(_CORNERS))


def sector(centre: Position, toward: Bearing) -> tuple[Position, ...]:
    """Return the area that lies in a direction of a centre: about as far as the words say, else anywhere within reach."""
    near, far = (0.0, REACH[PlacePrecision.NEAR] * 2) if toward.far is None else (0.6 * toward.far, 1.4 * toward.far)
    steps = [toward.degrees - _SPREAD + 2 * _SPREAD * step / 12 for step in range(13)]
    inner: Iterable[Position] = [centre] if near == 0 else [moved(centre, degrees, near) for degrees in reversed(steps)]
    return (*(moved(centre, degrees, far) for degrees in steps), *inner)
