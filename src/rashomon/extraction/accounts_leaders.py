"""Tell whether a person holds an office, from the words of and around the name."""

import functools

from rashomon.extraction.clauses import Sentence
from rashomon.extraction.phrases import PhraseTable, noun_entries, words_of
from rashomon.model.reading import Mention

#: Words around a name that may be its title.
_REACH = 6


@functools.cache
def _offices() -> PhraseTable[bool]:
    return PhraseTable(noun_entries(words_of("refinements.yaml")["leaders"], True))


def is_leader(sentence: Sentence, mention: Mention) -> bool:
    """Return whether the mention, or the words right around it, name an office ("Judge X", "X, the mayor of Y")."""
    first, last = sentence.first_word(mention), sentence.after(mention)
    before = max(0, first - 3)
    after = min(len(sentence.words), last + _REACH) if sentence.words[last : last + 1] == (",",) else last
    return bool(_offices().within(sentence.words, before, after))
