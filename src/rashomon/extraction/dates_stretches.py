"""The patterns of quarters, halves and so many months of a year: "the third quarter", "the first nine months of 2016"."""

import re
from datetime import date

from rashomon.extraction.dates_rules import Match, Rule
from rashomon.extraction.dates_values import Draft, month_span
from rashomon.extraction.dates_words import NUMBER, ORDINALS, YEAR, count_of
from rashomon.extraction.timexes_values import duration

_SIZES = {"month": 1, "quarter": 3, "half": 6}
_MONTHS_A_YEAR = 12
_SHIFTS = {"last": -1, "this": 0, "next": 1}


def _said_year(said: dict[str, str | None], anchor: date | None) -> int | None:
    """The year that the words name, printed or counted from the anchor."""
    printed = said.get("year") or said["before"]
    if printed:
        return int(printed)
    word = said.get("yearword") or said["wordbefore"]
    if anchor is None or not (word or said.get("back")):
        return None
    return anchor.year + (_SHIFTS[word.lower()] if word else -1)


def _stretch(match: Match, anchor: date | None) -> Draft | None:
    """The first nine months of 2016 · the second half of last year · the third quarter · Q3 2016."""
    said = match.groupdict()
    ordinal = ORDINALS[said["nth"].lower()] if said["nth"] else int(said["quarter"])
    unit = (said["unit"] or "quarter").lower().removesuffix("s")
    count = (count_of(said["n"]) or 0) if said.get("n") else 1
    size = _SIZES[unit] * count
    stated = _said_year(said, anchor)
    year = stated or (anchor.year if anchor else None)
    if year is None or not 0 < size <= _MONTHS_A_YEAR or (ordinal > 1 and size * ordinal > _MONTHS_A_YEAR):
        return None
    begin = _MONTHS_A_YEAR + 1 - size if ordinal < 0 else 1 + size * (ordinal - 1)
    if stated is None and anchor is not None and anchor.month < begin and not said.get("of"):
        year -= 1
    exact = duration(count, unit) if unit == "month" else None
    is_relative = not (said.get("year") or said["before"])
    return Draft(*match.span(), value=month_span(year, begin, size), relative=is_relative, timex=exact)


_NTH = r"(?P<nth>first|second|third|fourth|last|final)"
_BEFORE = (
    rf"(?:(?:the|its|their|a) )?(?:(?P<before>{YEAR}) |(?P<wordbefore>last|this|next) year['’]s |year['’]s )?(?:fiscal[ -])?"
)
_AFTER = (
    rf"(?: (?:of |in )?(?:the )?(?:fiscal )?(?P<year>{YEAR})| (?:of )?(?P<yearword>last|this|next) year"
    r"| (?P<of>of the (?:fiscal )?year)| (?P<back>a year (?:ago|earlier)))"
)


def _rule(pattern: str, cues: str) -> Rule:
    return Rule(re.compile(rf"\b{_BEFORE}{pattern}", re.IGNORECASE), _stretch, tuple(cues.split()))


#: In no order: the longest match that starts first wins.
STRETCHES: tuple[Rule, ...] = (
    _rule(
        rf"(?:{_NTH}[ -](?:(?P<n>{NUMBER}) )?(?P<unit>months|quarters?|half)|Q(?P<quarter>[1-4])){_AFTER}",
        "month quarter half q",
    ),
    _rule(rf"(?:{_NTH}[ -](?P<unit>quarter)\b(?! (?:of|final))|Q(?P<quarter>[1-4])\b)", "quarter q"),
    _rule(rf"(?P<nth>first) (?P<n>{NUMBER}) (?P<unit>months)\b(?! of)(?P<quarter>)", "month"),
)
