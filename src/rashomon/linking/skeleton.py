"""The consonants of a name, so that its transliterations meet: "Qassem Soleimani" and "Qasem Suleimani" are "ksm slmn".

Letters of other scripts are read as the Latin ones they are usually written with (`rashomon.lists.romanising`). A skeleton is
weak evidence by itself (many short names share one); it must be supported by kind or country.
"""

import re
import unicodedata
from functools import lru_cache

from rashomon.lists.romanising import romanised

#: Particles that some writers put and others leave out.
PARTICLES = frozenset(
    {"al", "el", "ul", "ad", "an", "as", "ar", "at", "az", "ash", "bin", "ibn", "ben", "de", "von", "ال", "the"}
)
_PAIRS = (
    ("kh", "k"),
    ("gh", "g"),
    ("sh", "s"),
    ("ch", "s"),
    ("th", "t"),
    ("dh", "d"),
    ("ph", "f"),
    ("zh", "z"),
    ("dj", "j"),
    ("ck", "k"),
)
_SOUNDS = str.maketrans(
    {"q": "k", "c": "k", "x": "k", "w": "", "y": "", "h": "", "e": "", "i": "", "o": "", "u": "", "a": "", "p": "b"}
)
#: Fewer consonants than this say nothing.
SHORTEST = 3
_WORD = re.compile(r"[^\W_]+")
_QUOTES = frozenset("'’‘`´ʿʾʻʼ′\"“”„«»")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def _sounds(token: str) -> str:
    plain = romanised(token).replace(" ", "")
    for written, sound in _PAIRS:
        plain = plain.replace(written, sound)
    return _DOUBLED.sub(r"\1", plain.translate(_SOUNDS))


def _parts(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.lower())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter) and letter not in _QUOTES)
    words = _WORD.findall(unicodedata.normalize("NFC", bare))
    tokens = [word.removeprefix("ال") if len(word) > len("ال") + 1 else word for word in words]
    return [token for token in tokens if token not in PARTICLES]


def skeleton(name: str) -> str:
    """Return the consonants of each part of the name, without particles; empty for a name of fewer than three.

    >>> skeleton("Qassem Soleimani"), skeleton("قاسم سليماني")
    ('ksm slmn', 'ksm slmn')
    """
    parts = [sounds for sounds in map(_sounds, _parts(name)) if sounds]
    return " ".join(parts) if sum(map(len, parts)) >= SHORTEST else ""


def plain_name(name: str) -> str:
    """Return the folded name without particles and doubled letters: the form under which unlisted names are merged."""
    return " ".join(_DOUBLED.sub(r"\1", part) for part in _parts(name))


@lru_cache(maxsize=1 << 16)
def sound_key(name: str) -> str:
    """Return the skeleton, or for names too short for one the plain name."""
    return skeleton(name) or plain_name(name)
