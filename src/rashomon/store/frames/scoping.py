"""Which events and articles a selection lets be told."""

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Engine, select

from rashomon.store.database import reading
from rashomon.store.frames.contract import Scope
from rashomon.store.frames.values import among
from rashomon.store.publishing.contract import Selection
from rashomon.store.publishing.sharing import restricted_articles
from rashomon.store.search.searching import Searching
from rashomon.store.tables import articles, event_accounts, events
from rashomon.store.views import Question


def scope_of(engine: Engine, search: Callable[[], Searching], selection: Selection) -> Scope:
    """Return the part of a ledger that a selection means; all of it where nothing narrows and no capture is restricted."""
    question = replace(selection.question, page=1, size=50, order="newest")
    with reading(engine) as connection:
        hidden = restricted_articles(connection, selection.clearance)
    if question == Question():
        return Scope(hidden=hidden, clearance=selection.clearance)
    finder = search()
    numbers, held = finder.numbers(question), finder.article_numbers(question)
    with reading(engine) as connection:
        chosen = tuple(connection.scalars(select(events.c.id).where(among(events.c.number, tuple(numbers)))))
        telling = select(event_accounts.c.article_id).where(among(event_accounts.c.event_id, chosen)).distinct()
        holding = select(articles.c.id).where(articles.c.current, among(articles.c.number, tuple(held)))
        told = frozenset(connection.scalars(telling)) | frozenset(connection.scalars(holding))
    return Scope(frozenset(chosen), told - hidden, hidden, selection.clearance)
