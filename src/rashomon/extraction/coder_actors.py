"""Say of a noun phrase whether it names an actor, of which country (ISO 3166 alpha-3, or IGO, NGO), and of which sector."""

import functools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.extraction.clauses import Sentence
from rashomon.extraction.coder_clauses import small
from rashomon.extraction.coder_phrases import Chunk
from rashomon.extraction.coder_words import coder_list, stems
from rashomon.extraction.lexicon import Lexicon
from rashomon.extraction.phrases import plain_words
from rashomon.lists.countries import Countries, load_countries
from rashomon.model.actors import Actor
from rashomon.model.reading import Mention
from rashomon.model.words import ACTOR_KINDS, PLACE_KINDS, ActorKind, MentionKind, PlacePrecision

#: The longest name of a country or organisation, in words.
_LONGEST = 5
#: A capitalised word that opens a sentence is taken for a name from so many letters on ("In", "The" are none).
_SHORTEST_NAME = 4
#: From this many people on a town's name is taken for it without a word of place.
_LARGE = 200_000
_REGIONS = frozenset({PlacePrecision.ADMIN1, PlacePrecision.REGION, PlacePrecision.COUNTRY})
#: The sector that the kind of a listed actor says.
KIND_SECTORS = {
    ActorKind.ARMED_GROUP: "REB",
    ActorKind.FORCE: "MIL",
    ActorKind.GOVERNMENT_BODY: "GOV",
    ActorKind.PARTY: "PTY",
    ActorKind.COMPANY: "BUS",
    ActorKind.OUTLET: "JRN",
    ActorKind.PERSON: "GOV",
    ActorKind.COMMUNITY: "CVL",
}
_MENTION_SECTORS = {
    MentionKind.GROUP: "REB",
    MentionKind.FORCE: "MIL",
    MentionKind.GOVERNMENT: "GOV",
    MentionKind.MEDIA: "JRN",
    MentionKind.CIVILIANS: "CVL",
}


@dataclass(frozen=True, slots=True)
class Identity:
    """Country or kind of organisation and sector of an actor; ``None`` where the words do not say.

    >>> Identity("RUS", "MIL").code
    'RUSMIL'
    """

    country: str | None
    sector: str | None

    @property
    def code(self) -> str:
        """The CAMEO actor code; "---" where nothing is known."""
        return f"{self.country or ''}{self.sector or ''}" or "---"


@functools.cache
def _roles() -> tuple[Mapping[tuple[str, ...], str], Mapping[str, str]]:
    lists = coder_list("actors.yaml")
    phrases = {stems(plain_words(phrase)): sector for sector, found in lists["phrases"].items() for phrase in found}
    words: dict[str, str] = {}
    for sector, found in lists["words"].items():
        for word in found:
            words.setdefault(stems((word,))[0], sector)
    return phrases, words


@functools.cache
def _special_names() -> Mapping[tuple[str, ...], str]:
    lists = coder_list("actors.yaml")
    pairs = [*lists["organisations"].items(), *lists["countries"].items()]
    return {plain_words(name): code for code, names in pairs for name in names}


@functools.cache
def _leaders() -> Mapping[str, str]:
    return {name: code for code, names in coder_list("leaders.yaml").items() for name in plain_words(" ".join(names))}


@functools.cache
def _capitals() -> frozenset[str]:
    return frozenset(country.capital for country in _countries().listed if country.capital is not None)


@functools.cache
def _countries() -> Countries:
    return load_countries()


class Identities:
    """Reads who an actor is from the words of its noun phrase, the registry and the gazetteer."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._gazetteer = lexicon.gazetteer
        self._registry = {name: actor for actor in lexicon.registry.actors for name in (actor.name,)}

    def actor_part(self, sentence: Sentence, chunk: Chunk) -> Chunk | None:
        """Return the words of a noun phrase that name somebody, ``None`` where none do.

        That is all of it where its head does ("Turkish farmers"), else its owner ("Turkey's efforts") or the name it opens
        with ("US mediation").
        """
        if self._heads(sentence, chunk.last - 1):
            return chunk
        for at in range(chunk.last - 1, chunk.first, -1):
            if sentence.words[at] in ("'s", "’s") and self._heads(sentence, at - 1):
                return Chunk(chunk.first, at, chunk.preposition, chunk.joined)
        for at in range(chunk.last - 1, chunk.first - 1, -1):
            if _is_name(sentence, at):
                first = at
                while first > chunk.first and _is_name(sentence, first - 1):
                    first -= 1
                return Chunk(first, at + 1, chunk.preposition, chunk.joined)
        return None

    def _heads(self, sentence: Sentence, at: int) -> bool:
        """Whether a word that ends a phrase makes it somebody: a role, a name, or the end of a mention of an actor or place."""
        phrases, words = _roles()
        normal = stems(sentence.words[max(0, at - 1) : at + 1])
        if normal[-1] in words or normal in phrases or normal[-1].rpartition("-")[2] in words:
            return True
        owner = sentence.owners[at]
        if owner is not None and owner.kind in ACTOR_KINDS | PLACE_KINDS:
            return True
        return _is_name(sentence, at)

    def identity(self, sentence: Sentence, chunk: Chunk) -> Identity:
        """Return country and sector, as far as the words of the phrase say."""
        country = self.country(sentence, chunk)
        sector = self.sector(sentence, chunk)
        return Identity(country, sector)

    def country(self, sentence: Sentence, chunk: Chunk) -> str | None:
        """Return the code of the first country, person, group or place of the phrase that has one."""
        at = chunk.first
        fallback: str | None = None
        while at < chunk.last:
            size, code = self._named(sentence, at, chunk.last)
            if code in ("IGO", "NGO"):
                fallback, at = fallback or code, at + size
            elif code is not None:
                return code
            else:
                at += 1
        known = next((code for code in self._known(sentence, chunk) if code is not None), None)
        return fallback or known or self._leader(sentence, chunk)

    def _leader(self, sentence: Sentence, chunk: Chunk) -> str | None:
        """Return the country of a head of state or government named in the phrase."""
        names = [sentence.words[at] for at in range(chunk.first, chunk.last) if _is_name(sentence, at)]
        return next((_leaders()[name] for name in reversed(names) if name in _leaders()), None)

    def _named(self, sentence: Sentence, at: int, last: int) -> tuple[int, str | None]:
        """Return the longest name of a country or organisation that begins at a word: its size and code."""
        text = [token.text for token in sentence.tokens[at : min(last, at + _LONGEST)]]
        if not text or not (text[0][:1].isupper() or "-" in text[0]):
            return 1, None
        for size in range(len(text), 0, -1):
            special = _special_names().get(tuple(sentence.words[at : at + size]))
            if special is not None:
                return size, special
            name = " ".join(text[:size])
            code = self._gazetteer.country(name) or (self._gazetteer.country(name[:-1]) if name.endswith("s") else None)
            if code is not None:
                return size, iso3(code)
        sides = text[0].split("-")
        if len(sides) > 1 and (sides[0].lower() in small("leanings") or sides[-1].lower() in small("leanings")):
            return 1, None
        for part in sides:
            special = _special_names().get((part.lower(),))
            code = self._gazetteer.country(part) if part[:1].isupper() else None
            if "-" in text[0] and (special or code):
                return 1, special or iso3(code)
        return 1, None

    def is_adjective(self, sentence: Sentence, chunk: Chunk) -> bool:
        """Return whether a phrase ends in the adjective of a country, so that its noun stands elsewhere."""
        last = sentence.tokens[chunk.last - 1].text
        adjective = last in ("US", "U.S.", "UK", "EU", "UN", "U.N.") or _countries().named(last) is None
        return adjective and self._gazetteer.country(last) is not None

    def _known(self, sentence: Sentence, chunk: Chunk) -> Iterator[str | None]:
        """Yield the countries of listed actors and of places in the phrase."""
        for mention in mentions_in(sentence, chunk):
            actor = self._registry.get(mention.name)
            if actor is not None:
                yield _actor_country(actor)
            elif mention.kind in (MentionKind.PLACE, MentionKind.COUNTRY, MentionKind.FACILITY):
                places = self._gazetteer.find(mention.name or mention.text)
                yield iso3(places[0].country) if places else None
            elif mention.kind is not MentionKind.PERSON:
                yield self._of_a_region(mention)

    def _of_a_region(self, mention: Mention) -> str | None:
        """Return the country of a region or large town whose name opens a phrase ("Darfur rebels")."""
        first = mention.text.removeprefix("the ").removeprefix("The ").split(" ")[0]
        places = self._gazetteer.find(first) if first[:1].isupper() else ()
        large = [place for place in places if place.population >= _LARGE or place.precision in _REGIONS]
        return iso3(large[0].country) if large else None

    def is_capital(self, sentence: Sentence, chunk: Chunk) -> bool:
        """Return whether the phrase is nothing but the name of a capital, which stands for its government where it acts."""
        return " ".join(token.text for token in sentence.tokens[chunk.first : chunk.last]) in _capitals()

    def sector(self, sentence: Sentence, chunk: Chunk) -> str | None:
        """Return the sector of the phrase's role words, else of the listed actor it names; ``None`` for a bare country."""
        found = _role(sentence, chunk)
        if found is not None:
            normal = stems(sentence.words[chunk.first : chunk.last])
            return "ELI" if found == "GOV" and any(word in coder_list("actors.yaml")["former"] for word in normal) else found
        if self._leader(sentence, chunk) is not None:
            return "GOV"
        for mention in mentions_in(sentence, chunk):
            actor = self._registry.get(mention.name)
            if actor is not None and actor.kind in KIND_SECTORS:
                return KIND_SECTORS[actor.kind]
            if actor is None and mention.kind in _MENTION_SECTORS:
                return _MENTION_SECTORS[mention.kind]
        return None


def iso3(iso2: str | None) -> str | None:
    """Return the three-letter code of a country's two-letter code, ``None`` where it has none.

    >>> iso3("DE")
    'DEU'
    """
    country = _countries().by_iso2.get(iso2 or "")
    return country.iso3 if country is not None else None


def _actor_country(actor: Actor) -> str | None:
    if actor.kind is ActorKind.INTERNATIONAL_ORG:
        return "IGO"
    return iso3(actor.country)


def _role(sentence: Sentence, chunk: Chunk) -> str | None:
    return role_sector(stems(sentence.words[chunk.first : chunk.last]), _organisation_words(sentence, chunk))


def role_sector(normal: Sequence[str], covered: Collection[int] = ()) -> str | None:
    """Return the sector of the role that words name, without their plural endings; ``None`` where they name none.

    Args:
        normal: the words.

        covered: positions of words that belong to a name; they count in phrases only.
    """
    phrases, words = _roles()
    for size in (3, 2):
        for at in range(len(normal) - size + 1):
            if tuple(normal[at : at + size]) in phrases:
                return phrases[tuple(normal[at : at + size])]
    parts = [word if word in words else word.rpartition("-")[2] for at, word in enumerate(normal) if at not in covered]
    found = {words[part] for part in parts if part in words}
    return next((sector for sector in coder_list("actors.yaml")["words"] if sector in found), None)


def _organisation_words(sentence: Sentence, chunk: Chunk) -> set[int]:
    """Return the positions in the phrase that belong to the name of an organisation ("European Community")."""
    found: set[int] = set()
    for at in range(chunk.first, chunk.last):
        for size in range(2, _LONGEST + 1):
            if tuple(sentence.words[at : at + size]) in _special_names():
                found.update(range(at - chunk.first, at - chunk.first + size))
    return found


def mentions_in(sentence: Sentence, chunk: Chunk) -> list[Mention]:
    """Return the mentions that own words of the phrase, in reading order."""
    found: list[Mention] = []
    for owner in sentence.owners[chunk.first : chunk.last]:
        if owner is not None and (not found or found[-1] is not owner):
            found.append(owner)
    return found


def _is_name(sentence: Sentence, at: int) -> bool:
    text = sentence.tokens[at].text
    start = sentence.tokens[at].start
    dated = any(date.span.start <= start < date.span.end for date in sentence.dates)
    return text[:1].isupper() and (at > 0 or len(text) >= _SHORTEST_NAME) and not dated
