"""The model's mentions as mentions of a reading: keys by its own coreference and by equal names, values by the grammars."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.extraction.mentions import Mentions
from rashomon.extraction.trained.encoder import Encoded
from rashomon.extraction.trained.finding import Findings
from rashomon.extraction.trained.heads import Found
from rashomon.model.ranges import Range
from rashomon.model.reading import Mention
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import MentionKind, NumberKind
from rashomon.text.folding import fold

#: Words that say one without being a number to the grammar.
_ONE = frozenset({"a", "an", "another", "single"})
#: Words that no phrase ends in, and those that begin a clause within one.
_LEADING_ON = re.compile(
    r"(?:[\s,;]+(?:and|or|but|of|to|that|which|who|whose|by|from|in|on|at|with|for|as|the|an?|is|was|were|are))+$", re.IGNORECASE
)
_RELATIVE = re.compile(r",? (?:that|which|who|whose) ")
_SLUG = re.compile(r"\W+")


class Entities:
    """Turns findings into mentions of one article.

    Args:
        article: where the spans stand.

        listed: what rules and lists found there: dates and numbers with values, and names.

        encoded, found: what the model made of it.

    Attributes:
        mentions: the model's mentions.

        numbers: the grammar's numbers that the model thinks possible, and ones that an article says ("a soldier"), of its kinds.

        fillers: for each of the findings' fillers its mention, ``None`` for a number or date that no grammar reads.
    """

    def __init__(self, article: Article, listed: Mentions, encoded: Encoded, found: Findings) -> None:
        self._article = article
        self._listed = listed
        self._encoded = encoded
        self._starts = {start for start, _ in listed.sentences}
        self.mentions = self._keyed(found)
        self.fillers = (*self.mentions, *map(self._date, found.dates), *map(self._number, found.numbers))
        counted = {mention.span: mention for mention in self.fillers if mention is not None and mention.number is not None}
        self.numbers = tuple(counted.values())

    def span(self, found: Found) -> EvidenceSpan:
        """Return a finding's place in the article."""
        return EvidenceSpan(self._article.id, *self._encoded.characters(found.pieces))

    def _keyed(self, found: Findings) -> tuple[Mention, ...]:
        """Return the mentions with keys: of names the rules know theirs, of other words that of what the model takes them for."""
        made: list[Mention] = []
        names: dict[str, Mention] = {}
        taken = {mention.key for mention in self._listed.entities}
        for n, bare in enumerate(self._mention(f) for f in found.mentions):
            same = self._known(bare) or names.get(fold(bare.text))
            if same is None and found.entities[n] != n and not bare.named:
                same = made[found.entities[n]]
            if same is None or not same.key:
                key = _fresh(_SLUG.sub("-", fold(bare.text)).strip("-") or "entity", taken)
                same = replace(bare, key=key, name=bare.text)
                taken.add(key)
            if bare.named:
                names.setdefault(fold(bare.text), same)
            made.append(replace(bare, key=same.key, name=same.name))
        return tuple(made)

    def _known(self, mention: Mention) -> Mention | None:
        """Return the rules' mention of mostly the same words, or the one name of the same kind that they found within."""
        near = [m for m in self._listed.entities if m.span.overlaps(mention.span)]
        mostly = next((m for m in near if m.span.is_mostly(mention.span)), None)
        within = [m for m in near if m.named and m.kind == mention.kind]
        return mostly or (within[0] if len(within) == 1 else None)

    def _mention(self, found: Found) -> Mention:
        span = self._trimmed(self.span(found))
        return Mention(span, MentionKind(found.label), span.of(self._article), named=self._is_name(span))

    def _trimmed(self, span: EvidenceSpan) -> EvidenceSpan:
        """Return the span without words at its end that lead on to others ("a militia that belongs to"), on one line."""
        words = span.of(self._article)
        line = words.rfind("\n") + 1
        span, words = replace(span, start=span.start + line), words[line:]
        cut = _LEADING_ON.sub("", words)
        if cut == words:
            return span
        kept = len(_RELATIVE.split(cut, maxsplit=1)[0].rstrip(" ,;"))
        return EvidenceSpan(span.article_id, span.start, span.start + kept) if kept else span

    def _is_name(self, span: EvidenceSpan) -> bool:
        """Whether the words hold a name: one that is listed, or a capital that does not just open the sentence."""
        listed = any(m.named and m.span.overlaps(span) for m in self._listed.entities)
        words = span.of(self._article)
        inside = words[1:] if span.start in self._starts else words
        return listed or any(character.isupper() for character in inside)

    def _date(self, found: Found) -> Mention | None:
        span = self.span(found)
        return next((m for m in self._listed.dates if m.span.overlaps(span)), None)

    def _number(self, found: Found) -> Mention | None:
        """The number the grammar reads there, or one where the words say so, of the kind the model says; else ``None``."""
        span = self.span(found)
        number = next((m for m in self._listed.numbers if m.span.overlaps(span)), None)
        words = span.of(self._article)
        if number is None and words.split()[0].lower() in _ONE:
            number = Mention(span, MentionKind.NUMBER, words, number=Range.exactly(1))
        return replace(number, number_kind=NumberKind(found.label)) if number is not None else None


def _fresh(slug: str, taken: set[str]) -> str:
    if slug not in taken:
        return slug
    return next(name for n in range(2, len(taken) + 3) if (name := f"{slug}-{n}") not in taken)


def ordered(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield mentions in reading order, the longer first where two begin together."""
    yield from sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.end))
