"""The nearest words of a word, by vectors that stand in ``words.npz`` (`training/meanings.py` makes it; `docs/model-card.md`).

>>> [word for word, _ in meanings().near("truce", 2)]
['ceasefire deals', 'ceasefire deal']
"""

import io
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

#: Cosine from which a word is near, set on the first half of the pairs of `benchmarks.meaning`.
NEAR = 0.45
#: Near phrases that count among the near words: there are many, and most say it in forms of the same word.
PHRASES = 8
_WIDE = 200


@dataclass(frozen=True, slots=True)
class Meanings:
    """Words and phrases with their vectors, one a row, of length one."""

    words: tuple[str, ...]
    at: dict[str, int]
    vectors: NDArray[np.float32]

    def __contains__(self, words: str) -> bool:
        return words in self.at

    def near(self, words: str, at_most: int, least: float = NEAR) -> tuple[tuple[str, float], ...]:
        """Return the nearest words with their cosine, nearest first; those that hold the asked ones find nothing new."""
        if words not in self.at:
            return ()
        cosines = self.vectors @ self.vectors[self.at[words]]
        best = np.argpartition(-cosines, _WIDE)[:_WIDE]
        found: list[tuple[str, float]] = []
        phrases = 0
        for row in best[np.argsort(-cosines[best], kind="stable")].tolist():
            word, cosine = self.words[row], float(cosines[row])
            if len(found) == at_most or cosine < least:
                break
            phrases += " " in word
            if " " in word and phrases > PHRASES:
                continue
            if not any(f" {held} " in f" {word} " for held in (words, *(known for known, _ in found))):
                found.append((word, cosine))
        return tuple(found)


@lru_cache(maxsize=1)
def meanings() -> Meanings:
    """Return the words that the package ships."""
    packed = np.load(io.BytesIO((files(__package__) / "words.npz").read_bytes()), allow_pickle=False)
    words = tuple(bytes(packed["words"]).decode().split("\n"))
    vectors = packed["vectors"].astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return Meanings(words, {word: row for row, word in enumerate(words)}, vectors)
