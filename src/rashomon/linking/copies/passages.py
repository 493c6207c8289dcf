"""The passages that two texts have in common, found by their letters, so that lost and wrong characters do not break them."""

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.linking.copies.letters import Hashes, Letters, Places

#: Letters in a run by which passages are found.
RUN = 8
#: Letters that may be lost, wrong or put in between two runs of one passage.
_GAP = 32
#: How many letters more may stand in the one than in the other between two runs.
_DRIFT = 12
#: Shorter ones (in letters) may be chance.
_SHORTEST = 24
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Passage:
    """Where the same words stand in two texts, counted in letters; ends are exclusive."""

    start: int
    end: int
    other_start: int
    other_end: int

    def turned(self) -> "Passage":
        """Return it with the two texts changed over."""
        return Passage(self.other_start, self.other_end, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Traced:
    """A text ready for comparing: its letters, its runs sorted, each once, and where each first stands."""

    letters: Letters
    runs: Hashes
    at: Places


def trace(text: Letters) -> Traced:
    """Return a text ready for comparing."""
    return Traced(text, *np.unique(text.runs(RUN), return_index=True))


def passages(one: Traced, other: Traced) -> tuple[tuple[Passage, ...], int]:
    """Return the passages that two texts share, in the order of the one, and how many runs both have."""
    _, ours, theirs = np.intersect1d(one.runs, other.runs, assume_unique=True, return_indices=True)
    here, there = one.at[ours], other.at[theirs]
    order = np.argsort(here)
    here, there = here[order], there[order]
    steps, jumps = np.diff(here), np.diff(there)
    breaks = np.flatnonzero((steps > _GAP) | (np.abs(steps - jumps) > _DRIFT) | (jumps < -_DRIFT)) + 1
    edges = [0, *breaks.tolist(), len(here)]
    found = []
    for first, after in itertools.pairwise(edges):
        if after - first >= _FEWEST and here[after - 1] + RUN - here[first] >= _SHORTEST and there[after - 1] >= there[first]:
            ends = (here[after - 1] + RUN, there[after - 1] + RUN)
            found.append(Passage(int(here[first]), int(ends[0]), int(there[first]), int(ends[1])))
    return tuple(found), len(here)


def covered(length: int, stretches: tuple[tuple[int, int], ...]) -> NDArray[np.bool_]:
    """Mark the letters of a text of so many that stand in a stretch."""
    marked = np.zeros(length, np.bool_)
    for start, end in stretches:
        marked[start:end] = True
    return marked
