"""How alike two words are: by their letters, as typing errors change them, and by their sounds, as transliteration does."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

_SOUNDS = re.compile(r"shch|dzh|sch|tch|tsh|kh|gh|sh|ch|th|dh|ph|zh|dj|dz|ts|tz|ck|ou|oo|ee|(.)\1|.")
_READ = {
    "shch": "S", "dzh": "j", "sch": "S", "tch": "C", "tsh": "C", "kh": "K", "gh": "G", "sh": "S", "ch": "C", "th": "t", "dh": "d",
    "ph": "f", "zh": "Z", "dj": "j", "dz": "z", "ts": "T", "tz": "T", "ck": "k", "ou": "u", "oo": "u", "ee": "i",
    "q": "k", "c": "k", "x": "X", "w": "w",
}  # fmt: skip
_VOWELS = "aeiou"
#: Consonants that are written for one another, by languages and scripts.
_CLASSES = ("bpvfw", "td", "dz", "szSCTZ", "kKqgGXh", "jgyZ", "lr", "mn", "iyj", "uwov", "KhS", "kTCsS")
#: What a sound counts as in a quick look at two words; vowels, breaths and glides count as nothing.
_LOOK = str.maketrans(
    {**dict.fromkeys("bpvfw", "b"), **dict.fromkeys("tdszSCTZjgkKqGX", "t"), **dict.fromkeys("lr", "l"), "n": "m"}
)
_QUICK = 0.5


@dataclass(frozen=True, slots=True)
class Costs:
    """What it costs to change a word into another.

    Args:
        swaps: by element, the elements that cost less than 1 in its place.

        lost: elements that cost less than 1 where only one word has them.

        doubled: the cost of an element that repeats the one before it and is missing in the other word.
    """

    swaps: Mapping[str, Mapping[str, float]]
    lost: Mapping[str, float]
    doubled: float

    def losses(self, word: str) -> list[float]:
        """Return the cost of each element of a word that the other has not."""
        alone = [self.lost.get(letter, 1.0) for letter in word]
        return [min(cost, self.doubled) if at and word[at - 1] == word[at] else cost for at, cost in enumerate(alone)]


def distance(one: str, other: str, costs: Costs) -> float:
    """Return the least cost of turning one word into the other; neighbours in exchanged order cost 1."""
    gone, added = costs.losses(one), costs.losses(other)
    older: list[float] = []
    last = [0.0, *accumulate(added)]
    for row, mine in enumerate(one):
        swaps = costs.swaps.get(mine, _NO_SWAPS)
        now = [last[0] + gone[row]]
        for column, theirs in enumerate(other):
            best = last[column] if mine == theirs else last[column] + swaps.get(theirs, 1.0)
            best = min(best, last[column + 1] + gone[row], now[column] + added[column])
            if older and column and mine == other[column - 1] and theirs == one[row - 1]:
                best = min(best, older[column - 1] + 1.0)
            now.append(best)
        older, last = last, now
    return last[-1]


def _swaps(vowels: float, near: float) -> dict[str, dict[str, float]]:
    """Costs of vowels for one another and of consonants of one class for one another."""
    found: dict[str, dict[str, float]] = {}
    for members, cost in (*((near_by, near) for near_by in _CLASSES), (_VOWELS, vowels)):
        for member in members:
            found.setdefault(member, {}).update((other, cost) for other in members if other != member)
    return found


def _lost(vowels: float, breaths: float) -> dict[str, float]:
    return dict.fromkeys("hyw", breaths) | dict.fromkeys(_VOWELS, vowels)


_NO_SWAPS: Mapping[str, float] = {}
_LETTERS = Costs({}, {}, doubled=0.6)
_SPOKEN = Costs(_swaps(0.35, 0.45), _lost(0.45, 0.3), doubled=1.0)
_VOWELLESS = Costs(_swaps(0.2, 0.4), _lost(0.05, 0.05), doubled=1.0)
#: Between consonants alone; "v", "j" and "kh" may be the "w", "y" and "h" that are none of them.
_BARE = Costs(_swaps(0.2, 0.2), dict.fromkeys("vjK", 0.3), doubled=0.0)


def sounds(text: str) -> str:
    """Return one sign for each sound: doubled letters and pairs like "sh" are one.

    >>> sounds("khashoggi"), sounds("qassem")
    ('KaSogi', 'kasem')
    """
    heard = (_READ.get(found[0]) or _READ.get(found[0][0], found[0][0]) for found in _SOUNDS.finditer(text))
    return "".join(heard).replace("X", "ks")


@lru_cache(maxsize=65536)
def _look(text: str) -> str:
    return consonants(text).translate(_LOOK)


def could_match(one: str, other: str) -> bool:
    """Return whether a quick look at their consonants lets two words be spellings of one."""
    mine, theirs = _look(one), _look(other)
    shared = sum(min(mine.count(sound), theirs.count(sound)) for sound in "btlm")
    return shared >= _QUICK * max(len(mine), len(theirs))


@lru_cache(maxsize=65536)
def consonants(text: str) -> str:
    """Return the sounds without vowels and breaths, so that "suleymani" and "soleimani" agree."""
    return "".join(sound for sound in sounds(text) if sound not in "aeiouhyw")


@lru_cache(maxsize=131072)
def letter_edits(one: str, other: str) -> float:
    """Return how many letters are changed, lost, added or out of order; a doubled letter counts for less than one."""
    return distance(one, other, _LETTERS)


@lru_cache(maxsize=131072)
def consonant_edits(one: str, other: str) -> float:
    """Return how many consonants differ; those that scripts write for one another count for little."""
    return distance(consonants(one), consonants(other), _BARE)


def by_letters(one: str, other: str) -> float:
    """Return 1 for equal words, less by each letter that differs, by the longer word's length."""
    return max(0.0, 1.0 - letter_edits(one, other) / max(len(one), len(other), 1))


@lru_cache(maxsize=131072)
def by_sounds(one: str, other: str, vowelless: bool = False) -> float:
    """Return how alike two words sound: consonants of one class and vowels cost less; vowels next to nothing in some scripts.

    Args:
        one: a word in lower-case Latin letters.

        other: another.

        vowelless: one of them comes from a script that leaves short vowels out.
    """
    mine, theirs = sounds(one), sounds(other)
    costs = _VOWELLESS if vowelless else _SPOKEN
    weight = max(sum(costs.losses(mine)), sum(costs.losses(theirs)), 1.0)
    return max(0.0, 1.0 - distance(mine, theirs, costs) / weight)
