"""From the parts of a date expression to the days it may mean."""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from rashomon.extraction.dates_words import SEASONS
from rashomon.model.dates import DateInterval

_DAYS_A_WEEK = 7
_MONTHS_A_YEAR = 12
#: From this hour on a bare hour of the night is one before midnight.
_NIGHT_FROM = 6
#: What counts in days.
DAY_UNITS = frozenset({"day", "night", "morning", "evening", "afternoon"})
#: A day up to this many days ahead of the anchor is still taken for the nearest past one (time zones, early pages).
_SLACK = 1
#: A date so many days back would carry its year; one so few days ahead need not.
_LONG_AGO, _SOON = 300, 60


class Towards(Enum):
    """Where an expression without a year or a week looks for its day."""

    PAST = "past"
    STRICT_PAST = "strict past"
    FUTURE = "future"
    STRICT_FUTURE = "strict future"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day.

    Args:
        hour, minute: 0 to 24 and 0 to 59, ``None`` where not said.

        part: MO, AF, EV or NI, as TIMEX3 writes morning, afternoon, evening and night.

        is_sure: whether the words tell four in the morning from four in the afternoon.
    """

    hour: int | None = None
    minute: int | None = None
    part: str | None = None
    is_sure: bool = False

    def within(self, part: str | None) -> "Clock":
        """Return the time as it falls in that part of the day: four of an afternoon is 16."""
        if part is None or self.hour is None or self.is_sure:
            return replace(self, part=self.part or part)
        late = part in {"AF", "EV"} or (part == "NI" and self.hour >= _NIGHT_FROM)
        hour = self.hour % 12 + 12 if late else self.hour % 12
        return Clock(hour, self.minute, part, is_sure=True)

    def with_part_of(self, other: "Clock") -> "Clock":
        """Return the two as one: the hour of either in the part of the day of either."""
        return self.within(other.part) if self.hour is not None else other.within(self.part)

    def __str__(self) -> str:
        """Return the end of a TIMEX3 value: ``T16:00`` or ``TAF``."""
        return f"T{self.part}" if self.hour is None else f"T{self.hour:02}:{self.minute or 0:02}"


@dataclass(frozen=True, slots=True)
class Draft:
    """What the words of one expression say, before they are set against a reference day.

    Args:
        day, last_day: days of the month; ``last_day`` for "October 30 and 31".

        part: "early", "mid", "late", "end" or a season.

        weekday: 0 for Monday.

        value: set where nothing is left to resolve.

        relative: whether the value was counted from the anchor.

        context: how many ``unit`` from the last day that the text named ("a day earlier" is -1).

        ago: how many ``unit`` from the anchor, where the words say "ago" (-1 is one ago).

        clock: the time of day; a draft that has nothing else belongs to the day named last.

        bound: whether it means a time only beside a day ("at four").

        timex: its TIMEX3 value, where the days alone do not tell it ("the past three months" is ``P3M``).

        repeated: whether it is said of every such time ("daily", "each July").
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    part: str | None = None
    weekday: int | None = None
    value: DateInterval | None = None
    relative: bool = False
    towards: Towards | None = None
    context: int | None = None
    unit: str = "day"
    ago: int | None = None
    clock: Clock | None = None
    bound: bool = False
    timex: str | None = None
    repeated: bool = False

    @property
    def names_day(self) -> bool:
        """Return whether it names one day."""
        if self.value is not None:
            return self.value.precision == "day"
        return self.day is not None or self.weekday is not None or (self.context is not None and self.unit in DAY_UNITS)

    @property
    def is_time(self) -> bool:
        """Return whether it is a time of day without its day."""
        parts = (self.value, self.year, self.month, self.day, self.weekday, self.context)
        return self.clock is not None and all(part is None for part in parts)

    @property
    def is_open(self) -> bool:
        """Return whether a reference day is needed for its value."""
        parts = (self.month, self.weekday, self.part, self.day)
        return self.value is None and self.year is None and any(part is not None for part in parts)


def month_span(year: int, month: int, months: int = 1) -> DateInterval:
    """Return whole months, ``months`` of them from ``month`` on; 13 is next January.

    >>> str(month_span(2015, 12, 3))
    '2015-12-01/2016-02-29'
    """
    first_year, first_month = year + (month - 1) // _MONTHS_A_YEAR, (month - 1) % _MONTHS_A_YEAR + 1
    last = month - 1 + months - 1
    last_year, last_month = year + last // _MONTHS_A_YEAR, last % _MONTHS_A_YEAR + 1
    end = calendar.monthrange(last_year, last_month)[1]
    return DateInterval(date(first_year, first_month, 1), date(last_year, last_month, end))


def shift_months(day: date, months: int) -> date:
    """Return the day so many months on; the last of the month where the day does not exist there."""
    index = day.year * _MONTHS_A_YEAR + day.month - 1 + months
    year, month = divmod(index, _MONTHS_A_YEAR)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def week_of(day: date, weeks: int = 0) -> DateInterval:
    """Return the Monday to Sunday that holds the day, moved by whole weeks."""
    monday = day - timedelta(days=day.weekday() - _DAYS_A_WEEK * weeks)
    return DateInterval(monday, monday + timedelta(days=_DAYS_A_WEEK - 1))


def weekday_near(anchor: date, weekday: int, towards: Towards) -> date:
    """Return the nearest such weekday in that direction; the anchor itself unless the direction is strict."""
    back = (anchor.weekday() - weekday) % _DAYS_A_WEEK
    match towards:
        case Towards.PAST:
            return anchor - timedelta(days=back)
        case Towards.STRICT_PAST:
            return anchor - timedelta(days=back or _DAYS_A_WEEK)
        case Towards.FUTURE:
            return anchor + timedelta(days=-back % _DAYS_A_WEEK)
        case Towards.STRICT_FUTURE:
            return anchor + timedelta(days=(-back % _DAYS_A_WEEK) or _DAYS_A_WEEK)


def _part_of_year(year: int, part: str) -> DateInterval:
    if part in SEASONS:
        return month_span(year, SEASONS[part], 3)
    return month_span(year, {"early": 1, "mid": 5}.get(part, 9), 4)


def _part_of_month(year: int, month: int, part: str) -> DateInterval:
    end = calendar.monthrange(year, month)[1]
    first, last = {"early": (1, 10), "mid": (11, 20)}.get(part, (21, end))
    return DateInterval(date(year, month, first), date(year, month, last))


def in_year(draft: Draft, year: int) -> DateInterval | None:
    """Return the draft's days in that year; ``None`` where there is no such day (30 February)."""
    if draft.month is None:
        return _part_of_year(year, draft.part) if draft.part else DateInterval(date(year, 1, 1), date(year, 12, 31))
    if draft.day is None:
        return _part_of_month(year, draft.month, draft.part) if draft.part else month_span(year, draft.month)
    end = calendar.monthrange(year, draft.month)[1]
    last = draft.last_day or draft.day
    if max(draft.day, last) > end or last < draft.day:
        return None
    return DateInterval(date(year, draft.month, draft.day), date(year, draft.month, last))


def _nearest_year(draft: Draft, anchor: date, towards: Towards) -> DateInterval | None:
    """The draft in the year that brings it nearest to the anchor in that direction."""
    found = [value for year in range(anchor.year - 4, anchor.year + 5) if (value := in_year(draft, year)) is not None]
    match towards:
        case Towards.PAST:
            return _past_or_soon(found, anchor, draft.day is not None)
        case Towards.STRICT_PAST:
            fits = [value for value in found if value.last is not None and value.last < anchor]
            return fits[-1] if fits else None
        case Towards.FUTURE:
            return _soon_or_past(found, anchor)
        case Towards.STRICT_FUTURE:
            return next((value for value in found if value.first is not None and value.first > anchor), None)


def _past_or_soon(found: list[DateInterval], anchor: date, is_day: bool) -> DateInterval | None:
    """The last that has begun by the anchor; of days the next, where the last is long ago and the next is near."""
    begun = [value for value in found if value.first is not None and value.first <= anchor + timedelta(days=_SLACK)]
    ahead = next((value for value in found if value not in begun), None)
    if not begun:
        return ahead
    last, soon = begun[-1].last, ahead.first if ahead else None
    near = is_day and soon is not None and (soon - anchor).days <= _SOON
    return ahead if near and last is not None and (anchor - last).days > _LONG_AGO else begun[-1]


def _soon_or_past(found: list[DateInterval], anchor: date) -> DateInterval | None:
    """The next that is not over; the last where the next is nearly a year ahead and the last is near."""
    ahead = next((value for value in found if value.last is not None and value.last >= anchor), None)
    if ahead is None or ahead.first is None or (ahead.first - anchor).days <= _LONG_AGO:
        return ahead
    over = found[found.index(ahead) - 1]
    return over if over.last is not None and (anchor - over.last).days <= _SOON else ahead


def resolve(draft: Draft, reference: date | None, towards: Towards = Towards.PAST) -> DateInterval | None:
    """Return the days the draft may mean, seen from the reference day; ``None`` where that cannot be said."""
    if draft.value is not None:
        return draft.value
    if draft.year is not None:
        return in_year(draft, draft.year)
    if reference is None or not draft.is_open:
        return None
    direction = draft.towards or towards
    if draft.weekday is not None:
        day = weekday_near(reference, draft.weekday, direction)
        return DateInterval(day, day)
    if draft.month is None and draft.day is not None:
        return _day_of_month(draft.day, reference)
    return _nearest_year(draft, reference, direction)


def _day_of_month(day: int, reference: date) -> DateInterval | None:
    """The day of that number in the reference's month, or the last one before that has it."""
    for back in range(3):
        month = shift_months(reference.replace(day=1), -back)
        if day <= calendar.monthrange(month.year, month.month)[1] and month.replace(day=day) <= reference + timedelta(
            days=_SLACK
        ):
            return DateInterval(month.replace(day=day), month.replace(day=day))
    return None
