"""The dead of each event by its day: a bar from the least to the most that any source gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.exports.drawings.picture import Picture, bar, line, words
from rashomon.exports.drawings.scales import Scale, day_ticks, value_ticks
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import date_words, number_words

#: The drawing's size and the room for labels, in its own units.
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 240, 56, 24, 16, 30
_WIDE, _THIN = 7.0, 2.5


@dataclass(frozen=True, slots=True)
class DatedToll:
    """How many were killed in an event: its day, the least and the most that any source gives, what it is called."""

    day: date
    low: float
    high: float
    label: str


def toll_picture(tolls: Sequence[DatedToll], say: Catalogue) -> Picture | None:
    """Return the chart; ``None`` where the tolls are of fewer than two days."""
    days = sorted({toll.day for toll in tolls})
    if len(days) < 2:  # noqa: PLR2004 - one day is no course
        return None
    most = max(toll.high for toll in tolls)
    ticks = value_ticks(most)
    across = Scale(days[0].toordinal(), days[-1].toordinal(), LEFT + 8, WIDTH - RIGHT)
    up = Scale(0, ticks[-1], HEIGHT - BOTTOM, TOP)
    shapes = [line(((LEFT, up(value)), (WIDTH - RIGHT, up(value))), "#d9d4c9") for value in ticks]
    shapes += [words(LEFT - 6, up(value) + 4, number_words(value), "end") for value in ticks]
    labels = day_ticks(days, across, say)
    ends = {0: "start", len(labels) - 1: "end"}
    shapes += [words(x, HEIGHT - BOTTOM + 20, label, ends.get(n, "middle")) for n, (x, label) in enumerate(labels)]
    for toll in sorted(tolls, key=lambda one: (one.day, one.label)):
        x = across(toll.day.toordinal())
        shapes.append(bar(x - _WIDE / 2, up(toll.low), _WIDE, HEIGHT - BOTTOM - up(toll.low), "#165a78", toll.label))
        if toll.high > toll.low:
            shapes.append(bar(x - _THIN / 2, up(toll.high), _THIN, up(toll.low) - up(toll.high), "#9f1d1d", toll.label))
    first, last = (date_words(str(day), say) for day in (days[0], days[-1]))
    about = say("picture.tolls_about", n=len(tolls), first=first, last=last, most=number_words(most))
    return Picture(WIDTH, HEIGHT, say("picture.tolls"), about, tuple(shapes))
