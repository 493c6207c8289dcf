"""Where values stand on an axis, and which of them are written beside it."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import date_words

#: Lines of values that are drawn; the room that the words of a day need, and beside a day at an end, whose words begin there.
_LINES, _ROOM, _BESIDE = 4, 110, 165


@dataclass(frozen=True, slots=True)
class Scale:
    """Puts values from ``low`` to ``high`` between two positions, in proportion."""

    low: float
    high: float
    begin: float
    end: float

    def __call__(self, value: float) -> float:
        """Return where a value stands."""
        span = self.high - self.low
        return round(self.begin + (self.end - self.begin) * ((value - self.low) / span if span else 0.5), 1)


def value_ticks(highest: float) -> tuple[float, ...]:
    """Return round values from 0 to at least the highest, about four steps of 1, 2 or 5 times a power of ten.

    >>> value_ticks(31)
    (0.0, 10.0, 20.0, 30.0, 40.0)
    """
    rough = max(highest, 1.0) / _LINES
    power = 10.0 ** math.floor(math.log10(rough))
    step = max(next(power * times for times in (1, 2, 5, 10) if power * times >= rough), 1.0)
    return tuple(step * line for line in range(max(1, math.ceil(highest / step)) + 1))


def day_ticks(days: Iterable[date], across: Scale, say: Catalogue) -> tuple[tuple[float, str], ...]:
    """Return the first and the last day, and days between them that have room for their words, with their words."""
    known = [(across(day.toordinal()), day) for day in sorted(set(days))]
    kept = known[:1]
    for at, day in known[1:-1]:
        before = _BESIDE if len(kept) == 1 else _ROOM
        if at - kept[-1][0] >= before and known[-1][0] - at >= _BESIDE:
            kept.append((at, day))
    return tuple((at, date_words(str(day), say)) for at, day in dict.fromkeys((*kept, *known[-1:])))
