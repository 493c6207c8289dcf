"""Take a name apart: its parts in Latin letters, what each part is, and how much it tells."""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from rashomon.linking.names.kinds import NameKind
from rashomon.linking.names.marks import SMALL, without_forms, without_generation, without_numbers
from rashomon.linking.names.splitting import words_of
from rashomon.linking.skeleton import PARTICLES
from rashomon.lists.namewords import load_name_words
from rashomon.lists.romanising import is_latin, is_vowelless


class Sort(StrEnum):
    """What a part of a name is; an expanded part stands for the words that an acronym of the other name is made of."""

    NAME = "name"
    INITIAL = "initial"
    PARTICLE = "particle"
    HONORIFIC = "honorific"
    ACRONYM = "acronym"
    EXPANDED = "expanded"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a name.

    Args:
        text: in lower-case Latin letters.

        written: the character or word as it stands in the name.

        weight: how much it tells, 0 to 1: particles little, names that very many bear less than others.

        vowelless: its script leaves short vowels out.

        latin: it is written in Latin letters.
    """

    text: str
    written: str
    sort: Sort
    weight: float
    vowelless: bool = False
    latin: bool = True


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart.

    Args:
        forms: families of the legal forms it bears.

        numbers: its numbers in figures, Roman ones and ordinals too; tokens with digits as written.

        generation: "jr", "sr", "ii" ..., ``None`` where it bears no such mark.
    """

    given: str
    kind: NameKind
    parts: tuple[Part, ...]
    forms: frozenset[str]
    numbers: tuple[str, ...]
    generation: str | None


#: Particles that at the beginning of a name are a given name.
_GIVEN_TOO = frozenset({"ben"})
_WEIGHTS = {Sort.PARTICLE: 0.15, Sort.HONORIFIC: 0.2, Sort.INITIAL: 0.7}
_COMMON, _GENERIC = 0.7, 0.5
_LONGEST_ACRONYM = 6


@lru_cache(maxsize=16384)
def name_of(name: str, kind: NameKind) -> Name:
    """Return the name taken apart; without parts where it has no letters.

    >>> [part.text for part in name_of("J.P. Morgan & Co.", NameKind.ORGANISATION).parts]
    ['jp', 'morgan']
    >>> name_of("Bain Capital Fund XI L.P.", NameKind.ORGANISATION).numbers
    ('11',)
    """
    forms, words = without_forms(words_of(name, dotted=kind != NameKind.PERSON), kind)
    generation, words = without_generation(words, kind)
    numbers, words = without_numbers(words, kind)
    parts = tuple(_part(word.text, word.written, kind) for word in words)
    if kind != NameKind.PERSON and (len(parts) == 1 or not name.isupper()):
        parts = tuple(replace(part, sort=Sort.ACRONYM) if _is_acronym(part) else part for part in parts)
    if parts and parts[0].text in _GIVEN_TOO and len(parts) > 1:
        parts = (replace(parts[0], sort=Sort.NAME, weight=1.0), *parts[1:])
    return Name(name, kind, parts, forms, numbers, generation)


def _part(text: str, written: str, kind: NameKind) -> Part:
    words = load_name_words()
    if kind != NameKind.PERSON and is_latin(written):
        text = words.abbreviations.get(text, text)
    sort = _sort(text, kind)
    weight = _WEIGHTS.get(sort, 1.0)
    if sort == Sort.NAME and text in words.common and kind == NameKind.PERSON:
        weight = _COMMON
    elif sort == Sort.NAME and text in words.generic and kind != NameKind.PERSON:
        weight = _GENERIC
    return Part(text, written, sort, weight, is_vowelless(written), not written or is_latin(written))


def _is_acronym(part: Part) -> bool:
    return part.sort == Sort.NAME and part.written.isupper() and len(part.written) <= _LONGEST_ACRONYM


def _sort(text: str, kind: NameKind) -> Sort:
    if text in PARTICLES or (kind != NameKind.PERSON and text in SMALL):
        return Sort.PARTICLE
    if len(text) == 1:
        return Sort.INITIAL
    if kind == NameKind.PERSON and text in load_name_words().honorifics:
        return Sort.HONORIFIC
    return Sort.NAME
