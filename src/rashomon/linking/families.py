"""Families of words: inflections and derivations of one word ("killed", "killings") under one name."""

import functools
import importlib.resources
from collections.abc import Iterable, Mapping

import yaml

from rashomon.extraction.phrases import words_of
from rashomon.lists.listfile import LOADER
from rashomon.text.tokens import tokens

#: What is left of a word without an ending has at least so many letters, or one more where the ending is long.
_SHORTEST = 3
_LONG_ENDING = 4
#: Words that stand in for one that was used before.
PRONOUNS = frozenset({"it", "this", "that", "what", "which"})
#: Words that say nothing of what a phrase is about.
SMALL_TEXT = (
    "the a an this that these those of to in on at and or for with by from as into onto up down out over off about is was are "
    "were be been being it its he she his her him they them their we our i my you your who whom whose which what has have had "
    "having will would can could may might must shall should not no but after before than then there said says also"
)
SMALL = frozenset(SMALL_TEXT.split())


@functools.cache
def _lists() -> tuple[Mapping[str, str], tuple[str, ...]]:
    """Return the first word of each listed family by member, and the endings, read once a process."""
    text = importlib.resources.files("rashomon.linking").joinpath("families.yaml").read_text(encoding="utf-8")
    listed = yaml.load(text, Loader=LOADER)  # noqa: S506 - makes nothing but strings
    first = {form: verb for verb, forms in words_of("inflection.yaml")["irregular"].items() for form in (verb, *forms)}
    first |= {plural: noun for noun, plural in words_of("inflection.yaml")["plurals"].items()}
    first |= {word: family[0] for family in listed["families"] for word in family}
    return first, tuple(listed["endings"])


def _cut(word: str) -> str:
    for ending in _lists()[1]:
        left = len(word) - len(ending)
        if word.endswith(ending) and left >= _SHORTEST + (len(ending) >= _LONG_ENDING):
            return word[:left]
    return word


@functools.lru_cache(maxsize=65536)
def word_family(word: str) -> str:
    """Return the name of a word's family; a word that is like no other is its own.

    >>> word_family("Killings") == word_family("killed"), word_family("gunfire") == word_family("shot")
    (True, True)
    """
    first, _ = _lists()
    plain = word.lower()
    known = first.get(plain, plain)
    stem = _cut(known)
    if len(stem) > _SHORTEST and stem[-1] == stem[-2]:
        stem = stem[:-1]
    return stem.rstrip("eyi") or known


def families(words: Iterable[str]) -> tuple[str, ...]:
    """Return the families of the words that say something, in order."""
    return tuple(word_family(word) for word in words if word.lower() not in SMALL)


def words_in(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """Return the words of a stretch of text, without marks and possessive endings."""
    return [token.text for token in tokens(text, start, end) if token.is_word]
