"""The patterns of ties made ready, from ``words/relations.yaml``."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rashomon.extraction.phrases import words_of
from rashomon.model.words import Relation

_MACRO = re.compile(r"\{([a-z]+)\}")
#: Ties between a person and a side: of one pair only the first that is found counts.
PERSONAL = frozenset({Relation.LEADS, Relation.ROLE_IN, Relation.MEMBER_OF, Relation.SPOKESMAN_OF})
_LISTED = {"unit": "unit", "kin": "kin"}


@dataclass(frozen=True, slots=True)
class Frame:
    """A pattern over a marked sentence.

    Args:
        words: named groups ``s`` subject, ``o`` object, ``q`` a pronoun and ``w`` a bare word for the other of the two.

        cues: one of these words stands in every sentence that the pattern fits; empty where none is known.

        same: whether subject and object are of one kind.

        subjects, objects: letters of marks that the ends may have; empty means any.

        nominal: whether it names its subject only by a noun ("the group's spokesman").
    """

    relation: Relation
    words: re.Pattern[str]
    cues: frozenset[str] = frozenset()
    same: bool = False
    subjects: str = ""
    objects: str = ""
    nominal: bool = False


@functools.cache
def frames() -> tuple[Frame, ...]:
    """Return all patterns in the order to try."""
    lists = words_of("relations.yaml")
    macros: dict[str, str] = lists["macros"]
    titled = [frame for title in lists["titles"] for frame in _titled(title, lists["frames"], macros)]
    named, nominal = [f for f in titled if not f.nominal], [f for f in titled if f.nominal]
    return (*named, *(_plain(row, macros) for row in lists["patterns"]), *nominal)


@functools.cache
def bare_words() -> frozenset[str]:
    """Return the words that may stand for a side named elsewhere ("police spokesman")."""
    return frozenset(words_of("relations.yaml")["bare"])


def _titled(title: dict[str, Any], kinds: dict[str, list[str]], macros: dict[str, str]) -> Iterator[Frame]:
    words = sorted(title["words"], key=len, reverse=True)
    noun = f"(?:{'|'.join(map(re.escape, words))})"
    cues = frozenset(word for phrase in words for word in phrase.split()[-1:])
    if "frames" in title:
        yield from (Frame(Relation(title["relation"]), re.compile(_filled(row, macros)), cues) for row in title["frames"])
        return
    for name, rows in kinds.items():
        more = {**macros, "t": f"{noun}(?:<n\\d+>)?", "n": f"{noun}(?P<s><n\\d+>)"}
        for row in rows:
            yield Frame(Relation(title["relation"]), re.compile(_filled(row, more)), cues, nominal=name == "nominal")


def _plain(row: dict[str, Any], macros: dict[str, str]) -> Frame:
    cues = frozenset(row.get("cues", ()))
    for flag in _LISTED:
        if row.get(flag):
            cues = frozenset(re.findall(r"[a-z-]{3,}", macros[flag]))
    subjects, objects = row.get("kinds", ("", ""))
    return Frame(
        Relation(row["relation"]), re.compile(_filled(row["pattern"], macros)), cues, bool(row.get("same")), subjects, objects
    )


def _filled(pattern: str, macros: dict[str, str]) -> str:
    """Return the pattern with its macros written out."""
    while _MACRO.search(pattern):
        pattern = _MACRO.sub(lambda found: macros[found[1]], pattern)
    return pattern
