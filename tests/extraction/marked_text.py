"""Texts with their mentions marked by hand, so that what reads the words between them is tested alone.

``{tolo|GROUP|The Tolo Movement}`` is an entity, ``{=2020-03-02|on Monday}`` a date, ``{#killed 3|three}`` a number.
"""

import re
from dataclasses import dataclass

from rashomon.extraction.accounts import accounts
from rashomon.extraction.claims import claims
from rashomon.extraction.clauses import Passage, passage
from rashomon.extraction.mentions import Mentions
from rashomon.extraction.numbers import FoundNumber
from rashomon.extraction.rules import read_english
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.model.reading import Account, Claim, Mention, Reading
from rashomon.model.sources import Article, EvidenceSpan, Part
from rashomon.model.words import MentionKind, NumberKind, PartKind
from rashomon.text.sentences import sentences

_MARK = re.compile(r"\{([^|{}]+)\|(?:([A-Z]+)\|)?([^|{}]+)\}")


@dataclass
class Marked:
    article: Article
    found: Mentions

    @property
    def passage(self) -> Passage:
        return passage(self.article, self.found)

    def reading(self) -> Reading:
        return read_english(self.article, self.found, "test")

    def claims(self) -> tuple[Claim, ...]:
        return claims(self.passage)

    def accounts(self) -> tuple[Account, ...]:
        return accounts(self.passage, self.claims())

    def words(self, span: EvidenceSpan) -> str:
        return span.of(self.article)


def marked(body: str, title: str | None = None) -> Marked:
    """Return the article the marked text stands for, with its mentions."""
    text, marks = _unmarked(f"{title}\n\n{body}" if title else body)
    cut = len(_unmarked(title)[0]) if title else 0
    parts = (
        (Part(PartKind.TITLE, 0, cut), Part(PartKind.BODY, cut + 2, len(text))) if title else (Part(PartKind.BODY, 0, len(text)),)
    )
    article = Article("0" * 64, 0, 0, len(text), text, title=title and text[:cut], published="2020-03-05", parts=parts)
    spans = tuple(span for part in parts for span in sentences(text, part.start, part.end))
    made = [(_mention(article, *mark), mark) for mark in marks]
    entities = tuple(m for m, _ in made if m.kind not in (MentionKind.DATE, MentionKind.NUMBER))
    numbers = tuple(m for m, _ in made if m.kind == MentionKind.NUMBER)
    return Marked(
        article,
        Mentions(spans, entities, tuple(m for m, _ in made if m.kind == MentionKind.DATE), numbers, tuple(map(_found, numbers))),
    )


def _unmarked(text: str) -> tuple[str, list[tuple[str, str | None, int, int]]]:
    plain, marks, last = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[last : match.start()]
        marks.append((match[1], match[2], len(plain), len(plain) + len(match[3])))
        plain += match[3]
        last = match.end()
    return plain + text[last:], marks


def _mention(article: Article, key: str, kind: str | None, start: int, end: int) -> Mention:
    span, words = EvidenceSpan(article.id, start, end), article.text[start:end]
    if key.startswith("="):
        return Mention(span, MentionKind.DATE, words, date=DateInterval.parse(key[1:]))
    if key.startswith("#"):
        name, value = key[1:].split(" ")
        return Mention(span, MentionKind.NUMBER, words, number=Range.parse(value), number_kind=NumberKind(name))
    named = any(word[0].isupper() for word in words.split()[1:]) or (words[0].isupper() and not words.startswith(("A ", "The ")))
    return Mention(span, MentionKind(kind or "PER"), words, key, words, named)


def _found(mention: Mention) -> FoundNumber:
    assert mention.number is not None
    exact = mention.number.low == mention.number.high
    return FoundNumber(mention.span.start, mention.span.end, mention.number, mention.number.low if exact else None)
