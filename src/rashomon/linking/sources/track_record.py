"""How a source's claims fared: later told by an independent root, contradicted, or never taken up.

A source is an outlet, with all that its articles tell, or a speaker that accounts go back to. Independence is that of
`rashomon.linking.sources.roots`: nothing here decides it anew.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.linking.contract import Source
from rashomon.linking.precedence import published
from rashomon.model.ledger import Contradiction, Event, Linked, Root
from rashomon.model.reading import Account
from rashomon.model.sources import Article
from rashomon.model.words import ALARMS, RootKind, Status

#: Accounts of these claim that something happened.
_CLAIMED = frozenset({Status.ASSERTED, Status.CLAIMED, Status.ALLEGED})

#: A source: its name, and whether it is an outlet or a speaker.
_Name = tuple[str, RootKind]


@dataclass(frozen=True, slots=True)
class Case:
    """What became of one claim: a source's first account of one event.

    Args:
        later: ids of independent roots that told the same at the same time or later; ``earlier`` of those before.

        against: ids of the contradictions in which the source stands on one side.
    """

    event_id: str
    account_id: str
    later: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    against: tuple[str, ...] = ()

    @property
    def alone(self) -> bool:
        """Return whether nobody else told it, and nobody contradicted it."""
        return not (self.later or self.earlier or self.against)


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """What became of all that a source claimed, each event once, by event id."""

    name: str
    kind: RootKind
    cases: tuple[Case, ...]

    @property
    def corroborated(self) -> int:
        """Return how many claims an independent root told later, or at the same time."""
        return sum(bool(case.later) for case in self.cases)

    @property
    def contradicted(self) -> int:
        """Return how many claims stand against those of others."""
        return sum(bool(case.against) for case in self.cases)

    @property
    def followed(self) -> int:
        """Return how many claims others had told before, and nobody told after."""
        return sum(bool(case.earlier) and not case.later for case in self.cases)

    @property
    def alone(self) -> int:
        """Return how many claims were never taken up."""
        return sum(case.alone for case in self.cases)


@dataclass(frozen=True, slots=True)
class _Told:
    """An account with what its source is judged by."""

    account: Account
    article: Article
    root: Root | None

    @property
    def day(self) -> str:
        """Return the day of the article for sorting; the undated come last."""
        printed = published(self.article)
        return printed.first.isoformat() if printed is not None and printed.first is not None else "9999"

    @property
    def root_id(self) -> str:
        """Return what makes two of them independent."""
        return self.root.id if self.root is not None else self.article.capture

    @property
    def sources(self) -> Iterator[_Name]:
        """Yield the outlet that prints it, and the speaker it goes back to."""
        if self.article.outlet is not None:
            yield self.article.outlet, RootKind.OUTLET
        if self.root is not None and self.root.kind == RootKind.SPEAKER:
            yield self.root.name, RootKind.SPEAKER


class _Judging:
    """Judges claims by what a ledger holds."""

    def __init__(self, linked: Linked, sources: Iterable[Source]) -> None:
        roots = {account: root for root in linked.roots for account in root.accounts}
        listed = [(account, source.article) for source in sources for account in source.reading.accounts]
        self._told = {account.id: _Told(account, article, roots.get(account.id)) for account, article in listed}
        self._alarms: dict[str, list[Contradiction]] = {}
        for found in linked.contradictions:
            if found.severity in ALARMS and found.event_id is not None:
                self._alarms.setdefault(found.event_id, []).append(found)
        self._outlets = {article.id: article.outlet for _, article in listed}
        self._own: dict[str, set[str]] = {}
        for one in self._told.values():
            if one.article.outlet is not None and one.root is not None and one.root.kind == RootKind.OUTLET:
                self._own.setdefault(one.article.outlet, {one.article.outlet}).add(one.root.name)

    def cases(self, event: Event) -> Iterator[tuple[_Name, Case]]:
        """Yield the case of each source that tells an event, by its first account of it."""
        told = (self._told[key] for key in event.accounts if key in self._told)
        claims = [one for one in told if one.account.status in _CLAIMED]
        firsts: dict[_Name, _Told] = {}
        for one in claims:
            for source in one.sources:
                firsts.setdefault(source, one)
        for source, first in firsts.items():
            own = {one.root_id for one in claims if source in one.sources}
            others = [one for one in claims if one.root_id not in own]
            later = {one.root_id for one in others if one.day >= first.day}
            earlier = {one.root_id for one in others} - later
            against = sorted(found.id for found in self._alarms.get(event.id, ()) if self._takes_a_side(source, found))
            yield source, Case(event.id, first.account.id, tuple(sorted(later)), tuple(sorted(earlier)), tuple(against))

    def _takes_a_side(self, source: _Name, found: Contradiction) -> bool:
        """Whether a source stands on one side: a speaker by name, an outlet with words in its own voice."""
        name, kind = source
        if kind == RootKind.SPEAKER:
            return any(position.source == name for position in found.positions)
        own = self._own.get(name, {name})
        return any(self._outlets.get(position.article_id) == name and position.source in own for position in found.positions)


def track_records(linked: Linked, sources: Iterable[Source]) -> tuple[TrackRecord, ...]:
    """Return the track record of every outlet and speaker, most claims first, then by name.

    Args:
        linked: what linking made of the sources.

        sources: articles with their readings.
    """
    judging = _Judging(linked, sources)
    cases: dict[_Name, list[Case]] = {}
    for event in sorted(linked.events, key=lambda event: event.id):
        for source, case in judging.cases(event):
            cases.setdefault(source, []).append(case)
    records = (TrackRecord(name, kind, tuple(found)) for (name, kind), found in cases.items())
    return tuple(sorted(records, key=lambda record: (-len(record.cases), record.name, record.kind)))
