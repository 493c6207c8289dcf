r"""Words to look for, and where they stand: one folding for the index, the question and the snippet.

>>> folded("Kata'ib  Hezbollah")
'kataib hezbollah'
"""

import re
from functools import lru_cache

from rashomon.text.folding import fold_with_offsets

#: The full-text indexes, over text that `folded` made; a row's number is that of its article or event.
FULL_TEXT = (
    "CREATE VIRTUAL TABLE article_index USING fts5(title, text, tokenize='unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE event_index USING fts5(title, names, tokenize='unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE claim_index USING fts5(words, tokenize='unicode61 remove_diacritics 2')",
)
#: Words and phrases of a question that are looked for; a longer question is cut.
TERMS_AT_MOST = 24
#: Words of a snippet before its first hit, and in all.
BEFORE, LENGTH = 10, 36
HIT, END = "\x01", "\x02"

#: Words that must stand next to each other.
Term = tuple[str, ...]

_CORE = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)
_ARABIC = re.compile("[\u0600-\u06ff]")
#: Folded, so with plain alef; what is left has at least three letters, four where only a preposition was taken.
_PREFIX = re.compile("^[وف]?(?:[بك]?ال(?=.{3})|لل(?=.{3})|(?:[بلك](?=.{4}))+|(?=.{3}))")
_MARKS = str.maketrans("", "", HIT + END)


@lru_cache(maxsize=1 << 16)
def _folded_word(word: str) -> str:
    folded_word = fold_with_offsets(word)[0].strip()
    return " ".join(map(_without_prefix, folded_word.split())) if _ARABIC.search(folded_word) else folded_word


def _without_prefix(token: str) -> str:
    """Return a folded Arabic word without what is written to its front: "and in Mosul" is "Mosul"."""
    return _PREFIX.sub("", token)


def folded(text: str) -> str:
    """Return the text as it goes into the index: every word folded, one space between."""
    return " ".join(filter(None, map(_folded_word, text.split())))


def snippet(text: str, terms: tuple[Term, ...]) -> str:
    """Return the words around the first hit, hits between U+0001 and U+0002; the text's beginning where there is none."""
    words = text.translate(_MARKS).split()
    width = LENGTH + max(map(len, terms), default=0)
    begin = max(0, _first(words, terms, width) - BEFORE)
    hits = {begin + n for n in _hits(words[begin : begin + width], terms)}
    shown = (_marked(words[n]) if n in hits else words[n] for n in range(begin, min(begin + LENGTH, len(words))))
    return f"{'… ' if begin else ''}{' '.join(shown)}{' …' if begin + LENGTH < len(words) else ''}"


def _marked(word: str) -> str:
    """Return the word with the marks inside its punctuation."""
    return _CORE.sub(rf"\g<1>{HIT}\g<2>{END}\g<3>", word, count=1)


def _first(words: list[str], terms: tuple[Term, ...], width: int) -> int:
    """Return the number of the first word that is part of a term, 0 where none is; looks at so many words at once."""
    for begin in range(0, len(words), LENGTH):
        found = _hits(words[begin : begin + width], terms)
        if found:
            return begin + min(found)
    return 0


def _hits(words: list[str], terms: tuple[Term, ...]) -> frozenset[int]:
    """Return the numbers of the words that are part of a term."""
    tokens = [(token, n) for n, word in enumerate(words) for token in _folded_word(word).split()]
    firsts = {term[0] for term in terms}
    found: set[int] = set()
    for at in (at for at, (token, _) in enumerate(tokens) if token in firsts):
        for term in terms:
            run = tokens[at : at + len(term)]
            if tuple(token for token, _ in run) == term:
                found.update(n for _, n in run)
    return frozenset(found)
