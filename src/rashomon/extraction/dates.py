"""Find date expressions in English text and resolve them against the day of publication.

A small grammar of our own: patterns give drafts (`dates_grammar`, `dates_relative`), drafts are joined to ranges and
opened or closed by the words around them here, and set against the anchor last.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from rashomon.extraction.dates_grammar import CALENDAR
from rashomon.extraction.dates_relative import RELATIVE, moved
from rashomon.extraction.dates_values import Draft, Towards, resolve
from rashomon.model.dates import DateInterval
from rashomon.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date expression.

    Args:
        start, end: offsets in the text, without a preposition that only places it ("on").

        value: the days it may mean; ``None`` where the words give no basis ("in recent weeks").

        relative: whether it was resolved against the anchor ("yesterday", "in May" without a year).
    """

    start: int
    end: int
    value: DateInterval | None
    relative: bool


_RULES = (*CALENDAR, *RELATIVE)
_SINCE = re.compile(r"\b(?:ever )?since (?:at least |about |around |the )?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|between)(?: the| about| around)? $", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween(?: the)? $", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:by|until|till) (?:(?:at least|late|early) )?$", re.IGNORECASE)
_END_OF = re.compile(r"\b(?:by|until|till|before|through) (?:the )?end of (?:the )?$", re.IGNORECASE)
_THROUGH = re.compile(r",? ?(?:-|–|—|\bto\b|\bthrough\b|\buntil\b|\btill\b|\band until\b|\bup to\b) ?(?:the )?$", re.IGNORECASE)
_AND = re.compile(r",? and (?:the )?$", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|shall|due|scheduled|expected|set|plans?|planned|vow(?:s|ed)?|would|deadline|upcoming)\b[^.!?\n]*$"
)
#: What stands between a weekday and its date.
_BESIDE = frozenset({" ", ", ", " the ", ", the "})
#: How far around an expression the words that open, close or turn it are looked for.
_REACH = 60


def _drafts(text: str, span: tuple[int, int], anchor: date | None) -> list[Draft]:
    """All drafts in the span, the longest where several overlap, in reading order."""
    found: list[Draft] = []
    for start, end in sentences(text, *span):
        lowered = text[start:end].lower()
        for rule in _RULES:
            if rule.may_match(lowered):
                drafts = (rule.read(match, anchor) for match in rule.pattern.finditer(text, start, end))
                found += [draft for draft in drafts if draft is not None]
    found.sort(key=lambda draft: (draft.start, -draft.end))
    kept: list[Draft] = []
    for draft in found:
        if not kept or draft.start >= kept[-1].end:
            kept.append(draft)
    return _with_weekdays(text, kept)


def _with_weekdays(text: str, drafts: list[Draft]) -> list[Draft]:
    """Join a weekday with the date beside it: "Wednesday, 21 September", "yesterday, Tuesday"."""
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        if last is not None and text[last.end : draft.start] in _BESIDE and _one_weekday(last, draft):
            other = draft if last.weekday is not None else last
            joined[-1] = replace(other, start=last.start, end=draft.end)
        else:
            joined.append(draft)
    return joined


def _one_weekday(first: Draft, second: Draft) -> bool:
    """Whether just one of the two is a weekday and the other a day of the calendar, or a week."""
    other = second if first.weekday is not None else first
    if (first.weekday is None) == (second.weekday is None):
        return False
    return other.day is not None or (other.value is not None and other.value.precision == "day")


def find_dates(text: str, span: tuple[int, int], anchor: date | None) -> tuple[FoundDate, ...]:
    """Return the date expressions between the offsets of ``span``, in reading order, resolved against ``anchor``.

    Durations ("in 24 hours") and times of day are no dates. Without an anchor, words that need one have no value.
    """
    drafts = _drafts(text, span, anchor)
    found: list[FoundDate] = []
    context: date | None = None
    n = 0
    while n < len(drafts):
        first = drafts[n]
        second = drafts[n + 1] if n + 1 < len(drafts) and _joined(text, span, first, drafts[n + 1]) else None
        if second is not None:
            made = _range(text, span, first, second, anchor)
            n += 1
        else:
            made = _single(text, span, first, anchor, context)
        n += 1
        found.append(made)
        if made.value is not None and made.value.first is not None and made.value.first == made.value.last:
            context = made.value.first
    return tuple(found)


def _before(span: tuple[int, int], draft: Draft) -> int:
    return max(span[0], draft.start - _REACH)


def _joined(text: str, span: tuple[int, int], first: Draft, second: Draft) -> bool:
    """Whether the two are the ends of one range: "from A to B", "between A and B", "A-B"."""
    gap = text[first.end : second.start]
    if _AND.fullmatch(gap):
        return _BETWEEN.search(text, _before(span, first), first.start) is not None
    return _THROUGH.fullmatch(gap) is not None


def _range(text: str, span: tuple[int, int], first: Draft, second: Draft, anchor: date | None) -> FoundDate:
    """The two ends as one interval; an end without a year or week takes it from the other."""
    opening = _FROM.search(text, _before(span, first), first.start)
    start = opening.start() if opening else first.start
    head = None if first.is_open else resolve(first, anchor)
    tail = resolve(second, head.last if head else anchor, Towards.FUTURE if head else _towards(text, span, first))
    if head is None and tail is not None:
        head = resolve(replace(first, towards=Towards.PAST), tail.last)
    value = None
    if head and tail and head.first and tail.last and head.first <= tail.last:
        value = DateInterval(head.first, tail.last)
    return FoundDate(start, second.end, value, first.relative and second.relative)


def _towards(text: str, span: tuple[int, int], draft: Draft) -> Towards:
    """Whether the words before say that the day lies ahead."""
    begin = _before(span, draft)
    if _UNTIL.search(text, begin, draft.start) or _AHEAD.search(text, begin, draft.start):
        return Towards.FUTURE
    return Towards.PAST


def _single(text: str, span: tuple[int, int], draft: Draft, anchor: date | None, context: date | None) -> FoundDate:
    """One expression with what the words before make of it: "since", "by the end of"."""
    begin = _before(span, draft)
    if draft.context is not None:
        counted = DateInterval(context, context) if draft.context == 0 and context else None
        value = counted or (moved(context, draft.context, draft.unit) if context else None)
        return FoundDate(draft.start, draft.end, value, relative=True)
    value = resolve(draft, anchor, _towards(text, span, draft))
    since = _SINCE.search(text, begin, draft.start)
    if since:
        return FoundDate(since.start(), draft.end, _since(value, anchor), draft.relative)
    ending = _END_OF.search(text, begin, draft.start) or (
        _UNTIL.search(text, begin, draft.start) if draft.part == "late" else None
    )
    if ending and value is not None and value.last is not None:
        return FoundDate(ending.start(), draft.end, DateInterval(value.last, value.last), draft.relative)
    return FoundDate(draft.start, draft.end, value, draft.relative)


def _since(value: DateInterval | None, anchor: date | None) -> DateInterval | None:
    if value is None or value.first is None:
        return None
    return DateInterval(value.first, anchor if anchor is not None and anchor >= value.first else None)
