"""The articles that hold the words of a question."""

import numpy as np
from sqlalchemy import Connection, select

from rashomon.store.fulltext import snippet
from rashomon.store.lines import article_lines
from rashomon.store.search.found import Found
from rashomon.store.search.hits import expression
from rashomon.store.search.views import ArticleHit
from rashomon.store.search.words import words_in
from rashomon.store.tables import articles
from rashomon.store.withheld import blot_whole
from rashomon.store.withholding import hidden_in

#: Of more hits than this none is the best: the newest come first.
RANKED_AT_MOST = 10_000
#: A hit in the title weighs four in the text.
_BEST_FIRST = "SELECT rowid FROM article_index WHERE article_index MATCH ? ORDER BY bm25(article_index, 4.0, 1.0), rowid"


def found_articles(connection: Connection, found: Found, size: int, skip: int) -> tuple[tuple[ArticleHit, ...], bool]:
    """Return a page of the articles that hold the words, best first, and whether they stand newest first instead."""
    wanted = None if found.asked is None else expression(found.asked)
    number = int(found.articles.sum()) + len(found.new)
    if not number:
        return (), False
    newest = wanted is None or number > RANKED_AT_MOST
    numbers = _newest(found) if newest or wanted is None else _best(connection, found, wanted)
    page = _own_first(found, numbers)[skip : skip + size]
    asked = select(articles.c.number, articles.c.id, articles.c.text).where(articles.c.number.in_(page), articles.c.current)
    rows = {row.number: row for row in connection.execute(asked)}
    lines = article_lines(connection, (row.id for row in rows.values()))
    terms = tuple(words.term for words in words_in(found.asked))
    hidden = hidden_in(connection, lines)
    shown = [(rows[at].id, rows[at].text) for at in page if at in rows]
    texts = {one: blot_whole(text, hidden[one].names) if one in hidden else text for one, text in shown}
    return tuple(ArticleHit(lines[one], snippet(texts[one], terms)) for one, _ in shown), newest


def _own_first(found: Found, numbers: list[int]) -> list[int]:
    """Return articles in their order, those that the question's own words find before those by words of a like meaning."""
    if found.first is None:
        return numbers
    own = set(found.columns.article_number[found.first.articles].tolist())
    return sorted(numbers, key=lambda number: number not in own)


def _best(connection: Connection, found: Found, wanted: str) -> list[int]:
    allowed = set(found.columns.article_number[found.articles].tolist()) | found.new
    return [row[0] for row in connection.exec_driver_sql(_BEST_FIRST, (wanted,)).cursor.fetchall() if row[0] in allowed]


def _newest(found: Found) -> list[int]:
    columns, at = found.columns, np.flatnonzero(found.articles)
    order = at[np.argsort(-columns.article_day[at].astype(np.int64), kind="stable")]
    return [*sorted(found.new, reverse=True), *columns.article_number[order].tolist()]
