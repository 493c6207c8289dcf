"""A date is an interval as precise as the text.

>>> DateInterval.parse("2016-06").first, DateInterval.parse("2016-06").last
(datetime.date(2016, 6, 1), datetime.date(2016, 6, 30))
>>> str(DateInterval.parse("2016-09-01/2016-11-30")), DateInterval.parse("2016-09-01/2016-11-30").written
('2016-09-01/2016-11-30', '2016-09/2016-11')
>>> str(DateInterval.parse("2016-06-30T14")), DateInterval.parse("2016-06-30T14").written
('2016-06-30', '2016-06-30T14')
"""

import calendar
from dataclasses import dataclass, field
from datetime import date


def _bounds(text: str) -> tuple[date, date]:
    """First and last day of ``2016``, ``2016-06``, ``2016-06-30`` or ``2016-06-30T14``."""
    match [int(part) for part in text.split("T", maxsplit=1)[0].split("-")]:
        case [year]:
            return date(year, 1, 1), date(year, 12, 31)
        case [year, month]:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        case [year, month, day]:
            return date(year, month, day), date(year, month, day)
    raise ValueError(f"not a date: {text!r} (try 2016, 2016-06 or 2016-06-30)")


def _hour(text: str) -> int | None:
    """The hour of ``2016-06-30T14`` or ``2016-06-30T14:05``; ``None`` where none is said."""
    _, mark, clock = text.partition("T")
    return int(clock[:2]) if mark else None


@dataclass(frozen=True, slots=True)
class DateInterval:
    """The days a text may mean; an end that is ``None`` is open ("since May").

    Args:
        hour: 0 to 23, of a single day whose hour the text says; two intervals of the same days are equal whatever their hours.
    """

    first: date | None
    last: date | None
    hour: int | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise ValueError("a date interval needs at least one end")
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(f"a date interval ends before it starts: {self.first}/{self.last}")

    @classmethod
    def parse(cls, text: str) -> "DateInterval":
        """Read ISO ``2016``, ``2016-06``, ``2016-06-30`` or two of them around a slash, either side empty.

        Raises:
            ValueError: the text has no such form.
        """
        begin, slash, end = text.partition("/")
        if not slash:
            return cls(*_bounds(begin), _hour(begin))
        return cls(_bounds(begin)[0] if begin else None, _bounds(end)[1] if end else None)

    @property
    def precision(self) -> str:
        """``day``, ``month``, ``year`` where the interval is exactly one, else ``range``."""
        if self.first is None or self.last is None:
            return "range"
        for name, size in (("day", 10), ("month", 7), ("year", 4)):
            if _bounds(self.first.isoformat()[:size]) == (self.first, self.last):
                return name
        return "range"

    def overlaps(self, other: "DateInterval") -> bool:
        """Return whether some day lies in both; an open end reaches for ever."""
        starts = max((d for d in (self.first, other.first) if d is not None), default=None)
        ends = min((d for d in (self.last, other.last) if d is not None), default=None)
        return starts is None or ends is None or starts <= ends

    def __str__(self) -> str:
        """Return the days in the shortest ISO form that `parse` reads back."""
        size = {"day": 10, "month": 7, "year": 4}.get(self.precision)
        if size is not None and self.first is not None:
            return self.first.isoformat()[:size]
        return f"{self.first or ''}/{self.last or ''}"

    @property
    def written(self) -> str:
        """The value as annotators write it: with the hour, and whole months or years short (``2013-06/2013-09``)."""
        if self.hour is not None and self.precision == "day":
            return f"{self}T{self.hour:02}"
        for size in (4, 7):
            if self.first and self.last and self.precision == "range" and self._widened(size) == (self.first, self.last):
                return f"{self.first.isoformat()[:size]}/{self.last.isoformat()[:size]}"
        return str(self)

    def _widened(self, size: int) -> tuple[date, date]:
        """The whole months (7) or years (4) from the first day's to the last day's."""
        return _bounds(f"{self.first}"[:size])[0], _bounds(f"{self.last}"[:size])[1]
