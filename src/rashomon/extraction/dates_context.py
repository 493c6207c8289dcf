"""The day, month or year that the text named last, and what is counted from it: "that evening", "two weeks later"."""

from datetime import date, timedelta

from rashomon.extraction.dates_values import DAY_UNITS, Draft, Towards, month_span, shift_months, week_of, weekday_near
from rashomon.model.dates import DateInterval

#: What a month or a year as the last date is enough to count from.
_COARSE = {"month": frozenset({"month", "quarter", "year", "decade"}), "year": frozenset({"year", "decade"})}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {**dict.fromkeys(DAY_UNITS, 1), "week": 7, "fortnight": 14}
#: What `date` can hold, with room.
_EARLIEST, _LATEST = 100, 9000
_MOST_DAYS = 1000
_HALF_A_WEEK = 3


def moved(day: date, count: int, unit: str) -> DateInterval | None:
    """Return the day, month or year that lies ``count`` units from ``day``, as precise as the unit."""
    if unit == "calendar week":
        return week_of(day, count)
    if unit in _DAYS:
        other = day + timedelta(days=count * _DAYS[unit]) if abs(count) < _MOST_DAYS else None
        return DateInterval(other, other) if other is not None else None
    months = count * _MONTHS.get(unit, 0)
    if unit not in _MONTHS or not _EARLIEST < day.year + months // 12 < _LATEST:
        return None
    if unit == "quarter":
        first = shift_months(day.replace(day=1), months)
        return month_span(first.year, (first.month - 1) // 3 * 3 + 1, 3)
    if unit == "month":
        first = shift_months(day.replace(day=1), count)
        return month_span(first.year, first.month)
    year = day.year + months // 12
    return DateInterval(date(year, 1, 1), date(year, 12, 31))


class Context:
    """The last date of a text, as far as it has been read."""

    def __init__(self, anchor: date | None) -> None:
        self._anchor = anchor
        self._day: date | None = None
        self._last: tuple[date, str] | None = None
        self._quarter: date | None = None
        #: The year in which what the text named last began.
        self.year: int | None = None

    def pass_by(self, value: DateInterval | None) -> None:
        """Remember a day, month, quarter or year; other ranges are no ground to count from."""
        if value is None or value.first is None:
            return
        self.year = value.first.year
        if value.precision == "range":
            over = self._anchor is None or (value.last is not None and value.last < self._anchor)
            if over and value == moved(value.first, 0, "quarter"):
                self._quarter = value.first
            return
        self._last = (value.first, value.precision)
        if value.precision == "day":
            self._day = value.first

    def value(self, draft: Draft) -> DateInterval | None:
        """Return the days of a draft that counts from the last date, or of a time of day; ``None`` without a ground."""
        if draft.context is None:
            day = self._day or self._anchor
            return DateInterval(day, day) if day else None
        if draft.weekday is not None:
            return self._weekday(draft.weekday, draft.context)
        start = self._start(draft.unit)
        return None if start is None else moved(start, draft.context, draft.unit)

    def _weekday(self, weekday: int, step: int) -> DateInterval | None:
        """That weekday nearest to the last day, or the one before or after it."""
        ground = self._day or self._anchor
        if ground is None:
            return None
        way = {-1: Towards.STRICT_PAST, 0: Towards.PAST, 1: Towards.STRICT_FUTURE}[step]
        day = weekday_near(ground + timedelta(days=0 if step else _HALF_A_WEEK), weekday, way)
        return DateInterval(day, day)

    def quarter(self) -> date | None:
        """Return the first day of the quarter named last; ``None`` where the text named none."""
        return self._quarter

    def _start(self, unit: str) -> date | None:
        if unit == "quarter":
            return self._quarter or (shift_months(self._anchor, -3) if self._anchor else None)
        if unit in DAY_UNITS or self._last is None:
            return self._day
        first, precision = self._last
        return first if precision == "day" or unit in _COARSE[precision] else self._day
