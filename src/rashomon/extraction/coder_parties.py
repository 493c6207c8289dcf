"""Turn the noun phrases around an act into parties: who they are, with the words that say so."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.coder_actors import Identities, Identity
from rashomon.extraction.coder_clauses import small
from rashomon.extraction.coder_phrases import Chunk, Phrases
from rashomon.model.sources import EvidenceSpan

#: Prepositions by which a phrase says where its people belong ("rebels in Darfur", "soldiers from Gondor").
_BELONGING = frozenset({"in", "of", "from", "for"})
_NOWHERE = frozenset({"IGO", "NGO"})
#: Words that count people or single them out, before the words that name them.
_COUNTING = small("determiners") | small("plural_quantifiers") | small("counting")


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who does something or has it done to them.

    Args:
        span: the whole noun phrase; ``name`` the words of it that name somebody ("Turkey" of "Turkey's efforts").

        head: words shared with others of a list ("The ambassadors of" before the second of "Arnor and Gondor"), else "".
    """

    span: EvidenceSpan
    text: str
    name: str
    identity: Identity
    head: str = ""


class Parties:
    """Makes parties of the noun phrases of one sentence."""

    def __init__(self, text: Passage, sentence: Sentence, phrases: Phrases, identities: Identities) -> None:
        self.text = text
        self.sentence = sentence
        self.phrases = phrases
        self.identities = identities

    def names(self, chunk: Chunk) -> Chunk | None:
        """Return the words of a phrase that name somebody."""
        return self.identities.actor_part(self.sentence, chunk)

    def of(self, chunks: Sequence[Chunk]) -> tuple[Party, ...]:
        """Return the parties that noun phrases name, each once."""
        found: list[Party] = []
        for chunk in chunks:
            found += [party for party in self._of(chunk) if party.span not in [other.span for other in found]]
        return self._sharing(found, chunks)

    def acting(self, chunks: Sequence[Chunk]) -> tuple[Party, ...]:
        """As `of`, for those who do something: a capital stands for its government."""
        found = self.of(chunks)
        if len(found) == 1 and len(chunks) == 1 and self.identities.is_capital(self.sentence, chunks[0]):
            return (replace(found[0], identity=Identity(found[0].identity.country, "GOV")),)
        return found

    def at_home(self, parties: Sequence[Party]) -> tuple[Party, ...]:
        """Give those of no stated country the only one that the sentence names, or the one it is set in."""
        home = self._setting()
        return tuple(
            replace(party, identity=Identity(home, party.identity.sector))
            if home is not None and party.identity.country is None and party.identity.sector in small("domestic")
            else party
            for party in parties
        )

    @functools.cached_property
    def _named_countries(self) -> list[tuple[str, str]]:
        """Preposition and country of every noun phrase of the sentence that has one."""
        chunks = self.phrases.chunks(0, len(self.sentence.words))
        pairs = [(chunk.preposition, self.identities.country(self.sentence, chunk)) for chunk in chunks]
        return [(preposition, country) for preposition, country in pairs if country is not None and country not in _NOWHERE]

    def _setting(self) -> str | None:
        for wanted in (self._named_countries, [pair for pair in self._named_countries if pair[0] in ("in", "near", "at")]):
            countries = {country for _, country in wanted}
            if len(countries) == 1:
                return countries.pop()
        return None

    def _sharing(self, found: list[Party], chunks: Sequence[Chunk]) -> tuple[Party, ...]:
        """Give the first of "Hungarian and Romanian officials" what the head of the list says of both."""
        if len(found) != len(chunks) or len(found) < 2 or found[-1].identity.sector is None:  # noqa: PLR2004 - a list
            return tuple(found)
        last = found[-1]
        head = self._words(Chunk(chunks[-1].last - 1, chunks[-1].last))
        return tuple(
            replace(party, identity=Identity(party.identity.country, last.identity.sector), head=head)
            if party is not last and party.identity.sector is None and self.identities.is_adjective(self.sentence, chunk)
            else party
            for party, chunk in zip(found, chunks, strict=True)
        )

    def _of(self, chunk: Chunk) -> Iterator[Party]:
        """Yield one party, or one for each country of a list that hangs on the phrase ("the ambassadors of A, B and C")."""
        whole = self.phrases.whole(chunk)
        part = self.names(chunk) or chunk
        identity = self.identities.identity(self.sentence, whole)
        homes = self._homes(chunk) if self.identities.country(self.sentence, chunk) is None else []
        if not homes:
            yield self._party(whole, part if part != chunk else whole, identity)
            return
        sector = identity.sector
        for number, home in enumerate(homes):
            span = Chunk(chunk.first, home.last) if number == 0 else home
            country = self.identities.country(self.sentence, home)
            yield self._party(span, span, Identity(country, sector), "" if number == 0 else self._words(chunk))

    def _homes(self, chunk: Chunk) -> list[Chunk]:
        """Return the countries and places a phrase belongs to, where they follow it at once."""
        behind = self.phrases.chunks(chunk.last, min(len(self.sentence.words), chunk.last + 14))
        if not behind or behind[0].preposition not in _BELONGING or behind[0].first > chunk.last + 2:
            return []
        homes: list[Chunk] = []
        for other in behind:
            if (homes and not other.joined) or not self._is_home(other):
                break
            homes.append(other)
        together = len(homes) > 1 and self.sentence.words[homes[-1].first - 1] == "and"
        return homes if together else homes[:1]

    def _is_home(self, chunk: Chunk) -> bool:
        """Whether a phrase is a country or place: one with a code, or nothing but capitals."""
        names = [token.text[:1].isupper() for token in self.sentence.tokens[chunk.first : chunk.last]]
        return all(names) or self.identities.country(self.sentence, chunk) is not None

    def _words(self, chunk: Chunk) -> str:
        start, end = self.sentence.span(chunk.first, chunk.last)
        return self.text.article.text[start:end]

    def _party(self, whole: Chunk, part: Chunk, identity: Identity, head: str = "") -> Party:
        span = self.text.evidence(*self.sentence.span(whole.first, whole.last))
        return Party(span, self._words(whole), self._words(self._bare(part)), identity, head)

    def _bare(self, part: Chunk) -> Chunk:
        """Return a phrase without articles and numbers before it ("a group of", "more than 50", "some")."""
        words = self.sentence.words
        first = part.first
        while first < part.last - 1 and (words[first] in _COUNTING or words[first][:1].isdigit()):
            first += 1
        return Chunk(first, part.last, part.preposition, part.joined)
