"""The lists an article is read by, made ready once: actor names in one automaton, places and countries to look up."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol

from ahocorasick_rs import AhoCorasick, MatchKind

from rashomon.model.actors import Actor
from rashomon.model.places import Place
from rashomon.model.words import ActorKind, MentionKind
from rashomon.text.folding import fold

#: What a mention of a listed actor is, by what the actor is.
MENTION_KINDS = {
    ActorKind.PERSON: MentionKind.PERSON,
    ActorKind.ARMED_GROUP: MentionKind.GROUP,
    ActorKind.FORCE: MentionKind.FORCE,
    ActorKind.GOVERNMENT_BODY: MentionKind.GOVERNMENT,
    ActorKind.STATE: MentionKind.COUNTRY,
    ActorKind.PARTY: MentionKind.ORGANISATION,
    ActorKind.COMPANY: MentionKind.ORGANISATION,
    ActorKind.OUTLET: MentionKind.MEDIA,
    ActorKind.INTERNATIONAL_ORG: MentionKind.ORGANISATION,
    ActorKind.COMMUNITY: MentionKind.CIVILIANS,
    ActorKind.UNKNOWN: MentionKind.ORGANISATION,
}
_SERVICE_WORDS = ("intelligence", "security service", "general security")


class Registry(Protocol):
    """What reading needs of the list of actors."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All listed actors, by name."""
        ...

    @property
    def digest(self) -> str:
        """Changes whenever the list does."""
        ...


class Gazetteer(Protocol):
    """What reading needs of the list of places."""

    @property
    def digest(self) -> str:
        """Changes whenever the list does."""
        ...

    def find(self, name: str) -> tuple[Place, ...]:
        """Return the places of this name once both are folded, most populous first."""
        ...

    def exact(self, name: str) -> tuple[Place, ...]:
        """Return the places that are written so, but for case and marks, most populous first."""
        ...

    def country(self, name: str) -> str | None:
        """Return the ISO 3166 alpha-2 code of a country's name or adjective ("Iraqi"), ``None`` where it is none."""
        ...


class RememberingGazetteer:
    """A gazetteer that keeps its latest answers: the same names come again and again."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.digest = gazetteer.digest
        self.find = lru_cache(maxsize=50_000)(gazetteer.find)
        self.country = lru_cache(maxsize=50_000)(gazetteer.country)
        self._gazetteer = gazetteer

    def exact(self, name: str) -> tuple[Place, ...]:
        """Return the places that are written so, but for case and marks; the gazetteer remembers these itself."""
        return self._gazetteer.exact(name)


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of the registry: the actor's canonical name, the mention kind, and the spellings it is listed under."""

    name: str
    kind: MentionKind
    spellings: frozenset[str]
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class NameTable:
    """Every listed name in one automaton; ``names[n]`` belongs to its pattern ``n``; ``listed`` has them by their folded form."""

    automaton: AhoCorasick
    names: tuple[Listed, ...]
    listed: Mapping[str, Listed]


class Lexicon:
    """The lists an article is read by.

    The automaton is built when the first article asks for it, so that a run with nothing to read does not pay for it.

    Args:
        registry: the list of actors.

        gazetteer: the list of places.
    """

    def __init__(self, registry: Registry, gazetteer: Gazetteer) -> None:
        self.registry = registry
        self.gazetteer = RememberingGazetteer(gazetteer)
        self.digest = hashlib.sha256(f"{registry.digest} {gazetteer.digest}".encode()).hexdigest()[:16]

    @cached_property
    def table(self) -> NameTable:
        """The listed names, ready to be looked for."""
        return name_table(self.registry.actors)


def mention_kind(actor: Actor) -> MentionKind:
    """Return what a mention of the actor is; intelligence and security services count as forces."""
    names = " ".join((actor.name, *(alias.text for alias in actor.aliases))).lower()
    if actor.kind is ActorKind.GOVERNMENT_BODY and any(word in names for word in _SERVICE_WORDS):
        return MentionKind.FORCE
    return MENTION_KINDS[actor.kind]


def name_table(actors: Iterable[Actor]) -> NameTable:
    """Return the actors' names in one automaton.

    A folded name that several actors share is kept for the first of them by name: which one is meant is for linking
    to say, only the kind of mention matters here.
    """
    spelled: dict[str, set[str]] = {}
    owners: dict[str, tuple[str, MentionKind, bool]] = {}
    for actor in sorted(actors, key=lambda actor: actor.name):
        kind = mention_kind(actor)
        pairs = [(actor.name, False), *((alias.text, alias.ambiguous) for alias in actor.aliases)]
        for spelling, ambiguous in pairs:
            folded = fold(spelling)
            if folded:
                spelled.setdefault(folded, set()).add(spelling)
                owners.setdefault(folded, (actor.name, kind, ambiguous))
    patterns = sorted(owners)
    names = tuple(Listed(*owners[p][:2], frozenset(spelled[p]), owners[p][2]) for p in patterns)
    return NameTable(AhoCorasick(patterns, matchkind=MatchKind.Standard), names, dict(zip(patterns, names, strict=True)))
