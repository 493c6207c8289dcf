"""How many events fall into each month, as bars to draw."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.exports.drawings.stacking import month_at, place_of
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import date_words
from rashomon.store.search.facets import FacetValue

#: Height of the highest bar, and the most months that are drawn; units of the drawing.
HEIGHT, MOST_MONTHS = 40, 600
#: Share of the events that may stand in stray early months (a war mentioned from a century ago).
STRAY = 0.05


@dataclass(frozen=True, slots=True)
class Bar:
    """A month with its number of events; ``x`` counts months from the first, ``height`` is 1 to `HEIGHT`, 0 for none."""

    x: int
    height: float
    value: FacetValue


@dataclass(frozen=True, slots=True)
class Strip:
    """The bars of all months from first to last (``all_months``), ``months`` wide, and a sentence that says what they show.

    ``earlier`` counts the events of stray months long before the others, which are not drawn.
    """

    bars: tuple[Bar, ...]
    months: int
    first: str
    last: str
    earlier: int
    summary: str
    all_months: tuple[str, ...] = ()


def _without_stray(known: list[FacetValue]) -> tuple[list[FacetValue], int]:
    """Return the months without the first ones that hold at most `STRAY` of all events, and how many events that leaves out."""
    allowed = int(STRAY * sum(value.count for value in known))
    earlier = 0
    while len(known) > 2 and earlier + known[0].count <= allowed:  # noqa: PLR2004 - two bars make a course
        earlier += known[0].count
        known = known[1:]
    return known, earlier


def strip(values: Iterable[FacetValue], say: Catalogue) -> Strip | None:
    """Return the bars for a facet of months; ``None`` where there are fewer than two months, or too many to draw."""
    known = sorted((value for value in values if len(value.value) == len("2016-06")), key=lambda value: value.value)
    if len(known) < 2:  # noqa: PLR2004 - one bar shows no course
        return None
    known, earlier = _without_stray(known)
    first, last = place_of(known[0].value), place_of(known[-1].value)
    if last - first >= MOST_MONTHS:
        return None
    highest = max(value.count for value in known) or 1
    bars = tuple(Bar(place_of(value.value) - first, round(max(1, HEIGHT * value.count / highest), 1), value) for value in known)
    begins, ends = date_words(known[0].value, say), date_words(known[-1].value, say)
    summary = say("search.timeline", first=begins, last=ends, n=highest)
    return Strip(
        bars, last - first + 1, begins, ends, earlier, summary, tuple(month_at(place) for place in range(first, last + 1))
    )
