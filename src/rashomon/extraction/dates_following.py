"""The patterns of date expressions that count from a date the text named before: "a day earlier", "that evening"."""

import re
from collections.abc import Callable
from datetime import date

from rashomon.extraction.dates_rules import Match, Rule
from rashomon.extraction.dates_values import DAY_UNITS, Clock, Draft
from rashomon.extraction.dates_words import COUNT, PARTS_OF_DAY, WEEKDAY, count_of, weekday_of

_BACK = frozenset({"before", "earlier", "previous", "preceding", "prior"})
_SAME = frozenset({"same", "that"})


def _from_context(match: Match, anchor: date | None) -> Draft | None:  # noqa: ARG001 - one shape for all rules
    """A day earlier · two weeks later: counted from the last day that the text named."""
    count = count_of(match["n"])
    if count is None:
        return Draft(*match.span(), relative=True)
    back = match["way"].lower() in _BACK
    return Draft(*match.span(), relative=True, context=-count if back else count, unit=match["unit"].lower())


def _day_by(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    """The next day · that evening · the previous week · later that year."""
    way, unit = match["way"].lower().split()[-1], match["unit"].lower()
    step = 0 if way in _SAME else -1 if way in _BACK else 1
    clock = Clock(part=PARTS_OF_DAY[unit]) if unit in PARTS_OF_DAY else None
    exact = "calendar week" if unit == "week" else unit
    return Draft(*match.span(), relative=True, context=step, unit=exact, clock=clock if unit in DAY_UNITS else None)


def _weekday_by(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    """That Saturday · the previous Friday."""
    way = match["way"].lower().split()[-1]
    step = 0 if way in _SAME else -1 if way in _BACK else 1
    return Draft(*match.span(), relative=True, context=step, weekday=weekday_of(match["weekday"]))


def _rule(pattern: str, read: Callable[[Match, date | None], Draft | None], cues: str) -> Rule:
    return Rule(re.compile(pattern, re.IGNORECASE), read, tuple(cues.split()))


#: In no order: the longest match that starts first wins.
FOLLOWING: tuple[Rule, ...] = (
    _rule(
        r"\b(?:earlier |later |early |late )?(?:the )?(?:very )?(?P<way>next|following|previous|preceding|that same|same|that) "
        r"(?P<unit>day|morning|evening|night|afternoon)\b",
        _day_by,
        "next following previous preceding same that",
    ),
    _rule(rf"\b(?P<way>that same|that|the same|the previous|the following) (?P<weekday>{WEEKDAY})", _weekday_by, "day"),
    _rule(
        r"\b(?:earlier |later |early |late )?(?P<way>the following|the previous|the preceding|the same|that same|that) "
        r"(?P<unit>week|month|year)\b",
        _day_by,
        "following previous preceding same that",
    ),
    _rule(
        rf"\b(?:(?:only|just|barely|exactly) )?(?P<n>{COUNT}) (?P<unit>day|night|week|month|year|fortnight|decade)s? "
        r"(?P<way>earlier|later|afterwards?|before(?! (?:the|a|an|his|her|their|its|they|he|she|it)\b)(?![ -][A-Z]))\b",
        _from_context,
        "earlier later after before",
    ),
    _rule(
        r"\bthe (?P<unit>day|night|evening|morning|week|year) (?P<way>before|after)\b(?! (?:yesterday|tomorrow|last|the))",
        _day_by,
        "before after",
    ),
)
