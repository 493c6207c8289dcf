"""The patterns of feast days, reckoned from the calendar each follows: "Christmas", "Easter Sunday", "Eid al-Fitr", "Ramadan".

Feasts of the Muslim calendar are reckoned by its tables; as the sight of the moon may differ by a day, they take three days.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from rashomon.extraction.dates_grammar import NAMED_YEAR, year_of
from rashomon.extraction.dates_rules import Match, Rule
from rashomon.extraction.dates_values import Draft
from rashomon.extraction.dates_words import YEAR
from rashomon.model.dates import DateInterval

_FIXED = {
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "may day": (5, 1),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
#: Days after Easter Sunday.
_EASTER = {"good friday": -2, "palm sunday": -7, "easter sunday": 0, "easter": 0, "easter monday": 1, "pentecost": 49}
#: Month and day of the Muslim year.
_MUSLIM = {
    "ashura": (1, 10),
    "arbaeen": (2, 20),
    "mawlid": (3, 12),
    "ramadan": (9, 1),
    "eid al-fitr": (10, 1),
    "eid ul-fitr": (10, 1),
    "eid al-adha": (12, 10),
    "eid ul-adha": (12, 10),
}
_MUSLIM_EPOCH = date(622, 7, 19).toordinal()
_CYCLE, _CYCLE_DAYS, _YEAR_DAYS = 30, 10_631, 354
_NOVEMBER, _THURSDAY = 11, 3
_SOON = 30


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches.

    >>> easter(2016)
    datetime.date(2016, 3, 27)
    """
    century, golden = year // 100, year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def muslim_day(year: int, month: int, day: int) -> date:
    """Return the day of a date in the Muslim calendar, by its tables; the moon may put it a day before or after.

    >>> muslim_day(1445, 10, 1)
    datetime.date(2024, 4, 10)
    """
    cycles, rest = divmod(year - 1, _CYCLE)
    days = cycles * _CYCLE_DAYS + rest * _YEAR_DAYS + (3 + 11 * (rest + 1)) // 30
    months = (month - 1) * 29 + month // 2
    return date.fromordinal(_MUSLIM_EPOCH + days + months + day - 1)


def _thanksgiving(year: int) -> date:
    first = date(year, _NOVEMBER, 1)
    return first + timedelta(days=(_THURSDAY - first.weekday()) % 7 + 21)


def _muslim(name: str, year: int) -> list[DateInterval]:
    """The feast as it falls in that year of ours, which may be twice or never."""
    month, day = _MUSLIM[name]
    around = (year - 622) * 33 // 32
    found = []
    for muslim_year in range(around - 1, around + 3):
        first = muslim_day(muslim_year, month, day)
        if name == "ramadan":
            found.append(DateInterval(first, muslim_day(muslim_year, month + 1, 1) - timedelta(days=1)))
        else:
            found.append(DateInterval(first - timedelta(days=1), first + timedelta(days=1)))
    return [value for value in found if value.first is not None and value.first.year == year]


def _in_year(name: str, year: int) -> list[DateInterval]:
    if name in _MUSLIM:
        return _muslim(name, year)
    if name in _EASTER:
        day = easter(year) + timedelta(days=_EASTER[name])
    elif name.startswith("thanksgiving"):
        day = _thanksgiving(year)
    else:
        day = date(year, *_FIXED[name])
    return [DateInterval(day, day)]


def _feast(match: Match, anchor: date | None) -> Draft:
    """The feast of the year said, else the last one, or the next where it is near."""
    name = match["feast"].lower().replace("’", "'")
    said = year_of(match, anchor)
    if said is not None:
        found = _in_year(name, said)
        return Draft(*match.span(), value=found[0] if found else None, relative=not match["year"])
    if anchor is None:
        return Draft(*match.span(), relative=True)
    every = [value for year in range(anchor.year - 2, anchor.year + 2) for value in _in_year(name, year)]
    until = anchor if match["last"] else anchor + timedelta(days=_SOON)
    begun = [value for value in every if value.first is not None and value.first <= until]
    return Draft(*match.span(), value=begun[-1] if begun else None, relative=True)


def _rule(pattern: str, read: Callable[[Match, date | None], Draft | None], cues: str) -> Rule:
    return Rule(re.compile(pattern), read, tuple(cues.split()))


_ALL = (*_FIXED, *_EASTER, *_MUSLIM, "thanksgiving day", "thanksgiving")
_NAMES = "|".join(sorted(_ALL, key=len, reverse=True)).replace("'", "['’]")

#: In no order: the longest match that starts first wins.
FEASTS: tuple[Rule, ...] = (
    _rule(
        rf"\b(?P<last>[Ll]ast )?(?=[A-Z])(?i:(?P<feast>{_NAMES}))\b(?! Island)(?:,? (?P<year>{YEAR})| {NAMED_YEAR})?",
        _feast,
        "christmas new easter friday eid ramadan ashura arbaeen mawlid thanksgiving pentecost palm boxing valentine hallow may",
    ),
)
