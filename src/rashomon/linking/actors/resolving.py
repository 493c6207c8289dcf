"""Say of a string who it is: country, sectors, listed actor, and the string without the nationality, each with its reason.

A string is what a reader cut from a sentence ("French troops", "the Kyiv police", "President Duterte"); what it means may
depend on the sentence around it and on the day.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rashomon.extraction.coder_words import coder_list
from rashomon.extraction.phrases import plain_words
from rashomon.linking.actors.entries import Asked, Entries, Found
from rashomon.linking.actors.nationality import Named, Nationalities
from rashomon.linking.actors.sectors import Sectors, is_former, is_somebody, role_sectors
from rashomon.linking.actors.tenure import Tenures, kind_sectors
from rashomon.linking.contract import Gazetteer, Registry
from rashomon.linking.skeleton import sound_key
from rashomon.lists.countries import load_countries
from rashomon.model.actors import Actor
from rashomon.model.ledger import Reason
from rashomon.model.places import Place
from rashomon.model.words import ActorKind, PlacePrecision
from rashomon.text.folding import fold
from rashomon.text.tokens import tokens

#: What stands for a country where several states, or none, stand behind a body.
SEVERAL, NO_STATE = "IGO", "NGO"
#: What a phrase is of whom nothing is known but that it is somebody.
UNKNOWN = "UNK"
_DETERMINERS = re.compile(
    r"^(?:(?:the|a|an|some|several|many|most|other|all|both|few|various|over|about|nearly|at least|more than|up to|dozens of|"
    r"hundreds of|thousands of|two|three|four|five|six|seven|eight|nine|ten|dozen|two dozen|\d[\d,.]*)\s+)+",
    re.IGNORECASE,
)
#: A title that says less of a person than its office.
_CLERGY = ("REL",)
#: A town of fewer people than this gives a phrase no country.
_LARGE = 100_000
#: A town of fewer people than this is not taken from a phrase in small letters.
_FAMOUS = 1_000_000
_AREAS = frozenset({PlacePrecision.ADMIN1, PlacePrecision.REGION})
_INSIDE = frozenset({"in", "of", "from", "at", "across", "near", "around", "outside"})
_LONGEST_PLACE, _SHORTEST_PLACE = 4, 4


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who a string is, as far as words, lists and day say.

    Args:
        country: ISO 3166 alpha-3, or ``UNO``, ``EUR``, ``IGO`` for a body of several states; ``None`` where none is said.

        sectors: PLOVER sectors, the main one first; empty for a bare country and where nothing is said.

        actor: the listed actor it names, or who held the office it names on the day.

        place: the place it is, where it is nothing but the name of one.

        rest: the string without determiners and nationality.

        reasons: why, in the order in which it was found.
    """

    text: str
    country: str | None
    sectors: Sectors
    actor: Actor | None
    place: Place | None
    rest: str
    reasons: tuple[Reason, ...]

    @property
    def is_actor(self) -> bool:
        """Return whether anything says that the string is somebody."""
        return self.country is not None or bool(self.sectors) or self.actor is not None or self.place is not None


class ActorResolver:
    """Resolves strings; built once, then only read."""

    def __init__(self, registry: Registry, gazetteer: Gazetteer) -> None:
        countries = load_countries()
        self._gazetteer = gazetteer
        self._nationalities = Nationalities(countries)
        self._tenures = Tenures(registry.actors)
        self._iso3 = {country.iso2: country.iso3 for country in countries.listed}
        self._capitals = {fold(country.capital) for country in countries.listed if country.capital is not None}
        self._entries = Entries(registry, self._tenures, self._iso3)
        bodies = coder_list("agents.yaml")["bodies"].items()
        self._bodies: dict[str, str] = {name: code for code, names in bodies for name in names}

    def resolve(self, text: str, context: str = "", day: date | None = None) -> Resolved:
        """Return who a string is.

        Args:
            text: the string.

            context: the sentence around it; decides between namesakes, and gives a role without a country the one it names.

            day: when it was said; without it offices count that are held still.
        """
        core = _DETERMINERS.sub("", " ".join(text.split())) or text.strip()
        named = self._nationalities.find(core)
        around = frozenset(one.code for one in self._nationalities.find(context))
        asked = Asked(core, named, around, day)
        found = self._found(asked)
        place = self._place(core) if found is None or found.actor.kind == ActorKind.STATE else None
        sectors = self._sectors(asked, found, place)
        country, reason = self._country(asked, found, place, sectors)
        reasons = [found.reason] if found is not None else []
        reasons += [reason] if reason is not None else []
        reasons += [Reason("sector", 1.0, f"{core!r} is {' and '.join(sectors)}")] if sectors else []
        actor = None if found is None else found.actor
        return Resolved(text, country, sectors, actor, place, _rest(core, named), tuple(reasons))

    def _found(self, asked: Asked) -> Found | None:
        """Return the listed actor; a bare surname that is a large town's name too is the town's."""
        found = self._entries.find(asked)
        bare = found is not None and found.by_surname and found.start == 0
        return None if bare and self._place(asked.text) is not None else found

    def _country(
        self, asked: Asked, found: Found | None, place: Place | None, sectors: Sectors
    ) -> tuple[str | None, Reason | None]:
        """Return the country and why: the listed actor's, the first named, that of a place, the one the sentence names."""
        if found is not None and (code := self._code(found.actor, asked.day)) is not None:
            return code, Reason("country_of_actor", 1.0, f"{found.actor.name} is of {code}")
        if asked.named:
            one = asked.named[0]
            return one.code, Reason("nationality", 1.0, f"{asked.text[one.start : one.end]!r} says {one.code}")
        there = place or (self._place_inside(asked.text) if sectors else self._place_after(asked.text))
        if there is not None and (code := self._iso3.get(there.country or "")) is not None:
            return code, Reason("place", 0.8, f"{there.name} lies in {code}")
        if found is None and sectors and len(asked.around) == 1 and not is_somebody(plain_words(asked.text)):
            (code,) = asked.around
            return code, Reason("sentence", 0.5, f"the sentence names only {code}")
        return None, None

    def _code(self, actor: Actor, day: date | None) -> str | None:
        """Return the code of an actor: its country's, that of the body it is part of, else that of bodies of several states."""
        for name in (actor.name, *actor.sides):
            if name in self._bodies:
                return self._bodies[name]
        if actor.kind == ActorKind.INTERNATIONAL_ORG:
            return None if "NGO" in actor.sectors else self._iso3.get(actor.country or "", SEVERAL)
        if actor.kind == ActorKind.PERSON:
            body = self._tenures.body_of(actor, day)
            if actor.country is None and body is None:
                body = self._tenures.last_body_of(actor)
            if body is not None and (actor.country is None or body.kind == ActorKind.INTERNATIONAL_ORG):
                return None if body.kind == ActorKind.PERSON else self._code(body, day)
        return self._iso3.get(actor.country or "")

    def _sectors(self, asked: Asked, found: Found | None, place: Place | None) -> Sectors:
        if is_somebody(plain_words(asked.text)):
            return (UNKNOWN,)
        said = role_sectors(_outside(asked, found))
        if found is not None and found.actor.kind != ActorKind.STATE:
            return self._of_listed(asked, found, said)
        if said:
            return said
        if place is not None and place.precision != PlacePrecision.COUNTRY:
            return ("GOV",) if fold(asked.text) in self._capitals else ("CVL",) if place.precision == PlacePrecision.TOWN else ()
        rest = _rest(asked.text, asked.named)
        common = [word for word in rest.split() if word.isalpha()]
        return (UNKNOWN,) if asked.named and common and common[-1].islower() else ()

    def _of_listed(self, asked: Asked, found: Found, said: Sectors) -> Sectors:
        """Return the sectors of a listed actor: for a person the role that is named, for others their own first."""
        if found.by_office:
            return said
        theirs = self._tenures.sectors(found.actor, asked.day)
        if found.actor.kind in (ActorKind.PERSON, ActorKind.COMMUNITY):
            return theirs if said == _CLERGY and theirs else said or theirs
        if is_former(plain_words(asked.text)):
            return said or (("ELI",) if theirs[:1] == ("GOV",) else theirs)
        return theirs or said or kind_sectors(found.actor)

    def _place(self, text: str) -> Place | None:
        """Return the place that the whole string is, a country left aside."""
        if not text[:1].isupper():
            return None
        places = [place for place in self._gazetteer.find(text) if place.precision != PlacePrecision.COUNTRY]
        known = [place for place in places if _is_large(place) or fold(text) in self._capitals]
        return known[0] if known and sound_key(known[0].name) == sound_key(text) else None

    def _place_inside(self, text: str) -> Place | None:
        """Return the first large place that a phrase with a role opens with or has behind a word of place."""
        words = tokens(text)
        for at, word in enumerate(words):
            opens = at == 0 or words[at - 1].text.lower() in _INSIDE
            if opens and word.text[:1].isupper():
                found = next(self._places_at(text, at), None)
                if found is not None:
                    return found
        known = next(self._places_at(text.title(), 0), None) if text.islower() else None
        return known if known is not None and known.population >= _FAMOUS and known.precision == PlacePrecision.TOWN else None

    def _place_after(self, text: str) -> Place | None:
        """Return the large place behind a word of place, in a phrase that names no role."""
        words = tokens(text)
        starts = (at for at in range(1, len(words)) if words[at - 1].text.lower() in _INSIDE and words[at].text[:1].isupper())
        return next((place for at in starts for place in self._places_at(text, at)), None)

    def _places_at(self, text: str, at: int) -> Iterator[Place]:
        words = tokens(text)
        for size in range(min(_LONGEST_PLACE, len(words) - at), 0, -1):
            name = text[words[at].start : words[at + size - 1].end]
            places = self._gazetteer.find(name) if len(name) >= _SHORTEST_PLACE and name[-1:].isalpha() else ()
            if places and _is_large(places[0]) and places[0].precision != PlacePrecision.COUNTRY:
                yield places[0]


def _is_large(place: Place) -> bool:
    return place.population >= _LARGE or place.precision in _AREAS


def _outside(asked: Asked, found: Found | None) -> str:
    """Return the words that are neither of a country nor the name of the listed actor; a people's name may hold its role."""
    cuts = [(one.start, one.end) for one in asked.named]
    several = (ActorKind.STATE, ActorKind.COMMUNITY)
    if found is not None and found.start is not None and found.end is not None and found.actor.kind not in several:
        cuts.append((found.start, found.end))
    kept = (letter for at, letter in enumerate(asked.text) if not any(start <= at < end for start, end in cuts))
    return " ".join("".join(kept).split())


def _rest(text: str, named: tuple[Named, ...]) -> str:
    """Return the string without the countries it names and the words that bound them to it."""
    kept, at = [], 0
    for one in named:
        kept.append(text[at : one.start])
        at = one.end
    kept.append(text[at:])
    rest = " ".join(" ".join(kept).split())
    return _DETERMINERS.sub("", re.sub(r"^(?:of|in|from)\b|\b(?:of|in|from|of the|in the)$", "", rest).strip()).strip(" ,")
