"""The sentence that words stand in, for showing them and for seeing who else is named there."""

import re
from collections.abc import Iterator

from rashomon.model.sources import Article, EvidenceSpan

#: A sentence ends before white space and a capital, quotation mark or bullet; a line ends one anyhow.
_END = re.compile(r"[.!?…]['\"”’)\]]*\s+(?=[^\sa-z\d])|\n")


def sentence(article: Article, span: EvidenceSpan) -> EvidenceSpan:
    """Return the sentence or line around some words."""
    ends = [found.end() for found in _END.finditer(article.text, 0, span.start)]
    start = ends[-1] if ends else 0
    after = _END.search(article.text, max(span.start, span.end - 1))
    end = after.end() if after is not None else len(article.text)
    trimmed = article.text[start:end].rstrip()
    return EvidenceSpan(span.article_id, start, start + len(trimmed))


def sentences(article: Article, start: int, end: int) -> Iterator[EvidenceSpan]:
    """Yield the sentences and lines between two offsets of an article, in reading order, without white space around them."""
    stops = [found.end() for found in _END.finditer(article.text, start, end)]
    for first, last in zip([start, *stops], [*stops, end], strict=True):
        words = article.text[first:last]
        if words.strip():
            begin = first + len(words) - len(words.lstrip())
            yield EvidenceSpan(article.id, begin, begin + len(words.strip()))
