"""Why the entities of an article are linked as they are."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from rashomon.model.errors import NotFoundError
from rashomon.model.ledger import Reason
from rashomon.store.codec import decode_tuple
from rashomon.store.link_view import LinkView
from rashomon.store.quotes import quote
from rashomon.store.shelf import Shelf, take
from rashomon.store.tables import actor_links, actors, place_links, places
from rashomon.store.withholding import Hidden, hidden_in, reasons_without


def link_views(connection: Connection, article_id: str) -> tuple[LinkView, ...]:
    """Return the links of an article's entities to actors, then to places, each in reading order, with their reasons.

    Raises:
        NotFoundError: the ledger does not hold the article.
    """
    shelf = take(connection, [article_id])
    if article_id not in shelf.articles:
        raise NotFoundError("article", article_id)
    return (*_of(connection, shelf, article_id, of_actors=True), *_of(connection, shelf, article_id, of_actors=False))


def _of(connection: Connection, shelf: Shelf, article_id: str, *, of_actors: bool) -> Iterator[LinkView]:
    link, goal = (actor_links, actors) if of_actors else (place_links, places)
    goal_id = link.c.actor_id if of_actors else link.c.place_id
    asked = select(link.c.key, link.c.score, link.c.reasons, goal.c.id, goal.c.name).join(goal, goal.c.id == goal_id)
    found = connection.execute(asked.where(link.c.article_id == article_id, *((~actors.c.withheld,) if of_actors else ())))
    names = hidden_in(connection, [article_id]).get(article_id, Hidden(frozenset(), frozenset())).names
    rows = [row for row in found if (article_id, row.key) in shelf.mentions]
    for row in sorted(rows, key=lambda row: (shelf.mentions[article_id, row.key].span.start, row.key, -row.score)):
        span = shelf.mentions[article_id, row.key].span
        words = tuple(sorted({mention.text for mention in shelf.readings[article_id].entity(row.key)}))
        reasons = reasons_without(decode_tuple(Reason, row.reasons), names)
        yield LinkView(row.name, row.id, words, row.score, reasons, quote(shelf.articles[article_id], span))
