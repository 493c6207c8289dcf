"""Figures of one quantity through time: what follows from them, and what cannot hold together."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rashomon.linking.figures.entries import Entry
from rashomon.linking.figures.numbers import disagreements
from rashomon.linking.figures.reconciling import Count, differences, faults, points, unreconciled
from rashomon.linking.figures.tolls import Said
from rashomon.linking.quantity import Quantity
from rashomon.linking.sources.roots import Origin
from rashomon.model.ledger import Contradiction, Reason, Series
from rashomon.model.reading import OUTLET_KEY
from rashomon.model.words import ContradictionKind, NumberKind, RootKind, Severity

#: Stands for whoever tells numbers of nobody's in their own voice.
_OWN = Origin(RootKind.OUTLET, "")


def _tied(entries: Iterable[Entry]) -> list[list[Entry]]:
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
    groups: dict[str, list[Entry]] = {}
    for entry in ordered:
        groups.setdefault(top(min(entry.ties)), []).append(entry)
    return list(groups.values())


def _by_publisher(members: Iterable[Entry]) -> list[list[Entry]]:
    """Entries by who publishes them; what an outlet tells in its own voice goes to the speaker it tells of."""
    spoken: dict[Origin, list[Entry]] = {}
    told: list[Entry] = []
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


def _called(counts: Sequence[Count], members: Iterable[Entry], publisher: Origin | None) -> str:
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


def _series(members: list[Entry]) -> Series | None:
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


def _in_order(members: Iterable[Entry]) -> list[Count]:
    return sorted((entry.count for entry in members), key=lambda count: (count.last, count.figure.article_id, count.figure.id))


def _unreconciled(members: list[Entry]) -> Iterator[Contradiction]:
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


def _same_span(members: list[Entry]) -> Iterable[tuple[str, str, list[Said]]]:
    """What is said of one quantity and time, with its words and the time."""
    spans: dict[tuple[date | None, date, frozenset[str], Quantity], list[Entry]] = {}
    shown = {count.figure.id for count in points(_in_order(members))}
    for entry in (entry for entry in members if entry.count.figure.id in shown):
        count = entry.count
        spans.setdefault((count.first, count.last, count.counts.scope, count.counts), []).append(entry)
    for entries in spans.values():
        what = max((entry.count.figure.what for entry in entries), key=lambda what: (len(what), what))
        yield f"{what} in {entries[0].count.when}", what, [entry.said for entry in entries]


def find_series(told: Iterable[Entry]) -> Iterator[tuple[str, tuple[Series, ...], tuple[Contradiction, ...]]]:
    """Yield for each quantity its name, its series, and the contradictions between its figures.

    Args:
        told: the figures of all articles that repeat no others, article by article.
    """
    counted: dict[str, list[Entry]] = {}
    for entry in told:
        counted.setdefault(entry.quantity, []).append(entry)
    for name, entries in counted.items():
        series: list[Series] = []
        clashes: list[Contradiction] = []
        for members in _tied(entries):
            for part in _by_publisher(members):
                made = _series(part)
                series += [made] if made is not None else []
                clashes += _unreconciled(part)
            for topic, what, said in _same_span(members):
                clashes += disagreements(f"number: {topic}", what, said)
        yield name, tuple(series), tuple(clashes)
