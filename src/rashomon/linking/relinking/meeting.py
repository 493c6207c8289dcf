"""Which accounts meet, found on arrays: for those that changed, and those with a key that became too frequent or rare again."""

import base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.linking.copies.letters import Hashes
from rashomon.linking.events.blocks import CROWD
from rashomon.linking.relinking.outlines import Look, Outline

Numbers = NDArray[np.int64]
#: Days that stand for "always", far before and after all others.
_NEVER, _EVER = -(10**7), 10**7


@dataclass(frozen=True, slots=True)
class Meeting:
    """The keys of all accounts, sorted, and who has them.

    Args:
        ids: of the accounts, sorted; all else counts by their place here.

        looks: of each account.

        owners: the accounts of each key, key by key; ``starts`` where each key begins, ``sizes`` how many have it.

        keys: each once, sorted.

        rank: the place in ``keys`` of each account's keys, account by account; ``ends`` where each account's end.

        first, last: the days an account may be of.
    """

    ids: tuple[str, ...]
    looks: tuple[Look, ...]
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
        listed = list(outlines)
        ids, keys, owners = _owned(listed, left_out)
        order = np.argsort(keys, kind="stable")
        each, starts, counts = np.unique(keys[order], return_index=True, return_counts=True)
        rank = np.empty(len(keys), np.int64)
        rank[order] = np.repeat(np.arange(len(each)), counts)
        told = {one[0]: one[1:] for own in listed for one in zip(own.telling, own.spans, own.looks, strict=True)}
        days = np.array([told[key][0] or (_NEVER, _EVER) for key in ids], np.int64).reshape(-1, 2)
        return cls(
            ids=ids,
            looks=tuple(told[key][1] for key in ids),
            owners=owners[order],
            starts=starts,
            sizes=counts.astype(np.int64),
            keys=each,
            rank=rank,
            ends=np.cumsum(np.bincount(owners, minlength=len(ids))),
            first=days[:, 0],
            last=days[:, 1],
        )

    def crowded(self, before: Hashes) -> tuple[frozenset[str], frozenset[str]]:
        """Return the accounts with a key that leads nowhere now and did before, and those with one of which the opposite is true.

        Args:
            before: the keys that led nowhere before (`crowd_kept`).
        """
        now = self._crowd
        several = (np.setdiff1d(now, before, assume_unique=True), np.setdiff1d(before, now, assume_unique=True))
        newly, no_more = (self._having(keys) for keys in several)
        return newly, no_more

    @property
    def crowd_text(self) -> str:
        """Return the keys that lead nowhere, as they are kept."""
        return base64.b64encode(self._crowd.tobytes()).decode("ascii")

    @property
    def _crowd(self) -> Hashes:
        """The keys that so many accounts have that they lead nowhere, sorted."""
        crowd: Hashes = self.keys[self.sizes > CROWD]
        return crowd

    def _having(self, keys: Hashes) -> frozenset[str]:
        at = np.flatnonzero(np.isin(self.keys, keys, assume_unique=True))
        return frozenset(self.ids[owner] for one in at.tolist() for owner in self._owners(one).tolist())

    def strangers(self, ones: Iterable[int], others: Iterable[int]) -> NDArray[np.bool_]:
        """Mark the pairs of accounts, by number, that share no key that leads anywhere."""
        pairs = list(zip(ones, others, strict=True))
        leading = {one: self._leading(one) for one in {one for pair in pairs for one in pair}}
        return np.array([leading[one].isdisjoint(leading[other]) for one, other in pairs], np.bool_)

    def _leading(self, one: int) -> frozenset[int]:
        """The keys of an account that lead to others, by their places."""
        own = self._own(one)
        return frozenset(own[self.sizes[own] <= CROWD].tolist())

    def _own(self, one: int) -> Numbers:
        return self.rank[self.ends[one - 1] if one else 0 : self.ends[one]]

    def _owners(self, key: int) -> Numbers:
        return self.owners[self.starts[key] : self.starts[key] + self.sizes[key]]

    def met(self, chosen: Iterable[str]) -> Iterator[tuple[int, Numbers]]:
        """Yield each chosen account with those it meets, by number; of two that are chosen the lesser meets the greater."""
        at = {account: number for number, account in enumerate(self.ids)}
        numbers = sorted(at[account] for account in chosen if account in at)
        several = np.zeros(len(self.ids), np.bool_)
        several[numbers] = True
        for one in numbers:
            yield one, self._met(one, several)

    def _met(self, one: int, chosen: NDArray[np.bool_]) -> Numbers:
        """The accounts that meet one of the chosen; of two chosen the lesser meets the greater."""
        own = self._own(one)
        found = [self._owners(key) for key in own[self.sizes[own] <= CROWD].tolist()]
        several = np.sort(np.concatenate([np.zeros(0, np.int64), *found]))
        others = several[np.concatenate([several[:1] == several[:1], several[1:] != several[:-1]])]
        others = others[(others != one) & ~(chosen[others] & (others < one))]
        near = (self.first[one] - self.last[others] <= 1) & (self.first[others] - self.last[one] <= 1)
        met: Numbers = others[near]
        return met


def _owned(outlines: Iterable[Outline], left_out: frozenset[str]) -> tuple[tuple[str, ...], Hashes, Numbers]:
    """The ids of the accounts of some articles, sorted, all keys of each in turn, and whose they are by place among the ids."""
    listed = list(outlines)
    accounts = [account for outline in listed for account in outline.telling]
    ids = sorted(set(accounts) - left_out)
    at = {account: number for number, account in enumerate(ids)}
    sizes = np.array([size for outline in listed for size in outline.sizes], np.int64)
    owners = np.repeat(np.array([at.get(account, -1) for account in accounts], np.int64), sizes)
    keys = np.concatenate([np.zeros(0, np.uint64), *(outline.blocks for outline in listed)])
    order = np.argsort(owners, kind="stable")
    order = order[owners[order] >= 0]
    return tuple(ids), keys[order], owners[order]


def crowd_kept(text: str | None) -> Hashes:
    """Return the keys that `Meeting.crowd_text` gave, none for ``None``."""
    return np.frombuffer(base64.b64decode(text or ""), np.uint64)
