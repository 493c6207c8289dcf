"""What words of a like meaning find beside what a question's own words do."""

from dataclasses import replace

from sqlalchemy import Connection

from rashomon.store.search.answering import lines_at
from rashomon.store.search.articles import found_articles
from rashomon.store.search.found import Found
from rashomon.store.search.views import Beside

#: Events and articles that are shown.
EVENTS, ARTICLES = 10, 5


def beside(connection: Connection, found: Found, like: Found, order: str) -> Beside:
    """Return what only the words of a like meaning find.

    Args:
        connection: to the ledger.

        found: by the question's own words.

        like: by those of a like meaning with them.

        order: of the events.
    """
    more = replace(
        like, events=like.events & ~found.events, articles=like.articles & ~found.articles, new=like.new - found.new, first=None
    )
    numbers = more.columns.number[more.ranked(order)[:EVENTS]].tolist()
    hits, _ = found_articles(connection, more, ARTICLES, 0)
    return Beside(int(more.events.sum()), int(more.articles.sum()) + len(more.new), lines_at(connection, numbers), hits)
