"""How deep in a sentence each word stands: 0 in the main clause, more in what hangs on it."""

from collections.abc import Sequence

from rashomon.extraction.coder_words import coder_list


def small(key: str) -> frozenset[str]:
    """Return a list of small words as a set."""
    return _SMALL[key]


_SMALL = {key: frozenset(words) for key, words in coder_list("grammar.yaml").items() if isinstance(words, list)}
MODALS = {word: kind for kind, words in coder_list("grammar.yaml")["modals"].items() for word in words}
#: A clause that opens the sentence ends at the first comma among so many words.
_LEADING_REACH = 30


def is_adverb(word: str) -> bool:
    """Return whether a word, in lower case, stands beside verbs without changing who does what."""
    return word in _SMALL["adverbs"] or (word.endswith("ly") and word not in _SMALL["not_adverbs"])


def depths(words: Sequence[str], says: frozenset[int]) -> tuple[int, ...]:
    """Return for each word how many subordinate clauses it stands in.

    Args:
        words: of one sentence, in lower case.

        says: positions behind verbs whose "that" opens what is said, which counts as no deeper.
    """
    found = [0] * len(words)
    _lead(words, found)
    depth = 0
    for at in range(len(words)):
        word = words[at]
        if word in (",", ";", "—", "--", ")", "-"):
            depth = max(0, depth - 1) if word != ")" else 0
        if word == "(" or _opens(words, at, says):
            depth += 1
        found[at] += depth
    return tuple(found)


def _lead(words: Sequence[str], found: list[int]) -> None:
    """Put the clause or phrase that opens the sentence, up to its comma, one deeper."""
    first = next((at for at, word in enumerate(words) if word[0].isalnum()), 0)
    if not words or words[first] not in _SMALL["leading"]:
        return
    end = next((at for at in range(first, min(len(words), first + _LEADING_REACH)) if words[at] == ","), None)
    for at in range(first, end if end is not None else first):
        found[at] += 1


def _opens(words: Sequence[str], at: int, says: frozenset[int]) -> bool:
    word = words[at]
    if at == 0:
        return False
    if word in _SMALL["relatives"]:
        return True
    if word == "that":
        return at not in says and words[at - 1] not in _SMALL["prepositions"] and words[at - 1] != ","
    return word in _SMALL["openers"]
