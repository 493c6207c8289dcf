"""The patterns of parts of a month: "the week of 6 March", "the first week of June", "the twentieth of last month"."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from rashomon.extraction.dates_grammar import NAMED_YEAR, year_of
from rashomon.extraction.dates_rules import Match, Rule
from rashomon.extraction.dates_values import Draft, month_span, resolve, shift_months, week_of
from rashomon.extraction.dates_words import DAY, MONTH, ORDINALS, YEAR, day_of, month_of
from rashomon.model.dates import DateInterval

_A_WEEK = 7
_HALF = 15


def _week_of(match: Match, anchor: date | None) -> Draft:
    """The week of March 6: the Monday to Sunday that holds the day."""
    month = month_of(match["month"] or match["month1"])
    day = day_of(match["day"] or match["day1"])
    found = resolve(Draft(*match.span(), year=year_of(match, anchor), month=month, day=day), anchor)
    value = week_of(found.first) if found and found.first else None
    return Draft(*match.span(), value=value, relative=not match["year"])


def _part_of_month(match: Match, anchor: date | None) -> Draft:
    """The first week of June · the last day of May 2015 · the second half of April."""
    month = resolve(Draft(*match.span(), year=year_of(match, anchor), month=month_of(match["month"])), anchor)
    if month is None or month.first is None or month.last is None:
        return Draft(*match.span(), relative=True)
    value = _cut(month.first, month.last, ORDINALS[match["nth"]], match["unit"])
    return Draft(*match.span(), value=value, relative=not match["year"])


def _cut(first: date, last: date, ordinal: int, unit: str) -> DateInterval:
    """The so-manyth day, week or half between two days, counted from the end where ``ordinal`` is negative."""
    if unit == "half":
        middle = first + timedelta(days=_HALF)
        return DateInterval(first, middle - timedelta(days=1)) if ordinal == 1 else DateInterval(middle, last)
    size = timedelta(days=1 if unit == "day" else _A_WEEK)
    begin = last + timedelta(days=1) - size if ordinal < 0 else first + (ordinal - 1) * size
    return DateInterval(begin, min(last, begin + size - timedelta(days=1)))


def _day_of_month(match: Match, anchor: date | None) -> Draft | None:
    """The twentieth of last month · the twenty-seventh of September 2013."""
    day = day_of(match["day"])
    if match["month"]:
        year = year_of(match, anchor)
        return Draft(*match.span(), year=year, month=month_of(match["month"]), day=day, relative=not match["year"])
    if anchor is None:
        return Draft(*match.span(), relative=True)
    first = shift_months(anchor.replace(day=1), {"last": -1, "this": 0, "next": 1}[match["side"]])
    whole = month_span(first.year, first.month)
    if whole.last is None or day > whole.last.day:
        return None
    found = first.replace(day=day)
    return Draft(*match.span(), value=DateInterval(found, found), relative=True)


def _rule(pattern: str, read: Callable[[Match, date | None], Draft | None], cues: str) -> Rule:
    return Rule(re.compile(pattern), read, tuple(cues.split()))


_MAYBE_YEAR = rf"(?:,? (?P<year>{YEAR})| {NAMED_YEAR})?"
_SPELLED = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth|"
    r"twenty-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirty-first)"
)

#: In no order: the longest match that starts first wins.
PARTS: tuple[Rule, ...] = (
    _rule(
        rf"\b(?:[Tt]he )?week (?:of|beginning|starting) "
        rf"(?:(?P<month>{MONTH}) (?P<day>{DAY})|(?P<day1>{DAY}) (?P<month1>{MONTH})){_MAYBE_YEAR}",
        _week_of,
        "week",
    ),
    _rule(
        rf"\b[Tt]he (?P<nth>first|second|third|fourth|last|final) (?P<unit>week|day|half) of (?P<month>{MONTH}){_MAYBE_YEAR}",
        _part_of_month,
        "week day half",
    ),
    _rule(
        rf"\b[Tt]he (?P<day>{_SPELLED}|{DAY}) of (?:(?P<side>last|this|next) month|(?P<month>{MONTH}){_MAYBE_YEAR})",
        _day_of_month,
        "th st nd rd",
    ),
)
