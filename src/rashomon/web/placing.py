"""The places of an answer: what the search's map draws, near places together where the map looks from far."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rashomon.exports.drawings.spots import Shape, shape_of
from rashomon.store.pages.views import PlaceLine
from rashomon.store.views import Question
from rashomon.web.addresses import narrowed

#: Places that the map's script is given one by one.
MOST_FEATURES = 1_200
#: Zoom from which no places are put together, that of a view from far, and cells across a map tile.
CLOSEST, FAR, CELLS = 9, 4, 8
_WHOLE_ROUND = 360.0


@dataclass(frozen=True, slots=True)
class Window:
    """What of the world a map shows, in degrees; ``west`` lies right of ``east`` where it spans the date line."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def parse(cls, text: str) -> "Window":
        """Return the window that "west,south,east,north" says. Raises ValueError where it says none."""
        west, south, east, north = (float(edge) for edge in text.split(","))
        return cls(west, south, east, north)

    def holds(self, line: PlaceLine) -> bool:
        """Return whether a place is seen here; one without coordinates (a country) always may be."""
        if line.lat is None or line.lon is None:
            return True
        across = self.west <= line.lon <= self.east if self.west <= self.east else not self.east < line.lon < self.west
        return across and self.south <= line.lat <= self.north


def place_address(line: PlaceLine, question: Question) -> str:
    """Return the address of the events of an answer that are in a place."""
    return narrowed(question, "place", line.id)


def together(places: Iterable[PlaceLine], zoom: int | None) -> Sequence[tuple[PlaceLine, int]]:
    """Return places with how many each stands for: those that are drawn as dots and lie in one cell of the zoom are one.

    Areas (provinces, regions, countries) are never put together: a sum of them would be drawn in a place that none of them is.

    Args:
        places: the place with most events first.

        zoom: as maps count it, 0 is the whole world; ``None`` puts together only where there are too many to draw.
    """
    lines = list(places)
    near = CLOSEST if zoom is None and len(lines) <= MOST_FEATURES else FAR if zoom is None else zoom
    if near >= CLOSEST:
        return [(line, 1) for line in lines]
    side = _WHOLE_ROUND / 2**near / CELLS
    cells: dict[tuple[int, int], list[PlaceLine]] = {}
    apart = []
    for line in lines:
        if line.lat is None or line.lon is None or shape_of(line.precision, line.country) is not Shape.DOT:
            apart.append((line, 1))
        else:
            cells.setdefault((math.floor(line.lon / side), math.floor(line.lat / side)), []).append(line)
    return [*(_joined(several) for several in cells.values()), *apart]


def _joined(several: list[PlaceLine]) -> tuple[PlaceLine, int]:
    """Return places as one at their weighted centre, under the name of that with most events."""
    if len(several) == 1:
        return several[0], 1
    events = sum(line.events for line in several)
    lat = sum((line.lat or 0.0) * line.events for line in several) / events
    lon = sum((line.lon or 0.0) * line.events for line in several) / events
    disputed = sum(line.disputed for line in several)
    months: Counter[str] = Counter()
    for line in several:
        months.update(dict(line.months))
    shown = {"lat": round(lat, 4), "lon": round(lon, 4), "months": tuple(sorted(months.items()))}
    return replace(several[0], events=events, disputed=disputed, **shown), len(several)  # type: ignore[arg-type]  # fields by name
