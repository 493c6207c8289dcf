"""Which listed actors a name may mean: by alias, by what is left without titles and trimmings, by initials, by sound."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rashomon.linking.contract import Gazetteer, Registry
from rashomon.linking.entities import Entity
from rashomon.linking.scenes import bare, leading_country
from rashomon.linking.skeleton import PARTICLES, skeleton
from rashomon.model.actors import Actor
from rashomon.model.words import ActorKind, MentionKind
from rashomon.text.folding import fold

#: Words before a person's name that are no part of it.
TITLES_TEXT = (
    "mr mrs ms dr sir general gen major maj colonel col lieutenant lt brigadier brig captain capt sergeant "
    "commander cmdr admiral marshal chief president prime minister premier vice deputy secretary spokesman "
    "spokeswoman spokesperson sheikh sheik shaykh mullah mawlawi maulvi maulana ayatollah hojatoleslam sayyid sayed "
    "imam haji hajji hajj king queen prince emir amir caliph senator governor ambassador judge justice pastor "
    "bishop father leader warlord former acting army police military"
)
TITLES = frozenset(TITLES_TEXT.split())
#: Words after a group's name that are no part of it.
TRIMMINGS_TEXT = (
    "group groups militant militants fighter fighters insurgent insurgents rebel rebels jihadist jihadists "
    "terrorist terrorists movement militia militias militiamen gunmen forces troops soldiers members organisation "
    "organization extremists affiliate media government regime officials authorities network"
)
TRIMMINGS = frozenset(TRIMMINGS_TEXT.split())
_POINTING = frozenset(
    {"the", "a", "an", "our", "his", "her", "its", "their", "this", "these", "some", "two", "three", "presumed", "elements"}
)
_TIED = re.compile(
    r"-(?:backed|led|linked|aligned|affiliated|supported|controlled|dominated|allied|trained|funded|based|owned)$", re.IGNORECASE
)
_ACRONYM = re.compile(r"^[A-Z]{2,8}$")
_SMALL = frozenset({"of", "the", "and", "for", "in", "de", "la", "des", "du", "et", "y"})


class Way(StrEnum):
    """How a name leads to an actor, best first."""

    ALIAS = "alias"
    TRIMMED = "trimmed"
    SOUND = "sound"
    INITIALS = "initials"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A listed actor that a name may mean: the form that was looked up, and whether that form is known to be ambiguous."""

    actor: Actor
    form: str
    way: Way
    ambiguous: bool


def untitled(name: str) -> str:
    """Return a person's name without the titles and lower-case words before it.

    >>> untitled("army spokesman Col. Idrissa Coulba")
    'Idrissa Coulba'
    """
    words = name.split()
    cased = any(word[:1].isupper() for word in words)
    while len(words) > 1:
        first = fold(words[0])
        if first not in TITLES and first != "the" and not (cased and words[0].islower() and first not in PARTICLES):
            break
        words = words[1:]
    return " ".join(words)


def untrimmed(name: str) -> str:
    """Return a group's name without the words before it and the general words at its end.

    >>> untrimmed("the so-called Boko Haram militants, who"), untrimmed("Iran-backed Hezbollah Brigades")
    ('Boko Haram', 'Hezbollah Brigades')
    """
    words = name.partition(",")[0].split()
    first = next((at for at, word in enumerate(words) if word.lstrip("\"“‘'(")[:1].isupper() and fold(word) not in _POINTING), 0)
    words = [word.strip('"“”‘()') for word in words[first:]] or words
    while len(words) > 1 and _TIED.search(words[0]):
        words = words[1:]
    while len(words) > 1 and fold(words[-1]) in TRIMMINGS:
        words = words[:-1]
    return " ".join(words)


def initials(name: str) -> str:
    """Return the first letters of the name's words, small words left out."""
    words = [word for word in re.split(r"[\s\-]+", name) if word and word.lower() not in _SMALL]
    return "".join(word[0].upper() for word in words) if len(words) > 1 else ""


class ActorIndex:
    """The registry made searchable by sound, initials and country, beside its own search by alias."""

    def __init__(self, registry: Registry, gazetteer: Gazetteer) -> None:
        self._registry = registry
        self._gazetteer = gazetteer
        self._by_sound: dict[str, dict[str, Actor]] = {}
        self._by_initials: dict[str, dict[str, Actor]] = {}
        self.states: dict[str, Actor] = {}
        self._known: dict[str, tuple[Candidate, ...]] = {}
        for actor in registry.actors:
            self._index(actor)

    def _index(self, actor: Actor) -> None:
        if actor.kind == ActorKind.STATE and actor.country is not None:
            self.states.setdefault(actor.country, actor)
        if actor.kind != ActorKind.PERSON and initials(actor.name):
            self._by_initials.setdefault(initials(actor.name), {})[actor.name] = actor
        for name in {actor.name, *(alias.text for alias in actor.aliases if not alias.ambiguous)}:
            if len(name.split()) > 1 and " " in (sound := skeleton(name)):
                self._by_sound.setdefault(sound, {})[actor.name] = actor

    def _by_alias(self, form: str, way: Way) -> Iterator[Candidate]:
        folded = fold(form)
        for actor in self._registry.find(form):
            doubtful = fold(actor.name) != folded and any(a.ambiguous for a in actor.aliases if fold(a.text) == folded)
            yield Candidate(actor, form, way, doubtful)

    def _of_country(self, name: str) -> Iterator[Candidate]:
        led = leading_country(name, self._gazetteer)
        if led is not None:
            for candidate in self._by_alias(led[1], Way.TRIMMED):
                if candidate.actor.country == led[0]:
                    yield candidate

    def _named(self, name: str, kind: MentionKind) -> Iterator[Candidate]:
        yield from self._by_alias(name, Way.ALIAS)
        code = self._gazetteer.country(name) if kind == MentionKind.COUNTRY else None
        if code in self.states:
            yield Candidate(self.states[code], name, Way.ALIAS, ambiguous=False)
        core = untitled(name) if kind == MentionKind.PERSON else untrimmed(name)
        if core != name:
            yield from self._by_alias(core, Way.TRIMMED)
        if kind != MentionKind.PERSON:
            yield from self._of_country(name)
        for actor in self._by_sound.get(skeleton(core), {}).values():
            yield Candidate(actor, core, Way.SOUND, ambiguous=False)
        if _ACRONYM.match(core):
            for actor in self._by_initials.get(core, {}).values():
                yield Candidate(actor, core, Way.INITIALS, ambiguous=True)

    def _of_name(self, name: str, kind: MentionKind) -> tuple[Candidate, ...]:
        sought = f"{kind}\x1f{name}"
        if sought not in self._known:
            self._known[sought] = tuple(self._named(bare(name), kind))
        return self._known[sought]

    def of(self, entity: Entity) -> tuple[Candidate, ...]:
        """Return the listed actors its names may mean, each once, by the best way it was found; by actor name.

        What has no proper name is looked up by its words, and only where such words are listed ("the coalition").
        """
        if entity.names:
            return _best(found for name in entity.names for found in self._of_name(name, entity.kind))
        return _best(found for words in entity.words for found in self._by_alias(words, Way.ALIAS))


def _best(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    best: dict[str, Candidate] = {}
    ways = list(Way)
    for candidate in found:
        held = best.get(candidate.actor.name)
        if held is None or (candidate.ambiguous, ways.index(candidate.way)) < (held.ambiguous, ways.index(held.way)):
            best[candidate.actor.name] = candidate
    return tuple(best[name] for name in sorted(best))
