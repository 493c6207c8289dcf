"""The words of each side of a contradiction."""

from collections.abc import Iterable

from rashomon.model.ledger import Contradiction, Position
from rashomon.model.sources import Article
from rashomon.store.contract import Questions
from rashomon.store.views import Quote

#: Characters of the article shown on either side of a position's words.
_REACH = 160


def quote_of(position: Position, article: Article) -> Quote:
    """Return a position's words with what stands around them on the same line, cut between words."""
    text, start, end = article.text, position.start, position.end
    first = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    last = min(found if (found := text.find("\n", end)) >= 0 else len(text), end + _REACH)
    if first and not text[first - 1].isspace():
        first = min(found + 1 if (found := text.find(" ", first, start)) >= 0 else start, start)
    if last < len(text) and not text[last].isspace():
        last = max(text.rfind(" ", end, last), end)
    return Quote(article.id, start, end, text[start:end], text[first:last])


def quotes_of(ledger: Questions, found: Iterable[Contradiction]) -> dict[Position, Quote]:
    """Return the words of every position out of its article; a position whose article is gone has none."""
    positions = [position for one in found for position in one.positions]
    articles = ledger.pages.articles(sorted({position.article_id for position in positions}))
    return {one: quote_of(one, articles[one.article_id]) for one in positions if one.article_id in articles}
