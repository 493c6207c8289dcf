"""How much two articles speak of one story: their names and words, rare ones above all."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rashomon.linking.copies.shingles import read_text
from rashomon.linking.skeleton import sound_key
from rashomon.model.sources import Article

#: A name in no more articles than this leads from one to the others.
RARE = 40
#: A word in a larger share of all articles than this says nothing.
_EVERYWHERE = 0.2
#: As many articles as it takes for a share to mean something.
_FEW = 20
#: Fewer dated articles than this are weighed by all there are.
MEASURED = 64
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
        product = math.fsum([fewer[word] * fewer[word] for word in fewer.keys() & more.keys()])
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


@dataclass(frozen=True, slots=True)
class Terms:
    """How the names of an article sound, and its words: a function of nothing but the article and who its names are."""

    names: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, article: Article, called: Iterable[str]) -> "Terms":
        """Return the terms of an article and of the names in it."""
        words = frozenset(f"_{word}" for word in _WORD.findall(read_text(article).lower()))
        return cls(frozenset(map(sound_key, called)) - {""}, words)


class Rarities:
    """How rare names and words are among some articles; what none of them has is as rare as what one has.

    Args:
        having: in how many articles each stands.

        articles: how many there are.

        coarse: as in `rarity`.
    """

    def __init__(self, having: Mapping[str, int], articles: int, *, coarse: bool = True) -> None:
        self._telling = rarity(having, articles, coarse=coarse)
        self._often = frozenset(word for word, count in having.items() if count > RARE)
        self._silent = frozenset(having) - self._telling.keys()
        self._new = next(iter(rarity({"": 1}, articles, coarse=coarse).values()), 0.0)

    def story(self, terms: Terms) -> Story:
        """Return what an article of these terms speaks of."""
        told = sorted((terms.names | terms.words) - self._silent)
        weights = {word: self._telling.get(word, self._new) for word in told}
        return Story(terms.names, terms.names - self._often, weights, math.sqrt(math.fsum(w**2 for w in weights.values())))


def counted(several: Iterable[Terms], *, coarse: bool = True) -> Rarities:
    """Return how rare the terms of some articles are among them."""
    listed = list(several)
    return Rarities(Counter(word for terms in listed for word in terms.names | terms.words), len(listed), coarse=coarse)


def measure(days: Iterable[tuple[date | None, str]]) -> frozenset[str]:
    """Return the ids of the articles by which all are weighed: the earliest, as many as the greatest power of two of dated ones.

    So what is printed later changes no weight until there are twice as many. Few articles are weighed by all of them.

    Args:
        days: of each article its first day, ``None`` where none is printed, and its id.
    """
    listed = list(days)
    dated = sorted((day, article_id) for day, article_id in listed if day is not None)
    if len(dated) < MEASURED:
        return frozenset(article_id for _, article_id in listed)
    return frozenset(article_id for _, article_id in dated[: 1 << (len(dated).bit_length() - 1)])


def stories(told: Iterable[tuple[Article, Iterable[str]]], *, coarse: bool = True) -> dict[str, Story]:
    """Return the story of each article by id, weighed by all, from the article and the names in it; ``coarse`` as in `rarity`."""
    terms = {article.id: Terms.of(article, called) for article, called in told}
    rarities = counted(terms.values(), coarse=coarse)
    return {key: rarities.story(own) for key, own in terms.items()}
