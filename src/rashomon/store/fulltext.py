r"""Words to look for, and where they stand: one folding for the index, the question and the snippet.

What a person types is never syntax of the index: words must all occur, words in double quotes next to each other, the rest
is only letters and digits once folded.

>>> parse('Kata\'ib "oil depot"')
(('kataib',), ('oil', 'depot'))
>>> match_expression(parse('"oil depot" Al-Shabaab'))
'"oil depot" AND "al shabaab"'
"""

import re
from functools import lru_cache

from rashomon.text.folding import fold_with_offsets

#: Words and phrases of a question that are looked for; a longer question is cut.
TERMS_AT_MOST = 24
#: Words of a snippet before its first hit, and in all.
BEFORE, LENGTH = 10, 36
HIT, END = "\x01", "\x02"

#: Words that must stand next to each other.
Term = tuple[str, ...]

_ASKED = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+)')
_CORE = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)
_MARKS = str.maketrans("", "", HIT + END)


@lru_cache(maxsize=1 << 16)
def _folded_word(word: str) -> str:
    return fold_with_offsets(word)[0].strip()


def folded(text: str) -> str:
    """Return the text as it goes into the index: every word folded, one space between."""
    return " ".join(filter(None, map(_folded_word, text.split())))


def parse(asked: str) -> tuple[Term, ...]:
    """Return the words and phrases that a person asks for, folded, each once."""
    found = (folded(phrase or word) for phrase, word in _ASKED.findall(asked))
    return tuple(dict.fromkeys(tuple(words.split()) for words in found if words))[:TERMS_AT_MOST]


def match_expression(terms: tuple[Term, ...]) -> str:
    """Return the terms in the index's own syntax: all of them."""
    return " AND ".join(f'"{" ".join(term)}"' for term in terms)


def snippet(text: str, terms: tuple[Term, ...]) -> str:
    """Return the words around the first hit, hits between U+0001 and U+0002; the text's beginning where there is none."""
    words = text.translate(_MARKS).split()
    hits = _hits(words, terms)
    begin = max(0, min(hits, default=0) - BEFORE)
    shown = (_marked(words[n]) if n in hits else words[n] for n in range(begin, min(begin + LENGTH, len(words))))
    return f"{'… ' if begin else ''}{' '.join(shown)}{' …' if begin + LENGTH < len(words) else ''}"


def _marked(word: str) -> str:
    """Return the word with the marks inside its punctuation."""
    return _CORE.sub(rf"\g<1>{HIT}\g<2>{END}\g<3>", word, count=1)


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
