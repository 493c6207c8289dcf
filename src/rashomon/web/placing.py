"""The places of an answer: what the search's map draws, near places together where the map looks from far."""

import math
from collections.abc import Iterable
from dataclasses import replace

from rashomon.exports.drawings.spots import Shape, shape_of
from rashomon.store.pages.views import PlaceLine
from rashomon.store.views import Question
from rashomon.web.addresses import narrowed

#: Places that the map's script is given one by one.
MOST_FEATURES = 6_000
#: Zoom from which no places are put together, and cells across a map tile.
CLOSEST, CELLS = 9, 8
_WHOLE_ROUND = 360.0


def place_address(line: PlaceLine, question: Question) -> str:
    """Return the address of the events of an answer that are in a place."""
    return narrowed(question, "place", line.id)


def together(places: Iterable[PlaceLine], zoom: int | None) -> tuple[tuple[PlaceLine, int], ...]:
    """Return places with how many each stands for: those that are drawn as dots and lie in one cell of the zoom are one.

    Areas (provinces, regions, countries) are never put together: a sum of them would be drawn in a place that none of them is.

    Args:
        places: the place with most events first.

        zoom: as maps count it, 0 is the whole world; ``None`` puts together only where there are too many to draw.
    """
    lines = list(places)
    if zoom is None:
        zoom = CLOSEST if len(lines) <= MOST_FEATURES else 4
    if zoom >= CLOSEST:
        return tuple((line, 1) for line in lines)
    side = _WHOLE_ROUND / 2**zoom / CELLS
    cells: dict[tuple[int, int], list[PlaceLine]] = {}
    apart = []
    for line in lines:
        if line.lat is None or line.lon is None or shape_of(line.precision, line.country) is not Shape.DOT:
            apart.append((line, 1))
        else:
            cells.setdefault((math.floor(line.lon / side), math.floor(line.lat / side)), []).append(line)
    return (*(_joined(several) for several in cells.values()), *apart)


def _joined(several: list[PlaceLine]) -> tuple[PlaceLine, int]:
    """Return places as one at their weighted centre, under the name of that with most events."""
    events = sum(line.events for line in several)
    lat = sum((line.lat or 0.0) * line.events for line in several) / events
    lon = sum((line.lon or 0.0) * line.events for line in several) / events
    disputed = sum(line.disputed for line in several)
    return replace(several[0], lat=round(lat, 4), lon=round(lon, 4), events=events, disputed=disputed), len(several)
