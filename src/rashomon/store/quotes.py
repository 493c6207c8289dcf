"""The sentence around evidence words: enough to read them by, no more."""

from rashomon.model.sources import Article, EvidenceSpan
from rashomon.store.views import Quote
from rashomon.text.sentences import sentences

#: Characters of context on either side; a longer sentence is cut between two words.
REACH = 400


def quote(article: Article, span: EvidenceSpan) -> Quote:
    """Return the words of a span with the whole sentences that they touch."""
    begin, end = sentence_bounds(article.text, span.start, span.end)
    return Quote(article.id, span.start, span.end, span.of(article), article.text[begin:end])


def sentence_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentences around a stretch begin and end, at most `REACH` away from it.

    >>> sentence_bounds("It was night. A bomb went off. No one said why.", 16, 20)
    (14, 30)
    """
    lowest, highest = _word_start(text, start), _word_end(text, end)
    touched = [(first, last) for first, last in sentences(text, lowest, highest) if first < end and last > start]
    if not touched:
        return start, end
    return min(start, touched[0][0]), max(end, touched[-1][1])


def _word_start(text: str, start: int) -> int:
    """Return the first beginning of a word within reach before ``start``."""
    lowest = max(0, start - REACH)
    return lowest if lowest == 0 else max(lowest, text.find(" ", lowest, start) + 1)


def _word_end(text: str, end: int) -> int:
    """Return the last end of a word within reach after ``end``."""
    highest = min(len(text), end + REACH)
    return highest if highest == len(text) else max(end, text.rfind(" ", end, highest))
