"""Pairs of accounts that are alike enough, with their scores, on arrays: there are several of them for each account."""

import base64
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from rashomon.linking.events.merging import Pair

Numbers = NDArray[np.int32]
Scores = NDArray[np.float64]


@dataclass(frozen=True)
class Pairs:
    """Pairs, each once.

    Args:
        ids: of all accounts, sorted; all else counts by their place here.

        ones, others: the two accounts of each pair, the lesser first.

        scores: of each pair.
    """

    ids: tuple[str, ...]
    ones: Numbers
    others: Numbers
    scores: Scores

    @classmethod
    def kept(cls, text: str | None) -> "Pairs":
        """Return what `text` gave, nothing for ``None``."""
        ids, *arrays = json.loads(text) if text is not None else ([], "", "", "")
        ones, others, scores = map(base64.b64decode, arrays)
        return cls(tuple(ids), np.frombuffer(ones, np.int32), np.frombuffer(others, np.int32), np.frombuffer(scores))

    @property
    def text(self) -> str:
        """Return them as they are kept, of accounts only those that are in pairs."""
        used = np.unique(np.concatenate([self.ones, self.others]))
        ends = [np.searchsorted(used, end).astype(np.int32).tobytes() for end in (self.ones, self.others)]
        arrays = [base64.b64encode(array).decode("ascii") for array in (*ends, self.scores.tobytes())]
        return json.dumps([[self.ids[number] for number in used.tolist()], *arrays])

    def among(self, ids: tuple[str, ...], changed: frozenset[str]) -> "Pairs":
        """Return those of two accounts that are among some and did not change.

        Args:
            ids: all accounts of now, sorted.

            changed: ids of accounts.
        """
        at = {key: number for number, key in enumerate(ids) if key not in changed}
        now = np.array([at.get(key, -1) for key in self.ids], np.int32)
        ones, others = now[self.ones], now[self.others]
        stay = (ones >= 0) & (others >= 0)
        return Pairs(ids, ones[stay], others[stay], self.scores[stay])

    def between(self, accounts: frozenset[str]) -> NDArray[np.int64]:
        """Return the places here of the pairs of two of these accounts."""
        inside = np.array([key in accounts for key in self.ids], np.bool_)
        return np.flatnonzero(inside[self.ones] & inside[self.others])

    def without(self, places: NDArray[np.int64]) -> "Pairs":
        """Return all but the pairs at some places here."""
        stay = np.ones(len(self.ones), np.bool_)
        stay[places] = False
        return Pairs(self.ids, self.ones[stay], self.others[stay], self.scores[stay])

    def with_more(self, pairs: Iterable[Pair]) -> "Pairs":
        """Return these and others, of accounts that are listed here."""
        found = list(pairs)
        ones = np.array([self._at[one] for _, one, _ in found], np.int32)
        others = np.array([self._at[other] for _, _, other in found], np.int32)
        scores = np.array([score for score, _, _ in found], np.float64)
        return Pairs(
            self.ids,
            np.concatenate([self.ones, ones]),
            np.concatenate([self.others, others]),
            np.concatenate([self.scores, scores]),
        )

    @cached_property
    def _at(self) -> dict[str, int]:
        return {key: number for number, key in enumerate(self.ids)}

    @cached_property
    def _sides(self) -> tuple[Numbers, Scores, NDArray[np.int64]]:
        """Who is beside each account, account by account, with what score, and where each account's begin."""
        owners = np.concatenate([self.ones, self.others])
        order = np.argsort(owners, kind="stable")
        beside = np.concatenate([self.others, self.ones])[order]
        starts = np.searchsorted(owners[order], np.arange(len(self.ids) + 1))
        return beside, np.concatenate([self.scores, self.scores])[order], starts

    def beside(self, account: str) -> Iterator[tuple[str, float]]:
        """Yield the accounts that one has pairs with, with their scores; nothing for one that is not listed."""
        number = self._at.get(account)
        if number is not None:
            beside, scores, starts = self._sides
            own = slice(starts[number], starts[number + 1])
            for other, score in zip(beside[own].tolist(), scores[own].tolist(), strict=True):
                yield self.ids[other], score
