"""Which of many texts are worth comparing: those that share runs of letters that few others have.

All is done on sorted arrays, in parts, so that time and memory grow about linearly with the number of texts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.linking.copies.letters import Hashes

#: A run in more texts than this tells nothing about one of them.
COMMON = 12
#: A run in this many texts of one outlet is its furniture.
FURNITURE = 4
#: A text of which less than this share is telling is compared by all of its runs.
WORN = 0.04
#: Texts that share so much of their runs are nearly the same, and count as one for what is common.
SAME = 0.85
#: A run that everybody has leads each of those texts to this many of the first.
FIRST = 2
#: Share of the runs of the shorter text that two must have in common; badly scanned copies keep few.
LEAST_SHARE = 0.04
#: The runs are sorted in this many parts.
_PARTS = 16
_TOP = np.uint64(60)
_ORDERS = 4
#: Texts of which the least runs are found together.
_AT_ONCE = 4096
_MIX = np.uint64(0xD6E8FEB86659FD93)

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Sharing:
    """What a collection of texts shares.

    Args:
        pairs: numbers of the texts worth comparing, the earlier first, sorted.

        telling: for each text its runs that few others have, sorted.
    """

    pairs: tuple[tuple[int, int], ...]
    telling: tuple[Hashes, ...]


@dataclass(frozen=True, slots=True)
class _Runs:
    """The runs of all texts, one text after the other, with the number of the text each stands in."""

    runs: Hashes
    texts: NDArray[np.int32]
    count: int

    def kept(self, flags: Flags) -> "_Runs":
        """Return those that are marked."""
        return _Runs(self.runs[flags], self.texts[flags], self.count)

    def per_text(self) -> tuple[Hashes, ...]:
        """Return the runs of each text."""
        return tuple(np.split(self.runs, np.searchsorted(self.texts, np.arange(1, self.count)))) if self.count else ()

    def sizes(self) -> Numbers:
        """Return how many runs each text has."""
        return np.bincount(self.texts, minlength=self.count).astype(np.int64)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the runs, sorted: where each stands among all, its text; where each stretch of one run starts, and its size."""

    at: Numbers
    texts: Numbers
    starts: Numbers
    sizes: Numbers


def _parts(table: _Runs) -> Iterator[_Part]:
    for top in range(_PARTS):
        inside = np.flatnonzero(table.runs >> _TOP == np.uint64(top))
        at = inside[np.argsort(table.runs[inside], kind="stable")]
        runs = table.runs[at]
        starts = np.flatnonzero(np.append(True, runs[1:] != runs[:-1])[: len(runs)])
        yield _Part(at, table.texts[at].astype(np.int64), starts, np.diff(np.append(starts, len(runs))))


def _met(part: _Part, count: int, *, heads: bool) -> Iterator[Numbers]:
    """Yield each pair of texts with one run in common, as one number; several times where they share more."""
    for size in range(2, COMMON + 1):
        starts = part.starts[part.sizes == size]
        for one in range(size):
            for other in range(one + 1, size):
                yield part.texts[starts + one] * count + part.texts[starts + other]
    if heads:
        often = part.sizes > COMMON
        for start, size in zip(part.starts[often], part.sizes[often], strict=True):
            members = part.texts[start : start + size]
            for first in range(FIRST):
                yield members[first] * count + members[first + 1 :]


def _pairs(table: _Runs, *, heads: bool) -> set[tuple[int, int]]:
    """Return the numbers of the texts that share enough runs."""
    pairs, shared = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for part in _parts(table):
        met, times = np.unique(np.concatenate([*_met(part, table.count, heads=heads), pairs[0][:0]]), return_counts=True)
        pairs.append(met)
        shared.append(times)
    every, where = np.unique(np.concatenate(pairs), return_inverse=True)
    times = np.bincount(where, np.concatenate(shared), len(every))
    ones, others = np.divmod(every, max(1, table.count))
    sizes = table.sizes()
    enough = times >= LEAST_SHARE * np.minimum(sizes[ones], sizes[others])
    return set(zip(ones[enough].tolist(), others[enough].tolist(), strict=True))


def _telling(table: _Runs, outlets: Numbers) -> Flags:
    """Mark the runs that neither many texts have nor several of the text's outlet."""
    telling = np.zeros(len(table.runs), np.bool_)
    count = int(outlets.max(initial=0)) + 1
    for part in _parts(table):
        rank = np.repeat(np.arange(len(part.starts)), part.sizes)
        rare, of = part.sizes[rank] <= COMMON, outlets[part.texts]
        keys, which, times = np.unique(rank * count + of, return_inverse=True, return_counts=True)
        telling[part.at] = rare & ((of < 0) | (times[which] < FURNITURE) if len(keys) else rare)
    return telling


def _least(samples: Sequence[Hashes]) -> Iterator[list[tuple[int, int]]]:
    """Yield the least of each text's runs in several orders that look like chance: like texts have like ones."""
    for first in range(0, len(samples), _AT_ONCE):
        several = samples[first : first + _AT_ONCE]
        runs = np.concatenate(several)
        told = [at for at, sample in enumerate(several) if len(sample)]
        starts = np.cumsum([0, *(len(several[at]) for at in told)])[:-1]
        least = np.zeros((len(several), _ORDERS), np.uint64)
        for order in range(_ORDERS if told else 0):
            least[told, order] = np.minimum.reduceat((runs ^ np.uint64(order)) * _MIX, starts)
        yield from (list(enumerate(row)) if len(sample) else [] for row, sample in zip(least.tolist(), several, strict=True))


def reprints(samples: Sequence[Hashes]) -> list[int]:
    """Return for each text the number of the first that is nearly the same, its own where there is none before it."""
    faces: dict[tuple[int, int], list[int]] = {}
    found: list[int] = []
    for at, (sample, keys) in enumerate(zip(samples, _least(samples), strict=True)):
        near = sorted({face for key in keys for face in faces.get(key, ())})
        face = next((face for face in near if _are_same(samples[face], sample)), at)
        found.append(face)
        for key in keys if face == at else ():
            faces.setdefault(key, []).append(at)
    return found


def _are_same(one: Hashes, other: Hashes) -> bool:
    """Whether two texts share so many of their runs that they are nearly the same; texts of other lengths never do."""
    fewer, more = sorted((len(one), len(other)))
    if fewer / max(1, more) < SAME:
        return False
    both = len(np.intersect1d(one, other, assume_unique=True))
    return both / max(1, len(one) + len(other) - both) >= SAME


def share(samples: Sequence[Hashes], outlets: Sequence[str | None]) -> Sharing:
    """Return what texts share. Of many that are nearly the same, the first stands for all.

    Args:
        samples: for each text its kept runs, sorted, each once; earlier texts first.

        outlets: of each text; what many texts of one outlet have is its furniture.
    """
    names = {name: at for at, name in enumerate(sorted({name for name in outlets if name is not None}))}
    numbered = np.array([-1 if name is None else names[name] for name in outlets], np.int64)
    firsts = reprints(samples)
    faces = [at for at, first in enumerate(firsts) if first == at]
    telling = _shown([samples[at] for at in faces], numbered[faces])
    place = {face: at for at, face in enumerate(faces)}
    found = {(faces[one], faces[other]) for one, other in telling[0]}
    found.update((first, at) for at, first in enumerate(firsts) if first != at)
    return Sharing(tuple(sorted(found)), tuple(telling[1][place[first]] for first in firsts))


def _shown(samples: Sequence[Hashes], outlets: Numbers) -> tuple[set[tuple[int, int]], tuple[Hashes, ...]]:
    """Return the pairs worth comparing and the telling runs of texts of which no two are nearly the same."""
    texts = np.repeat(np.arange(len(samples), dtype=np.int32), [len(sample) for sample in samples])
    table = _Runs(np.concatenate([np.zeros(0, np.uint64), *samples]), texts, len(samples))
    telling = _telling(table, outlets)
    worn = (table.kept(telling).sizes() < WORN * table.sizes())[texts]
    found = _pairs(table.kept(telling & ~worn), heads=False) | _pairs(table.kept(worn), heads=True)
    return found, table.kept(telling | worn).per_text()
