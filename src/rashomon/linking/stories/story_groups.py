"""Group articles by the story they tell: the most likely pairs first, by the mean of all pairs between two groups."""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from rashomon.linking.linkage import average_link
from rashomon.linking.stories.gists import gist
from rashomon.linking.stories.kinship import Kinships
from rashomon.model.sources import Article

#: Groups whose pairs are less likely one story than this, on average, stay two. Set on training parts.
STORY_AT = 0.25
#: A word in no more articles than this leads from one to the others.
RARE = 40
#: As many of the articles that share most rare words are compared with each.
NEAREST = 200
#: Pairs less likely than this count as 0.
_LEAST = 0.005


def near(kinships: Kinships, count: int) -> Iterator[tuple[int, np.ndarray[tuple[int], np.dtype[np.int64]]]]:
    """Yield for each article the later ones worth comparing, those that share most rare words."""
    ones, others = kinships.words.neighbours(RARE)
    pairs, times = np.unique(ones * count + others, return_counts=True)
    starts = np.searchsorted(pairs, np.arange(count + 1) * count)
    for one in range(count):
        mine = slice(starts[one], starts[one + 1])
        found = pairs[mine] % count
        if len(found) > NEAREST:
            found = found[np.argsort(-times[mine], kind="stable")[:NEAREST]]
        if len(found):
            yield one, found


def _likely(kinships: Kinships, count: int) -> dict[int, dict[int, float]]:
    """Return how likely pairs are one story, both ways; those that are unlikely are left out."""
    beside: dict[int, dict[int, float]] = {at: {} for at in range(count)}
    for one, others in near(kinships, count):
        for other, found in zip(others.tolist(), kinships.likelihood(one, others).tolist(), strict=True):
            if found >= _LEAST:
                beside[one][other] = beside[other][one] = found
    return beside


def story_groups(
    articles: Iterable[Article], called: Mapping[str, Iterable[str]] | None = None, at: float = STORY_AT
) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the articles that tell one story, story by story, each sorted; the order of articles does not matter.

    Args:
        articles: each once.

        called: names in them as they sound, by article id, where they are known.

        at: how likely two groups must be one story, on average.
    """
    listed = sorted(articles, key=lambda article: article.id)
    names = called or {}
    kinships = Kinships([gist(article, names.get(article.id, ())) for article in listed])
    groups = average_link(_likely(kinships, len(listed)), at)
    return tuple(sorted(tuple(sorted(listed[at].id for at in group)) for group in groups))
