"""Figures as they are kept, so that series are made of those of all articles without opening one again."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from rashomon.linking.figures.entries import Entry
from rashomon.linking.figures.reconciling import Count
from rashomon.linking.figures.tolls import Said
from rashomon.linking.quantity import Quantity
from rashomon.linking.sources.roots import Origin
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.model.reading import Figure
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import NumberKind, RootKind


def kept(entries: Iterable[Entry]) -> str:
    """Return the figures of one article as one line of text."""
    return json.dumps(list(map(_plain, entries)), ensure_ascii=False, separators=(",", ":"))


def _plain(entry: Entry) -> list[Any]:
    count, said = entry.count, entry.said
    days = (_text(count.first), count.last.isoformat(), _text(said.published))
    voices = [(one.kind.value, one.name, one.capture) for one in (said.origin, said.outlet)]
    counts = [(one.sort, sorted(one.head), sorted(one.scope), one.rate) for one in (count.counts, said.counts)]
    return [_figure(count.figure), counts, days, count.after, said.ref, voices, said.source, sorted(entry.groups)]


def _figure(one: Figure) -> list[Any]:
    spans = [(span.start, span.end) for span in (one.span, one.evidence)]
    periods = [None if period is None else str(period) for period in (one.period, one.as_of)]
    printed = (one.printed, one.unit, one.qualifier)
    return [
        one.what,
        one.kind.value,
        str(one.value),
        spans,
        *printed,
        *periods,
        one.cumulative,
        one.source,
        one.account,
        one.kept,
    ]


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def revived(article_id: str, text: str) -> Iterator[Entry]:
    """Yield the figures of one article from what `kept` gave."""
    for figure, counts, (first, last, published), after, ref, voices, source, groups in json.loads(text):
        found = _revived(article_id, figure)
        counted, said = (Quantity(sort, frozenset(head), frozenset(scope), rate) for sort, head, scope, rate in counts)
        origin, outlet = (Origin(RootKind(kind), name, capture) for kind, name, capture in voices)
        told = Said(found.value, ref, found.span, said, origin, outlet, source, _day(published))
        yield Entry(Count(found, counted, _day(first), date.fromisoformat(last), after), told, frozenset(groups))


def _revived(article_id: str, plain: list[Any]) -> Figure:
    what, kind, value, spans, printed, unit, qualifier, period, as_of, cumulative, source, account, kept_id = plain
    where, evidence = (EvidenceSpan(article_id, *span) for span in spans)
    when, until = (None if text is None else DateInterval.parse(text) for text in (period, as_of))
    found = (printed, unit, qualifier, when, until, cumulative, source, account, kept_id)
    return Figure(what, NumberKind(kind), Range.parse(value), where, evidence, *found)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
