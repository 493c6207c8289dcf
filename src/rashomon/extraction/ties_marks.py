"""Write a sentence with its mentions as marks, so that patterns can say where subject and object stand.

"Hamas leader Ali Karo, 52, said" becomes ``<g0> leader <p1>, said``: a name is one mark, a noun phrase keeps its words and
has the mark behind them (``the militia<g2>``), titles before a name stay words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extraction.appositions import is_title
from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.entity_words import MODIFIERS, TITLES
from rashomon.model.reading import Mention
from rashomon.model.words import MentionKind

#: The letter of a kind of mention; kinds that are absent stay words.
LETTERS = {
    MentionKind.PERSON: "p",
    MentionKind.GROUP: "g",
    MentionKind.FORCE: "f",
    MentionKind.GOVERNMENT: "v",
    MentionKind.ORGANISATION: "o",
    MentionKind.COUNTRY: "c",
    MentionKind.MEDIA: "m",
    MentionKind.CIVILIANS: "z",
    MentionKind.PLACE: "l",
    MentionKind.FACILITY: "l",
}
_WORD = re.compile(r"[\w'’.-]+")
_AGE = re.compile(r",? (?:aged )?\d{1,2}(?=[,;.)])(?=,)|, (?:aged )?\d{1,2}(?= \()")
_ASIDE = re.compile(r" \([^()<>]*\)")
_STRUCK = "\0"
_DATE = re.compile(r",? ?(?:\b(?:on|in|since|until|late|early|during|from|of) )*\0+(?: ago)?,?")
_SPACE = re.compile(r"\s+")
_QUOTES = str.maketrans({"“": "", "”": "", '"': "", "«": "", "»": "", "’": "'", "‘": "'", "`": "'"})
_COMMA_IN_QUOTE = re.compile(r",([”\"’'])")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence in marks; ``mentions`` are numbered as the marks are."""

    text: str
    mentions: tuple[Mention, ...]


def marked(passage: Passage, sentence: Sentence, inside: Sequence[Mention]) -> Marked:
    """Return the sentence with its mentions as marks.

    Args:
        passage: the article.

        sentence: which of its sentences.

        inside: all entity mentions of the sentence, in reading order, an outer one before those inside it.
    """
    made = _Writer(_dateless(passage.article.text, sentence), sentence.start, inside)
    written = made.stretch(sentence.start, sentence.end, 0, len(inside))
    return Marked(_tidy(written), tuple(inside))


def _dateless(text: str, sentence: Sentence) -> str:
    """Return the sentence's text with its dates struck out."""
    words = text[sentence.start : sentence.end]
    for mention in sentence.dates:
        first, last = mention.span.start - sentence.start, mention.span.end - sentence.start
        words = words[:first] + _STRUCK * len(words[first:last]) + words[last:]
    return words


class _Writer:
    """Writes stretches of a sentence; positions are those of the article, in which the sentence begins at ``start``."""

    def __init__(self, words: str, start: int, inside: Sequence[Mention]) -> None:
        self._sentence = words
        self._start = start
        self._inside = inside

    def stretch(self, start: int, end: int, first: int, last: int) -> str:
        """Return the words from ``start`` to ``end`` with the mentions ``first`` to ``last`` (exclusive) as marks."""
        parts: list[str] = []
        at, n = start, first
        while n < last:
            mention = self._inside[n]
            following = n + 1
            while following < last and self._inside[following].span.start < mention.span.end:
                following += 1
            letter = LETTERS.get(mention.kind)
            if letter is not None and mention.span.start >= at:
                parts += [self._words(at, mention.span.start), self._mention(n, following, letter)]
                at = mention.span.end
            n = following
        return "".join([*parts, self._words(at, end)])

    def _mention(self, n: int, following: int, letter: str) -> str:
        mention = self._inside[n]
        start, end = mention.span.start, mention.span.end
        if mention.named and letter == "p" and not is_title(mention.text):
            name = max([self._name(start, end), *(inner.span.end for inner in self._inside[n + 1 : following])])
            return f"{self.stretch(start, name, n + 1, following)}<{letter}{n}>" if name < end else f"<{letter}{n}>"
        if mention.named and following == n + 1 and letter != "p":
            return f"<{letter}{n}>"
        letter = "n" if letter == "p" else letter
        if mention.named and following == n + 2 and mention.text.split()[-1][0].isupper():
            backed = _BACKED.match(self._sentence, self._inside[n + 1].span.end - self._start)
            end = backed.end() + self._start if backed else end
        return f"{self.stretch(start, end, n + 1, following)}<{letter}{n}>"

    def _name(self, start: int, end: int) -> int:
        """Return where a person's name begins behind titles."""
        for word in _WORD.finditer(self._sentence, start - self._start, end - self._start):
            plain = word.group().lower().strip(".")
            if plain not in TITLES and plain not in MODIFIERS and not _POSSESSIVE.search(plain):
                return word.start() + self._start
        return start

    def _words(self, start: int, end: int) -> str:
        return _COMMA_IN_QUOTE.sub(r"\1,", self._sentence[start - self._start : end - self._start]).translate(_QUOTES).lower()


#: Behind the one who backs a group that is named then ("the Turkish-backed National Front").
_BACKED = re.compile(r"-[a-z]+ ")
_POSSESSIVE = re.compile(r"['’]s?$")


def _tidy(written: str) -> str:
    """Leave out ages, asides in brackets, and the short forms that stand so behind a name."""
    plain = _SPACE.sub(" ", _BRACKETED_MARK.sub(r"\1", _DATE.sub("", written)))
    return _AGE.sub("", _ASIDE.sub("", plain))


#: A name in brackets behind another: its short form or second name.
_BRACKETED_MARK = re.compile(r"(<[gfvocm]\d+>) \((?:the |or )?<[gfvocm]\d+>\)")
