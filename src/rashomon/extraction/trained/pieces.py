"""Cut a text into the word pieces that the encoder knows, as BERT's uncased models were trained with.

Control characters vanish, letters lose case and marks, punctuation and Chinese characters stand alone, and each word is cut
into the longest known pieces from its front. Offsets count in the text as it was given.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rashomon.model.errors import ListError

UNKNOWN, FIRST, LAST = "[UNK]", "[CLS]", "[SEP]"
#: Words of more characters are unknown as a whole.
LONGEST = 100
#: Cut words that are remembered: the same words come again and again.
REMEMBERED = 50_000
_GOES_ON = "##"
_SPACES = "\t\n\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_MARKS = re.escape("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_CHUNK = re.compile(f"[^{_SPACES}{_MARKS}]+|[{_MARKS}]")
_PUNCTUATION = re.compile(f"[{_MARKS}]")
_CHINESE = re.compile(
    "[\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0002a6df\U0002a700-\U0002b73f\U0002b740-\U0002b81f\U0002b920-\U0002ceaf"
    "\uf900-\ufaff\U0002f800-\U0002fa1f]"
)
#: Control characters, formats, surrogates, and what is left to private use.
_UNPRINTED = frozenset({"Cc", "Cf", "Cs", "Co"})

#: A piece: its id, first and one past its last character, and whether it goes on within a word.
Piece = tuple[int, int, int, bool]
#: Characters of a word in their plain form, each with the offset it comes from.
Letters = list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text's word pieces: their ids, where each stands, and whether it goes on within a word."""

    ids: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]
    inside: tuple[bool, ...]


class WordPieces:
    """Cuts texts by one vocabulary. A mark of the encoder ("[SEP]") that a text spells out is cut like other words.

    Args:
        vocabulary: the id of each piece; pieces that go on within a word begin with ``##``.

    Raises:
        ListError: the vocabulary lacks one of the marks.
    """

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        missing = [mark for mark in (UNKNOWN, FIRST, LAST) if mark not in vocabulary]
        if missing:
            raise ListError(f"the vocabulary of {len(vocabulary)} pieces has no {missing[0]} (is it one of BERT's?)")
        self.first, self.last = vocabulary[FIRST], vocabulary[LAST]
        self._unknown = vocabulary[UNKNOWN]
        self._starts = {piece: n for piece, n in vocabulary.items() if not piece.startswith(_GOES_ON)}
        self._inner = {piece[len(_GOES_ON) :]: n for piece, n in vocabulary.items() if piece.startswith(_GOES_ON)}
        self._reach = max(map(len, vocabulary))
        self._cut: Callable[[str], tuple[Piece, ...]] = lru_cache(maxsize=REMEMBERED)(self._chunk)

    def cut(self, text: str) -> Pieces:
        """Return the word pieces of a text."""
        ids: list[int] = []
        offsets: list[tuple[int, int]] = []
        inside: list[bool] = []
        for match in _CHUNK.finditer(text):
            at = match.start()
            for number, start, end, goes_on in self._cut(match.group()):
                ids.append(number)
                offsets.append((at + start, at + end))
                inside.append(goes_on)
        return Pieces(tuple(ids), tuple(offsets), tuple(inside))

    def _chunk(self, chunk: str) -> tuple[Piece, ...]:
        """Return the pieces of a stretch without spaces; offsets count in it."""
        return tuple(piece for word in _words(chunk) for piece in self._word(word))

    def _word(self, word: Letters) -> list[Piece]:
        """Return the longest known pieces from the front, or the whole word as unknown."""
        plain = "".join(letter for letter, _ in word)
        found: list[Piece] = []
        start = 0 if len(plain) <= LONGEST else len(plain) + 1
        while start < len(plain):
            known = self._inner if start else self._starts
            ends = range(min(len(plain), start + self._reach), start, -1)
            end = next((end for end in ends if plain[start:end] in known), None)
            if end is None:
                break
            found.append((known[plain[start:end]], word[start][1], word[end - 1][1] + 1, start > 0))
            start = end
        return found if start == len(plain) else [(self._unknown, word[0][1], word[-1][1] + 1, False)]


def _words(chunk: str) -> Iterator[Letters]:
    """Yield the words of a stretch without spaces; a punctuation mark or Chinese character is a word of its own."""
    if chunk.isascii() and chunk.isalnum():
        yield list(zip(chunk.lower(), range(len(chunk)), strict=True))
        return
    word: Letters = []
    for at, character in enumerate(chunk):
        for plain in _plain(character):
            if not _alone(character, plain):
                word.append((plain, at))
                continue
            if word:
                yield word
                word = []
            yield [(plain, at)]
    if word:
        yield word


def _alone(character: str, plain: str) -> bool:
    return (
        _PUNCTUATION.match(plain) is not None
        or unicodedata.category(plain).startswith("P")
        or _CHINESE.match(character) is not None
    )


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """Return a character without case and marks; nothing of one that does not print."""
    if character == "\ufffd" or unicodedata.category(character) in _UNPRINTED:
        return ""
    bare = (part for part in unicodedata.normalize("NFD", character) if unicodedata.category(part) != "Mn")
    return "".join(part.lower() for part in bare)


def read_pieces(path: Path) -> WordPieces:
    """Read a vocabulary from a ``tokenizer.json``, or from a ``vocab.txt`` with a piece a line.

    Raises:
        ListError: the file describes another way of cutting texts.
    """
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".json":
        return WordPieces({piece: n for n, piece in enumerate(text.splitlines())})
    described = json.loads(text)
    model, normalizer = described["model"], described["normalizer"] or {}
    kind = model.get("type"), normalizer.get("type"), normalizer.get("lowercase")
    if kind != ("WordPiece", "BertNormalizer", True):
        raise ListError(f"{path.name} cuts texts by {kind}, not like BERT's uncased models (export the encoder it belongs to)")
    return WordPieces(model["vocab"])
