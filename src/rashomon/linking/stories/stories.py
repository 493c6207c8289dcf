"""How much two articles speak of one story: their names and words, rare ones above all."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.linking.copies.shingles import read_text
from rashomon.linking.skeleton import sound_key
from rashomon.model.sources import Article

#: A name in no more articles than this leads from one to the others.
RARE = 40
#: A word in a larger share of all articles than this says nothing.
_EVERYWHERE = 0.2
#: As many articles as it takes for a share to mean something.
_FEW = 20
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Story:
    """What an article speaks of.

    Args:
        names: how its names sound; ``rare`` are those that few articles have.

        weights: its names and words with the logarithm of their rarity.

        length: square root of the sum of the squared weights.
    """

    names: frozenset[str]
    rare: frozenset[str]
    weights: Mapping[str, float]
    length: float

    def likeness(self, other: "Story") -> float:
        """Return the cosine of the two, 0 to 1."""
        fewer, more = sorted((self.weights, other.weights), key=len)
        product = math.fsum([weight * weight for word, weight in fewer.items() if word in more])
        return product / (self.length * other.length) if product else 0.0


def rarity(having: Mapping[str, int], articles: int, *, coarse: bool = True) -> dict[str, float]:
    """Return the logarithm of how rare each name and word is; those that say nothing are left out.

    Where counts stand for the nearest power of two, an article more changes the weight of few words, all of them its own, and
    only where it makes the articles twice as many does it change that of others.

    Args:
        having: in how many articles each stands.

        articles: how many there are.

        coarse: whether counts stand for the nearest power of two.
    """
    size = _doublings if coarse else math.log2
    whole = size(max(1, articles))
    common = max(_FEW, _EVERYWHERE * 2.0**whole)
    return {word: math.log1p(2.0 ** (whole - size(count))) for word, count in having.items() if count <= common}


def _doublings(count: int) -> float:
    """Return how often one is doubled to come nearest to a count."""
    return round(math.log2(count))


def stories(told: Iterable[tuple[Article, Iterable[str]]], *, coarse: bool = True) -> dict[str, Story]:
    """Return the story of each article by id, from the article and the names in it; ``coarse`` as in `rarity`."""
    names: dict[str, frozenset[str]] = {}
    words: dict[str, frozenset[str]] = {}
    for article, called in told:
        names[article.id] = frozenset(map(sound_key, called)) - {""}
        words[article.id] = frozenset(f"_{word}" for word in _WORD.findall(read_text(article).lower()))
    having = Counter(word for key in names for word in names[key] | words[key])
    telling = rarity(having, len(names), coarse=coarse)
    rare = frozenset(word for word, count in having.items() if count <= RARE)
    made: dict[str, Story] = {}
    for key, called in names.items():
        weights = {word: telling[word] for word in sorted(called | words[key]) if word in telling}
        made[key] = Story(called, called & rare, weights, math.sqrt(math.fsum(weight**2 for weight in weights.values())))
    return made
