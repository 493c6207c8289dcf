"""Which words around a verb fit which pattern of the lists."""

from collections.abc import Sequence

from rashomon.extraction.clauses import Sentence
from rashomon.extraction.coder_acts import Act
from rashomon.extraction.coder_clauses import small
from rashomon.extraction.coder_words import Pattern, Words, word_sets
from rashomon.extraction.phrases import Form

#: How many words behind a verb a pattern may reach, and how many between two of its words.
_REACH = 12
_GAP = 6
#: How many words before it.
_BACK = 7
#: Words that end a clause; the first few of the openers also stand inside one.
_ENDS = (small("relatives") | small("openers") | {";", ":", "—", "("}) - {"as", "like", "so", "even", "during"}
_FINITE = (Form.PAST, Form.THIRD)


def reach_of(sentence: Sentence, acts: Sequence[Act], number: int) -> int:
    """Return the position behind a verb where another clause begins, and with it other words."""
    act = acts[number]
    end = min(len(sentence.words), act.last + _REACH)
    for at in range(act.last, end):
        following = sentence.words[at + 1] if at + 1 < end else "and"
        if sentence.words[at] in _ENDS or (
            sentence.words[at] == "," and at > act.last + 1 and following not in ("and", "the", "a")
        ):
            return at
    for other in acts[number + 1 :]:
        if not other.noun and other.first < end and other.form in _FINITE and not other.infinitive:
            return max(act.last, other.group)
    return end


def best_pattern(patterns: Sequence[Pattern], normal: Words, act: Act, limit: int) -> Pattern | None:
    """Return the pattern that fits with the most words, ours before the others; ``None`` where none does."""
    best: tuple[float, Pattern] | None = None
    for pattern in patterns:
        reach = _fit(pattern, normal, act, limit)
        if reach is None:
            continue
        score = 10.0 * pattern.ours + len(pattern.before) + len(pattern.after) - 0.05 * reach
        if best is None or score > best[0]:
            best = (score, pattern)
    return best[1] if best is not None else None


def _fit(pattern: Pattern, normal: Words, act: Act, limit: int) -> int | None:
    """Return how many words the pattern reaches over, ``None`` where it does not fit."""
    at = act.last
    for word in pattern.after:
        found = _find(word, normal, at, min(limit, at + (_REACH if at == act.last else _GAP)))
        if found is None:
            return _behind_passive(pattern, normal, act)
        at = found
    back = act.first
    for word in reversed(pattern.before):
        found = _find_back(word, normal, max(0, back - _BACK), back)
        if found is None:
            return None
        back = found
    return (at - act.last) + (act.first - back)


def _behind_passive(pattern: Pattern, normal: Words, act: Act) -> int | None:
    """The object of a passive stands before the verb."""
    if not act.passive or len(pattern.after) != 1 or pattern.before:
        return None
    found = _find_back(pattern.after[0], normal, max(0, act.group - _BACK), act.group)
    return None if found is None else act.group - found


def _find(word: str, normal: Words, first: int, last: int) -> int | None:
    """Return the position behind the first occurrence of a word or a word of a set."""
    if not word.startswith("&"):
        return next((at + 1 for at in range(first, last) if normal[at] == word), None)
    phrases = word_sets().get(word, frozenset())
    for at in range(first, last):
        for size in (3, 2, 1):
            if normal[at : at + size] in phrases:
                return at + size
    return None


def _find_back(word: str, normal: Words, first: int, last: int) -> int | None:
    for at in range(last - 1, first - 1, -1):
        found = _find(word, normal, at, at + 1)
        if found is not None and found <= last:
            return at
    return None
