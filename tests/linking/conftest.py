"""Builders for linking's tests: sources written as marked-up sentences, and small lists on an invented conflict."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest

from rashomon.linking.actors.actors import ActorLinker
from rashomon.linking.cast import Cast
from rashomon.linking.contract import Source
from rashomon.linking.decisions import corrections
from rashomon.linking.events.tellings import Telling, tell
from rashomon.linking.places.places import PlaceLinker
from rashomon.linking.run import link
from rashomon.linking.scenes import Scene, scene_of
from rashomon.linking.sources.roots import Roots
from rashomon.model.actors import Actor, Alias
from rashomon.model.dates import DateInterval
from rashomon.model.ledger import Linked
from rashomon.model.places import Place
from rashomon.model.ranges import Range
from rashomon.model.reading import OUTLET_KEY, Account, Claim, Figure, Filler, Mention, Reading, Tie
from rashomon.model.sources import Article, EvidenceSpan, Outlet
from rashomon.model.words import (
    ActorKind,
    EventType,
    MentionKind,
    NumberKind,
    OutletKind,
    PlacePrecision,
    Relation,
    Role,
    Stance,
    Status,
)
from rashomon.text.folding import fold

_MARK = re.compile(r"\[([^|\]]+)\|(\w+)\|([\w-]+)\]")


@dataclass
class Draft:
    """An article in the making. ``[Red Front|GROUP|red]`` in the text marks a mention; names start with a capital."""

    article: Article
    mentions: list[Mention]
    accounts: list[Account] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)

    def span(self, words: str) -> EvidenceSpan:
        start = self.article.text.index(words)
        return EvidenceSpan(self.article.id, start, start + len(words))

    def sentence(self, span: EvidenceSpan) -> EvidenceSpan:
        text = self.article.text
        start = text.rfind(". ", 0, span.start) + 2 if ". " in text[: span.start] else 0
        end = text.find(". ", span.end)
        return EvidenceSpan(self.article.id, start, len(text) if end < 0 else end + 1)

    def _filler(self, role: Role, key: str) -> Filler:
        return Filler(role, key, next(mention.span for mention in self.mentions if mention.key == key))

    def event(self, trigger, kind="attack", status="asserted", date=None, killed=None, injured=None, by=(), **roles) -> Account:
        span = self.span(trigger)
        fillers = [self._filler(Role(role), key) for role, keys in roles.items() for key in keys.split()]
        account = Account(
            type=EventType(kind),
            status=Status(status),
            trigger=span,
            evidence=self.sentence(span),
            fillers=tuple(fillers),
            date=DateInterval.parse(date) if date else None,
            killed=Range.parse(killed) if killed else None,
            injured=Range.parse(injured) if injured else None,
            attribution=tuple(by.split()) if by else (),
        )
        self.accounts.append(account)
        return account

    def claim(self, words, source=OUTLET_KEY, stance="asserts", about=()) -> Claim:
        ids = tuple(told.id for told in about)
        self.claims.append(Claim(source, Stance(stance), self.span(words), about=ids))
        return self.claims[-1]

    def figure(
        self, words, value, what, kind="events", period=None, as_of=None, source=OUTLET_KEY, about=None, cumulative=None, **more
    ) -> Figure:
        span = self.span(words)
        figure = Figure(
            what=what,
            kind=NumberKind(kind),
            value=Range.parse(value),
            span=span,
            evidence=self.sentence(span),
            period=DateInterval.parse(period) if period else None,
            as_of=DateInterval.parse(as_of) if as_of else None,
            source=source,
            account=about.id if about is not None else None,
            cumulative=cumulative,
            **more,
        )
        self.figures.append(figure)
        return figure

    def tie(self, subject, relation, object_) -> None:
        self.ties.append(Tie(subject, Relation(relation), object_, EvidenceSpan(self.article.id, 0, 1)))

    @property
    def source(self) -> Source:
        reading = Reading(
            article_id=self.article.id,
            reader="test-1",
            mentions=tuple(self.mentions),
            accounts=tuple(self.accounts),
            claims=tuple(self.claims),
            figures=tuple(self.figures),
            ties=tuple(self.ties),
        )
        return Source(self.article, reading)


def draft(
    marked: str, outlet: str | None = "Dune Post", published: str | None = "2031-03-04", capture: str | None = None, **more
) -> Draft:
    """Write an article; two of different text, outlet or day stand in different captures."""
    text, found, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        found.append((len(text), mark[1], mark[2], mark[3]))
        text += mark[1]
        at = mark.end()
    text += marked[at:]
    made = Article(
        capture or f"{outlet}{published}{text}", more.pop("n", 0), 0, len(text), text, outlet=outlet, published=published, **more
    )
    mentions = [
        Mention(EvidenceSpan(made.id, start, start + len(words)), MentionKind(kind), words, key, words, words[0].isupper())
        for start, words, kind, key in found
    ]
    return Draft(made, mentions)


class FakeRegistry:
    """A registry of the actors and outlets it is given."""

    digest = "actors"

    def __init__(self, actors: Iterable[Actor] = (), outlets: Iterable[Outlet] = ()) -> None:
        self.actors = tuple(sorted(actors, key=lambda actor: actor.name))
        self._outlets = tuple(outlets)

    def find(self, name: str) -> tuple[Actor, ...]:
        return tuple(
            actor for actor in self.actors if fold(name) in {fold(actor.name), *(fold(alias.text) for alias in actor.aliases)}
        )

    def outlet(self, name: str) -> Outlet | None:
        names = {fold(n): outlet for outlet in self._outlets for n in (outlet.name, *outlet.aliases)}
        return names.get(fold(name))


class FakeGazetteer:
    """A gazetteer of the places and country names it is given."""

    digest = "places"

    def __init__(
        self, places: Iterable[Place] = (), countries: dict[str, str] | None = None, misspelt: dict[str, str] | None = None
    ) -> None:
        self._misspelt = misspelt or {}
        self._places = tuple(sorted(places, key=lambda place: (-place.population, place.id)))
        self._countries = {fold(name): code for name, code in (countries or {}).items()}

    def find(self, name: str) -> tuple[Place, ...]:
        return tuple(place for place in self._places if fold(place.name) == fold(self._misspelt.get(name, name)))

    def country(self, name: str) -> str | None:
        return self._countries.get(fold(name))

    def unwritten(self, name: str) -> bool:
        return name in self._misspelt


def actor(name: str, kind: str = "armed_group", *aliases: str, ambiguous: tuple[str, ...] = (), **more) -> Actor:
    listed = [Alias(text, "test list") for text in aliases] + [Alias(text, "test list", ambiguous=True) for text in ambiguous]
    return Actor(name, ActorKind(kind), tuple(listed), **more)


def place(name: str, country: str, precision: str = "town", **more) -> Place:
    return Place(name, country, PlacePrecision(precision), **more)


ACTORS = (
    actor("Red Front", "armed_group", "RFL", "Jabha al-Hamra", country="AA"),
    actor("Blue Brigades", "armed_group", "Kataib al-Zarqa", country="BB", ambiguous=("the Brigades",)),
    actor("White Brigades", "armed_group", country="AA", ambiguous=("the Brigades",)),
    actor("Aland", "state", country="AA"),
    actor("Aland army", "force", country="AA", sides=("Aland",), ambiguous=("army",)),
    actor("Bland army", "force", country="BB", ambiguous=("army",)),
    actor("Red Front Voice", "outlet", "RF Voice", sides=("Red Front",)),
    actor("Dune Wire", "outlet"),
    actor("Qasim Sulaymani Dar", "person", country="AA"),
)
OUTLETS = (
    Outlet("Dune Wire", OutletKind.AGENCY, family="Dune Group"),
    Outlet("Dune Post", OutletKind.SITE, family="Dune Group"),
    Outlet("Coast Times", OutletKind.SITE),
)
PLACES = (
    place("Aland", "AA", "country", population=9_000_000, lat=10.0, lon=10.0),
    place("Bland", "BB", "country", population=5_000_000, lat=30.0, lon=30.0),
    place("Marsa", "AA", admin1="Coast", lat=10.0, lon=10.0, population=300_000),
    place("Marsa", "BB", admin1="Hills", lat=30.0, lon=30.0, population=200_000),
    place("Coast", "AA", "admin1", admin1="Coast", lat=10.2, lon=10.1),
    place("Tall Ghar", "AA", admin1="Inland", lat=13.0, lon=12.0, population=40_000),
    place("Sidi", "AA", admin1="Coast", lat=10.05, lon=10.05, population=9_000),
)
COUNTRIES = {"Aland": "AA", "Alandic": "AA", "Bland": "BB", "Blandish": "BB"}


@pytest.fixture
def registry() -> FakeRegistry:
    return FakeRegistry(ACTORS, OUTLETS)


@pytest.fixture
def gazetteer() -> FakeGazetteer:
    return FakeGazetteer(PLACES, COUNTRIES)


@pytest.fixture
def write():
    return draft


@pytest.fixture
def linked(registry, gazetteer):
    """Link drafts with the small lists."""

    def run(*drafts: Draft, decisions=()) -> Linked:
        return link([made.source for made in drafts], registry, gazetteer, decisions)

    return run


@pytest.fixture
def nothing_decided():
    return corrections(())


@pytest.fixture
def scenes_of(gazetteer):
    """Drafts as scenes, in the order given."""

    def run(*drafts: Draft) -> tuple[Scene, ...]:
        return tuple(scene_of(made.source, gazetteer) for made in drafts)

    return run


@pytest.fixture
def cast_of(registry, gazetteer, scenes_of):
    """Drafts with their keys linked by the small lists."""

    def run(*drafts: Draft, decisions=()) -> Cast:
        scenes = scenes_of(*drafts)
        actors, links = ActorLinker(registry, gazetteer, corrections(decisions)).link(scenes)
        return Cast(scenes, actors, links, PlaceLinker(gazetteer).link(scenes))

    return run


@pytest.fixture
def tellings_of(registry, cast_of):
    """The accounts of drafts, resolved, in the order in which they were written."""

    def run(*drafts: Draft, retold=None) -> list[Telling]:
        cast = cast_of(*drafts)
        told = {telling.id: telling for telling in tell(cast, Roots(cast, registry, (), retold or {}))}
        return [told[account.id] for made in drafts for account in made.accounts]

    return run
