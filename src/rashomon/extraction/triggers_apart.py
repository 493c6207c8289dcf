"""Tell a deed from another one that it answers or follows ("an attack in retaliation for air strikes")."""

import functools

from rashomon.extraction.clauses import Sentence
from rashomon.extraction.phrases import verb_entries, words_of
from rashomon.extraction.triggers_lists import plain_list

#: Words between "retaliation" and what it is for, at most.
_REACH = 6


def parted(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether words between two positions say that one deed answers or follows another."""
    return not plain_list("parting").isdisjoint(sentence.words[first:last])


def is_reason(sentence: Sentence, at: int) -> bool:
    """Return whether the deed named at a position is only what another one answers; whose that is the sentence does not say."""
    return not plain_list("answering").isdisjoint(sentence.words[max(0, at - _REACH) : at])


@functools.cache
def answers() -> frozenset[str]:
    """Return the forms of verbs whose subject only answers violence, speaks of it or beats it back ("condemned", "repelled")."""
    lists = words_of("refinements.yaml")
    forms = (words for words, _, _ in verb_entries((*lists["answers"], *lists["suffers"]), None))
    return frozenset(words[0] for words in forms if len(words) == 1)
