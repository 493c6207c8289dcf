"""Which listed actor a string by itself names: by a name, by an office, by title and surname, or in a part of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rashomon.linking.actors.candidates import untitled
from rashomon.linking.actors.nationality import Named
from rashomon.linking.actors.sectors import role_sectors
from rashomon.linking.actors.tenure import Tenures, holds_on, standings
from rashomon.linking.contract import Registry
from rashomon.linking.names.comparing import compare_names
from rashomon.linking.names.kinds import NameKind
from rashomon.linking.skeleton import sound_key
from rashomon.lists.states import SOURCE as PATTERN
from rashomon.model.actors import Actor
from rashomon.model.ledger import Reason
from rashomon.model.words import ActorKind
from rashomon.text.folding import fold
from rashomon.text.tokens import tokens

#: The longest listed name looked for inside a string, in words.
_LONGEST = 8
#: A shorter word is no surname by itself.
_SHORTEST = 4
#: From this probability on two spellings are taken for one name.
_ALIKE = 0.9
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
_ORDINAL = re.compile(r"^\d+(?:st|nd|rd|th)\s+", re.IGNORECASE)
#: Words around an office that do not change whose it is.
_AROUND = frozenset({"current", "incumbent", "sitting", "the", "new", "of", "his", "excellency"})
#: Words that no title holds.
_BETWEEN = frozenset({"in", "of", "from", "at", "near", "for", "and", "to", "on"})
#: Short for an office, as rolls write it.
_OFFICES = {"defense": "defence", "premier": "prime minister", "fm": "foreign minister", "pm": "prime minister"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A string without its determiners, the countries it and its sentence name (alpha-3), and the day it was said on."""

    text: str
    named: tuple[Named, ...]
    around: frozenset[str]
    day: date | None

    @property
    def countries(self) -> frozenset[str]:
        """Return the countries the string itself names."""
        return frozenset(one.code for one in self.named)


@dataclass(frozen=True, slots=True)
class Found:
    """The listed actor, where in the string its name stands (``None`` for an office it holds), and why."""

    actor: Actor
    start: int | None
    end: int | None
    reason: Reason

    @property
    def by_office(self) -> bool:
        """Return whether the string names an office and no name."""
        return self.start is None

    @property
    def by_surname(self) -> bool:
        """Return whether the string holds no more of the name than its last word."""
        return self.reason.feature == "surname_in_office"


class Entries:
    """Finds listed actors. One actor at most is given: where two bear a name and nothing tells them apart, none is."""

    def __init__(self, registry: Registry, tenures: Tenures, iso3: dict[str, str]) -> None:
        self._registry = registry
        self._tenures = tenures
        self._iso3 = iso3
        self._states = {actor.country: actor for actor in registry.actors if actor.kind == ActorKind.STATE}
        self._surnames: dict[str, list[Actor]] = {}
        self._sounds: dict[str, list[Actor]] = {}
        for actor in registry.actors:
            if actor.kind == ActorKind.PERSON:
                self._sounds.setdefault(sound_key(actor.name.split()[-1]), []).append(actor)
                if standings(actor):
                    self._surnames.setdefault(fold(actor.name).split()[-1], []).append(actor)

    def find(self, asked: Asked) -> Found | None:
        """Return the listed actor that the string names, the surest way first."""
        for way in (self._whole, self._office, self._inside, self._surname, self._spelt_otherwise):
            found = way(asked)
            if found is not None:
                return found
        return None

    def _whole(self, asked: Asked) -> Found | None:
        actor = self._one(asked.text, asked)
        if actor is None:
            return None
        core = untitled(asked.text) if actor.kind == ActorKind.PERSON else asked.text
        said = f"{asked.text!r} is a name of {actor.name}"
        return Found(actor, len(asked.text) - len(core), len(asked.text), Reason("listed_name", 1.0, said))

    def _one(self, form: str, asked: Asked) -> Actor | None:
        """Return the one actor of a name that fits what is said of countries; a doubtful name needs a capital."""
        found = self._registry.find(form) or self._registry.find(_undotted(form))
        sure = tuple(actor for actor in found if not _doubtful(actor, form))
        fitting = self._fitting(sure, asked) or (self._fitting(found, asked) if form[:1].isupper() else ())
        return fitting[0] if len(fitting) == 1 else None

    def _fitting(self, actors: tuple[Actor, ...], asked: Asked) -> tuple[Actor, ...]:
        if len(actors) < 2:  # noqa: PLR2004 - nothing to choose
            return actors
        for countries in (asked.countries, asked.around):
            inside = tuple(actor for actor in actors if self._iso3.get(actor.country or "") in countries)
            if inside:
                return inside
        return tuple(actor for actor in actors if actor.kind == ActorKind.PERSON and standings(actor)) or actors

    def _office(self, asked: Asked) -> Found | None:
        """Who held the office on the day, where the string is nothing but a country and an office."""
        if len(asked.named) != 1 or asked.day is None:
            return None
        (named,) = asked.named
        rest = _ORDINAL.sub("", f"{asked.text[: named.start]} {asked.text[named.end :]}".strip())
        words = [_OFFICES.get(word, word) for word in _unwrapped(fold(rest).split())]
        state = next((actor for code, actor in self._states.items() if self._iso3.get(code or "") == named.code), None)
        held = self._tenures.holder(state, " ".join(words), asked.day) if state is not None else None
        if held is None:
            return None
        actor, tie = held
        said = f"{actor.name} was {tie.role} of {tie.object} on {asked.day}"
        return Found(actor, None, None, Reason("holds_office", 0.9, said))

    def _surname(self, asked: Asked) -> Found | None:
        """A surname, behind a title or alone: the one holder of an office who bears it, of that title, place and day."""
        title, _, surname = asked.text.rpartition(" ")
        entitled = untitled(asked.text) == surname or bool(role_sectors(title))
        if (
            (title and not (entitled and _BETWEEN.isdisjoint(title.split())))
            or not surname[:1].isupper()
            or len(surname) < _SHORTEST
        ):
            return None
        listed = self._registry.find(surname)
        bearers = {actor.name: actor for actor in (*listed, *self._surnames.get(fold(surname), ())) if standings(actor)}
        persons = [actor for actor in bearers.values() if actor.kind == ActorKind.PERSON]
        chosen = [actor for actor in persons if title and _has_been(actor, fold(title))] or persons
        for fits in (self._is_there, _is_in_office):
            chosen = [actor for actor in chosen if fits(actor, asked)] or chosen
        if len(chosen) != 1:
            return None
        start = len(asked.text) - len(surname)
        said = f"{chosen[0].name} is the one of that surname who held such an office"
        return Found(chosen[0], start, len(asked.text), Reason("surname_in_office", 0.7, said))

    def _spelt_otherwise(self, asked: Asked) -> Found | None:
        """A person's full name in another spelling, where one listed person stands clear of all others."""
        name = untitled(asked.text)
        words = name.split()
        if len(words) < 2 or not all(word[:1].isupper() for word in words):  # noqa: PLR2004 - a full name
            return None
        near = self._sounds.get(sound_key(words[-1]), ())
        scores = ((compare_names(name, actor.name, NameKind.PERSON).score, actor) for actor in near)
        scored = sorted(scores, key=lambda pair: (-pair[0], pair[1].name))
        if not scored or scored[0][0] < _ALIKE or (len(scored) > 1 and scored[1][0] >= _ALIKE):
            return None
        score, actor = scored[0]
        start = len(asked.text) - len(name)
        return Found(actor, start, len(asked.text), Reason("spelt_otherwise", score, f"{name!r} is written like {actor.name}"))

    def _is_there(self, actor: Actor, asked: Asked) -> bool:
        return self._iso3.get(actor.country or "") in asked.countries | asked.around

    def _inside(self, asked: Asked) -> Found | None:
        """The longest listed name inside the string; of two as long a person's, then the first."""
        return min(self._parts(asked), key=_rank, default=None)

    def _parts(self, asked: Asked) -> Iterator[Found]:
        words = tokens(asked.text)
        for first in range(len(words)):
            if not any(letter.isupper() for letter in words[first].text):
                continue
            for last in range(min(len(words), first + _LONGEST) - 1, first - 1, -1):
                start, end = words[first].start, words[last].end
                actor = self._one(asked.text[start:end], asked)
                if actor is not None and _names_one(actor, asked.text[start:end]):
                    said = f"{asked.text[start:end]!r} is a name of {actor.name}"
                    yield Found(actor, start, end, Reason("listed_name", 0.9, said))
                    break


def _unwrapped(words: list[str]) -> list[str]:
    """Return the words without those at both ends that do not change an office."""
    at = [place for place, word in enumerate(words) if word not in _AROUND]
    return words[at[0] : at[-1] + 1] if at else []


def _undotted(form: str) -> str:
    """Return the form with its initials run together ("US Senate")."""
    return _DOTTED.sub(lambda match: match[0].replace(".", ""), form)


def _has_been(actor: Actor, title: str) -> bool:
    return any(title in (tie.role or "") for tie in standings(actor))


def _is_in_office(actor: Actor, asked: Asked) -> bool:
    return any(holds_on(tie, asked.day) for tie in standings(actor))


def _rank(part: Found) -> tuple[bool, int, int]:
    start, end = part.start or 0, part.end or 0
    return part.actor.kind != ActorKind.PERSON, start - end, start


def _doubtful(actor: Actor, form: str) -> bool:
    folded = fold(form)
    marks = [alias.ambiguous for alias in actor.aliases if fold(alias.text) == folded]
    return fold(actor.name) != folded and bool(marks) and all(marks)


def _names_one(actor: Actor, form: str) -> bool:
    """Whether a form inside a longer string names somebody: no state, and no doubtful or made name."""
    if actor.kind in (ActorKind.STATE, ActorKind.COMMUNITY) or _doubtful(actor, form):
        return False
    return not is_made(actor)


def is_made(actor: Actor) -> bool:
    """Return whether an actor is one that every state has ("Peruvian police"), which nobody lists by itself."""
    return bool(actor.aliases) and all(alias.source == PATTERN for alias in actor.aliases)
