"""A series as lines and points to draw: plain numbers, computed here, drawn by the template as SVG."""

import math
from dataclasses import dataclass
from datetime import date

from rashomon.model.dates import DateInterval
from rashomon.store.views import FigureView, SeriesView
from rashomon.web.catalogue import Catalogue
from rashomon.web.spoken import amount_words, date_words, number_words

#: The drawing's size and the room left for labels, in its own units.
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 240, 56, 20, 16, 30
_LINES = 4
_DAY_LABELS = 4


@dataclass(frozen=True, slots=True)
class Point:
    """One number: where it is drawn, how it is told, whether it follows from others or is a running total."""

    x: float
    y: float
    label: str
    derived: bool
    total: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled position on an axis."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing: points from left to right, the step line through the running totals ("M.. H.. V.."), axes, a description.

    ``undated`` counts the figures that no point stands for.
    """

    points: tuple[Point, ...]
    steps: str
    days: tuple[Tick, ...]
    values: tuple[Tick, ...]
    undated: int
    summary: str


@dataclass(frozen=True, slots=True)
class _Dated:
    day: date
    value: float
    label: str
    derived: bool = False
    total: bool = False


def _day_of(figure: FigureView) -> date | None:
    """Return the day a figure stood: the end of its period, else its as-of day."""
    when = figure.figure.period or figure.figure.as_of
    return None if when is None else when.last or when.first


def _value_of(figure: FigureView) -> float:
    """Return the number to draw: as printed, else the least or most that the words allow."""
    value = figure.figure.value
    if figure.figure.printed is not None:
        return figure.figure.printed
    return value.low if value.low is not None else value.high or 0.0


def _numbers(view: SeriesView, say: Catalogue) -> list[_Dated]:
    """Return the dated numbers, earliest first."""
    found = []
    for shown in view.figures:
        day, figure = _day_of(shown), shown.figure
        if day is not None:
            when = date_words(figure.period or figure.as_of, say)
            label = f"{amount_words(figure.value, say)} ({when}; {shown.source.name})"
            found.append(_Dated(day, _value_of(shown), label, total=bool(figure.cumulative)))
    for derived in view.series.derived:
        day = derived.period.last or derived.period.first
        if day is not None:
            found.append(_Dated(day, derived.value, derived.derivation, derived=True))
    return sorted(found, key=lambda one: (one.day, one.derived, one.value))


def _round_step(highest: float) -> float:
    """Return a round distance (1, 2 or 5 times a power of ten) that puts about four lines below the highest value."""
    rough = max(highest, 1.0) / _LINES
    power = 10.0 ** math.floor(math.log10(rough))
    return max(next(power * times for times in (1, 2, 5, 10) if power * times >= rough), 1.0)


def _steps(points: list[Point]) -> str:
    """Return the path of a line that stays level until the next running total."""
    totals = [point for point in points if point.total and not point.derived]
    if len(totals) < 2:  # noqa: PLR2004 - one point is no line
        return ""
    first, *rest = totals
    return f"M{first.x} {first.y}" + "".join(f"H{point.x}V{point.y}" for point in rest)


def draw(view: SeriesView, say: Catalogue) -> Chart | None:
    """Return the drawing of a series; ``None`` where fewer than two of its numbers have a date."""
    numbers = _numbers(view, say)
    if len(numbers) < 2:  # noqa: PLR2004 - one number is no course
        return None
    first, last = numbers[0].day, numbers[-1].day
    span = max((last - first).days, 1)
    step = _round_step(max(number.value for number in numbers))
    top = step * math.ceil(max(number.value for number in numbers) / step) or step

    def across(day: date) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * (day - first).days / span, 1)

    def up(value: float) -> float:
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top, 1)

    points = [Point(across(one.day), up(one.value), one.label, one.derived, one.total) for one in numbers]
    days = sorted({one.day for one in numbers})
    shown = (
        [days[round(at * (len(days) - 1) / (_DAY_LABELS - 1))] for at in range(_DAY_LABELS)] if len(days) > _DAY_LABELS else days
    )
    lows = [number.value for number in numbers]
    return Chart(
        points=tuple(points),
        steps=_steps(points),
        days=tuple(Tick(across(day), day.isoformat()) for day in dict.fromkeys(shown)),
        values=tuple(Tick(up(step * line), number_words(step * line)) for line in range(round(top / step) + 1)),
        undated=sum(_day_of(shown) is None for shown in view.figures),
        summary=say(
            "series.chart",
            what=view.series.what,
            n=len(numbers),
            low=number_words(min(lows)),
            high=number_words(max(lows)),
            first=date_words(DateInterval(first, first), say),
            last=date_words(DateInterval(last, last), say),
        ),
    )
