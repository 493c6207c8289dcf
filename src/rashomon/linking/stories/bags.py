"""Bags of weighted terms of many texts, and how much of them one text has in common with others."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from rashomon.linking.stories.gists import Bag

Reals = NDArray[np.float32]
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare terms are among so many texts: the terms, sorted, and in how many texts each stands."""

    terms: NDArray[np.uint32]
    having: NDArray[np.int64]
    texts: int

    def of(self, terms: NDArray[np.uint32]) -> Reals:
        """Return the logarithm of the rarity of terms, all of which some text has."""
        share = self.texts / self.having[np.searchsorted(self.terms, terms)]
        return np.log1p(share).astype(np.float32)


def rarity(bags: Sequence[Bag]) -> Rarity:
    """Return how rare the terms of the texts are."""
    terms, having = np.unique(np.concatenate([np.zeros(0, np.uint32), *(bag.terms for bag in bags)]), return_counts=True)
    return Rarity(terms, having, len(bags))


class Bags:
    """The terms of all texts with their weights, text after text.

    Args:
        bags: of each text.

        power: of the logarithm of the rarity; 0.5 makes `shared` the sum of the rarities of what is shared.

        used: whether how often a text uses a term counts.

        most: terms in a larger share of all texts than this are left out, where there are enough texts to tell.

        lonely: whether terms of one text alone count too, where there are so many texts that another might have had them.
    """

    _ENOUGH = 20
    _MANY = 100

    def __init__(self, bags: Sequence[Bag], power: float, *, used: bool, most: float = 1.0, lonely: bool = True) -> None:
        self._known = rarity(bags)
        limit = max(self._ENOUGH, most * len(bags))
        alone = not lonely and len(bags) >= self._MANY
        left_out = self._known.terms[(self._known.having > limit) | (alone & (self._known.having == 1))]
        kept = [np.isin(bag.terms, left_out, assume_unique=True, invert=True) for bag in bags]
        sizes = [int(marks.sum()) for marks in kept]
        self._starts = np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
        terms = [bag.terms[marks] for bag, marks in zip(bags, kept, strict=True)]
        self._terms = np.searchsorted(self._known.terms, np.concatenate([self._known.terms[:0], *terms])).astype(np.int32)
        weights = [
            self._known.of(bag.terms[marks]) ** power * (bag.uses[marks] if used else 1.0)
            for bag, marks in zip(bags, kept, strict=True)
        ]
        self._weights = np.concatenate([np.zeros(0, np.float32), *weights]).astype(np.float32)
        self.totals = np.array([float((each**2).sum()) for each in weights])
        self._spread = np.zeros(len(self._known.terms), np.float32)

    def _stretches(self, rows: Rows) -> tuple[Rows, Rows]:
        """Return where the terms of some texts stand, and for each the place of its text among them."""
        sizes = self._starts[rows + 1] - self._starts[rows]
        which = np.repeat(np.arange(len(rows)), sizes)
        first = np.repeat(self._starts[rows] - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes)
        return first + np.arange(len(which)), which

    def shared(self, one: int, others: Rows) -> NDArray[np.float64]:
        """Return for each of the others the sum of the products of the weights of what it shares with the one."""
        ours = slice(self._starts[one], self._starts[one + 1])
        self._spread[self._terms[ours]] = self._weights[ours]
        at, which = self._stretches(others)
        found = np.bincount(which, self._spread[self._terms[at]] * self._weights[at], len(others))
        self._spread[self._terms[ours]] = 0
        return found.astype(np.float64)

    def cosine(self, one: int, others: Rows) -> NDArray[np.float64]:
        """Return the cosine of the one and each of the others, 0 where one of them is empty."""
        lengths = np.sqrt(self.totals[one] * self.totals[others])
        return _ratio(self.shared(one, others), lengths)

    def share(self, one: int, others: Rows) -> NDArray[np.float64]:
        """Return what is shared as a part of all that the poorer of the two has, 0 where one of them is empty."""
        least = np.minimum(self.totals[one], self.totals[others])
        return _ratio(self.shared(one, others), least)

    def neighbours(self, rare: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the pairs of texts, lesser first, that share a term which at most so many have; once for each such term."""
        texts = np.repeat(np.arange(len(self._starts) - 1), np.diff(self._starts))
        order = np.argsort(self._terms, kind="stable")
        starts = np.searchsorted(self._terms[order], np.arange(len(self._known.terms) + 1))
        sizes = np.diff(starts)
        ones, others = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for size in range(2, rare + 1):
            groups = texts[order][starts[:-1][sizes == size][:, None] + np.arange(size)]
            left, right = np.triu_indices(size, 1)
            ones.append(groups[:, left].ravel())
            others.append(groups[:, right].ravel())
        return np.concatenate(ones), np.concatenate(others)


def _ratio(above: NDArray[np.float64], below: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the ratios, 0 where it would be by nothing."""
    found: NDArray[np.float64] = np.divide(above, below, out=np.zeros(len(above)), where=below > 0)
    return found


Kind = Literal["words", "opening", "people", "ages", "streets"]


def bags_of(bags: Sequence[Bag], kind: Kind) -> Bags:
    """Return the bags of one kind with the weights that suit it."""
    if kind in ("words", "opening"):
        return Bags(bags, 1.5, used=True, most=0.5, lonely=False)
    return Bags(bags, 0.5, used=False)
