"""The patterns of date expressions that count from the day of publication or from a day named before."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from rashomon.extraction.dates_context import moved
from rashomon.extraction.dates_rules import Match, Rule
from rashomon.extraction.dates_values import Clock, Draft, month_span, shift_months, week_of
from rashomon.extraction.dates_words import COUNT, PARTS_OF_DAY, UNIT, count_of
from rashomon.extraction.timexes_values import week
from rashomon.model.dates import DateInterval

_SATURDAY = 5
#: So many hours ago is still the same day.
_SAME_DAY = 12
_MONTHS_A_YEAR = 12
_PART = re.compile("morning|afternoon|evening|night", re.IGNORECASE)


def _one(day: date) -> DateInterval:
    return DateInterval(day, day)


def with_anchor(
    read: Callable[[Match, date], DateInterval | None],
    timex: Callable[[Match, date], str | None] | None = None,
) -> Callable[[Match, date | None], Draft]:
    """Return a rule's reader out of one that needs the anchor: without an anchor the date has no value.

    Args:
        read: gives the days.

        timex: gives the TIMEX3 value, where it is not just that of the days.
    """

    def reader(match: Match, anchor: date | None) -> Draft:
        if anchor is None:
            return Draft(*match.span(), relative=True)
        return Draft(*match.span(), value=read(match, anchor), relative=True, timex=timex(match, anchor) if timex else None)

    return reader


def _today(match: Match, anchor: date | None) -> Draft:
    """Yesterday · tonight · last evening · this morning."""
    value = _day_of(match["word"].lower(), anchor) if anchor else None
    found = _PART.search(match["word"])
    return Draft(
        *match.span(), value=value, relative=True, clock=Clock(part=PARTS_OF_DAY[found.group().lower()]) if found else None
    )


def _day_of(word: str, anchor: date) -> DateInterval:
    if word == "overnight":
        return DateInterval(anchor - timedelta(days=1), anchor)
    return _one(anchor + timedelta(days={"yesterday": -1, "last": -1, "tomorrow": 1}.get(word.split(maxsplit=1)[0], 0)))


def _this(match: Match, anchor: date) -> DateInterval | None:
    """Last week · this month · next year · last weekend."""
    step = {"last": -1, "next": 1, "coming": 1}.get(match["side"].lower().split()[-1], 0)
    unit = match["unit"].lower()
    if unit == "week":
        return week_of(anchor, step)
    if unit == "weekend":
        return _weekend_from(anchor, step)
    if unit == "fortnight":
        return DateInterval(anchor - timedelta(days=14), anchor) if step < 0 else None
    if unit == "quarter":
        first = shift_months(anchor.replace(day=1), 3 * step)
        return month_span(first.year, (first.month - 1) // 3 * 3 + 1, 3)
    return _month_from(anchor, step) if unit == "month" else month_span(anchor.year + step, 1, 12)


def _weekend_from(anchor: date, step: int) -> DateInterval:
    """The Saturday and Sunday of this week; the last ones that are over; those of next week."""
    ahead = _SATURDAY - anchor.weekday() + 7 * step
    saturday = anchor + timedelta(days=ahead)
    return DateInterval(saturday, saturday + timedelta(days=1))


def _month_from(anchor: date, step: int) -> DateInterval:
    moved = shift_months(anchor.replace(day=1), step)
    return month_span(moved.year, moved.month)


def _ago(match: Match, anchor: date | None) -> Draft:
    """Three days ago · a year ago, which may be the quarter a year ago: told by its unit."""
    unit, count = match["unit"].lower(), count_of(match["n"])
    if unit == "year" and count is not None and (match["half"] or match["half1"]):
        unit, count = "month", count * _MONTHS_A_YEAR + _MONTHS_A_YEAR // 2
    if count is None or anchor is None:
        return Draft(*match.span(), relative=True, timex=None if count is not None else "PAST_REF")
    if unit in {"hour", "minute"}:
        return Draft(*match.span(), value=_one(anchor) if count <= _SAME_DAY else None, relative=True)
    exact = week(anchor - timedelta(days=7 * count)) if unit == "week" else None
    return Draft(*match.span(), value=moved(anchor, -count, unit), relative=True, timex=exact, unit=unit, ago=-count)


def _weekend(match: Match, anchor: date) -> DateInterval:  # noqa: ARG001 - one shape for all rules
    saturday = anchor - timedelta(days=(anchor.weekday() - 5) % 7)
    return DateInterval(saturday, saturday + timedelta(days=1))


def _two_days(match: Match, anchor: date) -> DateInterval:
    return _one(anchor + timedelta(days=-2 if match["way"].startswith("before") else 2))


def _rule(pattern: str, read: Callable[[Match, date | None], Draft | None], cues: str) -> Rule:
    return Rule(re.compile(pattern, re.IGNORECASE), read, tuple(cues.split()))


#: In no order: the longest match that starts first wins.
RELATIVE: tuple[Rule, ...] = (
    _rule(
        r"(?<![A-Za-z] (?=(?-i:T)))\b(?P<word>yesterday|today|tonight|tomorrow|overnight|last (?:night|evening)|"
        r"this (?:morning|afternoon|evening))\b",
        _today,
        "yesterday today tonight tomorrow overnight night evening morning afternoon",
    ),
    _rule(
        r"\b(?P<side>last|this|next|this coming) (?P<unit>weekend|week|fortnight|month|quarter|year)\b",
        with_anchor(_this),
        "last this next",
    ),
    _rule(
        r"\b(?P<side>)(?:at|over|on|during|before|after|until|by|of) the (?P<unit>weekend)\b", with_anchor(_weekend), "weekend"
    ),
    _rule(rf"\b(?P<n>{COUNT})(?P<half> and a half)? (?P<unit>{UNIT})s?(?P<half1> and a half)?(?: or so)? ago\b", _ago, "ago"),
    _rule(r"\bthe day (?P<way>before yesterday|after tomorrow)\b", with_anchor(_two_days), "before after"),
)
