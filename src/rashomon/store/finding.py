"""Find articles, events and actors by words."""

from collections.abc import Collection

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Integer,
    MetaData,
    Table,
    case,
    column,
    delete,
    func,
    select,
    table,
    text,
)

from rashomon.store.fulltext import Term, match_expression, snippet
from rashomon.store.lines import article_lines
from rashomon.store.tables import actor_names, actors, articles, event_accounts, event_actors, events
from rashomon.store.views import ArticleHit, Named

#: Actors that one answer names.
ACTORS_AT_MOST = 10
#: Events that a text finds; filled for the time of one transaction.
_HITS = Table("hits", MetaData(), Column("number", Integer, primary_key=True), prefixes=["TEMPORARY"])
_FIND_EVENTS = text(
    """
    INSERT OR IGNORE INTO temp.hits
    SELECT events.number FROM article_index
    JOIN articles ON articles.number = article_index.rowid
    JOIN event_accounts ON event_accounts.article_id = articles.id
    JOIN events ON events.id = event_accounts.event_id
    WHERE article_index MATCH :match
    UNION SELECT rowid FROM event_index WHERE event_index MATCH :match
    """
)
_ARTICLE_INDEX = table("article_index", column("rowid"))
#: A hit in the title weighs four in the text.
_BEST_FIRST = text("bm25(article_index, 4.0, 1.0)")


def found_events(connection: Connection, terms: tuple[Term, ...]) -> ColumnElement[bool]:
    """Find the events that found articles tell or whose title, places or actors hold the terms.

    Returns:
        The condition of being one of them, good for this transaction.
    """
    _HITS.create(connection, checkfirst=True)
    connection.execute(delete(_HITS))
    if terms:
        connection.execute(_FIND_EVENTS, {"match": match_expression(terms)})
    return events.c.number.in_(select(_HITS.c.number))


def found_articles(
    connection: Connection, terms: tuple[Term, ...], conditions: Collection[ColumnElement[bool]], size: int, skip: int
) -> tuple[ArticleHit, ...]:
    """Return articles that hold the terms, best first; under conditions, only those that tell such an event."""
    if not terms:
        return ()
    asked = (
        select(articles.c.id)
        .join(_ARTICLE_INDEX, _ARTICLE_INDEX.c.rowid == articles.c.number)
        .where(text("article_index MATCH :match"))
        .order_by(_BEST_FIRST, articles.c.id)
    )
    if conditions:
        told = select(event_accounts.c.article_id).join(events, events.c.id == event_accounts.c.event_id)
        asked = asked.where(articles.c.id.in_(told.where(*conditions)))
    ids = connection.scalars(asked.limit(size).offset(skip), {"match": match_expression(terms)}).all()
    rows = connection.execute(select(articles.c.id, articles.c.text).where(articles.c.id.in_(ids)))
    texts = {row.id: row.text for row in rows}
    lines = article_lines(connection, ids)
    return tuple(ArticleHit(lines[article_id], snippet(texts[article_id], terms)) for article_id in ids)


def found_actors(connection: Connection, terms: tuple[Term, ...]) -> tuple[Named, ...]:
    """Return actors one of whose names holds all terms; whole names first, then those with most events."""
    if not terms:
        return ()
    phrases = [" ".join(term) for term in terms]
    whole = case((actor_names.c.folded == " ".join(phrases), 0), else_=1)
    acted = select(func.count(event_actors.c.event_id.distinct())).where(event_actors.c.actor_id == actors.c.id)
    asked = (
        select(actors.c.id, actors.c.name, actor_names.c.words)
        .join(actor_names, actor_names.c.actor_id == actors.c.id)
        .where(*(actor_names.c.folded.contains(phrase) for phrase in phrases))
        .order_by(whole, acted.scalar_subquery().desc(), actors.c.name, actor_names.c.rank, actor_names.c.folded)
    )
    found: dict[str, Named] = {}
    for row in connection.execute(asked):
        found.setdefault(row.id, Named(row.name, row.words, row.id))
    return tuple(found.values())[:ACTORS_AT_MOST]
