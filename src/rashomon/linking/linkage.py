"""Average-link clustering: the two most alike groups are joined, as long as they are alike enough on average."""

import numpy as np
from numpy.typing import NDArray

from rashomon.extraction.trained.heads import Floats

_Doubles = NDArray[np.float64]


def average_link(likeness: Floats, at: float) -> tuple[int, ...]:
    """Return the number of each row's group; groups are numbered in the order of their first rows.

    Args:
        likeness: of every pair, symmetric, of shape (rows, rows); the diagonal is not looked at.

        at: groups that are less alike than this on average stay apart.
    """
    between = likeness.astype(np.float64)
    np.fill_diagonal(between, -np.inf)
    sizes = np.ones(len(between))
    group = np.arange(len(between))
    best = between.argmax(axis=1) if len(between) else group
    while len(between) > 1:
        highest = between[np.arange(len(between)), best]
        one = int(highest.argmax())
        if highest[one] < at:
            break
        keep, give = sorted((one, int(best[one])))
        _join(between, sizes, keep, give)
        group[group == give] = keep
        stale = np.flatnonzero((best == keep) | (best == give))
        best[[keep, *stale]] = between[[keep, *stale]].argmax(axis=1)
        risen = between[:, keep] > between[np.arange(len(between)), best]
        best[risen] = keep
    first = {number: n for n, number in enumerate(dict.fromkeys(group.tolist()))}
    return tuple(first[number] for number in group.tolist())


def _join(between: _Doubles, sizes: _Doubles, keep: int, give: int) -> None:
    """Make two rows one: their likeness to the others is the average over their members."""
    joined = (between[keep] * sizes[keep] + between[give] * sizes[give]) / (sizes[keep] + sizes[give])
    between[keep], between[:, keep] = joined, joined
    between[give], between[:, give] = -np.inf, -np.inf
    between[keep, keep] = -np.inf
    sizes[keep] += sizes[give]
