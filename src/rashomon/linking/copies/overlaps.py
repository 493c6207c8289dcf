"""How much two articles have in common: their passages, and the share of each article's telling runs that stand in them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

import numpy as np

from rashomon.linking.copies.letters import Hashes, Places, letters
from rashomon.linking.copies.passages import Passage, Traced, covered, passages, trace
from rashomon.linking.copies.sharing import Sharing
from rashomon.linking.copies.shingles import Fingerprint, read_text, sampled
from rashomon.model.sources import Article

#: Texts that are kept ready for the next comparison; pairs come in the order of the first.
_HELD = 2048
_CAPITAL = re.compile(r"(?<![.!?\n] )(?<!^)\b([^\W\d_a-z])[\w’'\-]+")
_NUMBER = re.compile(r"(?<![^\W\d_])(?:\d[\d,.]*\d|\d)(?![^\W\d_])")


@dataclass(frozen=True, slots=True)
class Side:
    """One of two articles: the text that is compared, and how many of its telling runs the other has too.

    Args:
        shared: the number of its telling runs that stand in passages of both, out of ``telling``.

        length: in letters and digits.

        names: capitalised words that open no sentence, in lower case.

        numbers: those that stand alone.
    """

    article: Article
    text: str
    length: int
    telling: int
    shared: int
    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()

    @property
    def share(self) -> float:
        """Return the share of its telling runs that the other has too."""
        return self.shared / max(1, self.telling)


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two articles and the passages they share, counted in letters of the one and of the other.

    Args:
        alike: share of the short runs of letters of both that are in both.
    """

    one: Side
    other: Side
    passages: tuple[Passage, ...]
    alike: float

    @property
    def share(self) -> float:
        """Return the share of that one's telling runs of which the other has more."""
        return max(self.one.share, self.other.share)

    def turned(self) -> Self:
        """Return it with the two articles changed over."""
        return type(self)(self.other, self.one, tuple(passage.turned() for passage in self.passages), self.alike)

    def longest(self) -> str:
        """Return the longest passage in the words of the one."""
        text, most = letters(self.one.text), max(self.passages, key=lambda passage: passage.end - passage.start, default=None)
        if most is None:
            return ""
        start, end = text.span(most.start, most.end)
        return self.one.text[start:end]


@dataclass(frozen=True, slots=True)
class _Ready:
    """A text ready for comparing: what is traced in it, and where its telling runs begin, counted in letters."""

    article: Article
    text: str
    traced: Traced
    telling: Places
    names: frozenset[str]
    numbers: frozenset[str]

    def side(self, stretches: tuple[tuple[int, int], ...]) -> Side:
        """Return it as one side that has these stretches in common with the other."""
        length = len(self.traced.letters)
        shared = int(covered(length, stretches)[self.telling].sum())
        return Side(self.article, self.text, length, len(self.telling), shared, self.names, self.numbers)


class Comparing:
    """Compares articles by number.

    Args:
        article: gives the article of a number of the sharing.

        sharing: what they share.
    """

    def __init__(self, article: Callable[[int], Article], sharing: Sharing) -> None:
        self._article = article
        self._sharing = sharing
        self._ready = lru_cache(maxsize=_HELD)(self._read)

    def _read(self, at: int) -> _Ready:
        article = self._article(at)
        text = read_text(article)
        traced = trace(letters(text))
        places, runs = sampled(traced.letters)
        names = frozenset(found[0].lower() for found in _CAPITAL.finditer(text) if found[1].isupper())
        telling = places[_among(runs, self._sharing.telling[at])]
        return _Ready(article, text, traced, telling, names, frozenset(_NUMBER.findall(text)))

    def overlap(self, one: int, other: int) -> Overlap:
        """Return what two articles have in common."""
        ours, theirs = self._ready(one), self._ready(other)
        found, both = passages(ours.traced, theirs.traced)
        return Overlap(
            ours.side(tuple((passage.start, passage.end) for passage in found)),
            theirs.side(tuple((passage.other_start, passage.other_end) for passage in found)),
            found,
            both / max(1, len(ours.traced.runs) + len(theirs.traced.runs) - both),
        )


def _among(runs: Hashes, listed: Hashes) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Mark the runs that are among the listed ones, which are sorted."""
    if not len(listed):
        return np.zeros(len(runs), np.bool_)
    return np.asarray(listed[np.minimum(np.searchsorted(listed, runs), len(listed) - 1)] == runs)


def overlaps(articles: Sequence[Article], sharing: Sharing) -> Iterator[Overlap]:
    """Yield the overlaps of all pairs worth comparing."""
    comparing = Comparing(articles.__getitem__, sharing)
    yield from (comparing.overlap(one, other) for one, other in sharing.pairs)


def same_text(prints: Mapping[str, Fingerprint], shortest: int) -> list[list[str]]:
    """Return the ids of texts of the same letters, group by group, where they have so many letters; singles are groups too."""
    grouped: dict[bytes, list[str]] = {}
    for article_id, found in prints.items():
        if found.length >= shortest:
            grouped.setdefault(found.digest, []).append(article_id)
    return list(grouped.values())
