"""The words of a sentence as place names are looked for in them: capitals, gaps, and what stands before and behind."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extraction.phrases import word_set
from rashomon.lists.areas import short_forms
from rashomon.text.sentences import ABBREVIATIONS, sentences

LIST = "toponyms.yaml"
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_](?:\w|[’'](?=\w)|\.(?=\w))*")
#: A line break inside a sentence: before a small letter, or behind a long line that ends with a word.
_WRAPPED = re.compile(r"(?<=\S)[^\S\n]*\n[^\S\n]*(?=[a-z(])|(?<=[^\n]{60}[a-z,])[^\S\n]*\n[^\S\n]*(?=\w)")
_POSSESSIVE = re.compile(r"['’][sS]$")
_GAP = re.compile(r"^(?:\s+|-)$")
#: Small words that a name may hold between its capitalised ones.
_INNER = frozenset(
    ("of", "the", "and", "de", "del", "la", "las", "los", "el", "al", "on", "upon", "sur", "du", "da", "do", "dos", "en", "e")
)
_ARTICLES = frozenset(("the", "a", "an"))
#: Words whose stop does not end a name.
_SHORTENED = ABBREVIATIONS | {"w", "n", "s", "e", "ft"}
#: A name has at most so many words.
MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text without its possessive ending.

    Args:
        gap: what stands between it and the word before; a sentence's first word has none.

        owns: a possessive ending follows.

        stop: a stop follows right behind, which may be the word's own.

        joined: nothing but a space, a hyphen or an abbreviation's stop stands before it.
    """

    text: str
    start: int
    end: int
    gap: str
    owns: bool
    stop: bool
    joined: bool

    @property
    def lower(self) -> str:
        """Return it in lower case, without a stop at its end."""
        return self.text.lower().rstrip(".")

    @property
    def capital(self) -> bool:
        """Return whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def opens(self) -> bool:
        """Return whether it opens a sentence, or what a quotation mark, a colon or a dash separates."""
        return not self.gap or any(mark in self.gap for mark in ':“"—–•|*')


def sentence_words(text: str) -> list[list[Word]]:
    """Return the words of each sentence of the text, which may break its lines anywhere."""
    flat = _WRAPPED.sub(lambda found: " " * len(found.group()), text)
    return [_words(text, *span) for span in sentences(flat)]


def _words(text: str, start: int, end: int) -> list[Word]:
    found: list[Word] = []
    last = start
    for match in _WORD.finditer(text, start, end):
        owns = _POSSESSIVE.search(match.group())
        stop = match.end() - (2 if owns else 0)
        gap = text[last : match.start()] if found else ""
        owning = owns is not None or (text[stop : stop + 1] in "'’" and text[stop - 1] == "s" and text[stop : stop + 1] != "")
        joined = _GAP.match(gap) is not None or (gap == ". " and found[-1].lower in _SHORTENED)
        found.append(Word(text[match.start() : stop], match.start(), stop, gap, owning, text[stop : stop + 1] == ".", joined))
        last = match.end()
    return found


def stretches(words: Sequence[Word], at: int) -> list[tuple[int, str]]:
    """Return the names that may begin at a word, the longest first: how many words, and the name with single spaces."""
    if not words[at].capital or words[at].lower in _ARTICLES:
        return []
    found: list[tuple[int, str]] = []
    name = ""
    for count, word in enumerate(words[at : at + MOST_WORDS], start=1):
        glue = "" if count == 1 else word.gap if word.gap in ("-", ". ") else " "
        if count > 1 and not word.joined:
            break
        name += glue + word.text
        if word.capital or word.text[0].isdigit():
            found.append((count, name))
            if word.stop and name + "." in short_forms():
                found.append((count, name + "."))
        elif word.text not in _INNER:
            break
    return found[::-1]


def in_list(word: Word | None, key: str) -> bool:
    """Return whether a word stands in one of the lists of ``toponyms.yaml``."""
    return word is not None and (word.lower in word_set(LIST, key) or word.text.lower() in word_set(LIST, key))
