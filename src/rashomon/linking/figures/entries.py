"""Figures as series are made of them: what each counts, from when to when, who says it, and what ties it to others."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from rashomon.linking.cast import Cast
from rashomon.linking.figures.periods import Periods, only_follows
from rashomon.linking.figures.reconciling import Count
from rashomon.linking.figures.tolls import Said, Tolls
from rashomon.linking.precedence import published
from rashomon.linking.quantity import Quantity, quantity
from rashomon.linking.sentences import sentence
from rashomon.model.dates import DateInterval
from rashomon.model.reading import OUTLET_KEY, Figure
from rashomon.model.sources import Article
from rashomon.model.words import ACTOR_KINDS, ActorKind, NumberKind

#: Sorts of numbers that make no series by themselves.
_SINGLE = frozenset({NumberKind.AGE, NumberKind.DISTANCE, NumberKind.PERCENT})
#: Actors that are named in too many figures to say what is counted.
_BROAD = frozenset({ActorKind.STATE, ActorKind.OUTLET, ActorKind.PERSON})
#: How much of the text after a number may say what it counts (characters).
_AFTER = 40
_OF_THEM = re.compile(r"of (?:them|these|those|which|whom)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Entry:
    """A figure with what it counts, who says it, and the groups its sentence names."""

    count: Count
    said: Said
    groups: frozenset[str]

    @cached_property
    def ties(self) -> frozenset[str]:
        """Return what it shares with others of its series: the groups it tells of, or else its article; and its speaker."""
        figure = self.count.figure
        speaker = self.said.origin.name if figure.source != OUTLET_KEY else f"outlet {self.said.outlet.name}"
        return (self.groups or frozenset({f"article {figure.article_id}"})) | {speaker}

    @property
    def quantity(self) -> str:
        """Return the name of what is counted: the issue on which its series are found."""
        return _name(self.count.counts)


def _name(counts: Quantity) -> str:
    return "\x1f".join(("series", counts.sort, *sorted(counts.head)))


def _tolls_of_one(figure: Figure) -> bool:
    """Whether the figure belongs to one happening and not to a stretch of time."""
    if figure.account is None or figure.kind == NumberKind.EVENTS:
        return False
    return figure.period is None or figure.period.precision == "day"


def _span(figure: Figure, period: DateInterval | None, told: date | None) -> tuple[date | None, date] | None:
    """From when to when is counted, a running total until it is told; ``None`` where nothing says until when."""
    if period is not None and period.last is not None:
        return period.first, period.last
    if figure.as_of is not None and figure.cumulative is not False:
        last = figure.as_of.last or figure.as_of.first
        return (period.first if period is not None else None, last) if last is not None else None
    if period is not None and period.first is not None and told is not None and period.first <= told:
        return (period.first, told) if figure.cumulative else None
    return None


def _groups(cast: Cast, figure: Figure) -> frozenset[str]:
    """Names of the groups and forces in a figure's sentence, and of their sides."""
    names: set[str] = set()
    around = sentence(cast.article(figure.article_id), figure.span)
    for entity in cast.scenes[figure.article_id].entities.values():
        actor = cast.actor(figure.article_id, entity.key) if entity.kind in ACTOR_KINDS else None
        if actor is not None and actor.kind not in _BROAD and any(m.span.overlaps(around) for m in entity.mentions):
            names.update((actor.name, *actor.sides))
    return frozenset(names)


def _counted(article: Article, figures: Iterable[Figure]) -> Iterator[tuple[Figure, Quantity]]:
    """Figures with what they count; "an average of 87 a month" counts what the figure before it in the sentence counts."""
    before: tuple[Figure, Quantity] | None = None
    for figure in sorted(figures, key=lambda figure: figure.span.start):
        counts = quantity(figure, article.text[figure.span.end :][:_AFTER])
        goes_on = counts.rate or _OF_THEM.match(figure.what) is not None
        if not counts.head and goes_on and before is not None and before[0].span.overlaps(sentence(article, figure.span)):
            counts = replace(before[1], rate=counts.rate)
        if counts.head:
            before = (figure, counts)
            yield figure, counts


def entries_of(cast: Cast, tolls: Tolls, article_id: str) -> Iterator[Entry]:
    """Yield the figures of one article; one that names nobody ("that makes 98 attacks") goes on from the one before it.

    Args:
        cast: knows the article.

        tolls: says who stands behind a number.

        article_id: of the article.
    """
    source = cast.scenes[article_id].source
    printed = published(source.article)
    told = printed.first if printed is not None else None
    before: dict[str, frozenset[str]] = {}
    periods, given = Periods(source.article, source.reading), list[DateInterval]()
    for figure, counts in _counted(source.article, source.reading.figures):
        period = periods.of(figure, given)
        given += [figure.period] if figure.period is not None else []
        span = _span(figure, period, told)
        if figure.kind in _SINGLE or _tolls_of_one(figure) or only_follows(source.article, figure):
            continue
        name, said = _name(counts), tolls.of_figure(figure, told)
        groups = _groups(cast, figure) or (before.get(name, frozenset()) if figure.source == OUTLET_KEY else frozenset())
        before[name] = groups
        if span is not None:
            yield Entry(Count(figure, counts, *span, source.article.text[figure.span.end :][:_AFTER]), said, groups)
