"""Sets drafts of date expressions against the day of publication, the verbs and the dates around them."""

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from rashomon.extraction.dates_context import Context, moved
from rashomon.extraction.dates_tense import towards
from rashomon.extraction.dates_values import Clock, Draft, Towards, month_span, resolve
from rashomon.model.dates import DateInterval

_SINCE = re.compile(r"\b(?:ever )?since (?:at least |about |around |the )?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|between)(?: the| about| around)? $", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween(?: the)? $", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:by|until|till) (?:(?:at least|late|early) )?$", re.IGNORECASE)
_END_OF = re.compile(r"\b(?:by|until|till|before|through) (?:the )?end of (?:the )?$", re.IGNORECASE)
_THROUGH = re.compile(r",? ?(?:-|–|—|\bto\b|\bthrough\b|\buntil\b|\btill\b|\band until\b|\bup to\b) ?(?:the )?$", re.IGNORECASE)
_SAME_YEAR = re.compile(r"\b(?:the same|that) year$", re.IGNORECASE)
_AND = re.compile(r",? and (?:the )?$", re.IGNORECASE)
#: How far around an expression the words that open or close it are looked for.
_REACH = 60


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date expression.

    Args:
        start, end: offsets in the text, without a preposition that only places it ("on").

        value: the days it may mean; ``None`` where the words give no basis ("in recent weeks").

        relative: whether it was resolved against the anchor ("yesterday", "in May" without a year).

        clock: the time of day, where the words say one.
    """

    start: int
    end: int
    value: DateInterval | None
    relative: bool
    clock: Clock | None = None


class DateReading:
    """Sets the drafts of one text against its anchor and the days named before, in reading order."""

    def __init__(self, text: str, cut: Sequence[tuple[int, int]], anchor: date | None) -> None:
        self._text = text
        self._cut = cut
        self._anchor = anchor
        self._context = Context(anchor)

    def pass_by(self, value: DateInterval | None) -> None:
        """Remember the day, month or year for what is counted from it."""
        self._context.pass_by(value)

    def _sentence(self, draft: Draft) -> tuple[int, int]:
        at = bisect.bisect_right(self._cut, (draft.start, len(self._text))) - 1
        return self._cut[at]

    def _stands_after(self, pattern: re.Pattern[str], draft: Draft) -> re.Match[str] | None:
        """The words that end just before the draft, where the pattern matches them."""
        return pattern.search(self._text, max(self._sentence(draft)[0], draft.start - _REACH), draft.start)

    def _towards(self, draft: Draft) -> Towards:
        if not draft.is_open or draft.towards is not None:
            return Towards.PAST
        return towards(self._text, self._sentence(draft), (draft.start, draft.end), near=draft.weekday is not None)

    def are_joined(self, first: Draft, second: Draft) -> bool:
        """Return whether the two are the ends of one range: "from A to B", "between A and B", "A-B"."""
        gap = self._text[first.end : second.start]
        if first.is_time or second.is_time:
            return False
        if _AND.fullmatch(gap):
            return self._stands_after(_BETWEEN, first) is not None or _follow(first, second)
        return _THROUGH.fullmatch(gap) is not None

    def range(self, first: Draft, second: Draft) -> FoundDate:
        """Return the two ends as one interval."""
        opening = self._stands_after(_FROM, first)
        start = opening.start() if opening else first.start
        head, tail = self.ends(first, second)
        value = None
        if head and tail and head.first and tail.last and head.first <= tail.last:
            value = DateInterval(head.first, tail.last)
        return FoundDate(start, second.end, value, first.relative and second.relative)

    def ends(self, first: Draft, second: Draft) -> tuple[DateInterval | None, DateInterval | None]:
        """Return the days of each end of a range; an end without a year or week takes it from the other."""
        head = None if first.is_open else resolve(first, self._anchor)
        way = Towards.FUTURE if head else self._towards(first)
        tail = resolve(second, head.last if head else self._anchor, way)
        if head is None and tail is not None:
            head = resolve(replace(first, towards=Towards.PAST), tail.last)
        return head, tail

    def value(self, draft: Draft) -> DateInterval | None:
        """Return the days that the draft by itself may mean."""
        if draft.context is not None or draft.is_time:
            return self._context.value(draft)
        if draft.is_open and draft.month is not None and _SAME_YEAR.search(self._text, draft.start, draft.end):
            return resolve(replace(draft, year=self._context.year), self._anchor)
        return resolve(draft, self._anchor, self._towards(draft))

    def year_before(self) -> DateInterval | None:
        """Return what "a year earlier" means of figures: the quarter named last a year before, else the year before this one."""
        quarter = self._context.quarter()
        if quarter is not None:
            return moved(quarter, -4, "quarter")
        return month_span(self._anchor.year - 1, 1, 12) if self._anchor else None

    def single(self, draft: Draft) -> FoundDate:
        """Return one expression with what the words before make of it: "since", "by the end of"."""
        value = self.value(draft)
        if draft.context is not None or draft.is_time:
            return FoundDate(draft.start, draft.end, value, relative=True, clock=draft.clock)
        since = self._stands_after(_SINCE, draft)
        if since:
            return FoundDate(since.start(), draft.end, since_then(value, self._anchor), draft.relative)
        ending = self._stands_after(_END_OF, draft) or (self._stands_after(_UNTIL, draft) if draft.part == "late" else None)
        if ending and value is not None and value.last is not None:
            return FoundDate(ending.start(), draft.end, DateInterval(value.last, value.last), draft.relative)
        return FoundDate(draft.start, draft.end, value, draft.relative, draft.clock)


def _follow(first: Draft, second: Draft) -> bool:
    """Whether the two are days of the week that follow one another."""
    return first.weekday is not None and second.weekday == (first.weekday + 1) % 7


def since_then(value: DateInterval | None, anchor: date | None) -> DateInterval | None:
    """From the first day on until the anchor, or the end of its month or year where the beginning is no more precise."""
    if value is None or value.first is None:
        return None
    if anchor is None or anchor < value.first:
        return DateInterval(value.first, None)
    until = {"year": month_span(anchor.year, 1, 12), "month": month_span(anchor.year, anchor.month)}.get(value.precision)
    return DateInterval(value.first, until.last if until else anchor)
