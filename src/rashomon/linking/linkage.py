"""Average-link clustering: the two most alike groups are joined, as long as they are alike enough on average."""

import heapq
from collections.abc import Iterable, Mapping

import numpy as np

from rashomon.extraction.trained.heads import Floats

#: How alike the others are to each row, both ways; pairs that are left out are not alike at all.
Beside = Mapping[int, Mapping[int, float]]
#: Pairs less alike than this count as 0.
_LEAST = 1e-3


def beside_of(likeness: Floats) -> dict[int, dict[int, float]]:
    """Return the pairs of a symmetric table of shape (rows, rows); the diagonal is not looked at."""
    made: dict[int, dict[int, float]] = {}
    for row, values in enumerate(likeness):
        others = np.flatnonzero(values >= _LEAST).tolist()
        made[row] = {other: float(values[other]) for other in others if other != row}
    return made


def average_link(beside: Beside, at: float) -> tuple[tuple[int, ...], ...]:
    """Return the rows in groups, each sorted, in the order of their first rows.

    Args:
        beside: every row with those that are alike.

        at: groups that are less alike than this on average stay apart.
    """
    sums = {one: dict(near) for one, near in beside.items()}
    members = {one: [one] for one in sums}
    queue = [(-likeness, one, other) for one, near in sums.items() for other, likeness in near.items() if one < other]
    heapq.heapify(queue)
    while queue and -queue[0][0] >= at:
        mean, one, other = heapq.heappop(queue)
        if one in members and other in members and -mean == sums[one].get(other, 0.0) / (len(members[one]) * len(members[other])):
            members[one] += members.pop(other)
            _join(sums, one, other)
            for near, total in sums[one].items():
                mean = total / (len(members[one]) * len(members[near]))
                if mean >= at:
                    heapq.heappush(queue, (-mean, min(one, near), max(one, near)))
    return tuple(sorted(tuple(sorted(group)) for group in members.values()))


def _join(sums: dict[int, dict[int, float]], one: int, other: int) -> None:
    """Make two rows one: how alike it is to the others is the sum over both."""
    del sums[one][other]
    for near, total in sums.pop(other).items():
        if near != one:
            sums[one][near] = sums[one].get(near, 0.0) + total
            del sums[near][other]
    for near, total in sums[one].items():
        sums[near][one] = total


def numbered(groups: Iterable[Iterable[int]]) -> tuple[int, ...]:
    """Return the number of each row's group, in the order of the rows."""
    of = {row: number for number, group in enumerate(groups) for row in group}
    return tuple(of[row] for row in sorted(of))
