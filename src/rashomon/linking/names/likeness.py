"""How alike two parts of names are, and in which way."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rashomon.linking.names.parts import Part, Sort
from rashomon.linking.names.spelling import by_letters, by_sounds, could_match
from rashomon.lists.namewords import load_name_words


class Way(StrEnum):
    """In which way two parts agree."""

    SAME = "same"
    SPELLING = "spelling"
    NICKNAME = "nickname"
    INITIAL = "initial"
    TYPING = "typing"
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two parts agree, 0 to 1."""

    score: float
    way: Way


#: Parts less alike than this are two different ones; where vowels count for nothing, chance makes them more alike.
ALIKE, _ALIKE_ACROSS = 0.5, 0.6
_NONE = Likeness(0.0, Way.TYPING)
_SPELLING, _NICKNAME, _INITIAL = 0.95, 0.85, 0.8
#: Particles stand for one another, as a rule.
_PARTICLES = 0.8
#: Two Chinese characters or Korean syllables that sound nearly the same.
_HOMOPHONE, _GLIDING = 0.6, 0.75
_SOUNDING = 0.97


@lru_cache(maxsize=131072)
def likeness(one: Part, other: Part) -> Likeness:
    """Return how alike two parts are; 0 where they are two different ones."""
    if _two_characters(one.written, other.written):
        return Likeness(_HOMOPHONE, Way.SOUND) if by_sounds(one.text, other.text) >= _GLIDING else _NONE
    if one.text == other.text:
        return Likeness(1.0, Way.SAME)
    if {Sort.ACRONYM, Sort.EXPANDED} & {one.sort, other.sort}:
        return _NONE
    if Sort.INITIAL in (one.sort, other.sort):
        agree = one.text[0] == other.text[0] and Sort.PARTICLE not in (one.sort, other.sort)
        return Likeness(_INITIAL, Way.INITIAL) if agree and one.sort != other.sort else _NONE
    if Sort.PARTICLE in (one.sort, other.sort):
        return Likeness(_PARTICLES, Way.SPELLING) if one.sort == other.sort else _NONE
    listed = _listed(one.text, other.text)
    return max(listed, _written(one, other), key=lambda found: found.score)


def _two_characters(one: str, other: str) -> bool:
    """Whether both are written as one character for the syllable, and not the same: 김종은 is not 김정은."""
    return one != other and _is_syllable(one) and _is_syllable(other)


def _is_syllable(written: str) -> bool:
    return len(written) == 1 and ("\u3400" <= written <= "\u9fff" or "\uac00" <= written <= "\ud7a3")


def _listed(one: str, other: str) -> Likeness:
    words = load_name_words()
    if words.spellings.get(one, frozenset()) & words.spellings.get(other, frozenset()):
        return Likeness(_SPELLING, Way.SPELLING)
    if words.nicknames.get(one, frozenset()) & words.nicknames.get(other, frozenset()):
        return Likeness(_NICKNAME, Way.NICKNAME)
    return _NONE


def _written(one: Part, other: Part) -> Likeness:
    if not could_match(one.text, other.text):
        return _NONE
    vowelless = one.vowelless != other.vowelless
    letters = by_letters(one.text, other.text)
    sounds = by_sounds(one.text, other.text, vowelless) * _SOUNDING
    found = Likeness(letters, Way.TYPING) if letters >= sounds else Likeness(sounds, Way.SOUND)
    return found if found.score >= (_ALIKE_ACROSS if vowelless else ALIKE) else _NONE
