"""Split a name into words in Latin letters: initials with dots, words run together, Arabic articles, Chinese characters."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.lists.romanising import romanised

_QUOTES = str.maketrans("", "", "'’‘`´ʿʾʻʼ′\"“”„«»״׳")
_DOTTED = re.compile(r"(?<!\w)(?:\w\.){2,}\w?(?!\w)")
_SLASHED = re.compile(r"(?<!\w)(\w)/(\w)(?!\w)")
_CAMEL = re.compile(r"(?<=[a-zà-ÿа-я]{2})(?=[A-ZÀ-ÞА-Я]\w)")
#: What stands between the words of a foreign name in Chinese: its syllables belong together.
_FOREIGN = re.compile(r"(?<=[\u3400-\u9fff])[·・•](?=[\u3400-\u9fff])")
_ARTICLE = "ال"
#: First halves of Persian double names, mostly written in one ("محمدجواد", Mohammad Javad), before so many letters.
_HALVES, _LONG_HALF = ("محمد", "امیر", "غلام"), 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name in lower-case Latin letters, and as it is written there."""

    text: str
    written: str


def words_of(name: str, *, dotted: bool) -> list[Word]:
    """Return the words of a name in their order, an Arabic article and each Chinese character by itself.

    Args:
        name: in any script.

        dotted: letters with dots between them are one word ("S.A.R.L."), and so are letters around a slash ("A/S").

    >>> [word.text for word in words_of("SergeiLavrov, A.", dotted=False)]
    ['sergei', 'lavrov', 'a']
    """
    if _FOREIGN.search(name):
        return [Word("".join(word.text for word in _words(_plain(part))), part) for part in _FOREIGN.split(name)]
    plain = _CAMEL.sub(" ", _plain(name))
    if dotted:
        plain = _SLASHED.sub(r"\1\2", _DOTTED.sub(lambda found: found[0].replace(".", ""), plain))
    return list(_words(plain))


def _plain(name: str) -> str:
    return "".join(map(_character, unicodedata.normalize("NFKC", name).translate(_QUOTES)))


def _character(letter: str) -> str:
    """Digits of all scripts become ASCII, invisible characters nothing; dots and slashes stay, other signs are spaces."""
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    if letter in "./" or letter.isalnum() or unicodedata.category(letter).startswith("M"):
        return letter
    return "" if unicodedata.category(letter) == "Cf" else " "


def _words(plain: str) -> Iterator[Word]:
    for word in plain.replace(".", " ").replace("/", " ").split():
        for part in _halves(word):
            yield from _latin(part)


def _halves(word: str) -> Iterator[str]:
    """Yield an Arabic article or the first half of a Persian double name, and the rest; other words as they are."""
    for start, least in ((_ARTICLE, 2), *((half, _LONG_HALF) for half in _HALVES)):
        if word.startswith(start) and len(word) >= len(start) + least:
            yield start
            yield word.removeprefix(start)
            return
    yield word


def _latin(word: str) -> Iterator[Word]:
    """Yield a word in Latin letters, each Chinese character or Korean syllable by itself."""
    latin = [text for text in re.split(r"[^\w]+", romanised(word).replace("_", " ")) if text]
    written = list(word) if len(latin) == len(word) > 1 else [word] * len(latin)
    yield from map(Word, latin, written)
