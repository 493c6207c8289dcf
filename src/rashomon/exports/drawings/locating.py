"""A small map drawn as SVG: outlines of countries, and each place as a dot or as the area it may be in."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.exports.drawings.atlas import Position, Ring, Window, extent, outlines, seen
from rashomon.exports.drawings.spots import KM_A_DEGREE, REACH, Bearing, Shape, circle, sector, shape_of
from rashomon.model.places import Place

#: Width and greatest height of a drawing, and the least kilometres that it is wide.
WIDTH, TALLEST, LEAST_KM = 640.0, 420.0, 300.0
_STEEPEST = 80.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to draw; ``weight`` sizes its dot, ``toward`` is set where the words say which side of it is meant."""

    place: Place
    label: str
    weight: float = 1.0
    href: str | None = None
    toward: Bearing | None = None
    loud: bool = False

    @property
    def shape(self) -> Shape | None:
        """Return how it is drawn, ``None`` where it is not."""
        return Shape.SECTOR if self.toward is not None else shape_of(self.place.precision, self.place.country)

    @property
    def centre(self) -> Position | None:
        """Return its coordinates, ``None`` where it has none."""
        place = self.place
        return None if place.lat is None or place.lon is None or self.shape is None else (place.lon, place.lat)


@dataclass(frozen=True, slots=True)
class Mark:
    """A drawn place: ``path`` for an area, else a dot at ``x``, ``y`` of radius ``r``; ``x`` and ``y`` carry the label too."""

    x: float
    y: float
    r: float
    path: str
    shape: Shape | None
    spot: Spot


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map to draw: its size, the land as one path, the places, and how long 100 km (``scale``) are."""

    width: float
    height: float
    land: str
    marks: tuple[Mark, ...]
    scale: float
    scale_km: int


class _Paper:
    """Puts positions of a window on paper: parallels level, degrees east shortened as they are in the window's middle."""

    def __init__(self, window: Window) -> None:
        middle = math.radians(min(abs(window.south + window.north) / 2, _STEEPEST))
        self._shrunk = math.cos(middle)
        self._window = window
        self.scale = WIDTH / ((window.east - window.west) * self._shrunk)
        self.height = round(min((window.north - window.south) * self.scale, TALLEST), 1)

    def at(self, position: Position) -> Position:
        x = (position[0] - self._window.west) * self._shrunk * self.scale
        return round(x, 1), round((self._window.north - position[1]) * self.scale, 1)

    def path(self, rings: Iterable[Ring], digits: int = 1) -> str:
        """Return closed lines as a path, rounded to so many digits; positions that fall together are left out."""
        drawn = []
        for ring in rings:
            points = list(dict.fromkeys((round(x, digits), round(y, digits)) for x, y in map(self.at, ring)))
            if len(points) > 2:  # noqa: PLR2004 - two points enclose nothing
                drawn.append("M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z")
        return "".join(drawn)


def area_of(spot: Spot) -> tuple[Ring, ...]:
    """Return the outlines of the area a place may be in; nothing for a dot and where no coordinates are known."""
    if spot.shape == Shape.COUNTRY:
        return outlines().get(spot.place.country or "", ())
    if spot.centre is None or spot.shape in {Shape.DOT, None}:
        return ()
    if spot.toward is not None:
        return (sector(spot.centre, spot.toward),)
    return (circle(spot.centre, REACH[spot.place.precision]),)


def locate(spots: Sequence[Spot]) -> Drawing | None:
    """Return a map of these places; ``None`` where none of them can be drawn."""
    drawn = [spot for spot in spots if spot.centre is not None or area_of(spot)]
    if not drawn:
        return None
    window = _window(drawn)
    paper = _Paper(window)
    marks = tuple(_mark(spot, paper, window) for spot in sorted(drawn, key=lambda spot: spot.shape == Shape.DOT))
    wide_km = (window.east - window.west) * KM_A_DEGREE * paper.at((window.west + 1, 0))[0] / paper.scale
    km = 10 ** math.floor(math.log10(wide_km / 3))
    km = max(times * km for times in (1, 2, 5) if times * km <= wide_km / 3)
    return Drawing(WIDTH, paper.height, _land(window), marks, round(WIDTH * km / wide_km, 1), int(km))


@lru_cache(maxsize=16)
def _land(window: Window) -> str:
    """Return the land of a window as a path, to whole points: a map of the world would be twice as large with tenths."""
    return _Paper(window).path((ring for _, ring in seen(window)), digits=0)


def _mark(spot: Spot, paper: _Paper, window: Window) -> Mark:
    rings = area_of(spot)
    centre = spot.centre
    if centre is None:
        around = extent(spot.place.country or "") or window
        centre = ((around.west + around.east) / 2, (around.south + around.north) / 2)
    x, y = paper.at(centre)
    return Mark(x, y, round(4 + 2 * math.sqrt(max(spot.weight, 1) - 1), 1), paper.path(rings), spot.shape, spot)


def _window(spots: Sequence[Spot]) -> Window:
    """Return a window around the places, with room at the sides, at least `LEAST_KM` wide."""
    known = [position for spot in spots for position in _reach(spot)]
    across, up = [x for x, _ in known], [y for _, y in known]
    middle = (min(up) + max(up)) / 2
    shrunk = math.cos(math.radians(min(abs(middle), _STEEPEST)))
    wide = max((max(across) - min(across)) * 1.3, LEAST_KM / (KM_A_DEGREE * shrunk))
    high = max((max(up) - min(up)) * 1.3, wide * shrunk * 0.55)
    wide = max(wide, high * WIDTH / (TALLEST * shrunk))
    centre = (min(across) + max(across)) / 2
    return Window(centre - wide / 2, middle - high / 2, centre + wide / 2, middle + high / 2)


def _reach(spot: Spot) -> Iterable[Position]:
    """Return positions that the drawing must hold for a place."""
    if spot.shape == Shape.COUNTRY:
        around = extent(spot.place.country or "")
        return () if around is None else ((around.west, around.south), (around.east, around.north))
    rings = area_of(spot)
    return rings[0] if rings else (spot.centre,) if spot.centre is not None else ()
