"""The PLOVER sectors of a role: "deputy defence minister" is GOV and MIL, "former minister" ELI, "taxi drivers" CVL."""

import functools
from collections.abc import Mapping, Sequence

from rashomon.extraction.coder_actors import role_sector
from rashomon.extraction.coder_words import coder_list, stems
from rashomon.extraction.phrases import plain_words

#: One or two sectors, the main one first; empty where words name no role.
Sectors = tuple[str, ...]
#: Of several words that name a role the first of these counts.
ORDER = (
    *("PRM", "REB", "COP", "SPY", "MIL", "REF", "JUD", "LEG", "OPP", "EDU", "JRN", "MED", "NGO", "LAB", "AGR", "BUS", "CRM"),
    *("REL", "PTY", "GOV", "ELI", "BUD", "HIN", "JEW", "CHR", "MOS", "CVL"),
)
_LONGEST = 6


@functools.cache
def _phrases() -> Mapping[tuple[str, ...], Sectors]:
    lists = coder_list("agents.yaml")["phrases"]
    return {stems(plain_words(phrase)): tuple(sectors.split()) for sectors, found in lists.items() for phrase in found}


@functools.cache
def _words() -> Mapping[str, str]:
    lists = coder_list("agents.yaml")["words"]
    return {stems(plain_words(word))[0]: sector for sector, found in lists.items() for word in found}


@functools.cache
def _former() -> frozenset[str]:
    return frozenset(coder_list("actors.yaml")["former"])


@functools.cache
def _unknown() -> frozenset[tuple[str, ...]]:
    return frozenset(stems(plain_words(text)) for text in coder_list("agents.yaml")["unknown"])


def is_somebody(words: Sequence[str]) -> bool:
    """Return whether the words mean somebody of whom they say nothing ("he", "a group of men"); they are in lower case."""
    return stems(words) in _unknown()


def is_former(words: Sequence[str]) -> bool:
    """Return whether the words, in lower case, say that a role is over."""
    return any(word in _former() for word in words)


def role_sectors(text: str) -> Sectors:
    """Return the sectors of the role that a text names.

    >>> role_sectors("deputy defence minister"), role_sectors("a former minister"), role_sectors("a cat")
    (('GOV', 'MIL'), ('ELI',), ())
    """
    words = [word for word in plain_words(text) if word not in ("'s", "'")]
    found = _of_words(stems(words))
    return ("ELI",) if found[:1] == ("GOV",) and is_former(words) else found


def _of_words(normal: Sequence[str]) -> Sectors:
    phrases = _phrases()
    for size in range(min(_LONGEST, len(normal)), 1, -1):
        for at in range(len(normal) - size + 1):
            if tuple(normal[at : at + size]) in phrases:
                return phrases[tuple(normal[at : at + size])]
    theirs = role_sector(normal)
    parts = (part for word in normal for part in dict.fromkeys((word, word.rpartition("-")[2])))
    found = {_words()[part] for part in parts if part in _words()} | ({theirs} if theirs is not None else set())
    return tuple(sector for sector in ORDER if sector in found)[:1]
