"""The patterns of quarters that count from one named before, as firms report: "the latest quarter", "the year-earlier period"."""

import re
from collections.abc import Callable
from datetime import date

from rashomon.extraction.dates_rules import Match, Rule
from rashomon.extraction.dates_values import Draft

_QUARTERS_A_YEAR = 4


def _quarter(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    return Draft(*match.span(), relative=True, context=0, unit="quarter")


def _year_before(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    return Draft(*match.span(), relative=True, context=-_QUARTERS_A_YEAR, unit="quarter")


def _this_year(match: Match, anchor: date | None) -> Draft | None:
    """The year · the current fiscal year · year-end."""
    return Draft(*match.span(), year=anchor.year if anchor else None, relative=True) if anchor else None


def _whole_year(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
    return Draft(*match.span(), timex="P1Y")


def _rule(pattern: str, read: Callable[[Match, date | None], Draft | None], cues: str) -> Rule:
    return Rule(re.compile(pattern, re.IGNORECASE), read, tuple(cues.split()))


#: In no order: the longest match that starts first wins.
QUARTERS: tuple[Rule, ...] = (
    _rule(
        r"\b(?:the|this|that) (?:latest |most recent |same )?(?:fiscal )?quarter\b|\bthe latest period\b",
        _quarter,
        "quarter period",
    ),
    _rule(
        r"\b(?:the )?(?:comparable |corresponding )?year[- ](?:ago|earlier)"
        r"(?: (?:(?:first|second|third|fourth)[ -])?(?:quarter|period))?\b"
        r"|\bthe (?:corresponding|comparable|same) (?:period|quarter)(?: (?:of |a )?(?:last year|year ago|year earlier))?\b"
        r"|\bthe quarter a year (?:ago|earlier)\b",
        _year_before,
        "year period quarter",
    ),
    _rule(r"\bthe (?:fiscal |full )?year(?= end(?:ed|ing))", _whole_year, "year end"),
    _rule(
        r"\b(?:the (?:current |full |latest )?(?:fiscal |calendar )?year"
        r"(?! (?:of|that|when|to|in which|before|after|ago|earlier|later|ending|ended|two|1\d|20)\b|-)"
        r"|(?:the )?year['’]s end|year[- ]end)\b",
        _this_year,
        "year",
    ),
)
