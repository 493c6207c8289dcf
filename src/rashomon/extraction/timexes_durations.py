"""The patterns of durations and of what comes again: "three days", "a two-week truce", "daily", "every Friday"."""

import re
from collections.abc import Callable
from datetime import date

from rashomon.extraction.dates_rules import Match, Rule
from rashomon.extraction.dates_values import Draft
from rashomon.extraction.dates_words import MONTH_FULL, NUMBER, PARTS_OF_DAY, month_of, number_of, weekday_of
from rashomon.extraction.timexes_values import duration

_UNIT = r"(?P<unit>minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|centur(?=y|ies))(?:s|y|ies)?"
_VAGUE = r"a few|several|a couple(?: of)?|few|some|many|couple of|a number of"
_BEFORE = (
    r"(?:(?:at least|at most|about|almost|nearly|over|more than|less than|up to|around|roughly|some|only|just|no more than|"
    r"within|an additional|another|the|the first|the last|the past|the next|the previous|last|past|next|those|these|the coming|"
    r"each of the past) )?"
)
_AFTER = r"(?: and a half)?"
_MORE = r"(?: (?:more|additional|full|straight|consecutive|long|whole|other|further))?"
_ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "yearly": "P1Y",
}
_WEEKDAYS = r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"


def _unit(match: Match) -> str:
    unit = match["unit"].lower()
    return "century" if unit == "centur" else unit


def _counted(match: Match, anchor: date | None) -> Draft | None:  # noqa: ARG001 - one shape for all rules
    """Three days · the past two and a half years · 24 hours · several months."""
    count = number_of(match["n"])
    if count is not None and "and a half" in match.group().lower():
        count += 0.5
    return None if "-quarter" in match.group() else Draft(*match.span(), timex=duration(count, _unit(match)))


def _single(match: Match, anchor: date | None) -> Draft | None:  # noqa: ARG001 - one shape for all rules
    """A year · an hour and a half · each time where a price or a count stands before: "$3 a day"."""
    if match["unit"].lower() == "quarter" and "year" not in match.string[match.end() : match.end() + 10]:
        return None
    half = "and a half" in match.group().lower()
    before = match.string[max(0, match.start() - 24) : match.start()]
    return Draft(*match.span(), timex=duration(1.5 if half else 1, _unit(match)), repeated=bool(_RATE.search(before)))


_RATE = re.compile(
    r"(?:\b(?:once|twice|times?|percent|million|billion|thousand|hundreds?|dozens?|dollars|euros|pounds|cents|barrels|tons|tonnes|"
    r"\d[\d,.]*(?: [a-z]+)?|hours|days|people|deaths|jobs|units|vehicles|cars|flights|attacks|interviews))[ ]$"
)


def _uncounted(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    """For years · decades-long · some time."""
    return Draft(*match.span(), timex=duration(None, _unit(match)))


def _long(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    return Draft(*match.span(), timex=duration(1, _unit(match)))


def _every(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    """Every day · each of three weeks · every other month."""
    count = number_of(match["n"]) if match["n"] else 2 if match["other"] else 1
    return Draft(*match.span(), timex=duration(count, _unit(match)), repeated=True)


def _adverb(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    return Draft(*match.span(), timex=_ADVERBS[match.group().lower()], repeated=True)


def _weekdays(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    """Every Friday · Mondays · Tuesday nights."""
    part = (match["part"] or "").lower()
    day = weekday_of(f"{match['weekday']}day") + 1
    return Draft(*match.span(), timex=f"XXXX-WXX-{day}" + (f"T{PARTS_OF_DAY[part]}" if part else ""), repeated=True)


def _each_month(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    return Draft(*match.span(), timex=f"XXXX-{month_of(match['month']):02}", repeated=True)


def _rule(pattern: str, read: Callable[[Match, date | None], Draft | None], cues: str) -> Rule:
    return Rule(re.compile(pattern, re.IGNORECASE), read, tuple(cues.split()))


_UNIT_CUES = "second minute hour day night week fortnight month quarter year decade centur"
_NOT_OLD = r"\b(?![- ](?:olds?|ago|earlier)\b)"

#: In no order: the longest match that starts first wins.
DURATIONS: tuple[Rule, ...] = (
    _rule(
        rf"(?<![\w$.,-])(?:{_BEFORE})(?P<n>{NUMBER}|{_VAGUE})(?: (?:to|or) {NUMBER})?{_MORE}{_AFTER} {_UNIT}{_NOT_OLD}{_AFTER}",
        _counted,
        _UNIT_CUES,
    ),
    _rule(rf"(?<![\w$.,-])(?P<n>{NUMBER}|several|multi)-{_UNIT}(?!s)\b(?!-olds?\b)(?:-long)?", _counted, _UNIT_CUES),
    _rule(
        r"\b(?:(?:about|almost|nearly|over|more than|less than|within|half) )?(?:an?|one) (?:full |whole |good )?"
        rf"{_UNIT}(?<!s){_NOT_OLD}{_AFTER}",
        _single,
        _UNIT_CUES,
    ),
    _rule(rf"(?:(?<=\bfor )|(?<=\bwithin )|(?<=\btime in ))(?:many )?{_UNIT}(?<=s){_NOT_OLD}", _uncounted, _UNIT_CUES),
    _rule(rf"\b{_UNIT}(?<=s)-long\b", _uncounted, "-long"),
    _rule(rf"\b{_UNIT}(?<!s)-?long\b", _long, "long"),
    _rule(rf"\b(?:every|each|per) (?:(?P<other>other|second) |(?P<n>{NUMBER}|few) )?{_UNIT}\b", _every, "every each per"),
    _rule(rf"\b(?:{'|'.join(_ADVERBS)})\b", _adverb, "ly"),
    _rule(rf"\b(?:every|each) {_WEEKDAYS}(?: (?P<part>morning|afternoon|evening|night))?\b", _weekdays, "every each"),
    _rule(rf"\b{_WEEKDAYS}(?:s| (?P<part>morning|afternoon|evening|night)s)\b", _weekdays, "days nights mornings evenings"),
    _rule(rf"\b(?:every|each) (?P<month>{MONTH_FULL})\b", _each_month, "every each"),
)
