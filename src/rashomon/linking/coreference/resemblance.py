"""In which respects words that name events are alike: each respect a number for every pair of them, with its name."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.extraction.trained.heads import Floats
from rashomon.linking.coreference.occurrences import Occurrence, Words
from rashomon.linking.families import PRONOUNS

#: Articles further apart than this (days), and sentences of one article, are just far apart.
_FAR_DAYS, _FAR_SENTENCES = 30, 10
_OPENING = 4
#: Marks of which two occurrences may share one or have only others.
_SIDES = ("persons", "places", "names", "numbers", "days", "former", "latter")


@dataclass(frozen=True, slots=True)
class Rarity:
    """How telling a word family is among all articles, and a trigger's family among all stories: logarithms.

    Args:
        words: by family; one that is not there stands in one article only.

        heads: by family of triggers.

        most: of a word in one article only.
    """

    words: Mapping[str, float]
    heads: Mapping[str, float]
    most: float


def rarity(found: Sequence[Occurrence], story_of: Mapping[str, int]) -> Rarity:
    """Count words by article and triggers by story.

    Args:
        found: all occurrences.

        story_of: the story of each article.
    """
    words = Counter(word for _, word in {(one.span.article_id, word) for one in found for word in one.marks["bag"]})
    heads = Counter(head for _, head in {(story_of[one.span.article_id], one.head) for one in found})
    articles, told = len(story_of), len(set(story_of.values()))
    return Rarity(
        words={word: math.log((1 + articles) / (0.5 + count)) for word, count in words.items()},
        heads={head: math.log(told / count) for head, count in heads.items()},
        most=math.log((1 + articles) / 1.5),
    )


@dataclass(frozen=True, slots=True)
class Scenery:
    """What the respects are computed from: occurrences of one story, and how rare words are.

    Args:
        words: how alike the articles of each pair are in their words; ``names`` in their names and rare words.
    """

    found: Sequence[Occurrence]
    words: Floats
    names: Floats
    rarity: Rarity


def _incidence(sets: Sequence[Words], weights: Mapping[str, float] | None = None) -> Floats:
    """Return which word (columns) is in which set (rows), weighed by the square root of its weight."""
    columns = {word: n for n, word in enumerate(sorted(frozenset().union(*sets)))}
    made = np.zeros((len(sets), max(1, len(columns))), dtype=np.float32)
    for row, words in enumerate(sets):
        for word in words:
            made[row, columns[word]] = 1.0 if weights is None else weights.get(word, 0.0)
    return made


def _marked(scenery: Scenery, mark: str) -> list[Words]:
    return [one.marks[mark] for one in scenery.found]


def _shared(sets: Sequence[Words], others: Sequence[Words] | None = None) -> Floats:
    """Return how many words two sets share, of shape (sets, others)."""
    if others is None:
        made = _incidence(sets)
        return made @ made.T
    both = _incidence([*sets, *others])
    return both[: len(sets)] @ both[len(sets) :].T


def _overlap(sets: Sequence[Words]) -> Floats:
    """Return the share of the smaller set that the other has too."""
    sizes = np.array([max(1, len(words)) for words in sets], dtype=np.float32)
    shares: Floats = (_shared(sets) / np.minimum(sizes[:, None], sizes[None, :])).astype(np.float32)
    return shares


def _equal(values: Iterable[object]) -> Floats:
    listed = np.array([hash(value) for value in values])
    equal: Floats = (listed[:, None] == listed[None, :]).astype(np.float32)
    return equal


def _sides(scenery: Scenery, mark: str) -> tuple[Floats, Floats]:
    """Return whether two share a mark, and whether both have only others."""
    sets = _marked(scenery, mark)
    some = np.array([bool(words) for words in sets])
    shared = _shared(sets) > 0
    both = some[:, None] & some[None, :]
    return shared.astype(np.float32), (both & ~shared).astype(np.float32)


def _sentences(scenery: Scenery) -> Floats:
    made = _incidence(_marked(scenery, "bag"), scenery.rarity.words)
    made /= np.linalg.norm(made, axis=1, keepdims=True) + 1e-9
    cosines: Floats = made @ made.T
    return cosines


def _neighbours(scenery: Scenery) -> Floats:
    return _overlap([one.marks["left"] | one.marks["right"] for one in scenery.found])


def _crossed(scenery: Scenery) -> Floats:
    """Whether the entity before one is the entity after the other: "X hit Y", "Y was hit by X"."""
    one = _shared(_marked(scenery, "former"), _marked(scenery, "latter")) > 0
    return (one | one.T).astype(np.float32)


def _days_apart(scenery: Scenery) -> Floats:
    days = np.array([one.published.toordinal() if one.published else -1 for one in scenery.found])
    gaps = np.minimum(np.abs(days[:, None] - days[None, :]), _FAR_DAYS) / _FAR_DAYS
    known = days >= 0
    return np.where(known[:, None] & known[None, :], gaps, 0.0).astype(np.float32)


def _same_article(scenery: Scenery) -> Floats:
    return _equal(one.span.article_id for one in scenery.found)


def _sentences_apart(scenery: Scenery) -> Floats:
    numbers = np.array([one.sentence for one in scenery.found])
    gaps = np.minimum(np.abs(numbers[:, None] - numbers[None, :]), _FAR_SENTENCES) / _FAR_SENTENCES
    within: Floats = (gaps * _same_article(scenery)).astype(np.float32)
    return within


def _titles(scenery: Scenery) -> tuple[Floats, Floats]:
    title = np.array([one.title for one in scenery.found])
    both = title[:, None] & title[None, :]
    return both.astype(np.float32), (title[:, None] != title[None, :]).astype(np.float32)


def _rare(scenery: Scenery) -> Floats:
    rare: Floats = np.array([scenery.rarity.heads.get(one.head, scenery.rarity.most) for one in scenery.found], dtype=np.float32)
    return np.minimum(rare[:, None], rare[None, :])


def _pronouns(scenery: Scenery) -> Floats:
    stands_in = np.array([one.text in PRONOUNS for one in scenery.found], dtype=np.float32)
    return stands_in[:, None] + stands_in[None, :]


def _states(scenery: Scenery) -> Floats:
    states = np.stack([one.state for one in scenery.found])
    return states @ states.T


#: The respects, by name, but for those of `_SIDES`.
RESPECTS: Mapping[str, Callable[[Scenery], Floats]] = {
    "same_text": lambda scenery: _equal(one.text for one in scenery.found),
    "same_family": lambda scenery: _equal(one.head for one in scenery.found),
    "families": lambda scenery: _overlap([one.families for one in scenery.found]),
    "same_opening": lambda scenery: _equal(one.head[:_OPENING] for one in scenery.found),
    "same_article": _same_article,
    "states": _states,
    "sentences": _sentences,
    "neighbours": _neighbours,
    "left": lambda scenery: _overlap(_marked(scenery, "left")),
    "right": lambda scenery: _overlap(_marked(scenery, "right")),
    "before": lambda scenery: _equal(tuple(one.marks["before"]) for one in scenery.found),
    "after": lambda scenery: _equal(tuple(one.marks["after"]) for one in scenery.found),
    "crossed": _crossed,
    "article_words": lambda scenery: scenery.words,
    "article_names": lambda scenery: scenery.names,
    "days_apart": _days_apart,
    "both_titles": lambda scenery: _titles(scenery)[0],
    "one_title": lambda scenery: _titles(scenery)[1],
    "sentences_apart": _sentences_apart,
    "rare": _rare,
    "pronouns": _pronouns,
}
#: The names of all respects, in the order of `respects`.
NAMES = (*RESPECTS, *(f"{how}_{mark}" for mark in _SIDES for how in ("shared", "other")))


def respects(scenery: Scenery) -> Floats:
    """Return all respects of all pairs, of shape (occurrences, occurrences, respects)."""
    layers = [respect(scenery) for respect in RESPECTS.values()]
    layers += [layer for mark in _SIDES for layer in _sides(scenery, mark)]
    return np.stack(layers, axis=2).astype(np.float32)
