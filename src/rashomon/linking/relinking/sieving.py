"""Which accounts that meet need no closer look: types, days or places say already that they are no one happening.

Says nothing that `rashomon.linking.events.barring.forbidden` would not say, but of many accounts at once, on arrays.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from rashomon.linking.events.barring import places_apart
from rashomon.linking.events.kinds import compatible
from rashomon.linking.relinking.outlines import Look
from rashomon.model.places import Place
from rashomon.model.words import EventType

Numbers = NDArray[np.int64]
_TYPES = tuple(EventType)
#: Days that stand for an open end, far before and after all others.
_NEVER, _EVER = -(10**7), 10**7
#: Pairs of sets of places that are remembered.
_HELD = 1 << 18


class Sieve:
    """Looks at accounts by number.

    Args:
        looks: what is looked at of each account.

        places: gives places by id.
    """

    def __init__(self, looks: Sequence[Look], places: Callable[[Iterable[str]], Mapping[str, Place]]) -> None:
        self._goes = np.array([[compatible(one, other) for other in _TYPES] for one in _TYPES])
        self._code = {kind.value: number for number, kind in enumerate(_TYPES)}
        self._looks = looks
        self._find = places
        self._seen = np.zeros(len(looks), np.bool_)
        self._kinds, self._where = np.zeros(len(looks), np.int64), np.zeros(len(looks), np.int64)
        self._first, self._last = np.full(len(looks), _NEVER, np.int64), np.full(len(looks), _EVER, np.int64)
        self._numbers: dict[tuple[str, ...], int] = {}
        self._places: list[tuple[Place, ...]] = []
        self._apart = lru_cache(maxsize=_HELD)(self._are_apart)

    def see(self, numbers: Numbers) -> None:
        """Take note of accounts; those that were seen before are passed over."""
        new = numbers[~self._seen[numbers]].tolist()
        self._seen[new] = True
        found = self._find({place for number in new for place in self._looks[number][3]})
        for number in new:
            kind, first, last, named = self._looks[number]
            self._kinds[number] = self._code[kind]
            self._first[number] = _NEVER if first is None else first
            self._last[number] = _EVER if last is None else last
            self._where[number] = self._set_of(tuple(named), found)

    def _set_of(self, named: tuple[str, ...], found: Mapping[str, Place]) -> int:
        if named not in self._numbers:
            self._numbers[named] = len(self._places)
            self._places.append(tuple(found[key] for key in named))
        return self._numbers[named]

    def _are_apart(self, one: int, other: int) -> bool:
        return places_apart(self._places[one], self._places[other])

    def left(self, one: int, others: Numbers) -> Numbers:
        """Return those of others that may be one happening with an account; all must have been seen."""
        goes = self._goes[self._kinds[one], self._kinds[others]]
        goes &= (self._first[one] - self._last[others] <= 1) & (self._first[others] - self._last[one] <= 1)
        may = others[goes]
        where = int(self._where[one])
        near: Numbers = may[[not self._apart(where, other) for other in self._where[may].tolist()]] if len(may) else may
        return near
