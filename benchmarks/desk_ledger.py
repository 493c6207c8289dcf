"""An invented ledger as large as a desk may have to hold, with the skew of real ones.

A few actors, places, outlets and words stand in most articles, and most stand in few; most events have one account, a few have
dozens. Everything is put through the ledger's own writing functions.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Engine

from benchmarks.desk_world import FIRST, VERBS, Plan, World, make_world, plans
from rashomon.model.dates import DateInterval
from rashomon.model.ledger import (
    ActorLink,
    Contradiction,
    Copy,
    DateSupport,
    Event,
    Linked,
    NameSupport,
    PlaceLink,
    Position,
    RangeSupport,
    Root,
)
from rashomon.model.ranges import Range
from rashomon.model.reading import Account, Claim, Figure, Filler, Mention, Reading
from rashomon.model.sources import Article, Capture, EvidenceSpan, Part
from rashomon.model.words import (
    ContradictionKind,
    CopyKind,
    MentionKind,
    NumberKind,
    PartKind,
    Role,
    RootKind,
    Severity,
    Stance,
    Status,
)
from rashomon.store.articles import replace_articles
from rashomon.store.database import connect, writing
from rashomon.store.ledger import DATABASE, Ledger
from rashomon.store.readings import put_readings

#: Articles in one capture, words in an article besides those of its accounts.
IN_CAPTURE, FILLER = 500, 120
#: Share of the later accounts of an event that may give another toll.
DIFFERING = 0.3
READER = "scale-1"
_STATUSES = (Status.ASSERTED, Status.CLAIMED, Status.ALLEGED, Status.DENIED, Status.PLANNED)


@dataclass(frozen=True)
class Told:
    """One account: which event it tells, with which numbers and on whose word."""

    event: int
    plan: Plan
    killed: int | None
    status: Status
    denies: bool


def assigned(world: World, planned: Sequence[Plan], articles: int) -> list[list[Told]]:
    """Return what each article tells: accounts stand in articles of about the same time."""
    told: list[list[Told]] = [[] for _ in range(articles)]
    chance = world.chance
    for n, plan in enumerate(planned):
        for copy in range(plan.told):
            differs = copy and chance.random() < DIFFERING
            killed = None if plan.killed is None else plan.killed + (chance.randint(0, 5) if differs else 0)
            status = chance.choices(_STATUSES, (60, 16, 14, 6, 4))[0]
            at = min(articles - 1, int(n / len(planned) * articles) + int(chance.expovariate(0.05)))
            told[at].append(Told(n, plan, killed, status, status is Status.DENIED))
    return told


@dataclass
class Writer:
    """Writes one article: its text grows, and every value gets its span."""

    world: World
    capture: str
    n: int
    told: Sequence[Told]

    def write(self) -> tuple[Article, Reading, list[tuple[int, str]]]:
        """Return the article, its reading, and the account id of each event it tells."""
        chance, world = self.world.chance, self.world
        outlet = chance.choices(world.outlets, cum_weights=world.outlet_weights)[0]
        sentences, drafts, at = [], [], 0
        for one in self.told or ():
            agent, place = world.actors[one.plan.agent].name, world.places[one.plan.place].name
            speaker = world.actors[one.plan.patient].name
            toll = "" if one.killed is None else f", killing {one.killed} people"
            text = f"{agent} {VERBS[one.plan.type]} {place} on {one.plan.day:%d %B %Y}{toll}, {speaker} said. "
            drafts.append((one, at, text))
            sentences.append(text)
            at += len(text)
            filler = (
                f"{' '.join(chance.choices(world.words, cum_weights=world.word_weights, k=FILLER // max(1, len(self.told))))}. "
            )
            sentences.append(filler)
            at += len(filler)
        if not sentences:
            sentences = [" ".join(chance.choices(world.words, cum_weights=world.word_weights, k=FILLER))]
        text = "".join(sentences)
        day = max((one.plan.day for one in self.told), default=FIRST) + timedelta(days=1)
        headline = " ".join(chance.choices(world.words, cum_weights=world.word_weights, k=6))
        title = f"{world.places[self.told[0].plan.place].name}: {headline}" if self.told else None
        article = Article(
            self.capture,
            self.n,
            self.n * 10_000,
            self.n * 10_000 + len(text),
            text,
            title,
            (),
            day.isoformat(),
            outlet,
            parts=(Part(PartKind.BODY, 0, len(text)),),
        )
        return (article, *self._reading(article, drafts))

    def _reading(self, article: Article, drafts: Sequence[tuple[Told, int, str]]) -> tuple[Reading, list[tuple[int, str]]]:
        mentions: list[Mention] = []
        accounts, claims, figures = [], [], []
        told: list[tuple[int, str]] = []
        article_id = article.id

        def span(at: int, text: str, words: str) -> EvidenceSpan:
            start = at + text.index(words)
            return EvidenceSpan(article_id, start, start + len(words))

        for one, at, text in drafts:
            names = (
                self.world.actors[one.plan.agent].name,
                self.world.places[one.plan.place].name,
                self.world.actors[one.plan.patient].name,
            )
            keys = (f"a{one.plan.agent}", f"p{one.plan.place}", f"a{one.plan.patient}")
            spans = [span(at, text, name) for name in names]
            kinds = (MentionKind.GROUP, MentionKind.PLACE, MentionKind.GROUP)
            mentions += [
                Mention(where, kind, name, key, name, named=True)
                for where, kind, name, key in zip(spans, kinds, names, keys, strict=True)
            ]
            whole = EvidenceSpan(article_id, at, at + len(text) - 1)
            number = None if one.killed is None else span(at, text, f"{one.killed} people")
            account = Account(
                one.plan.type,
                one.status,
                span(at, text, VERBS[one.plan.type].split()[0]),
                whole,
                (
                    Filler(Role.AGENT, keys[0], spans[0]),
                    Filler(Role.PATIENT, keys[2], spans[2]),
                    Filler(Role.PLACE, keys[1], spans[1]),
                ),
                DateInterval(one.plan.day, one.plan.day),
                killed=None if one.killed is None else Range.exactly(one.killed),
                killed_span=number,
                attribution=(keys[2],),
            )
            accounts.append(account)
            told.append((one.event, account.id))
            claims.append(Claim(keys[2], Stance.DENIES if one.denies else Stance.ASSERTS, whole, spans[2], about=(account.id,)))
            if number is not None and one.killed is not None:
                figures.append(
                    Figure(
                        "people killed",
                        NumberKind.KILLED,
                        Range.exactly(one.killed),
                        number,
                        whole,
                        float(one.killed),
                        source=keys[2],
                        account=account.id,
                    )
                )
        reading = Reading(article_id, READER, tuple(mentions), tuple(accounts), tuple(claims), tuple(figures))
        return reading, told


def fill(ledger: Ledger, articles: int, events: int, seed: int = 7) -> Linked:
    """Fill an empty ledger, and return what was put as linked."""
    world = make_world(seed)
    planned = list(plans(world, events))
    told = assigned(world, planned, articles)
    accounts: list[list[tuple[str, str, Told]]] = [[] for _ in planned]
    links: list[ActorLink] = []
    where: list[PlaceLink] = []
    copies: list[Copy] = []
    outlets: dict[str, str] = {}
    engine = connect(ledger.folder / DATABASE)
    for begin in range(0, articles, IN_CAPTURE):
        written = keep(ledger, engine, world, told[begin : begin + IN_CAPTURE], begin)
        for (article, _, ids), ones in zip(written, told[begin : begin + IN_CAPTURE], strict=True):
            outlets[article.id] = article.outlet or ""
            for (event, account_id), one in zip(ids, ones, strict=True):
                accounts[event].append((account_id, article.id, one))
            named = {actor for one in ones for actor in (one.plan.agent, one.plan.patient)}
            links += [ActorLink(article.id, f"a{actor}", world.actors[actor].id, 0.9) for actor in sorted(named)]
            where += [
                PlaceLink(article.id, f"p{at}", world.places[at].id, 0.9) for at in sorted({one.plan.place for one in ones})
            ]
        if begin and world.chance.random() < 0.9:  # noqa: PLR2004
            copies += [Copy(written[n][0].id, written[n - 1][0].id, CopyKind.REWORDED, 0.8) for n in range(9, len(written), 10)]
    engine.dispose()
    linked = linked_of(world, planned, accounts, outlets, (links, where, copies))
    ledger.put_linked(linked, "scale")
    return linked


Written = list[tuple[Article, Reading, list[tuple[int, str]]]]


def keep(ledger: Ledger, engine: Engine, world: World, told: Sequence[Sequence[Told]], begin: int) -> Written:
    """Put one capture with its articles and readings, without looking for earlier versions of each: none has any."""
    content = f"capture {begin} of {world.chance.random()}".encode()
    digest = hashlib.sha256(content).hexdigest()
    ledger.keep(Capture(digest, f"archive-{begin}.txt", None, "2026-01-01T00:00:00+00:00", len(content)), content)
    written = [Writer(world, digest, n, ones).write() for n, ones in enumerate(told)]
    with writing(engine) as connection:
        replace_articles(connection, {digest: [article for article, _, _ in written]})
        put_readings(connection, (reading for _, reading, _ in written))
    return written


def linked_of(
    world: World,
    planned: Sequence[Plan],
    accounts: Sequence[Sequence[tuple[str, str, Told]]],
    outlets: dict[str, str],
    links: tuple[list[ActorLink], list[PlaceLink], list[Copy]],
) -> Linked:
    """Return what linking would make of the accounts: events, roots by speaker, contradictions of tolls, one series an outlet."""
    roots: dict[str, list[str]] = {}
    events: list[Event] = []
    clashes: list[Contradiction] = []
    for plan, told in zip(planned, accounts, strict=True):
        speakers = [world.actors[plan.patient].name if n % 3 == 0 else outlets[article] for n, (_, article, _) in enumerate(told)]
        for (account, _, _), speaker in zip(told, speakers, strict=True):
            roots.setdefault(speaker, []).append(account)
        event = _event(world, plan, told, speakers)
        events.append(event)
        if len(event.killed) > 1:
            clashes.append(_clash(event, told))
    made = tuple(Root(RootKind.OUTLET, name, tuple(ids)) for name, ids in sorted(roots.items()))
    actor_links, place_links, copies = links
    return Linked(
        world.actors, world.places, tuple(actor_links), tuple(place_links), tuple(copies), made, tuple(events), tuple(clashes), ()
    )


def _event(world: World, plan: Plan, told: Sequence[tuple[str, str, Told]], speakers: Sequence[str]) -> Event:
    ids = tuple(account for account, _, _ in told)
    by_toll: dict[int, list[str]] = {}
    for account, _, one in told:
        if one.killed is not None:
            by_toll.setdefault(one.killed, []).append(account)
    agent, place = world.actors[plan.agent], world.places[plan.place]
    roots = sorted({Root(RootKind.OUTLET, name, ()).id for name in speakers})
    return Event(
        plan.type,
        told[0][2].status,
        f"{plan.type.value.replace('_', ' ').capitalize()} by {agent.name}, {place.name}",
        ids,
        tuple(roots),
        types=(NameSupport(plan.type.value, ids),),
        dates=(DateSupport(DateInterval(plan.day, plan.day), ids),),
        places=(NameSupport(place.id, ids),),
        agents=(NameSupport(agent.id, ids),),
        patients=(NameSupport(world.actors[plan.patient].id, ids),),
        killed=tuple(
            RangeSupport(Range.exactly(toll), tuple(some))
            for toll, some in sorted(by_toll.items(), key=lambda pair: -len(pair[1]))
        ),
    )


def _clash(event: Event, told: Sequence[tuple[str, str, Told]]) -> Contradiction:
    sides = tuple(
        Position(article, account, "somebody", f"{one.killed} killed", 0, 40)
        for account, article, one in told[:4]
        if one.killed is not None
    )
    return Contradiction(ContradictionKind.NUMBER, Severity.DIFFERENT_NUMBER, "killed: the counts differ", sides, event.id)


def make(folder: Path, articles: int, events: int) -> None:
    """Make a ledger in a new folder and fill it."""
    with Ledger.create(folder) as ledger:
        fill(ledger, articles, events)
