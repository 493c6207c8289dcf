"""A chart of an answer: events by month, one band above the other for each kind; plain numbers, drawn by the template."""

from collections.abc import Callable
from dataclasses import dataclass

from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import date_words, number_words
from rashomon.store.search.drawing import Counts
from rashomon.store.search.facets import FacetValue

#: The drawing's size and the room for labels, in its own units; months above this are drawn by year.
WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 720, 280, 48, 28, 12
MOST_BARS, LINES = 120, 4
_YEAR = 4
_MONTHS = 12
_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled position on an axis."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of one bar: where it is drawn, which kind it is (from 0), and what it says."""

    x: float
    y: float
    width: float
    height: float
    kind: int
    label: str


@dataclass(frozen=True, slots=True)
class Stack:
    """A drawing of bars with the labels of its kinds, in the order of the counts, and its axes."""

    bands: tuple[Band, ...]
    kinds: tuple[str, ...]
    days: tuple[Tick, ...]
    values: tuple[Tick, ...]
    by_year: bool
    summary: str


def place_of(month: str) -> int:
    """Return a month ("2016-06") as a number of months."""
    year, _, number = month.partition("-")
    return int(year) * _MONTHS + int(number) - 1


def month_at(place: int) -> str:
    """Return the month that `place_of` made a number of."""
    return f"{place // _MONTHS:04}-{place % _MONTHS + 1:02}"


def stack(counts: Counts, say: Catalogue, label: Callable[[str, FacetValue], str]) -> Stack | None:
    """Return the drawing; ``None`` where no event has a month. ``label`` gives a field's value in words."""
    by_year = len(_times(counts.months, by_year=False)) > MOST_BARS
    times = _times(counts.months, by_year=by_year)
    kinds = tuple(label(counts.by, FacetValue(row.value, row.label, row.total)) for row in counts.rows)
    sums = [_sums(row.months, counts.months, times, by_year=by_year) for row in counts.rows]
    highest = max((sum(row[at] for row in sums) for at in range(len(times))), default=0)
    if not highest:
        return None
    top = _round_up(highest)
    step = (WIDTH - LEFT) / len(times)
    up = (HEIGHT - BOTTOM - TOP) / top
    bands: list[Band] = []
    for at, time in enumerate(times):
        foot = float(HEIGHT - BOTTOM)
        for kind, row in enumerate(sums):
            tall = round(row[at] * up, 1)
            if tall:
                foot = round(foot - tall, 1)
                told = f"{kinds[kind]}, {date_words(time, say)}: {number_words(row[at])}"
                bands.append(Band(round(LEFT + at * step + step * 0.1, 1), foot, round(step * 0.8, 1), tall, kind, told))
    marked = dict.fromkeys([0, len(times) // 3, 2 * len(times) // 3, len(times) - 1])
    values = tuple(
        Tick(round(HEIGHT - BOTTOM - top * n / LINES * up, 1), number_words(top * n / LINES)) for n in range(LINES + 1)
    )
    summary = say("search.chart_summary", first=date_words(times[0], say), last=date_words(times[-1], say), n=highest)
    days = tuple(Tick(round(LEFT + (at + 0.5) * step, 1), times[at]) for at in marked)
    return Stack(tuple(bands), kinds, days, values, by_year, summary)


def _times(months: tuple[str, ...], *, by_year: bool) -> list[str]:
    """Return all months, or years, from the first to the last: those without an event too."""
    if not months:
        return []
    if by_year:
        return [f"{year:04}" for year in range(int(min(months)[:_YEAR]), int(max(months)[:_YEAR]) + 1)]
    return [month_at(place) for place in range(place_of(min(months)), place_of(max(months)) + 1)]


def _sums(counted: tuple[int, ...], months: tuple[str, ...], times: list[str], *, by_year: bool) -> list[int]:
    """Return a row's counts by month or year; months that have none are 0."""
    found = dict.fromkeys(times, 0)
    for month, n in zip(months, counted, strict=True):
        found[month[:_YEAR] if by_year else month] += n
    return list(found.values())


def _round_up(highest: int) -> int:
    """Return the next number above that four lines divide well."""
    power = 1
    while True:
        for step in _STEPS:
            if LINES * step * power >= highest:
                return LINES * step * power
        power *= 10
