"""All drafts of date expressions in a stretch of text, and the joining of those that name one time together."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from rashomon.extraction.dates_rules import Rule
from rashomon.extraction.dates_values import Draft

#: What stands between a weekday and its date.
_BESIDE = frozenset({" ", ", ", " the ", ", the "})
#: What stands between a time of day and its day.
_NEAR = re.compile(
    r",?(?: ?\([^()\n]{1,20}\),?)?(?: ?(?:on|of|at|in|by)\b)?"
    r"(?: ?(?:the|about|around|exactly|shortly after|just before|just after)\b)? ?",
    re.IGNORECASE,
)


def drafts(text: str, cut: Iterable[tuple[int, int]], anchor: date | None, rules: Sequence[Rule]) -> list[Draft]:
    """Return the drafts in the sentences ``cut``, the longest where several overlap, in reading order."""
    found: list[Draft] = []
    whole = text.lower()
    hopeful = [rule for rule in rules if rule.may_match(whole)]
    for start, end in cut:
        lowered = text[start:end].lower()
        for rule in hopeful:
            if rule.may_match(lowered):
                read = (rule.read(match, anchor) for match in rule.pattern.finditer(text, start, end))
                found += [draft for draft in read if draft is not None]
    found.sort(key=lambda draft: (draft.start, -draft.end))
    kept: list[Draft] = []
    for draft in found:
        if not kept or draft.start >= kept[-1].end:
            kept.append(draft)
    return [draft for draft in _joined(text, kept) if not draft.bound]


def _joined(text: str, found: list[Draft]) -> list[Draft]:
    """Join what stands side by side: "Wednesday, 21 September", "yesterday, Tuesday", "10 p.m. on Monday"."""
    joined: list[Draft] = []
    for draft in found:
        one = _one(text, joined[-1], draft) if joined else None
        if one is None:
            joined.append(draft)
        else:
            joined[-1] = one
    return joined


def _one(text: str, first: Draft, second: Draft) -> Draft | None:
    """The two drafts as one; ``None`` where they are two."""
    gap = text[first.end : second.start]
    if gap in _BESIDE and _one_weekday(first, second):
        other = second if first.weekday is not None else first
        return replace(other, start=first.start, end=second.end, clock=first.clock or second.clock)
    if first.clock is None and second.clock is None:
        return None
    day, clock = (first, second) if second.is_time else (second, first)
    if not clock.is_time or clock.clock is None or not _NEAR.fullmatch(gap) or not gap:
        return None
    if day.is_time and day.clock is not None:
        return _one_time(first, second)
    if not day.names_day:
        return None
    merged = clock.clock.with_part_of(day.clock) if day.clock else clock.clock
    return replace(day, start=first.start, end=second.end, clock=merged)


def _one_time(first: Draft, second: Draft) -> Draft | None:
    """Two times of day as one, where one is the hour and the other the part of the day."""
    if first.clock is None or second.clock is None or (first.clock.hour is None) == (second.clock.hour is None):
        return None
    bound = first.bound and second.bound
    return replace(first, end=second.end, clock=first.clock.with_part_of(second.clock), bound=bound)


def _one_weekday(first: Draft, second: Draft) -> bool:
    """Whether just one of the two is a weekday and the other a day of the calendar, or a week."""
    other = second if first.weekday is not None else first
    if (first.weekday is None) == (second.weekday is None):
        return False
    return other.day is not None or (other.value is not None and other.value.precision == "day")
