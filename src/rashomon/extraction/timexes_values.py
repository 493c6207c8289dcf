"""TIMEX3 values: how dates, periods and durations are written in the standard of time expressions."""

from datetime import date, timedelta

from rashomon.model.dates import DateInterval

#: The letters of units in a duration; those after a T count within the day.
UNITS = {
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "D",
    "weekend": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
}
_OF_DAY = frozenset({"minute", "hour"})
_TIMES = {"decade": 10, "century": 100, "fortnight": 2, "weekend": 2}
_UNCOUNTED = {"decade": "E", "century": "C"}
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_WEEK, _WEEKEND, _SATURDAY = timedelta(days=6), timedelta(days=1), 5
_DECADE, _CENTURY = 10, 100


def duration(count: float | None, unit: str) -> str:
    """Return so many units as a duration, X where they are not counted; a half is written as the next smaller unit.

    >>> duration(3, "day"), duration(None, "month"), duration(2, "decade"), duration(2.5, "year"), duration(24, "hour")
    ('P3D', 'PXM', 'P20Y', 'P2Y6M', 'PT24H')
    """
    mark = "PT" if unit in _OF_DAY else "P"
    if count is None:
        return f"{mark}X{_UNCOUNTED.get(unit, UNITS[unit])}"
    count *= _TIMES.get(unit, 1)
    whole, half = int(count), count % 1
    halves = {"year": "6M", "hour": "30M", "minute": "30S", "day": "T12H"}
    if half and unit in halves:
        return f"{mark}{whole or ''}{UNITS[unit] if whole else ''}{halves[unit]}"
    return f"{mark}{count:g}{UNITS[unit]}"


def week(day: date) -> str:
    """Return the ISO week of a day: ``2016-W05``."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02}"


def period(value: DateInterval) -> str | None:
    """Return the name of a day, week, weekend, month, season, quarter, half, year, decade or century.

    What is none of these is named by the month or year that holds it, ``None`` where it goes over a year.
    """
    first, last = value.first, value.last
    if first is None or last is None:
        return None
    if value.precision != "range":
        return str(value)
    if first.weekday() == 0 and last - first == _WEEK:
        return week(first)
    if first.weekday() == _SATURDAY and last - first == _WEEKEND:
        return f"{week(first)}-WE"
    return _months(first, last) or _holding(first, last)


def _holding(first: date, last: date) -> str | None:
    if first.year != last.year:
        return None
    return first.isoformat()[:7] if first.month == last.month else f"{first.year}"


def _months(first: date, last: date) -> str | None:
    """The name of a stretch of whole months, where it has one."""
    if first.day != 1 or (last + timedelta(days=1)).day != 1:
        return None
    name: str | None = None
    match (last.year - first.year) * 12 + last.month - first.month + 1:
        case 3 if first.month in _SEASONS:
            name = f"{first.year}-{_SEASONS[first.month]}"
        case 3 if first.month % 3 == 1:
            name = f"{first.year}-Q{first.month // 3 + 1}"
        case 6 if first.month in {1, 7}:
            name = f"{first.year}-H{first.month // 6 + 1}"
        case 120 if first.year % _DECADE == 0:
            name = f"{first.year // _DECADE}"
        case 1200 if first.year % _CENTURY == 0:
            name = f"{first.year // _CENTURY:02}"
    return name
