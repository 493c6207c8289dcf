"""A ledger in which invented articles come one by one, each telling one bombing, and events are whatever a test says."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from rashomon.model.actors import Actor
from rashomon.model.dates import DateInterval
from rashomon.model.ledger import ActorLink, Contradiction, DateSupport, Event, Linked, Position, RangeSupport, Root
from rashomon.model.ranges import Range
from rashomon.model.reading import OUTLET_KEY, Account, Claim, Mention, Reading
from rashomon.model.sources import Article, Capture, EvidenceSpan, Part
from rashomon.model.words import (
    ActorKind,
    ContradictionKind,
    EventType,
    MentionKind,
    PartKind,
    RootKind,
    Severity,
    Stance,
    Status,
)
from rashomon.pipeline.alerting.alerting import decide_all
from rashomon.readers.contract import Page
from rashomon.store.alerts.contract import Alert, WatchKind, Wish
from rashomon.store.ledger import Ledger
from rashomon.store.views import Question

BEGIN = datetime(2031, 3, 5, 12, tzinfo=UTC)


@dataclass
class Clock:
    """Stands still until it is put forward."""

    at: datetime = BEGIN

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **by: float) -> None:
        self.at += timedelta(**by)


@dataclass
class World:
    """The ledger with its articles and accounts by name."""

    ledger: Ledger
    clock: Clock = field(default_factory=Clock)
    articles: dict[str, Article] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    outlets: dict[str, str] = field(default_factory=dict)
    person: Actor | None = None
    linkings: int = 0

    def __post_init__(self) -> None:
        """Grade no outlet: reading the shipped lists takes longer than a test."""
        self.ledger.desk.search._listed = {}

    def comes(
        self,
        name: str,
        outlet: str,
        killed: int,
        *,
        url: str | None = None,
        names: str = "",
        stance: Stance | None = None,
        deadline: str = "",
        published: str = "2031-03-04",
    ) -> str:
        """Let an article come and be read; it is linked by `link`.

        Args:
            names: a person whom it names, who says something of the bombing with this ``stance``.

            deadline: a day that a threat of the outlet names.
        """
        text = f"A bomb killed {killed} people in Ostrel on Monday, {outlet} said. Told as {name}. {names} spoke."
        content = text.encode()
        capture = Capture(hashlib.sha256(content).hexdigest(), f"{name}.txt", None, "2031-03-05T08:00:00+00:00", len(content))
        whole = (Part(PartKind.BODY, 0, len(text)),)
        article = Article(capture.sha256, 0, 0, len(text), text, parts=whole, outlet=outlet, published=published, url=url)
        account = self._account(article, killed)
        said = self._span(article, f"Told as {name}")
        mentions: list[Mention] = []
        claims: list[Claim] = []
        if names:
            mentions.append(Mention(self._span(article, names), MentionKind.PERSON, names, "person", names, named=True))
        if stance is not None:
            claims.append(Claim("person", stance, said, about=(account.id,)))
        if deadline:
            mentions.append(Mention(said, MentionKind.DATE, said.of(article), date=DateInterval.parse(deadline)))
            claims.append(Claim(OUTLET_KEY, Stance.THREATENS, said, about=(account.id,)))
        self.ledger.keep(capture, content)
        self.ledger.put_page(capture.sha256, Page((article,), "shape-1"))
        self.ledger.put_readings((Reading(article.id, "hand-1", tuple(mentions), (account,), tuple(claims)),))
        self.articles[name], self.accounts[name], self.outlets[name] = article, account, outlet
        return name

    def _account(self, article: Article, killed: int) -> Account:
        return Account(
            EventType.BOMBING,
            Status.CLAIMED,
            trigger=self._span(article, "bomb"),
            evidence=self._span(article, f"A bomb killed {killed} people in Ostrel on Monday"),
            date=DateInterval.parse("2031-03-03"),
            date_span=self._span(article, "Monday"),
            killed=Range.exactly(killed),
            killed_span=self._span(article, str(killed)),
        )

    @staticmethod
    def _span(article: Article, words: str) -> EvidenceSpan:
        start = article.text.index(words)
        return EvidenceSpan(article.id, start, start + len(words))

    def link(self, *groups: Sequence[str], clashes: Iterable[Sequence[str]] = (), loose: bool = False) -> None:
        """Put events, each of some accounts, and contradictions of some on the number of killed, of no event where ``loose``."""
        told = {name for group in groups for name in group}
        roots = tuple(self._root(outlet, told) for outlet in sorted({self.outlets[name] for name in told}))
        events = tuple(self._event(group, roots) for group in groups)
        disputes = tuple(self._clash(sides, () if loose else events) for sides in clashes)
        actors, links = self._persons(told)
        self.linkings += 1
        made = Linked(roots=roots, events=events, contradictions=disputes, actors=actors, actor_links=links)
        self.ledger.put_linked(made, f"digest-{self.linkings}")

    def _root(self, outlet: str, told: set[str]) -> Root:
        own = sorted(self.accounts[name].id for name in told if self.outlets[name] == outlet)
        return Root(RootKind.OUTLET, outlet, tuple(own))

    def _event(self, group: Sequence[str], roots: tuple[Root, ...]) -> Event:
        ids = tuple(self.accounts[name].id for name in group)
        by_killed: dict[Range, list[str]] = {}
        for name in group:
            by_killed.setdefault(self.accounts[name].killed, []).append(self.accounts[name].id)
        return Event(
            EventType.BOMBING,
            Status.CLAIMED,
            "Bombing in Ostrel",
            ids,
            tuple(root.id for root in roots if set(root.accounts) & set(ids)),
            dates=(DateSupport(DateInterval.parse("2031-03-03"), ids),),
            killed=tuple(RangeSupport(value, tuple(own)) for value, own in by_killed.items()),
        )

    def _clash(self, sides: Sequence[str], events: tuple[Event, ...]) -> Contradiction:
        several = [self.accounts[name] for name in sides]
        positions = tuple(
            Position(one.article_id, one.id, self.outlets[name], f"{one.killed} killed", one.evidence.start, one.evidence.end)
            for name, one in zip(sides, several, strict=True)
        )
        owner = next((event.id for event in events if several[0].id in event.accounts), None)
        return Contradiction(ContradictionKind.NUMBER, Severity.CONTRADICTION, "killed: in Ostrel", positions, owner)

    def _persons(self, told: set[str]) -> tuple[tuple[Actor, ...], tuple[ActorLink, ...]]:
        if self.person is None:
            return (), ()
        named = [name for name in sorted(told) if self.person.name in self.articles[name].text]
        links = tuple(ActorLink(self.articles[name].id, "person", self.person.id, 1.0) for name in named)
        return (self.person,), links

    def watch(self, kind: WatchKind = WatchKind.SEARCH, **more: object) -> str:
        """Watch for something, all events where nothing else is said; return the id."""
        wish = replace(Wish(kind, f"my {kind}", "ana", Question()), **more)
        return self.ledger.alerts.watch(wish, self.clock()).id

    def decide(self) -> list[Alert]:
        """Decide, and return the alerts that this made, oldest first."""
        before = {one.id for one in self.ledger.alerts.alerts(at_most=1000)}
        decide_all(self.ledger.alerts, self.clock)
        return [one for one in reversed(self.ledger.alerts.alerts(at_most=1000)) if one.id not in before]


def person(name: str, *, private: bool = False) -> Actor:
    """A person of the registry, whose name is kept from pages where private."""
    return Actor(name, ActorKind.PERSON, private=private)
