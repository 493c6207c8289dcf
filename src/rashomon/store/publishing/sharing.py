"""Articles and what linking made, as far as they may be shared: without restricted captures and names of private persons."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from sqlalchemy import Column, Connection, Engine, Select, Table, select

from rashomon.linking.contract import Source
from rashomon.model.ledger import Event, Linked
from rashomon.model.marks import Mark
from rashomon.store.database import reading
from rashomon.store.frames.values import among, given
from rashomon.store.linked import all_linked
from rashomon.store.publishing.marking import restricted_captures
from rashomon.store.readings import batches
from rashomon.store.shelf import take
from rashomon.store.tables import actor_links, actors, articles, event_accounts, events, place_links, readings
from rashomon.store.withholding import contradictions_without


def restricted_articles(connection: Connection, clearance: Mark) -> frozenset[str]:
    """Return the ids of the articles that stand in captures marked above a clearance."""
    digests = sorted(restricted_captures(connection, clearance))
    asked = select(articles.c.id)
    return frozenset(one for some in batches(digests) for one in connection.scalars(asked.where(articles.c.capture.in_(some))))


def actors_met_only_in(connection: Connection, article_ids: Collection[str]) -> frozenset[str]:
    """Return the actors that these articles name and no other does; listed ones too, for that they were met tells of these."""
    return _only_in(connection, actor_links, actor_links.c.actor_id, article_ids)


def actors_unmet(connection: Connection, actor_ids: Collection[str], article_ids: Collection[str]) -> frozenset[str]:
    """Return those of some actors that these articles name and no other does."""
    if not article_ids or not actor_ids:
        return frozenset()
    own = select(given(sorted(actor_ids)).c.value.label("id")).subquery()
    met = select(own.c.id).where(select(actor_links.c.actor_id).where(actor_links.c.actor_id == own.c.id).exists())
    return _not_elsewhere(connection, met, actor_links, actor_links.c.actor_id, article_ids)


def places_met_only_in(connection: Connection, article_ids: Collection[str]) -> frozenset[str]:
    """Return the places that these articles name and no other does."""
    return _only_in(connection, place_links, place_links.c.place_id, article_ids)


def _only_in(connection: Connection, links: Table, goal: Column[str], article_ids: Collection[str]) -> frozenset[str]:
    if not article_ids:
        return frozenset()
    met = select(goal.label("id")).where(among(links.c.article_id, sorted(article_ids))).distinct()
    return _not_elsewhere(connection, met, links, goal, article_ids)


def _not_elsewhere(
    connection: Connection, met: Select[str], links: Table, goal: Column[str], article_ids: Collection[str]
) -> frozenset[str]:
    """Return those of what was met that no other article is linked to; the first other one is enough."""
    one, other = met.subquery(), links.alias("other")
    elsewhere = select(other.c.article_id).where(other.c[goal.key] == one.c.id, ~among(other.c.article_id, sorted(article_ids)))
    return frozenset(connection.scalars(select(one.c.id).where(~elsewhere.exists())))


def shared_sources(engine: Engine, clearance: Mark) -> Iterator[Source]:
    """Yield articles with their readings as people corrected them, names of private persons blotted out, by article id.

    Args:
        engine: of the ledger's file.

        clearance: what is marked above it is left out.
    """
    with reading(engine) as connection:
        hidden = restricted_articles(connection, clearance)
        asked = select(articles.c.id).join(readings, readings.c.article_id == articles.c.id).where(articles.c.current)
        wanted = [one for one in connection.scalars(asked.order_by(articles.c.id)) if one not in hidden]
    for ids in batches(wanted):
        with reading(engine) as connection:
            shelf = take(connection, ids)
        yield from (Source(shelf.articles[one], shelf.readings[one]) for one in ids if one in shelf.readings)


def shared_linked(connection: Connection, clearance: Mark) -> Linked:
    """Return what linking made of the articles that may be shared: private persons are no actors, and no text names them.

    Values of events are left as they are: only their accounts and titles are what may be shared.
    """
    hidden = restricted_articles(connection, clearance)
    made = all_linked(connection)
    private = frozenset(connection.scalars(select(actors.c.id).where(actors.c.withheld))) | actors_met_only_in(connection, hidden)
    told = connection.execute(select(event_accounts.c.account_id, event_accounts.c.article_id))
    gone = frozenset(row.account_id for row in told if row.article_id in hidden)
    titles = {row.id: row.title for row in connection.execute(select(events.c.id, events.c.title))}
    several = (one for one in made.contradictions if not any(side.article_id in hidden for side in one.positions))
    return replace(
        made,
        actors=tuple(actor for actor in made.actors if actor.id not in private),
        actor_links=tuple(one for one in made.actor_links if one.actor_id not in private and one.article_id not in hidden),
        place_links=tuple(one for one in made.place_links if one.article_id not in hidden),
        copies=tuple(one for one in made.copies if hidden.isdisjoint((one.article_id, one.original_id))),
        events=tuple(_told(event, titles[event.id], gone) for event in made.events if not gone.issuperset(event.accounts)),
        contradictions=contradictions_without(connection, several),
    )


def _told(event: Event, title: str, gone: frozenset[str]) -> Event:
    return replace(event, title=title, accounts=tuple(one for one in event.accounts if one not in gone))
