"""Figures of one quantity through time: what follows from them, and what cannot hold together."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rashomon.linking.cast import Cast
from rashomon.linking.figures.numbers import disagreements
from rashomon.linking.figures.periods import Periods, only_follows
from rashomon.linking.figures.reconciling import Count, differences, faults, points, unreconciled
from rashomon.linking.figures.tolls import Said, Tolls
from rashomon.linking.precedence import published
from rashomon.linking.quantity import Quantity, quantity
from rashomon.linking.scenes import Scene
from rashomon.linking.sentences import sentence
from rashomon.linking.sources.roots import Origin
from rashomon.model.dates import DateInterval
from rashomon.model.ledger import Contradiction, Reason, Series
from rashomon.model.reading import OUTLET_KEY, Figure
from rashomon.model.sources import Article
from rashomon.model.words import ACTOR_KINDS, ActorKind, ContradictionKind, NumberKind, RootKind, Severity

#: Sorts of numbers that make no series by themselves.
_SINGLE = frozenset({NumberKind.AGE, NumberKind.DISTANCE, NumberKind.PERCENT})
#: Actors that are named in too many figures to say what is counted.
_BROAD = frozenset({ActorKind.STATE, ActorKind.OUTLET, ActorKind.PERSON})
#: How much of the text after a number may say what it counts (characters).
_AFTER = 40
_OF_THEM = re.compile(r"of (?:them|these|those|which|whom)\b", re.IGNORECASE)
#: Stands for whoever tells numbers of nobody's in their own voice.
_OWN = Origin(RootKind.OUTLET, "")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A figure with what it counts, the groups its sentence names, and what ties it to others of its series."""

    count: Count
    said: Said
    groups: frozenset[str]
    ties: frozenset[str]


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


def _ties(groups: frozenset[str], figure: Figure, said: Said) -> frozenset[str]:
    """What a figure shares with others of its series: the groups it tells of, or else its article; and its speaker."""
    speaker = said.origin.name if figure.source != OUTLET_KEY else f"outlet {said.outlet.name}"
    return (groups or frozenset({f"article {figure.article_id}"})) | {speaker}


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


def _entries(cast: Cast, tolls: Tolls, left_out: frozenset[str]) -> dict[tuple[str, frozenset[str]], list[_Entry]]:
    """Figures of articles that copy nothing, by what they count."""
    found: dict[tuple[str, frozenset[str]], list[_Entry]] = {}
    for scene in cast.scenes.values():
        if scene.article_id not in left_out:
            for key, entry in _of_article(cast, tolls, scene):
                found.setdefault(key, []).append(entry)
    return found


def _of_article(cast: Cast, tolls: Tolls, scene: Scene) -> Iterator[tuple[tuple[str, frozenset[str]], _Entry]]:
    """The figures of one article; one that names nobody ("that makes 98 attacks") goes on from the one before it."""
    printed = published(scene.source.article)
    told = printed.first if printed is not None else None
    before: dict[tuple[str, frozenset[str]], frozenset[str]] = {}
    periods, given = Periods(scene.source.article, scene.source.reading), list[DateInterval]()
    for figure, counts in _counted(scene.source.article, scene.source.reading.figures):
        period = periods.of(figure, given)
        given += [figure.period] if figure.period is not None else []
        span = _span(figure, period, told)
        if figure.kind in _SINGLE or _tolls_of_one(figure) or only_follows(scene.source.article, figure):
            continue
        key, said = (counts.sort, counts.head), tolls.of_figure(figure, told)
        groups = _groups(cast, figure) or (before.get(key, frozenset()) if figure.source == OUTLET_KEY else frozenset())
        before[key] = groups
        if span is not None:
            count = Count(figure, counts, *span, scene.source.article.text[figure.span.end :][:_AFTER])
            yield key, _Entry(count, said, groups, _ties(groups, figure, said))


def _tied(entries: Iterable[_Entry]) -> list[list[_Entry]]:
    """Entries that share a name, directly or through others."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while above.setdefault(name, name) != name:
            above[name] = name = above[above[name]]
        return name

    ordered = sorted(entries, key=lambda entry: entry.count.figure.id)
    for entry in ordered:
        first, *others = sorted(map(top, entry.ties))
        above.update(dict.fromkeys(others, first))
    groups: dict[str, list[_Entry]] = {}
    for entry in ordered:
        groups.setdefault(top(min(entry.ties)), []).append(entry)
    return list(groups.values())


def _by_publisher(members: Iterable[_Entry]) -> list[list[_Entry]]:
    """Entries by who publishes them; what an outlet tells in its own voice goes to the speaker it tells of."""
    spoken: dict[Origin, list[_Entry]] = {}
    told: list[_Entry] = []
    for entry in members:
        if entry.count.figure.source == OUTLET_KEY:
            told.append(entry)
        else:
            spoken.setdefault(entry.said.origin, []).append(entry)
    names = {origin.name: origin for origin in sorted(spoken)}
    for entry in told:
        whose = [names[name] for name in sorted(entry.ties & names.keys())]
        spoken.setdefault(whose[0] if whose else _OWN, []).append(entry)
    return [spoken[origin] for origin in sorted(spoken)]


def _called(counts: Sequence[Count], members: Iterable[_Entry], publisher: Origin | None) -> str:
    """What is counted, in the words that are used most, and whose it is: the publisher's own, or that of one other group."""
    whats = [count.figure.what for count in counts]
    what = min(whats, key=lambda what: (-whats.count(what), len(what), what))
    name = publisher.name if publisher is not None and publisher.kind == RootKind.SPEAKER else None
    about = frozenset.intersection(*(entry.groups for entry in members))
    others = about - {name}
    if counts[0].figure.kind != NumberKind.EVENTS or any(each in what for each in about):
        return what
    if len(others) == 1:
        return f"{what} by {next(iter(others))}"
    return f"{what} claimed by {name}" if name in about else what


def _series(members: list[_Entry]) -> Series | None:
    counts = _in_order(members)
    shown = points(counts)
    if len({(count.first, count.last) for count in shown}) <= 1:
        return None
    origins = {entry.said.origin for entry in members if entry.count.figure.source != OUTLET_KEY}
    sources = sorted({entry.said.source for entry in members if entry.said.source is not None})
    publisher = next(iter(origins)) if len(origins) == 1 else None
    named = publisher.name if publisher is not None and publisher.stated else None
    return Series(
        what=_called(shown, members, publisher),
        source=named if named is not None else sources[0] if len(sources) == 1 else None,
        figures=tuple(count.figure.id for count in shown),
        derived=differences(counts),
        faults=faults(counts),
    )


def _in_order(members: Iterable[_Entry]) -> list[Count]:
    return sorted((entry.count for entry in members), key=lambda count: (count.last, count.figure.article_id, count.figure.id))


def _unreconciled(members: list[_Entry]) -> Iterator[Contradiction]:
    """A printed number beside the totals from which another follows."""
    by_figure = {entry.count.figure.id: entry for entry in members}
    for count, derived in unreconciled(_in_order(members)):
        sides = [by_figure[key].said for key in (count.figure.id, *derived.figures)]
        what = count.figure.what
        reason = Reason("totals", 1.0, f"the totals leave {derived.derivation}")
        yield Contradiction(
            ContradictionKind.NUMBER,
            Severity.DIFFERENT_NUMBER,
            f"number: {what} in {count.when}",
            tuple(side.position(what) for side in sides),
            None,
            (reason,),
        )


def _same_span(members: list[_Entry]) -> Iterable[tuple[str, str, list[Said]]]:
    """What is said of one quantity and time, with its words and the time."""
    spans: dict[tuple[date | None, date, frozenset[str], Quantity], list[_Entry]] = {}
    shown = {count.figure.id for count in points(_in_order(members))}
    for entry in (entry for entry in members if entry.count.figure.id in shown):
        count = entry.count
        spans.setdefault((count.first, count.last, count.counts.scope, count.counts), []).append(entry)
    for entries in spans.values():
        what = max((entry.count.figure.what for entry in entries), key=lambda what: (len(what), what))
        yield f"{what} in {entries[0].count.when}", what, [entry.said for entry in entries]


def quantities(cast: Cast, tolls: Tolls, article_id: str) -> frozenset[str]:
    """Return the quantities of which an article gives figures, by the names under which `find_series` gives their series."""
    return frozenset(_name(key) for key, _ in _of_article(cast, tolls, cast.scenes[article_id]))


def _name(key: tuple[str, frozenset[str]]) -> str:
    return "\x1f".join(("series", key[0], *sorted(key[1])))


def find_series(
    cast: Cast, tolls: Tolls, copied: frozenset[str]
) -> Iterator[tuple[str, tuple[Series, ...], tuple[Contradiction, ...]]]:
    """Yield for each quantity its name, its series, and the contradictions between its figures.

    Args:
        cast: the articles.

        tolls: says who stands behind a number.

        copied: articles that repeat others; their figures are left out.
    """
    for key, entries in _entries(cast, tolls, copied).items():
        series: list[Series] = []
        clashes: list[Contradiction] = []
        for members in _tied(entries):
            for part in _by_publisher(members):
                made = _series(part)
                series += [made] if made is not None else []
                clashes += _unreconciled(part)
            for topic, what, said in _same_span(members):
                clashes += disagreements(f"number: {topic}", what, said)
        yield _name(key), tuple(series), tuple(clashes)
