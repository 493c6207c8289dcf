"""Read the days that an ultimatum leaves: "72 hours to leave", "within three days", "a 48-hour ultimatum"."""

import math
import re

from rashomon.extraction.dates_words import count_of

_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0}
_LENGTH = r"(?P<count>\d{1,3}|[a-z]+(?:-[a-z]+)?)[\s-](?P<unit>hour|day|week)s?\b(?:'|’)?"
_TERMS = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"\b(?:within|in the next|no later than)\s+(?:the next\s+)?{_LENGTH}(?!\s+(?:of|ago|after|before|since)\b)",
        rf"\b{_LENGTH}\s+(?:in which\s+)?to\s+[a-z]",
        rf"\b{_LENGTH}\s+(?:ultimatum|deadline|notice)\b",
        rf"\b(?:ultimatum|deadline)\s+of\s+{_LENGTH}",
    )
)


def days_left(words: str) -> int | None:
    """Return how many days words leave for what they demand, counted up to whole days; ``None`` where they name none.

    >>> days_left("residents 72 hours to leave the town")
    3
    """
    for match in (match for shape in _TERMS for match in shape.finditer(words)):
        count = count_of(match["count"])
        if count:
            return math.ceil(count * _DAYS[match["unit"].lower()])
    return None
