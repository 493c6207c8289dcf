"""How alike all articles of a set are, in their words and in their names and rare words: what words of events are compared by.

The likeness of all pairs is held in memory (8 bytes a pair and kind), so this is for thousands of articles, not for millions.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from rashomon.extraction.trained.heads import Floats
from rashomon.linking.contract import Source
from rashomon.linking.families import families, words_in
from rashomon.linking.stories.stories import stories


def _cosines(rows: Sequence[dict[str, float]]) -> Floats:
    columns = {word: n for n, word in enumerate(sorted({word for row in rows for word in row}))}
    made = np.zeros((len(rows), max(1, len(columns))), dtype=np.float32)
    for n, row in enumerate(rows):
        for word, weight in row.items():
            made[n, columns[word]] = weight
    made /= np.linalg.norm(made, axis=1, keepdims=True) + 1e-9
    return made @ made.T


def _worded(sources: Sequence[Source]) -> list[dict[str, float]]:
    """Weigh the word families of each article by how often they stand there and in how few others."""
    counted = [Counter(families(words_in(source.article.text))) for source in sources]
    having = Counter(word for counts in counted for word in counts)
    shared = {word: math.log((1 + len(sources)) / count) for word, count in having.items() if count > 1}
    return [{word: (1 + math.log(n)) * shared[word] for word, n in counts.items() if word in shared} for counts in counted]


def _called(source: Source) -> Iterable[str]:
    return (mention.name or mention.text for mention in source.reading.mentions if mention.named)


def article_likeness(sources: Sequence[Source]) -> tuple[Floats, Floats]:
    """Return how alike each two articles are in their words, and in their names and rare words, of shape (articles, articles).

    Args:
        sources: the articles with their readings, each once.
    """
    told = stories(((source.article, _called(source)) for source in sources), coarse=False)
    return _cosines(_worded(sources)), _cosines([dict(told[source.article.id].weights) for source in sources])
