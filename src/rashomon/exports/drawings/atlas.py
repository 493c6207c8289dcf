"""The outlines of countries for maps that need no script: read once from the bundled file, cut to a window."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate

#: A position: degrees east, degrees north.
Position = tuple[float, float]
#: A closed line; its last position may be its first.
Ring = tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the world in degrees."""

    west: float
    south: float
    east: float
    north: float

    def around(self, margin: float) -> "Window":
        """Return the window grown on all sides by a share of its size."""
        wide, high = margin * (self.east - self.west), margin * (self.north - self.south)
        return Window(self.west - wide, self.south - high, self.east + wide, self.north + high)


@cache
def outlines() -> Mapping[str, tuple[Ring, ...]]:
    """Return the outlines of all countries by ISO 3166 alpha-2 code; lands without one stand under the empty text."""
    world = json.loads((files("rashomon.web") / "static" / "vendor" / "world" / "countries.json").read_text("utf-8"))
    arcs = [tuple(_positions(arc, world["transform"])) for arc in world["arcs"]]
    found: dict[str, tuple[Ring, ...]] = {}
    for shape in world["objects"]["countries"]["geometries"]:
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        rings = tuple(_ring(numbers, arcs) for polygon in polygons for numbers in polygon)
        found[shape["id"]] = (*found.get(shape["id"], ()), *rings)
    return found


def _positions(arc: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> Iterator[Position]:
    """Turn the differences that a TopoJSON arc holds into positions."""
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    across = accumulate(step[0] for step in arc)
    up = accumulate(step[1] for step in arc)
    return ((west + wide * x, south + high * y) for x, y in zip(across, up, strict=True))


def _ring(numbers: Iterable[int], arcs: Sequence[Ring]) -> Ring:
    """Join arcs to a ring; a negative number means the arc backwards."""
    found: list[Position] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        for lon, lat in arc[1:] if found else arc:
            found.append((_onward(found[-1][0], lon) if found else lon, lat))
    return tuple(found)


def _onward(before: float, lon: float) -> float:
    """Return a longitude that goes on from the one before it over the date line, where that is the shorter way."""
    return lon - 360 * round((lon - before) / 360)


def seen(window: Window) -> Iterator[tuple[str, Ring]]:
    """Yield the countries' outlines that lie in a window, cut to it."""
    for code, box, ring in _boxed():
        if box.west < window.east and window.west < box.east and box.south < window.north and window.south < box.north:
            cut = clipped(ring, window)
            if len(cut) > 2:  # noqa: PLR2004 - two positions enclose nothing
                yield code, cut


@cache
def _boxed() -> tuple[tuple[str, Window, Ring], ...]:
    return tuple((code, _box(ring), ring) for code, rings in outlines().items() for ring in rings)


def _box(ring: Ring) -> Window:
    across, up = [x for x, _ in ring], [y for _, y in ring]
    return Window(min(across), min(up), max(across), max(up))


def clipped(ring: Ring, window: Window) -> Ring:
    """Return the part of a closed line's area that lies in a window (Sutherland and Hodgman, edge by edge)."""
    for axis, limit, sign in ((0, window.west, 1), (0, window.east, -1), (1, window.south, 1), (1, window.north, -1)):
        ring = tuple(_cut(ring, axis, limit, sign))
    return ring


def _cut(ring: Ring, axis: int, limit: float, sign: int) -> Iterator[Position]:
    for before, after in zip((*ring[-1:], *ring), ring, strict=False):
        was, inside = sign * (before[axis] - limit) >= 0, sign * (after[axis] - limit) >= 0
        if was != inside:
            share = (limit - before[axis]) / (after[axis] - before[axis])
            yield before[0] + share * (after[0] - before[0]), before[1] + share * (after[1] - before[1])
        if inside:
            yield after


def extent(code: str) -> Window | None:
    """Return the window that holds the largest piece of a country, ``None`` where the atlas does not have it."""
    rings = outlines().get(code, ())
    if not rings:
        return None
    return max((_box(ring) for ring in rings), key=lambda box: (box.east - box.west) * (box.north - box.south))
