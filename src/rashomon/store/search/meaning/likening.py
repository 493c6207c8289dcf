"""A question's own words widened by those of a like meaning; quoted words, names of actors and fields stay as they are."""

from dataclasses import dataclass

from rashomon.store.fulltext import folded
from rashomon.store.search.meaning.nearest import Meanings, meanings
from rashomon.store.search.widening import runs_of
from rashomon.store.search.words import Asked, Both, Either, Without, Words

#: Words of a like meaning that are looked for beside one, and words that one entry may have.
NEAR_AT_MOST, LONGEST = 18, 3


@dataclass(frozen=True, slots=True)
class Likened:
    """Words of a question, and those of a like meaning that were looked for too, nearest first."""

    words: str
    others: tuple[str, ...]


def liken(asked: Asked, known: Meanings | None = None) -> tuple[Asked, tuple[Likened, ...]]:
    """Return the question with its words widened by those of a like meaning, and what was widened.

    What must not stand there is not widened: more would be left out than was asked for.
    """
    used: dict[str, Likened] = {}
    return _likened(asked, known or meanings(), used), tuple(used.values())


def _likened(asked: Asked, known: Meanings, used: dict[str, Likened]) -> Asked:
    if isinstance(asked, Words) and not asked.exact:
        return _run((asked,), known, used)[0]
    if isinstance(asked, Either):
        return Either(tuple(_likened(part, known, used) for part in asked.parts))
    if not isinstance(asked, Both):
        return asked
    parts = [part if isinstance(part, Words | Without) else _likened(part, known, used) for part in asked.parts]
    for run in runs_of(asked):
        at = parts.index(run[0])
        parts[at : at + len(run)] = _run(run, known, used)
    return Both(tuple(parts)) if len(parts) > 1 else parts[0]


def _run(run: tuple[Words, ...], known: Meanings, used: dict[str, Likened]) -> list[Asked]:
    """Return words that stand beside each other, the longest entries among them widened, from the left."""
    made: list[Asked] = []
    at = 0
    while at < len(run):
        lengths = range(min(LONGEST, len(run) - at), 0, -1)
        length = next((n for n in lengths if _name(run[at : at + n]) in known), 0)
        made.append(_widened(run[at : at + length], known, used) if length else run[at])
        at += length or 1
    return made


def _name(words: tuple[Words, ...]) -> str:
    return " ".join(token for one in words for token in one.term)


def _widened(words: tuple[Words, ...], known: Meanings, used: dict[str, Likened]) -> Asked:
    """Return some words, each of them or one like it in any order, or one like them together."""
    name = _name(words)
    own = words[0] if len(words) == 1 else Both(tuple(_widened((one,), known, used) for one in words))
    near = dict.fromkeys(folded(word) for word, _ in known.near(name, NEAR_AT_MOST))
    if not near:
        return own
    used[name] = Likened(name, tuple(near))
    return Either((own, *(Words(tuple(word.split()), exact=True) for word in near)))
