"""Word lists made ready to be looked for: all forms of a verb or noun, and the longest phrase at a place in a text."""

import functools
import hashlib
import importlib.resources
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

import yaml

from rashomon.lists.listfile import LOADER
from rashomon.text.tokens import tokens

V = TypeVar("V")
#: Stands in a phrase for one to three words ("blow _ up").
GAP = "_"
_GAP_WORDS = 3
_VOWELS = "aeiou"
_SHORT = 3


class Form(StrEnum):
    """Which form of a word a phrase begins with."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"
    NOUN = "noun"
    FIXED = "fixed"


def word_file(name: str) -> bytes:
    """Return the bytes of a list in the folder ``words``."""
    return importlib.resources.files("rashomon.extraction").joinpath("words", name).read_bytes()


@functools.cache
def words_of(name: str) -> Any:  # noqa: ANN401 - each list has a form of its own
    """Return a list of the folder ``words``, read once a process; every value is a string ("no", "on", "null" too)."""
    return yaml.load(word_file(name), Loader=LOADER)  # noqa: S506 - makes nothing but strings


@functools.cache
def word_set(name: str, key: str) -> frozenset[str]:
    """Return a flat list of a word file as a set."""
    return frozenset(words_of(name)[key])


def words_digest() -> str:
    """Return a digest of all lists: it changes when one of them does."""
    folder = importlib.resources.files("rashomon.extraction").joinpath("words")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    return hashlib.sha256(b"".join(name.encode() + word_file(name) for name in names)).hexdigest()[:8]


def _doubles(verb: str) -> bool:
    if verb in words_of("inflection.yaml")["doubling"]:
        return True
    vowels = sum(letter in _VOWELS for letter in verb)
    closed = len(verb) >= _SHORT and verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    return closed and vowels == 1


def verb_forms(verb: str) -> dict[str, Form]:
    """Return every form of a verb; where two forms are written alike the later in `Form` wins but for the past.

    >>> sorted(verb_forms("seize"))
    ['seize', 'seized', 'seizes', 'seizing']
    """
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    past, gerund = verb + "ed", verb + "ing"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    elif verb.endswith("ie"):
        past, gerund = verb + "d", verb[:-2] + "ying"
    elif verb.endswith("e"):
        past, gerund = verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing"
    elif _doubles(verb):
        past, gerund = verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    past, participle = words_of("inflection.yaml")["irregular"].get(verb, (past, past))
    pairs = ((verb, Form.BASE), (third, Form.THIRD), (gerund, Form.GERUND), (participle, Form.PARTICIPLE), (past, Form.PAST))
    return dict(pairs)


def noun_forms(noun: str) -> tuple[str, str]:
    """Return the singular and the plural of a noun phrase."""
    head, _, last = noun.rpartition(" ")
    plural = words_of("inflection.yaml")["plurals"].get(last)
    if plural is None and last.endswith("y") and last[-2:-1] not in _VOWELS:
        plural = last[:-1] + "ies"
    if plural is None:
        plural = last + ("es" if last.endswith(("s", "x", "z", "ch", "sh")) else "s")
    return noun, f"{head} {plural}".strip()


def plain_words(phrase: str) -> tuple[str, ...]:
    """Cut a phrase as a text is cut, in lower case, with one kind of apostrophe."""
    found = (token.text.lower().replace("’", "'") for token in tokens(phrase))
    return tuple(found)


def verb_phrases(verb: str) -> Iterable[tuple[tuple[str, ...], Form]]:
    """Yield a verb phrase in every form of its first word."""
    first, *rest = verb.split(" ")
    for form, kind in verb_forms(first).items():
        yield plain_words(" ".join([form, *rest])), kind


@dataclass(frozen=True, slots=True)
class Hit(Generic[V]):
    """A phrase found: it ends before word ``end``; ``form`` is that of its first word."""

    end: int
    form: Form
    value: V


class PhraseTable(Generic[V]):
    """Phrases to look for; of several that begin at a word the longest counts, of equal ones the first that was given."""

    def __init__(self, phrases: Iterable[tuple[tuple[str, ...], Form, V]]) -> None:
        by_first: dict[str, list[tuple[tuple[str, ...], Form, V]]] = {}
        for phrase in phrases:
            if phrase[0]:
                by_first.setdefault(phrase[0][0], []).append(phrase)
        self._by_first = {first: sorted(rows, key=lambda row: (-len(row[0]), GAP in row[0])) for first, rows in by_first.items()}

    def longest(self, words: Sequence[str], at: int) -> Hit[V] | None:
        """Return the longest phrase that begins at word ``at``, ``None`` where there is none."""
        for pattern, form, value in self._by_first.get(words[at], ()):
            end = _match(pattern, words, at)
            if end is not None:
                return Hit(end, form, value)
        return None

    def within(self, words: Sequence[str], first: int, last: int) -> list[tuple[int, Hit[V]]]:
        """Return the phrases that lie between the words, with where they begin, in reading order, none inside another."""
        found: list[tuple[int, Hit[V]]] = []
        at = first
        while at < last:
            hit = self.longest(words, at) if words[at] in self._by_first else None
            if hit is not None and hit.end <= last:
                found.append((at, hit))
                at = hit.end
            else:
                at += 1
        return found


def _match(pattern: tuple[str, ...], words: Sequence[str], at: int) -> int | None:
    """Return where the pattern ends that begins at ``at``, ``None`` where it does not fit."""
    for n, word in enumerate(pattern):
        if word == GAP:
            rest = pattern[n + 1 :]
            ends = (_match(rest, words, at + gap) for gap in range(1, _GAP_WORDS + 1))
            return next((end for end in ends if end is not None), None)
        if word == "_self":
            if at >= len(words) or not words[at].endswith(("self", "selves")):
                return None
        elif at >= len(words) or words[at] != word:
            return None
        at += 1
    return at


def fixed_phrases(phrases: Iterable[str], value: V) -> Iterable[tuple[tuple[str, ...], Form, V]]:
    """Yield phrases exactly as written."""
    return ((plain_words(phrase), Form.FIXED, value) for phrase in phrases)


def verb_entries(verbs: Iterable[str], value: V) -> Iterable[tuple[tuple[str, ...], Form, V]]:
    """Yield verb phrases in all their forms."""
    return ((words, form, value) for verb in verbs for words, form in verb_phrases(verb))


def noun_entries(nouns: Iterable[str], value: V) -> Iterable[tuple[tuple[str, ...], Form, V]]:
    """Yield noun phrases in singular and plural."""
    return ((plain_words(noun), Form.NOUN, value) for one in nouns for noun in noun_forms(one))
