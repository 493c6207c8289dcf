"""Names of a long list that may be spellings of one name, found quickly: those that share most of its rarer sounds.

Sounds are pairs of neighbouring consonants within a part, so typing errors, order, vowels and script matter little. What is
found is only near; `comparing` says whether it is the same.
"""

import math
from collections import defaultdict
from collections.abc import Hashable
from typing import Generic, TypeVar

from rashomon.linking.names.kinds import NameKind
from rashomon.linking.names.parts import Sort, name_of
from rashomon.linking.names.spelling import consonants

Bearer = TypeVar("Bearer", bound=Hashable)
#: How many bearers are returned, and the share of the sought name's sounds, by their rarity, that their names must have.
_MOST, _SHARED = 12, 0.2


class NearNames(Generic[Bearer]):
    """Names with their bearers; one bearer may have many names."""

    def __init__(self, kind: NameKind) -> None:
        self._kind = kind
        self._bearers: list[Bearer] = []
        self._holders: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, name: str, bearer: Bearer) -> None:
        """Take in a name of somebody."""
        for key in sorted(_keys(name, self._kind)):
            self._holders[key].append(len(self._bearers))
        self._bearers.append(bearer)

    def find(self, name: str) -> tuple[Bearer, ...]:
        """Return who bears a name near to this one, the nearest first, each once and no more than twelve."""
        shared: defaultdict[int, float] = defaultdict(float)
        total = 0.0
        for key in sorted(_keys(name, self._kind)):
            holders = self._holders.get(key, ())
            rarity = math.log(1 + len(self._bearers) / max(1, len(holders)))
            total += rarity
            for number in holders:
                shared[number] += rarity
        ranked = sorted(shared, key=lambda number: (-shared[number], number))
        near = (self._bearers[number] for number in ranked if shared[number] >= _SHARED * total)
        return tuple(dict.fromkeys(near))[:_MOST]


def _keys(name: str, kind: NameKind) -> set[str]:
    """Pairs of neighbouring consonants in each telling part, its ends marked, and the part itself."""
    parts = [part.text for part in name_of(name, kind).parts if part.sort in (Sort.NAME, Sort.INITIAL)]
    marked = [f"^{consonants(part).lower()}$" for part in parts]
    return {part[at : at + 2] for part in marked for at in range(len(part) - 1)} | set(parts)
