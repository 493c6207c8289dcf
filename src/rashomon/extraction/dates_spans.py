"""The patterns of stretches up to the day of publication or from it on: "the past three months", "earlier this year"."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from rashomon.extraction.dates_relative import with_anchor
from rashomon.extraction.dates_rules import Match, Rule
from rashomon.extraction.dates_values import Draft, month_span, shift_months, week_of
from rashomon.extraction.dates_words import COUNT, UNIT, count_of, number_of
from rashomon.extraction.timexes_values import duration, period, week
from rashomon.model.dates import DateInterval

_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
#: "The past month" is so many days.
_PAST_MONTH, _PAST_YEAR = 30, 365
_EARLIEST, _LATEST = 100, 9000
_HOURS = 24
#: What makes "in two years" mean the last two years, so many characters before it at most.
_RANK = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+th|twice|times?|\w{3,}est|worst|most|least|such)\b"
    r"[^.;:!?\n]*$",
    re.IGNORECASE,
)
_RANK_REACH = 50


def _whole(unit: str, anchor: date) -> DateInterval:
    """The week, month or year of the anchor."""
    if unit == "week":
        return week_of(anchor)
    return month_span(anchor.year, anchor.month) if unit == "month" else month_span(anchor.year, 1, 12)


def _timex_of_whole(match: Match, anchor: date) -> str | None:
    return period(_whole(match["unit"].lower(), anchor))


def _so_far(match: Match, anchor: date) -> DateInterval:
    """Earlier this month · so far this year: from its first day to the anchor."""
    return DateInterval(_whole(match["unit"].lower(), anchor).first, anchor)


def _later(match: Match, anchor: date) -> DateInterval:
    """Later this month: from the anchor to its last day."""
    return DateInterval(anchor, _whole(match["unit"].lower(), anchor).last)


def _end_of(match: Match, anchor: date) -> DateInterval:
    """The end of the year: its last day."""
    last = _whole(match["unit"].lower(), anchor).last
    return DateInterval(last, last)


def _stretch_back(anchor: date, count: int, unit: str) -> DateInterval | None:
    """So many units up to the anchor."""
    if unit in {"hour", "minute"}:
        return DateInterval(anchor - timedelta(days=count // _HOURS), anchor) if unit == "hour" and count >= _HOURS else None
    if unit in _MONTHS:
        months = count * _MONTHS[unit]
        return DateInterval(shift_months(anchor, -months), anchor) if anchor.year - months // 12 > _EARLIEST else None
    return DateInterval(anchor - timedelta(days=count * _DAYS[unit]), anchor)


def _past(match: Match, anchor: date) -> DateInterval | None:
    """Over the last three months · the past month: up to the anchor."""
    count = count_of(match["n"]) if match["n"] else 1
    unit = match["unit"].lower()
    if count is None:
        return None
    if unit == "month" and count == 1:
        return DateInterval(anchor - timedelta(days=_PAST_MONTH), anchor)
    return _stretch_back(anchor, count, unit)


def _coming(match: Match, anchor: date) -> DateInterval | None:
    """The next three days: from the anchor on."""
    count = count_of(match["n"])
    unit = match["unit"].lower()
    if count is None:
        return None
    if unit in _MONTHS:
        months = count * _MONTHS[unit]
        return DateInterval(anchor, shift_months(anchor, months)) if anchor.year + months // 12 < _LATEST else None
    return DateInterval(anchor, anchor + timedelta(days=count * _DAYS[unit])) if unit in _DAYS else None


def _first_in(match: Match, anchor: date | None) -> Draft | None:
    """The first such attack in two years: up to the anchor; without a rank "in two years" is a duration."""
    if anchor is None or not _RANK.search(match.string, max(0, match.start() - _RANK_REACH), match.start()):
        return None
    unit, count = match["unit"].lower(), count_of(match["n"])
    if unit in {"year", "decade"} and count is not None and anchor.year - count * _MONTHS[unit] // 12 > _EARLIEST:
        first = anchor.year - count * _MONTHS[unit] // 12
        value: DateInterval | None = DateInterval(date(first, 1, 1), date(anchor.year, 12, 31))
    else:
        value = None if count is None else _stretch_back(anchor, count, unit)
    return Draft(*match.span(), value=value, relative=True, timex=_length(match, anchor))


def _length(match: Match, anchor: date) -> str:  # noqa: ARG001 - one shape for all rules
    """The duration that the words count."""
    return duration(number_of(match["n"]) if match["n"] else None, match["unit"].lower())


def _past_age(match: Match, anchor: date) -> DateInterval | None:
    """The past decade."""
    return _stretch_back(anchor, 1, match["unit"].lower())


def _one_long(match: Match, anchor: date) -> str:  # noqa: ARG001 - one shape for all rules
    return duration(1, match["unit"].lower())


def _whole_past(match: Match, anchor: date) -> DateInterval:
    """The past month · the last year: so many days up to the anchor."""
    days = {"week": 7, "month": _PAST_MONTH, "year": _PAST_YEAR}[match["unit"].lower()]
    return DateInterval(anchor - timedelta(days=days), anchor)


def _timex_of_whole_past(match: Match, anchor: date) -> str:
    match match["unit"].lower():
        case "week":
            return week(anchor)
        case "month":
            return "P1M"
    return str(anchor.year - 1)


def _vague(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    """Recent weeks · the coming years: no days to tell."""
    unit = match["unit"].lower()
    near = {"day": "PXD", "week": "PXW", "month": "PXM", "quarter": "PXQ"}.get(unit)
    return Draft(*match.span(), relative=True, timex=near or ("FUTURE_REF" if "oming" in match.group() else "PAST_REF"))


def _rule(pattern: str, read: Callable[[Match, date | None], Draft | None], cues: str) -> Rule:
    return Rule(re.compile(pattern, re.IGNORECASE), read, tuple(cues.split()))


_IN = r"(?:(?:over|in|during|within|for|throughout) )?(?:each of )?"

#: In no order: the longest match that starts first wins.
SPANS: tuple[Rule, ...] = (
    _rule(
        r"\b(?:earlier|early|so far|already|previously) (?:this|in the) (?P<unit>week|month|year)\b(?! of)",
        with_anchor(_so_far, _timex_of_whole),
        "this the",
    ),
    _rule(
        r"\b(?:later|late|the rest of|sometime|some time) (?:this|in the) (?P<unit>week|month|year)\b(?! of)",
        with_anchor(_later, _timex_of_whole),
        "this the",
    ),
    _rule(
        rf"\b{_IN}(?:(?:at least )?the |these )?(?:past|last|previous|preceding) (?:(?P<n>{COUNT}) )(?P<unit>{UNIT})s?\b",
        with_anchor(_past, _length),
        "past last previous preceding",
    ),
    _rule(rf"\b{_IN}(?P<n>)(?:the |these )?(?:past|last) (?:(?P<unit>{UNIT})s)\b", with_anchor(_past, _length), "past last"),
    _rule(
        rf"\b{_IN}(?:the )?(?:past|last) (?P<unit>decade|century)\b",
        with_anchor(_past_age, _one_long),
        "past last",
    ),
    _rule(
        r"\b(?:(?:over|in|during|within|for) the (?:past|last)|the past) (?P<unit>month|week|year)\b",
        with_anchor(_whole_past, _timex_of_whole_past),
        "past last",
    ),
    _rule(
        rf"\b(?:in |over |within |during |for )?the (?:next|coming) (?P<n>{COUNT}) (?P<unit>{UNIT})s?\b",
        with_anchor(_coming, _length),
        "next coming",
    ),
    _rule(
        rf"(?<=[a-z] )in (?:nearly |almost |more than |over |about |just |at least )?(?P<n>{COUNT}) (?P<unit>{UNIT})s?\b",
        _first_in,
        "in",
    ),
    _rule(r"\bthe end of (?:the|this) (?P<unit>week|month|year)\b", with_anchor(_end_of, _timex_of_whole), "end"),
    _rule(
        r"\b(?:in )?(?:the )?(?:recent|coming) (?P<unit>day|week|month|quarter|year|decade)s"
        r"(?: (?:and|or) (?:weeks|months|years))?\b",
        _vague,
        "recent coming",
    ),
)
