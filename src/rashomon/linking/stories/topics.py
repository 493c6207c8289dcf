"""Which articles speak of one story, where a set of articles is looked at as a whole.

The likeness of all pairs is held in memory (8 bytes a pair and kind), so this is for thousands of articles, not for millions.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.extraction.trained.heads import Floats
from rashomon.linking.contract import Source
from rashomon.linking.families import families, words_in
from rashomon.linking.linkage import average_link
from rashomon.linking.stories.stories import stories

#: Articles less alike than this on average tell two stories. Loose: what two words of an article mean is asked one by one.
#: Set on the training parts of ECB+ and of the Gun Violence Corpus.
STORY_AT = 0.1


@dataclass(frozen=True, slots=True)
class Topics:
    """Articles in the order given, how alike they are (articles, articles), and the number of each one's story."""

    words: Floats
    names: Floats
    story: tuple[int, ...]


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


def topics(sources: Sequence[Source], at: float = STORY_AT) -> Topics:
    """Return which articles belong together.

    Args:
        sources: the articles with their readings, each once.

        at: articles less alike than this on average tell two stories.
    """
    told = stories((source.article, _called(source)) for source in sources)
    words = _cosines(_worded(sources))
    names = _cosines([dict(told[source.article.id].weights) for source in sources])
    return Topics(words, names, average_link(np.sqrt(np.maximum(words, 0) * np.maximum(names, 0)), at))
