"""Read a date of the Persian (Solar Hijri) calendar as pages of Iran and Afghanistan print it, and give its Gregorian day.

>>> solar_date("12 فروردین 1400")
'2021-04-01'
"""

import re
from datetime import date

_MONTHS = ("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند")
_NUMBERS = {name: number for number, name in enumerate(_MONTHS, start=1)} | {"فروردين": 1, "ارديبهشت": 2, "دي": 10}
_NAME = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_PRINTED = re.compile(
    rf"(?<!\w)(?:(?P<d1>\d{{1,2}})\s(?P<m1>{_NAME})(?:\sماه)?[,،]?\s(?P<y1>1[34]\d\d)|(?P<y2>1[34]\d\d)[/-](?P<m2>\d{{1,2}})[/-](?P<d2>\d{{1,2}}))(?!\w)"
)
_LONG_MONTHS = 6
#: Days from the calendar's reckoning to Python's ordinal days.
_OFFSET = 356_033
_CYCLE = 33


def solar_date(text: str) -> str | None:
    """Return the first such date of the text as a Gregorian ISO day; ``None`` where there is none, or no such day."""
    found = _PRINTED.search(text)
    if found is None:
        return None
    if found["y1"] is not None:
        return _gregorian(int(found["y1"]), _NUMBERS[found["m1"]], int(found["d1"]))
    return _gregorian(int(found["y2"]), int(found["m2"]), int(found["d2"]))


def _gregorian(year: int, month: int, day: int) -> str | None:
    """Convert by the 33-year cycle of leap years, which holds for the years 1300 to 1499."""
    if not (1 <= month <= len(_MONTHS) and 1 <= day <= (31 if month <= _LONG_MONTHS else 30)):
        return None
    shifted = year + 1595
    days = 365 * shifted + shifted // _CYCLE * 8 + (shifted % _CYCLE + 3) // 4 + day
    days += (month - 1) * 31 if month <= _LONG_MONTHS else (month - 7) * 30 + 186
    return date.fromordinal(days - _OFFSET).isoformat()
