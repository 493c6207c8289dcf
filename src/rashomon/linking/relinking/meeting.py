"""Which accounts meet, found on arrays: for those that changed, and those with a key that became too frequent or rare again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.linking.copies.letters import Hashes
from rashomon.linking.events.blocks import CROWD
from rashomon.linking.relinking.outlines import Outline

Numbers = NDArray[np.int64]
#: Days that stand for "always", far before and after all others.
_NEVER, _EVER = -(10**7), 10**7


@dataclass(frozen=True, slots=True)
class Meeting:
    """The keys of all accounts, sorted, and who has them.

    Args:
        ids: of the accounts, sorted; all else counts by their place here.

        owners: the accounts of each key, key by key; ``starts`` where each key begins, ``sizes`` how many have it.

        keys: each once, sorted.

        rank: the place in ``keys`` of each account's keys, account by account; ``ends`` where each account's end.

        first, last: the days an account may be of.
    """

    ids: tuple[str, ...]
    owners: Numbers
    starts: Numbers
    sizes: Numbers
    keys: Hashes
    rank: Numbers
    ends: Numbers
    first: Numbers
    last: Numbers

    @classmethod
    def of(cls, outlines: Iterable[Outline], left_out: frozenset[str] = frozenset()) -> "Meeting":
        """Return the keys of all accounts of some articles, but for those that are left out."""
        each = (zip(outline.telling, outline.spans, outline.blocks, strict=True) for outline in outlines)
        told = sorted((one for own in each for one in own if one[0] not in left_out), key=lambda one: one[0])
        keys = np.concatenate([np.zeros(0, np.uint64), *(own for _, _, own in told)])
        sizes = np.array([len(own) for _, _, own in told], np.int64)
        owner = np.repeat(np.arange(len(told), dtype=np.int64), sizes)
        listed, rank, counts = np.unique(keys, return_inverse=True, return_counts=True)
        order = np.argsort(rank, kind="stable")
        starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)[:-1]]) if len(counts) else np.zeros(0, np.int64)
        days = np.array([(_NEVER, _EVER) if span is None else span for _, span, _ in told], np.int64).reshape(-1, 2)
        ids = tuple(account for account, _, _ in told)
        return cls(ids, owner[order], starts, counts.astype(np.int64), listed, rank, np.cumsum(sizes), days[:, 0], days[:, 1])

    def crowded(self, before: Hashes) -> frozenset[str]:
        """Return the accounts with a key that leads nowhere now and did before, or the other way round.

        Args:
            before: the keys that led nowhere before (`crowded_keys`).
        """
        changed = np.setxor1d(before, self.keys[self.sizes > CROWD], assume_unique=True)
        at = np.flatnonzero(np.isin(self.keys, changed, assume_unique=True))
        return frozenset(self.ids[owner] for one in at.tolist() for owner in self._owners(one).tolist())

    def _owners(self, key: int) -> Numbers:
        return self.owners[self.starts[key] : self.starts[key] + self.sizes[key]]

    def met(self, chosen: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each chosen account with those it meets; of two that are chosen the lesser meets the greater."""
        at = {account: number for number, account in enumerate(self.ids)}
        numbers = sorted(at[account] for account in chosen if account in at)
        several = np.zeros(len(self.ids), np.bool_)
        several[numbers] = True
        for one in numbers:
            yield self.ids[one], tuple(self.ids[other] for other in self._met(one, several).tolist())

    def _met(self, one: int, chosen: NDArray[np.bool_]) -> Numbers:
        """The accounts that meet one of the chosen; of two chosen the lesser meets the greater."""
        own = self.rank[self.ends[one - 1] if one else 0 : self.ends[one]]
        found = [self._owners(key) for key in own[self.sizes[own] <= CROWD].tolist()]
        others = np.unique(np.concatenate([np.zeros(0, np.int64), *found]))
        others = others[(others != one) & ~(chosen[others] & (others < one))]
        near = (self.first[one] - self.last[others] <= 1) & (self.first[others] - self.last[one] <= 1)
        met: Numbers = others[near]
        return met


def crowded_keys(outlines: Iterable[Outline], left_out: frozenset[str]) -> Hashes:
    """Return the keys that so many accounts of some articles have that they lead nowhere, sorted."""
    each = (zip(outline.telling, outline.blocks, strict=True) for outline in outlines)
    told = (keys for own in each for account, keys in own if account not in left_out)
    keys, sizes = np.unique(np.concatenate([np.zeros(0, np.uint64), *told]), return_counts=True)
    crowded: Hashes = keys[sizes > CROWD]
    return crowded
