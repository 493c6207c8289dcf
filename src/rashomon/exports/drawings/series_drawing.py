"""A series as one drawing: published numbers, what follows from them, our own count beneath, gaps and conflicts marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rashomon.exports.drawings.scales import Scale, day_ticks, value_ticks
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import amount_words, date_words, number_words
from rashomon.model.dates import DateInterval
from rashomon.model.reading import Figure
from rashomon.store.pages.views import CountedSeries
from rashomon.store.views import FigureView

#: The drawing's size and the room for labels, in its own units.
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 260, 56, 24, 16, 30


@dataclass(frozen=True, slots=True)
class Point:
    """One number: ``role`` is "published", "derived" or "own"; ``conflict`` says that another number of its time differs."""

    day: date
    value: float
    role: str
    label: str
    total: bool = False
    conflict: bool = False
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class SeriesDrawing:
    """Points from left to right, the step line of running totals, stretches that nobody counted, axes, a description."""

    points: tuple[Point, ...]
    steps: str
    gaps: tuple[tuple[float, float], ...]
    days: tuple[tuple[float, str], ...]
    values: tuple[tuple[float, str], ...]
    undated: int
    summary: str
    title: str

    @property
    def roles(self) -> tuple[str, ...]:
        """Return the roles that occur, in the order of the legend."""
        return tuple(role for role in ("published", "derived", "own") if any(point.role == role for point in self.points))


def day_of(figure: Figure) -> date | None:
    """Return the day a figure stood: the end of its period, else its as-of day."""
    when = figure.period or figure.as_of
    return None if when is None else when.last or when.first


def value_of(figure: Figure) -> float:
    """Return the number to draw: as printed, else the least or most that the words allow."""
    if figure.printed is not None:
        return figure.printed
    return figure.value.low if figure.value.low is not None else figure.value.high or 0.0


def conflicting(figures: Sequence[FigureView]) -> frozenset[str]:
    """Return the ids of figures that give another number for the very time that another figure counts."""
    found: set[str] = set()
    for place, one in enumerate(figures):
        for other in figures[place + 1 :]:
            same = (one.figure.period, one.figure.as_of) == (other.figure.period, other.figure.as_of)
            alike = one.figure.cumulative == other.figure.cumulative and (one.figure.period or one.figure.as_of) is not None
            if same and alike and not one.figure.value.overlaps(other.figure.value):
                found |= {one.figure.id, other.figure.id}
    return frozenset(found)


def draw_series(counted: CountedSeries, say: Catalogue) -> SeriesDrawing | None:
    """Return the drawing of a series; ``None`` where fewer than two of its numbers have a date."""
    view = counted.view
    points = sorted(_points(counted, say), key=lambda point: (point.day, point.role, point.value))
    if len(points) < 2:  # noqa: PLR2004 - one number is no course
        return None
    first, last = points[0].day, points[-1].day
    ticks = value_ticks(max(point.value for point in points))
    across = Scale(first.toordinal(), last.toordinal(), LEFT, WIDTH - RIGHT)
    up = Scale(0, ticks[-1], HEIGHT - BOTTOM, TOP)
    placed = tuple(replace(point, x=across(point.day.toordinal()), y=up(point.value)) for point in points)
    published = [point.value for point in points if point.role != "own"]
    return SeriesDrawing(
        points=placed,
        steps=_steps(placed),
        gaps=tuple(_gap(gap, across) for gap in counted.gaps),
        days=day_ticks((point.day for point in points), across, say),
        values=tuple((up(value), number_words(value)) for value in ticks),
        undated=sum(day_of(shown.figure) is None for shown in view.figures),
        summary=say(
            "series.chart",
            what=view.series.what,
            n=len(published),
            low=number_words(min(published)),
            high=number_words(max(published)),
            first=date_words(str(first), say),
            last=date_words(str(last), say),
        ),
        title=view.series.what,
    )


def _points(counted: CountedSeries, say: Catalogue) -> Iterator[Point]:
    own = {one.figure_id: one.events for one in counted.own}
    clashing = conflicting(counted.view.figures)
    for shown in counted.view.figures:
        figure, day = shown.figure, day_of(shown.figure)
        if day is None:
            continue
        when = date_words(figure.period or figure.as_of, say)
        label = f"{amount_words(figure.value, say)} ({when}; {shown.source.name})"
        yield Point(day, value_of(figure), "published", label, bool(figure.cumulative), figure.id in clashing)
        if figure.id in own:
            yield Point(day, own[figure.id], "own", say("series.own_label", n=own[figure.id], when=when))
    for derived in counted.view.series.derived:
        day = derived.period.last or derived.period.first
        if day is not None:
            yield Point(day, derived.value, "derived", derived.derivation)


def _gap(gap: str, across: Scale) -> tuple[float, float]:
    days = DateInterval.parse(gap)
    begin = across((days.first or date.min).toordinal())
    end = across((days.last or date.max).toordinal())
    return begin, round(end - begin, 1)


def _steps(points: Sequence[Point]) -> str:
    """Return the path of a line that stays level until the next running total."""
    totals = [point for point in points if point.total and point.role == "published"]
    if len(totals) < 2:  # noqa: PLR2004 - one point is no line
        return ""
    first, *rest = totals
    return f"M{first.x} {first.y}" + "".join(f"H{point.x}V{point.y}" for point in rest)
