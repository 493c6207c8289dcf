"""Classes of weapons, things and persons by the words of a phrase."""

import functools
import re
from collections.abc import Mapping

from rashomon.extraction.incidents.entities import bare
from rashomon.extraction.incidents.values import ATTACK, BOMBING
from rashomon.extraction.phrases import words_of

_LIST = "incidents.yaml"


@functools.cache
def _patterns(key: str) -> Mapping[str, re.Pattern[str]]:
    """Return one pattern a class of a list; a plural -s is allowed behind each word."""
    classes: Mapping[str, list[str]] = words_of(_LIST)[key]
    return {name: _pattern(tuple(words)) for name, words in classes.items()}


@functools.cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    inner = "|".join(re.escape(" ".join(word.split())) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<![\w-])(?:{inner})s?(?![\w-])")


def has_word(key: str, text: str) -> bool:
    """Whether a word of a flat list stands in a text."""
    return _pattern(tuple(words_of(_LIST)[key])).search(text) is not None


def class_of(key: str, text: str) -> str | None:
    """Return the first class of a list that a phrase has a word of, ``None`` where it has none."""
    return next((name for name, pattern in _patterns(key).items() if pattern.search(text)), None)


def head_class(key: str, text: str) -> str | None:
    """Return the class of a phrase by its last telling word before "of", else by the first class it has a word of."""
    head = re.split(r" (?:of|in|at|on|from|for|with|who|which|that|near|by) |[,(]", bare(text))[0]
    ends = [
        (max(found.end() for found in pattern.finditer(head)), name)
        for name, pattern in _patterns(key).items()
        if pattern.search(head)
    ]
    return max(ends, key=lambda end: end[0])[1] if ends else class_of(key, text)


def unnamed_weapon(kind: str, told: str) -> str | None:
    """Return the class of weapon that the deed alone tells of, in an incident of this kind."""
    if kind == BOMBING:
        return class_of("bombing_deeds", told)
    return class_of("deeds", told) if kind == ATTACK else None
