"""Say what an event is about, in PLOVER's contexts: by the words of its sentence."""

import functools
from collections.abc import Mapping, Sequence

from rashomon.extraction.coder_words import Words, coder_list, stems
from rashomon.extraction.phrases import plain_words


@functools.cache
def _topics() -> Mapping[str, tuple[Words, ...]]:
    lists = coder_list("contexts.yaml")
    return {name: tuple(stems(plain_words(word)) for word in found) for name, found in lists.items()}


def contexts(words: Sequence[str]) -> tuple[str, ...]:
    """Return the contexts of a sentence, the one with the most words first; of equal ones the rarer topic.

    Args:
        words: of the sentence, in lower case.

    >>> contexts(("voters", "went", "to", "the", "polls", "despite", "the", "curfew"))
    ('election', 'legal')
    """
    normal = stems(words)
    held = {normal[at : at + size] for size in (1, 2, 3, 4) for at in range(len(normal) - size + 1)}
    found = {name: sum(topic in held for topic in topics) for name, topics in _topics().items()}
    order = list(found)
    return tuple(sorted((name for name in found if found[name]), key=lambda name: (-found[name], order.index(name))))
