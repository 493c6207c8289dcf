"""Small lists and articles for tests of what reads an article."""

from dataclasses import dataclass

import pytest

from rashomon.extraction.lexicon import Lexicon
from rashomon.model.actors import Actor, Alias
from rashomon.model.places import Place
from rashomon.model.sources import Article, Part
from rashomon.model.words import ActorKind, PartKind, PlacePrecision
from rashomon.text.folding import fold


@dataclass(frozen=True)
class FakeRegistry:
    actors: tuple[Actor, ...]

    @property
    def digest(self):
        return ",".join(actor.name for actor in self.actors)

    def find(self, name):
        folded = fold(name)
        return tuple(a for a in self.actors if folded in {fold(a.name), *(fold(alias.text) for alias in a.aliases)})

    def outlet(self, name):
        return None


PLACES = {"orutown": ("Orutown", PlacePrecision.TOWN, 90_000), "mirsa": ("Mirsa", PlacePrecision.TOWN, 900)}
COUNTRIES = {"oruland": "OR", "orulandic": "OR"}


class FakeGazetteer:
    digest = "places"

    def find(self, name):
        known = PLACES.get(fold(name))
        return (Place(known[0], "OR", known[1], population=known[2]),) if known else ()

    exact = find

    def country(self, name):
        return COUNTRIES.get(fold(name))


ACTORS = (
    Actor("Harakat Tolo", ActorKind.ARMED_GROUP, (Alias("Tolo Movement", "test"), Alias("HT", "test"), Alias("IT", "test"))),
    Actor("Oruland", ActorKind.STATE, (Alias("Orulandic", "test", ambiguous=True), Alias("Orutown", "test", ambiguous=True))),
    Actor("Orulandic army", ActorKind.FORCE, (Alias("Orulandic soldiers", "test"),)),
    Actor("Oru Intelligence Service", ActorKind.GOVERNMENT_BODY),
    Actor("Hill Wire", ActorKind.OUTLET),
)


@pytest.fixture(scope="session")
def small_lexicon():
    return Lexicon(FakeRegistry(ACTORS), FakeGazetteer())


@pytest.fixture(scope="session")
def other_lexicon():
    return Lexicon(FakeRegistry(ACTORS[:2]), FakeGazetteer())


@pytest.fixture
def article_of():
    def make(text, title=None, published="2016-11-26"):
        whole = f"{title}\n\n{text}" if title else text
        parts = (Part(PartKind.TITLE, 0, len(title)), Part(PartKind.BODY, len(title) + 2, len(whole))) if title else ()
        return Article("0" * 64, 0, 0, len(whole), whole, title=title, published=published, parts=parts)

    return make
