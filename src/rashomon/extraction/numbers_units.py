"""The units that stand beside numbers."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a number is a number of, where the words beside it say so."""

    PERCENT = "percent"
    MONEY = "money"
    DISTANCE = "distance"
    AGE = "age"
    DURATION = "duration"


@dataclass(frozen=True, slots=True)
class UnitFound:
    """A unit beside a number: its kind, its words, and where they end (or the number, where they stand before it)."""

    unit: Unit
    text: str
    end: int


_CURRENCIES = (
    r"(?:(?:US|American|Canadian|Australian) )?(?:dollars?|euros?|pounds?(?: sterling)?|dinars?|shillings?|rials?|tomans?|"
    r"lira|liras|"
    r"rou?bles?|riyals?|dirhams?|(?:CFA )?francs?|naira|rupees?|pesos?|yuan|yen|shekels?|afghanis|kwacha|birr|cedis?|rand|kroner|"
    r"hryvnias?|zlotys?|nairas?|USD|EUR|reais|bolivars|soles)\b"
)
_AFTER = (
    (Unit.PERCENT, re.compile(r" ?%| ?per ?cent\b|-percent\b| percentage points?\b", re.IGNORECASE)),
    (Unit.MONEY, re.compile(rf"[ -](?:of )?{_CURRENCIES}", re.IGNORECASE)),
    (Unit.AGE, re.compile(r"[- ]years?[- ](?:olds?|of age)\b|[- ]months?-olds?\b", re.IGNORECASE)),
    (
        Unit.DISTANCE,
        re.compile(
            r"[ -]?(?:square |nautical )?(?:km|kms|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|feet|foot|yards?|inch(?:es)?|"
            r"mm|cm|hectares?)\b"
            r"|(?<=\d) ?m\b(?!\.)",
            re.IGNORECASE,
        ),
    ),
    (
        Unit.DURATION,
        re.compile(
            r"[ -](?:straight |consecutive |full |more |calendar )?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|"
            r"months?|years?|decades?|centuries)\b",
            re.IGNORECASE,
        ),
    ),
)
_AGED = re.compile(r"\b(?:aged?|at the age of|ages)(?: only| just| about)? $", re.IGNORECASE)
_NAME_COMMA = re.compile(r"[A-Z][\w'’-]+, $")
_OLDEST = 110


def unit_around(text: str, span: tuple[int, int], start: int, end: int) -> UnitFound | None:
    """Return the unit after the number, or an age by the words before it; ``None`` where it only counts."""
    for unit, pattern in _AFTER:
        after = pattern.match(text, end, span[1])
        if after is not None:
            return UnitFound(unit, after.group().strip(" -"), after.end())
    before = text[max(span[0], start - 24) : start]
    aged = _AGED.search(before)
    if aged is not None:
        return UnitFound(Unit.AGE, aged.group().strip(), end)
    digits = text[start:end]
    if digits.isdigit() and int(digits) <= _OLDEST and _NAME_COMMA.search(before) and text[end : end + 1] in set(",;.:)"):
        return UnitFound(Unit.AGE, "", end)
    return None
