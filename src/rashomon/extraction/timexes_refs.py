"""The patterns of what points to the present, the past or the future as a whole: "now", "recently", "soon"."""

import re
from collections.abc import Callable
from datetime import date

from rashomon.extraction.dates_rules import Match, Rule
from rashomon.extraction.dates_values import Draft


def _to(value: str) -> Callable[[Match, date | None], Draft]:
    def read(match: Match, anchor: date | None) -> Draft:  # noqa: ARG001 - one shape for all rules
        return Draft(*match.span(), timex=value)

    return read


def _rule(pattern: str, value: str, cues: str) -> Rule:
    return Rule(re.compile(pattern, re.IGNORECASE), _to(value), tuple(cues.split()))


#: In no order: the longest match that starts first wins.
REFERENCES: tuple[Rule, ...] = (
    _rule(
        r"\b(?:right now|now|currently|current(?! (?:account|affairs))|nowadays|these days|at present|at the moment|presently)\b",
        "PRESENT_REF",
        "now current these present moment",
    ),
    _rule(
        r"\b(?:(?:more |most |very )?recently|lately|in the past|the past(?= [.,;])|formerly|at the time|some time ago|"
        r"long ago|(?:days|weeks|months|years|decades) ago)\b",
        "PAST_REF",
        "recent lately past formerly time ago",
    ),
    _rule(
        r"\b(?:the (?:near |foreseeable )?future|in future|one day(?= be)|as soon as possible|the near term|a later date)\b"
        r"|\b(?<=will )one day\b",
        "FUTURE_REF",
        "soon future one near later",
    ),
)
