"""Words in names that mean something of their own: honorifics, legal forms, nicknames, spellings of one name, generic words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.lists.listfile import Entry, entries, shipped
from rashomon.text.folding import fold

#: Legal forms that mean something; two names that bear forms of different families name two companies.
_FAMILIES = ("limited", "stock", "partnership", "association")
#: A legal form that agrees with every other.
WEAK_FORM = "company"


@dataclass(frozen=True, slots=True)
class NameWords:
    """The tables of `name_words.yaml`.

    Args:
        forms: the family of each legal form, by its folded words ("joint stock company" is "stock").

        generations: one mark for each mark of a generation ("junior" is "jr").

        abbreviations: the full word for each abbreviation or other spelling.

        generic, common: words of organisations and of persons that tell little by themselves.

        spellings, nicknames: for each word the numbers of the groups it is in.
    """

    honorifics: frozenset[str]
    forms: Mapping[str, str]
    generations: Mapping[str, str]
    abbreviations: Mapping[str, str]
    generic: frozenset[str]
    common: frozenset[str]
    spellings: Mapping[str, frozenset[int]]
    nicknames: Mapping[str, frozenset[int]]


def _groups(entry: Entry) -> list[list[str]]:
    """The groups of an entry: lines, and parts of lines between commas; the hyphens of phrases become spaces."""
    lines = (part for line in entry.texts("groups") for part in line.split(","))
    return [[fold(word) for word in line.split()] for line in lines]


def _words(entry: Entry) -> frozenset[str]:
    return frozenset(fold(word) for line in entry.texts("words") for word in line.split())


def _numbered(groups: Iterable[Iterable[str]]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(groups):
        for word in group:
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _first(groups: Iterable[list[str]]) -> dict[str, str]:
    return {word: group[0] for group in groups for word in group}


@cache
def load_name_words() -> NameWords:
    """Read the shipped words. Raises ListError where the file is broken."""
    read = {entry.name: entry for entry in entries(shipped("name_words.yaml")[0])}
    for entry in read.values():
        entry.only(("words", "groups"))
    spellings = _numbered(_groups(read["spellings"]))
    common = _words(read["common"])
    often = frozenset(number for word in common for number in spellings.get(word, ()))
    forms = {form: family for family in (*_FAMILIES, WEAK_FORM) for group in _groups(read[family]) for form in group}
    return NameWords(
        honorifics=_words(read["honorifics"]),
        forms=forms,
        generations=_first(_groups(read["generations"])),
        abbreviations={group[0]: group[-1] for group in _groups(read["abbreviations"])},
        generic=_words(read["generic"]),
        common=frozenset(word for word in {*spellings, *common} if word in common or spellings[word] & often),
        spellings=spellings,
        nicknames=_numbered(_groups(read["nicknames"])),
    )
