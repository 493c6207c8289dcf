"""A text as its letters and digits, folded, and as runs of them.

Runs of letters survive what runs of words do not: badly scanned characters, lost or added spaces, other punctuation.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from rashomon.text.folding import fold

#: An odd number whose bits look like chance, for mixing.
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]


@lru_cache(maxsize=65536)
def _folded(code: int) -> int:
    """Return the code of the letter or digit that a character is folded to, 0 for all others."""
    plain = fold(chr(code))
    return ord(plain[0]) if plain else 0


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters and digits of a text: their folded codes, and the offset of each in the text."""

    codes: Hashes
    offsets: Places

    def __len__(self) -> int:
        return len(self.codes)

    def runs(self, length: int) -> Hashes:
        """Return a hash of each run of so many letters, in reading order."""
        count = max(0, len(self.codes) - length + 1)
        mixed = np.zeros(count, np.uint64)
        for at in range(length):
            mixed = (mixed ^ self.codes[at : at + count]) * _MIX
            mixed ^= mixed >> _SHIFT
        return mixed

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the letters from ``start`` to before ``end`` stand in the text."""
        return int(self.offsets[start]), int(self.offsets[end - 1]) + 1


def letters(text: str) -> Letters:
    """Return the letters and digits of a text.

    >>> found = letters("Káthis, 7!")
    >>> "".join(chr(code) for code in found.codes), found.span(0, 6)
    ('kathis7', (0, 6))
    """
    raw = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds, which = np.unique(raw, return_inverse=True)
    codes = np.array([_folded(code) for code in kinds.tolist()], np.uint64)[which] if len(raw) else np.zeros(0, np.uint64)
    kept = np.flatnonzero(codes)
    return Letters(codes[kept], kept)
