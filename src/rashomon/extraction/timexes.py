"""Every time expression of a text with its type and value in the standard TIMEX3: dates, times, durations, sets.

Built on the grammar of dates: what `find_dates` finds is found here too, each end of a range by itself, and besides it
what has a length but no place ("three days"), what comes again ("every Friday"), and "now", "recently", "soon".
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from rashomon.extraction.dates import DATE_RULES
from rashomon.extraction.dates_drafts import drafts
from rashomon.extraction.dates_reading import DateReading
from rashomon.extraction.dates_rules import Rule
from rashomon.extraction.dates_values import Draft
from rashomon.extraction.dates_words import SEASONS
from rashomon.extraction.timexes_durations import DURATIONS
from rashomon.extraction.timexes_quarters import QUARTERS
from rashomon.extraction.timexes_refs import REFERENCES
from rashomon.extraction.timexes_values import period
from rashomon.model.dates import DateInterval
from rashomon.text.sentences import sentences

#: What the patterns of time expressions are, in all.
TIMEX_RULES: tuple[Rule, ...] = (*DATE_RULES, *REFERENCES, *QUARTERS, *DURATIONS)


class TimexType(StrEnum):
    """The types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression.

    Args:
        start, end: offsets in the text.

        value: as TIMEX3 writes it (``2016-11``, ``2016-W05``, ``P3D``, ``PAST_REF``); ``None`` where it cannot be told.
    """

    start: int
    end: int
    type: TimexType
    value: str | None


def find_timexes(text: str, span: tuple[int, int], anchor: date | None) -> tuple[Timex, ...]:
    """Return the time expressions between the offsets of ``span``, in reading order, resolved against ``anchor``."""
    cut = sentences(text, *span)
    reading = DateReading(text, cut, anchor)
    found: list[Timex] = []
    last: Draft | None = None
    for draft in drafts(text, cut, anchor, TIMEX_RULES):
        if last is not None and _may_join(last, draft) and reading.are_joined(last, draft):
            head, _ = reading.ends(_whole(last), _whole(draft))
            if head is not None:
                found[-1] = replace(found[-1], value=_written(head, last))
        value = _value(reading, draft)
        found.append(Timex(draft.start, draft.end, _type(draft, value), value))
        last = draft
    return tuple(found)


def _may_join(first: Draft, second: Draft) -> bool:
    """Whether the two may be the ends of a range of which the first takes its year from the second."""
    return first.is_open and first.timex is None and second.timex is None and first.context is None and second.context is None


def _whole(draft: Draft) -> Draft:
    """The draft as TIMEX3 values it: without "early" and "late", and of two days the first."""
    if draft.month or draft.year or draft.part in SEASONS:
        return replace(draft, part=draft.part if draft.part in SEASONS else None, last_day=None)
    return draft


def _value(reading: DateReading, draft: Draft) -> str | None:
    """The draft's value; the days it names are remembered for what is counted from them."""
    if draft.timex is not None:
        return draft.timex
    if draft.unit == "year" and -1 in {draft.context, draft.ago}:
        return _year_before(reading)
    days = reading.value(_whole(draft))
    if not draft.is_time and draft.unit != "quarter":
        reading.pass_by(days)
    return None if days is None else _written(days, draft)


def _written(days: DateInterval, draft: Draft) -> str | None:
    return period(days) if draft.clock is None else f"{days.first}{draft.clock}"


def _year_before(reading: DateReading) -> str | None:
    """A year ago: of the quarter that the text tells of, else the year before this one."""
    days = reading.year_before()
    return None if days is None else period(days)


def _type(draft: Draft, value: str | None) -> TimexType:
    if draft.repeated:
        return TimexType.SET
    if value is not None and value.startswith("P") and not value.endswith("REF"):
        return TimexType.DURATION
    return TimexType.TIME if draft.clock is not None else TimexType.DATE
