"""The lists of the coder made ready: which verb or noun, with which words around it, has which CAMEO code."""

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import yaml

from rashomon.extraction.phrases import Form, noun_forms, plain_words, verb_forms, word_file, words_of
from rashomon.lists.listfile import LOADER

#: A code that says: these words name no event.
NO_CODE = "none"


class Manner(StrEnum):
    """What a listed word does to an act that follows it; ``PLAIN`` words name an act themselves."""

    PLAIN = "plain"
    CONSIDER = "consider"
    SAY = "say"
    AGREE = "agree"
    VOW = "vow"
    DEMAND = "demand"
    APPEAL = "appeal"
    REJECT = "reject"
    THREATEN = "threaten"
    ACCUSE = "accuse"
    SUPPORT = "support"
    INVESTIGATE = "investigate"
    CARRY = "carry"
    END = "end"
    RESTORE = "restore"


#: CAMEO codes of the operators where their content has none.
MANNER_CODES = {
    Manner.CONSIDER: "014",
    Manner.SAY: "010",
    Manner.AGREE: "030",
    Manner.VOW: "030",
    Manner.DEMAND: "100",
    Manner.APPEAL: "020",
    Manner.REJECT: "120",
    Manner.THREATEN: "130",
    Manner.ACCUSE: "111",
    Manner.SUPPORT: "051",
    Manner.INVESTIGATE: "090",
}

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words around a verb and the code they give it; ``&name`` stands for a word of a set. ``ours`` beat the others."""

    before: Words
    after: Words
    code: str
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Sense:
    """What a verb may mean: its manners, its code alone (``None``: none) and its codes with words around it."""

    verb: str
    manners: frozenset[Manner]
    code: str | None
    ours: bool
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A spelled form: the words it is made of, which form its first word is in, and the verb's sense."""

    words: Words
    form: Form
    sense: Sense


@functools.cache
def coder_list(name: str) -> Any:  # noqa: ANN401 - each list has a form of its own
    """Return a list of the folder ``words/coder``; every value is a string."""
    return yaml.load(word_file(f"coder/{name}"), Loader=LOADER)  # noqa: S506 - makes nothing but strings


@functools.lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """Return a word without its plural ending, so that a list needs one form only; not always a word of English.

    >>> singular("countries"), singular("troops"), singular("crisis"), singular("men")
    ('country', 'troop', 'crisis', 'man')
    """
    if word.endswith("men") and len(word) > 2:  # noqa: PLR2004 - "men" itself
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - "dies", "ties"
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:  # noqa: PLR2004 - "gas"
        return word[:-1]
    return word


def stems(words: Iterable[str]) -> Words:
    """Return the words without plural endings."""
    return tuple(singular(word) for word in words)


@functools.cache
def word_sets() -> Mapping[str, frozenset[Words]]:
    """Return the sets of words that patterns name."""
    return {
        f"&{name}": frozenset(stems(plain_words(word)) for word in words)
        for name, words in coder_list("verbs.yaml")["sets"].items()
    }


@functools.cache
def _irregular() -> Mapping[str, Words]:
    return {**words_of("inflection.yaml")["irregular"], **coder_list("acts.yaml")["irregular"]}


def forms_of(verb: str) -> dict[str, Form]:
    """Return every form of a verb, irregular ones of the coder's own list too.

    >>> forms_of("freeze")["froze"]
    <Form.PAST: 'past'>
    """
    forms = verb_forms(verb)
    if verb in coder_list("acts.yaml")["doubled"]:
        forms |= {f"{verb}{verb[-1]}ed": Form.PAST, f"{verb}{verb[-1]}ing": Form.GERUND}
    known = _irregular().get(verb)
    if known is None:
        return forms
    kept = {form: kind for form, kind in forms.items() if kind not in (Form.PAST, Form.PARTICIPLE)}
    return {**kept, verb: Form.BASE, known[1]: Form.PARTICIPLE, known[0]: Form.PAST}


def _manners() -> dict[str, set[Manner]]:
    lists = coder_list("acts.yaml")
    found: dict[str, set[Manner]] = {}
    for name, verbs in lists["operators"].items():
        for verb in verbs:
            found.setdefault(verb, set()).add(Manner(name))
    for key, manner in (("carriers", Manner.CARRY), ("enders", Manner.END), ("restorers", Manner.RESTORE)):
        for verb in lists[key]:
            found.setdefault(verb, set()).add(manner)
    return found


def _pattern(phrase: str, code: str) -> Pattern:
    before, star, after = phrase.partition("*")
    sides = (before, after) if star else ("", phrase)
    first, second = (tuple(w if w.startswith("&") else singular(w) for w in side.split()) for side in sides)
    return Pattern(first, second, code)


def _own_patterns() -> dict[str, list[Pattern]]:
    found: dict[str, list[Pattern]] = {}
    for row in coder_list("acts.yaml")["when"]:
        patterns = [Pattern((), stems(plain_words(words)), row["code"], ours=True) for words in row.get("with", ())]
        patterns += [Pattern(stems(plain_words(words)), (), row["code"], ours=True) for words in row.get("before", ())]
        for verb in row["verbs"]:
            found.setdefault(verb, []).extend(patterns)
    return found


def _listed() -> Iterator[tuple[str, str | None, list[Pattern]]]:
    """Yield verb, code alone and patterns of the large list."""
    for row in coder_list("verbs.yaml")["senses"]:
        patterns = [_pattern(phrase, code) for code, phrases in row.get("when", {}).items() for phrase in phrases]
        for code, verbs in row["verbs"].items():
            for verb in verbs:
                yield verb, None if code == NO_CODE else code, patterns


def _senses() -> Iterator[Sense]:
    own = {verb: code for code, verbs in coder_list("acts.yaml")["verbs"].items() for verb in verbs}
    manners, more = _manners(), _own_patterns()
    listed: dict[str, tuple[str | None, list[Pattern]]] = {}
    for verb, code, patterns in _listed():
        first, rest = listed.get(verb, (None, []))
        listed[verb] = (first or code, [*rest, *patterns])
    for verb in sorted({*own, *manners, *more, *listed}):
        code, patterns = listed.get(verb, (None, []))
        every = (*more.get(verb, []), *patterns)
        yield Sense(verb, frozenset(manners.get(verb, ())), own.get(verb, code), verb in own, every)


@functools.cache
def verb_table() -> Mapping[str, tuple[Entry, ...]]:
    """Return the spelled forms of all verbs by their first word, longest first."""
    found: dict[str, list[Entry]] = {}
    for sense in _senses():
        first, *rest = sense.verb.split(" ")
        tail = plain_words(" ".join(rest))
        for form, kind in (
            {"is": Form.THIRD, "are": Form.BASE, "was": Form.PAST, "were": Form.PAST, "be": Form.BASE}
            if first == "be"
            else forms_of(first)
        ).items():
            head = plain_words(form)
            found.setdefault(head[0], []).append(Entry((*head, *tail), kind, sense))
    return {
        word: tuple(sorted(entries, key=lambda entry: (-len(entry.words), not entry.sense.ours)))
        for word, entries in found.items()
    }


@functools.cache
def noun_table() -> Mapping[str, tuple[tuple[Words, str], ...]]:
    """Return the nouns that name an act, singular and plural, by their first word, longest first, with their codes."""
    found: dict[str, list[tuple[Words, str]]] = {}
    for code, nouns in coder_list("acts.yaml")["nouns"].items():
        for noun in nouns:
            for form in noun_forms(noun):
                words = plain_words(form)
                found.setdefault(words[0], []).append((words, code))
    for noun, manner in noun_manners().items():
        for form in noun_forms(noun):
            found.setdefault(form, []).append(((form,), MANNER_CODES[manner]))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in found.items()}


def ended_code(code: str) -> str | None:
    """Return the code of ending what a noun names, ``None`` where ending it is no event."""
    table = coder_list("acts.yaml")["ended"]
    fitting = [start for start in table if code.startswith(start)]
    return str(table[max(fitting, key=len)]) if fitting else None


@functools.cache
def noun_manners() -> Mapping[str, Manner]:
    """Return the nouns that take another act as their content, by their singular."""
    lists = coder_list("acts.yaml")["noun_operators"]
    return {singular(noun): Manner(name) for name, nouns in lists.items() for noun in nouns}


def starts_with(words: Sequence[str], at: int, phrase: Words) -> bool:
    """Return whether the phrase stands at the position."""
    return tuple(words[at : at + len(phrase)]) == phrase
