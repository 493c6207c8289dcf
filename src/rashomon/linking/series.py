"""Figures of one quantity through time: what follows from them, and what cannot hold together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from rashomon.linking.cast import Cast
from rashomon.linking.numbers import disagreements
from rashomon.linking.precedence import published
from rashomon.linking.quantity import Quantity, quantity
from rashomon.linking.reconciling import Count, differences, faults
from rashomon.linking.tolls import Said, Tolls
from rashomon.model.ledger import Contradiction, Copy, Series
from rashomon.model.reading import OUTLET_KEY, Figure
from rashomon.model.words import ACTOR_KINDS, ActorKind, NumberKind

#: Sorts of numbers that make no series by themselves.
_SINGLE = frozenset({NumberKind.AGE, NumberKind.DISTANCE, NumberKind.PERCENT})
#: Actors that are named in too many figures to say what is counted.
_BROAD = frozenset({ActorKind.STATE, ActorKind.OUTLET, ActorKind.PERSON})


@dataclass(frozen=True, slots=True)
class _Entry:
    """A figure with what it counts and the names that tie it to others: its speaker, and who it tells of."""

    count: Count
    said: Said
    ties: frozenset[str]


def _tolls_of_one(figure: Figure) -> bool:
    """Whether the figure belongs to one happening and not to a stretch of time."""
    if figure.account is None or figure.kind == NumberKind.EVENTS:
        return False
    return figure.period is None or figure.period.precision == "day"


def _span(figure: Figure) -> tuple[date | None, date] | None:
    """From when to when is counted; ``None`` where the text does not say until when."""
    if figure.period is not None and figure.period.last is not None:
        return figure.period.first, figure.period.last
    if figure.as_of is not None and figure.cumulative is not False:
        last = figure.as_of.last or figure.as_of.first
        return (figure.period.first if figure.period is not None else None, last) if last is not None else None
    return None


def _ties(cast: Cast, figure: Figure, said: Said) -> frozenset[str]:
    """Names of the groups and forces in its sentence and of its speaker; the outlet's where there are none."""
    names: set[str] = set()
    for entity in cast.scenes[figure.article_id].entities.values():
        actor = cast.actor(figure.article_id, entity.key) if entity.kind in ACTOR_KINDS else None
        if actor is not None and actor.kind not in _BROAD and any(m.span.overlaps(figure.evidence) for m in entity.mentions):
            names.update((actor.name, *actor.sides))
    if figure.source != OUTLET_KEY:
        names.add(said.origin.name)
    return frozenset(names) or frozenset({f"outlet {said.outlet.name}"})


def _counted(figures: Iterable[Figure]) -> Iterator[tuple[Figure, Quantity]]:
    """Figures with what they count; "an average of 87 a month" counts what the figure before it in the sentence counts."""
    before: tuple[Figure, Quantity] | None = None
    for figure in sorted(figures, key=lambda figure: figure.span.start):
        counts = quantity(figure)
        if not counts.head and before is not None and before[0].evidence.overlaps(figure.evidence):
            counts = replace(before[1], rate=counts.rate)
        before = (figure, counts)
        yield figure, counts


def _entries(cast: Cast, tolls: Tolls, left_out: frozenset[str]) -> dict[tuple[str, frozenset[str]], list[_Entry]]:
    """Figures of articles that copy nothing, by what they count."""
    found: dict[tuple[str, frozenset[str]], list[_Entry]] = {}
    for scene in cast.scenes.values():
        when = published(scene.source.article)
        for figure, counts in _counted(scene.source.reading.figures) if scene.article_id not in left_out else ():
            span = _span(figure)
            if span is None or figure.kind in _SINGLE or _tolls_of_one(figure):
                continue
            said = tolls.of_figure(figure, when.first if when is not None else None)
            count = Count(figure, counts, span[0], span[1], scene.source.article.text[figure.span.end :][:40])
            found.setdefault((counts.sort, counts.head), []).append(_Entry(count, said, _ties(cast, figure, said)))
    return found


def _tied(entries: Iterable[_Entry]) -> list[list[_Entry]]:
    """Entries that share a name, directly or through others."""
    groups: list[tuple[set[str], list[_Entry]]] = []
    for entry in sorted(entries, key=lambda entry: entry.count.figure.id):
        joined = [group for group in groups if group[0] & entry.ties]
        groups = [group for group in groups if not group[0] & entry.ties]
        names = set(entry.ties).union(*(group[0] for group in joined))
        groups.append((names, [entry, *(other for group in joined for other in group[1])]))
    return [members for _, members in groups]


def _series(members: list[_Entry]) -> Series | None:
    counts = sorted((entry.count for entry in members), key=lambda count: (count.last, count.figure.article_id, count.figure.id))
    if len({(count.first, count.last) for count in counts}) == 1:
        return None
    sources = sorted({entry.said.source for entry in members if entry.said.source is not None})
    whats = [count.figure.what for count in counts if not count.counts.rate] or [counts[0].figure.what]
    return Series(
        what=min(whats, key=lambda what: (-whats.count(what), len(what), what)),
        source=sources[0] if len(sources) == 1 else None,
        figures=tuple(count.figure.id for count in counts),
        derived=differences(counts),
        faults=faults(counts),
    )


def _same_span(members: list[_Entry]) -> Iterable[tuple[str, list[Said]]]:
    spans: dict[tuple[date | None, date, frozenset[str], Quantity], list[_Entry]] = {}
    for entry in members:
        count = entry.count
        spans.setdefault((count.first, count.last, count.counts.scope, count.counts), []).append(entry)
    for entries in spans.values():
        yield entries[0].count.figure.what, [entry.said for entry in entries]


def find_series(cast: Cast, tolls: Tolls, copies: Iterable[Copy]) -> tuple[tuple[Series, ...], tuple[Contradiction, ...]]:
    """Return the series, by id, and the contradictions between figures of one quantity and time."""
    found: dict[str, Series] = {}
    clashes: dict[str, Contradiction] = {}
    for entries in _entries(cast, tolls, frozenset(copy.article_id for copy in copies)).values():
        for members in _tied(entries):
            series = _series(members)
            if series is not None:
                found[series.id] = series
            for what, said in _same_span(members):
                clashes.update((clash.id, clash) for clash in disagreements(f"number: {what}", what, said))
    return tuple(found[key] for key in sorted(found)), tuple(clashes[key] for key in sorted(clashes))
