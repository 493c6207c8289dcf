"""The model's mentions as mentions of a reading: keys by its own coreference and by equal names, values by the grammars."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.extraction.mentions import Mentions
from rashomon.extraction.numbers import FoundNumber
from rashomon.extraction.trained.encoder import Encoded
from rashomon.extraction.trained.finding import Findings
from rashomon.extraction.trained.heads import Found
from rashomon.model.ranges import Range
from rashomon.model.reading import Mention
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import MentionKind, NumberKind
from rashomon.text.folding import fold

_SLUG = re.compile(r"\W+")


class Entities:
    """Turns findings into mentions of one article.

    Args:
        article: where the spans stand.

        listed: what rules and lists found there: dates and numbers with values, and names.

        encoded, found: what the model made of it.
    """

    def __init__(self, article: Article, listed: Mentions, encoded: Encoded, found: Findings) -> None:
        self._article = article
        self._listed = listed
        self._encoded = encoded
        self._starts = {start for start, _ in listed.sentences}
        self.mentions = self._keyed(found)
        self.dates = tuple(self._date(f) for f in found.dates)
        pairs = [self._number(f) for f in found.numbers]
        self.numbers = tuple(mention for mention, _ in pairs)
        self._counted = tuple(number for _, number in pairs)

    def as_mentions(self) -> Mentions:
        """Return them in the form that rules read on from."""
        kept = [n for n, mention in enumerate(self.numbers) if mention.number is not None]
        return Mentions(
            self._listed.sentences,
            self.mentions,
            tuple(date for date in self.dates),
            tuple(self.numbers[n] for n in kept),
            tuple(self._counted[n] for n in kept),
        )

    def span(self, found: Found) -> EvidenceSpan:
        """Return a finding's place in the article."""
        return EvidenceSpan(self._article.id, *self._encoded.characters(found.pieces))

    def _keyed(self, found: Findings) -> tuple[Mention, ...]:
        made = [self._mention(f) for f in found.mentions]
        first = list(found.entities)
        names: dict[str, int] = {}
        for n, mention in enumerate(made):
            if mention.named:
                same = names.setdefault(fold(mention.text), first[n])
                first = [same if other == first[n] else other for other in first]
        keys: dict[int, str] = {}
        fullest: dict[int, str] = {}
        for n, mention in enumerate(made):
            if mention.named and len(mention.text) > len(fullest.get(first[n], "")):
                fullest[first[n]] = mention.text
        for n, mention in enumerate(made):
            name = fullest.get(first[n], mention.text)
            if first[n] not in keys:
                keys[first[n]] = _fresh(_SLUG.sub("-", fold(name)).strip("-") or "entity", set(keys.values()))
            made[n] = replace(mention, key=keys[first[n]], name=name)
        return tuple(made)

    def _mention(self, found: Found) -> Mention:
        span = self.span(found)
        return Mention(span, MentionKind(found.label), span.of(self._article), named=self._is_name(span))

    def _is_name(self, span: EvidenceSpan) -> bool:
        """Whether the words hold a name: one that is listed, or a capital that does not just open the sentence."""
        listed = any(m.named and m.span.overlaps(span) for m in self._listed.entities)
        words = span.of(self._article)
        inside = words[1:] if span.start in self._starts else words
        return listed or any(character.isupper() for character in inside)

    def _date(self, found: Found) -> Mention:
        span = self.span(found)
        value = next((m.date for m in self._listed.dates if m.span.overlaps(span) and m.date is not None), None)
        return Mention(span, MentionKind.DATE, span.of(self._article), date=value)

    def _number(self, found: Found) -> tuple[Mention, FoundNumber]:
        span = self.span(found)
        for mention, number in zip(self._listed.numbers, self._listed.found_numbers, strict=True):
            if mention.span.overlaps(span):
                return replace(mention, number_kind=NumberKind(found.label)), number
        one = Range.exactly(1)
        words = span.of(self._article)
        made = Mention(span, MentionKind.NUMBER, words, number=one, number_kind=NumberKind(found.label))
        return made, FoundNumber(span.start, span.end, one)


def _fresh(slug: str, taken: set[str]) -> str:
    if slug not in taken:
        return slug
    return next(name for n in range(2, len(taken) + 3) if (name := f"{slug}-{n}") not in taken)


def ordered(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield mentions in reading order, the longer first where two begin together."""
    yield from sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.end))
