"""Words that name an event, each with what its sentence says around it: what two of them are compared by."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from rashomon.extraction.trained.encoder import Encoded
from rashomon.extraction.trained.heads import Floats
from rashomon.linking.contract import Source
from rashomon.linking.families import families, word_family, words_in
from rashomon.linking.precedence import published
from rashomon.linking.skeleton import sound_key
from rashomon.model.reading import Mention, Reading
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import MentionKind
from rashomon.text.sentences import sentences

#: How many words on either side of it are its neighbours.
_NEAR = 3
_PLACES = frozenset({MentionKind.PLACE, MentionKind.COUNTRY, MentionKind.FACILITY})
#: Lines before the first sentence that are an address, not a headline.
_ADDRESS = re.compile(r"https?\b")
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A word or phrase that names an event, where it stands.

    Args:
        text: the words in lower case; ``head`` is the family of the first that says something, ``families`` of all.

        sentence: how many sentences stand before its own; ``title`` whether it stands in the first.

        published: the first day the article may be from; ``None`` where it prints none.

        marks: what stands around it, by kind: "bag" families of the sentence; "left", "right" of its neighbours; "before",
            "after" the words next to it; "persons", "places", "names" as they sound; "numbers", "days"; "former", "latter"
            the entities named next before and after it, by key and by words.

        state: what the encoder makes of it in its sentence, of length 1.
    """

    span: EvidenceSpan
    text: str
    head: str
    families: Words
    sentence: int
    title: bool
    published: date | None
    marks: Mapping[str, Words]
    state: Floats


def _unit(state: Floats) -> Floats:
    return state / (float(np.linalg.norm(state)) + 1e-9)


def _named(mentions: Iterable[Mention], kinds: frozenset[MentionKind] | None = None) -> Words:
    """How the names of some kinds sound; of no kinds, the names that are neither persons nor places."""
    other = frozenset({MentionKind.PERSON, *_PLACES})
    chosen = [m for m in mentions if m.named and (m.kind in kinds if kinds is not None else m.kind not in other)]
    return frozenset(sound_key(m.name or m.text) for m in chosen) - {""}


def _entity(mention: Mention | None) -> Words:
    if mention is None:
        return frozenset()
    return frozenset({f"{mention.span.article_id}/{mention.key}", *families(words_in(mention.name or mention.text))})


class Surroundings:
    """Looks up what stands around a word of one article.

    Args:
        source: the article and what was read in it.

        encoded: the article's word pieces with their states.
    """

    def __init__(self, source: Source, encoded: Encoded) -> None:
        self._text = source.article.text
        self._article = source.article.id
        self._encoded = encoded
        self._sentences = sentences(self._text)
        self._mentions = sorted(source.reading.mentions, key=lambda mention: (mention.span.start, mention.span.end))
        self._first = next((n for n, (a, _) in enumerate(self._sentences) if not _ADDRESS.match(self._text, a)), 0)
        printed = published(source.article)
        self._published = printed.first if printed is not None else None

    def of(self, start: int, end: int) -> Occurrence:
        """Return the occurrence of these characters; a span outside all sentences is a sentence of its own."""
        number = max(0, bisect_right(self._sentences, start, key=lambda span: span[0]) - 1)
        within = self._sentences[number] if self._sentences and self._sentences[number][1] >= end else (start, end)
        written = words_in(self._text, start, end)
        said = families(written) or tuple(map(word_family, written)) or ("",)
        return Occurrence(
            span=EvidenceSpan(self._article, start, end),
            text=self._text[start:end].lower(),
            head=said[0],
            families=frozenset(said),
            sentence=number,
            title=number <= self._first,
            published=self._published,
            marks={**self._words(start, end, within), **self._entities(start, end, within)},
            state=self._state(start, end),
        )

    def _state(self, start: int, end: int) -> Floats:
        first, last = self._encoded.pieces(start, end)
        if first == last:
            return np.zeros(self._encoded.states.shape[1], dtype=np.float32)
        return _unit(self._encoded.states[first:last].mean(axis=0))

    def _words(self, start: int, end: int, within: tuple[int, int]) -> dict[str, Words]:
        left, right = words_in(self._text, within[0], start), words_in(self._text, end, within[1])
        return {
            "bag": frozenset(families([*left, *right])),
            "left": frozenset(families(left[-_NEAR:])),
            "right": frozenset(families(right[:_NEAR])),
            "before": frozenset(word.lower() for word in left[-1:]),
            "after": frozenset(word.lower() for word in right[:1]),
        }

    def _entities(self, start: int, end: int, within: tuple[int, int]) -> dict[str, Words]:
        first = bisect_left(self._mentions, within[0], key=lambda mention: mention.span.start)
        last = bisect_left(self._mentions, within[1], key=lambda mention: mention.span.start)
        near = self._mentions[first:last]
        before = [mention for mention in near if mention.key and mention.span.end <= start]
        after = [mention for mention in near if mention.key and mention.span.start >= end]
        return {
            "persons": _named(near, frozenset({MentionKind.PERSON})),
            "places": _named(near, _PLACES),
            "names": _named(near),
            "numbers": frozenset(str(mention.number) for mention in near if mention.kind == MentionKind.NUMBER),
            "days": frozenset(str(mention.date) for mention in near if mention.kind == MentionKind.DATE and mention.date),
            "former": _entity(max(before, key=lambda mention: mention.span.end, default=None)),
            "latter": _entity(after[0] if after else None),
        }


def occurrences(source: Source, encoded: Encoded, spans: Sequence[tuple[int, int]]) -> tuple[Occurrence, ...]:
    """Return the occurrences of an article at these characters, in the order given."""
    around = Surroundings(source, encoded)
    return tuple(around.of(start, end) for start, end in spans)


def triggers(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Return where a reading found words that name events, each once, in reading order."""
    spans = {(span.start, span.end) for account in reading.accounts for span in (account.trigger, *account.also)}
    return tuple(sorted(spans))
