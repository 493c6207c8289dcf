"""The newest events and articles of an actor. One that is everywhere is walked down from the newest day, not sorted whole."""

from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, exists, func, or_, select

from rashomon.store.lines import newest_first
from rashomon.store.tables import actor_links, articles, event_accounts, event_actors, events, findings

#: From so many events or articles on, walking down from the newest is quicker than sorting them all.
MANY = 3_000


def newest_events(
    connection: Connection, actor_id: str, at_most: int, role: str | None = None, types: frozenset[str] | None = None
) -> tuple[str, ...]:
    """Return the newest events in which an actor has a role, undated ones last.

    Args:
        connection: to the ledger.

        actor_id: of the actor.

        at_most: how many.

        role: only those in which it has this role.

        types: only those of these types.
    """
    roles = () if role is None else (event_actors.c.role == role,)
    acted = select(event_actors.c.event_id).where(event_actors.c.actor_id == actor_id, *roles)
    wanted = () if types is None else (events.c.type.concat("").in_(sorted(types)),)
    if not _is_many(connection, acted):
        return tuple(connection.scalars(newest_first(select(events.c.id).where(events.c.id.in_(acted), *wanted)).limit(at_most)))
    walking = select(events.c.id).where(acted.where(event_actors.c.event_id == events.c.id).exists(), *wanted)
    return walked(connection, walking, events.c.day, events.c.id, at_most)


def newest_told(connection: Connection, told: Select[Any], telling: Select[Any], at_most: int) -> tuple[str, ...]:
    """Return the newest of the events that a source tells, undated ones last.

    Args:
        connection: to the ledger.

        told: asks for them (`event_accounts.event_id`), by the source.

        telling: the same, asked of one event's accounts: no key of the source may be looked up.

        at_most: how many.
    """
    if not _is_many(connection, told):
        return tuple(connection.scalars(newest_first(select(events.c.id).where(events.c.id.in_(told))).limit(at_most)))
    walking = select(events.c.id).where(telling.where(event_accounts.c.event_id == events.c.id).exists())
    return walked(connection, walking, events.c.day, events.c.id, at_most)


def newest_articles(connection: Connection, actor_id: str, at_most: int) -> tuple[str, ...]:
    """Return the newest articles that name an actor, undated ones last."""
    return _articles(connection, actor_id, at_most)


def newest_telling(connection: Connection, actor_id: str, at_most: int) -> tuple[str, ...]:
    """Return the newest articles that hold a claim of an actor or a tie to it, undated ones last."""
    told = exists().where(
        findings.c.article_id == articles.c.id,
        findings.c.kind.in_(("claim", "tie")),
        actor_links.c.article_id == articles.c.id,
        actor_links.c.actor_id.concat("") == actor_id,
        or_(findings.c.key == actor_links.c.key, findings.c.other == actor_links.c.key),
    )
    return _articles(connection, actor_id, at_most, told)


def _articles(connection: Connection, actor_id: str, at_most: int, *holding: ColumnElement[bool]) -> tuple[str, ...]:
    named = select(actor_links.c.article_id).where(actor_links.c.actor_id == actor_id)
    if not _is_many(connection, named):
        asked = select(articles.c.id).where(articles.c.id.in_(named), *holding)
        newest = articles.c.published.is_(None), articles.c.published.desc(), articles.c.id
        return tuple(connection.scalars(asked.order_by(*newest).limit(at_most)))
    # As an expression the actor is no key to look up: each article's few links are, not the actor's many.
    naming = exists().where(actor_links.c.article_id == articles.c.id, actor_links.c.actor_id.concat("") == actor_id)
    walking = select(articles.c.id).where(*(holding or (naming,)))
    return walked(connection, walking, articles.c.published, articles.c.id, at_most)


def _is_many(connection: Connection, asked: Select[Any]) -> bool:
    return connection.scalar(select(func.count()).select_from(asked.limit(MANY).subquery())) == MANY


def walked(
    connection: Connection, asked: Select[Any], day: Column[str | None], key: Column[str], at_most: int
) -> tuple[str, ...]:
    """Return the first so many by the index on the day, then those without one."""
    found = connection.scalars(asked.where(day.is_not(None)).order_by(day.desc(), key).limit(at_most)).all()
    if len(found) == at_most:
        return tuple(found)
    return (*found, *connection.scalars(asked.where(day.is_(None)).order_by(key).limit(at_most - len(found))))
