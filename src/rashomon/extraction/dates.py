"""Find date expressions in English text and resolve them against the day of publication.

A small grammar of our own: patterns give drafts (`dates_grammar`, `dates_periods`, `dates_relative` and the rest of
`DATE_RULES`), drafts that stand side by side are joined (`dates_drafts`), and set against the anchor, the verbs and the dates
around them last (`dates_reading`). `timexes` reads the same drafts as TIMEX3.
"""

from datetime import date

from rashomon.extraction.dates_clock import CLOCK
from rashomon.extraction.dates_drafts import drafts
from rashomon.extraction.dates_feasts import FEASTS
from rashomon.extraction.dates_following import FOLLOWING
from rashomon.extraction.dates_grammar import CALENDAR
from rashomon.extraction.dates_parts import PARTS
from rashomon.extraction.dates_periods import PERIODS
from rashomon.extraction.dates_reading import DateReading, FoundDate
from rashomon.extraction.dates_relative import RELATIVE
from rashomon.extraction.dates_rules import Rule
from rashomon.extraction.dates_spans import SPANS
from rashomon.extraction.dates_stretches import STRETCHES
from rashomon.text.sentences import sentences

#: What the patterns of dates are, in all.
DATE_RULES: tuple[Rule, ...] = (*CALENDAR, *PARTS, *PERIODS, *STRETCHES, *FEASTS, *RELATIVE, *SPANS, *FOLLOWING, *CLOCK)


def find_dates(text: str, span: tuple[int, int], anchor: date | None) -> tuple[FoundDate, ...]:
    """Return the date expressions between the offsets of ``span``, in reading order, resolved against ``anchor``.

    Durations ("in 24 hours") are no dates; a time of day is one, of the day named last. Without an anchor, words that need
    one have no value.
    """
    cut = sentences(text, *span)
    named = drafts(text, cut, anchor, DATE_RULES)
    reading = DateReading(text, cut, anchor)
    found: list[FoundDate] = []
    n = 0
    while n < len(named):
        first = named[n]
        second = named[n + 1] if n + 1 < len(named) else None
        if second is not None and reading.are_joined(first, second):
            found.append(reading.range(first, second))
            n += 1
        else:
            found.append(reading.single(first))
        n += 1
        reading.pass_by(found[-1].value)
    return tuple(found)
