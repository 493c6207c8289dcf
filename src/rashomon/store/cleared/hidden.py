"""What a clearance may not see: captures, their articles and accounts, and the events as the other accounts tell them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Row, select

from rashomon.model.actors import Actor
from rashomon.model.ledger import Event
from rashomon.model.marks import Mark
from rashomon.store.codec import decode
from rashomon.store.publishing.batches import told_shared
from rashomon.store.publishing.marking import restricted_captures
from rashomon.store.publishing.sharing import actors_met_only_in, places_met_only_in, restricted_articles
from rashomon.store.readings import batches
from rashomon.store.tables import actor_links, actors, articles, event_accounts, events
from rashomon.store.views import EventLine
from rashomon.text.folding import fold


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is kept from somebody.

    Args:
        captures, articles, accounts, events: by digest or id; these events only hidden articles tell.

        numbers: row numbers of the hidden articles.

        changed: events that others tell too, as those tell them, by id; ``rows`` the row numbers of those and of hidden events.

        outlets: names that only hidden articles state.

        actors, places: ids of those met in hidden articles only, also where a list has them.

        names: names of other actors that only hidden articles have, each as the actor's id and the name folded.
    """

    captures: frozenset[str]
    articles: frozenset[str]
    numbers: frozenset[int]
    accounts: frozenset[str]
    events: frozenset[str]
    changed: Mapping[str, tuple[Event, EventLine]]
    rows: Mapping[str, int]
    outlets: frozenset[str]
    actors: frozenset[str]
    places: frozenset[str]
    names: frozenset[tuple[str, str]]


def hidden_from(connection: Connection, clearance: Mark) -> Hidden | None:
    """Return what a clearance may not see, ``None`` where it may see everything."""
    digests = restricted_captures(connection, clearance)
    if not digests:
        return None
    ids = restricted_articles(connection, clearance)
    told = _of(connection, ids, event_accounts.c.article_id, event_accounts.c.account_id, event_accounts.c.event_id)
    touched = {row.event_id for row in told}
    rows = {row.id: row.number for row in _of(connection, touched, events.c.id, events.c.number)}
    left, _ = told_shared(connection, list(rows.values()), ids)
    changed = {one.line.id: (one.event, one.line) for one in left}
    held = _of(connection, ids, articles.c.id, articles.c.number, articles.c.outlet)
    return Hidden(
        digests,
        ids,
        frozenset(row.number for row in held),
        frozenset(row.account_id for row in told),
        frozenset(rows.keys() - changed.keys()),
        changed,
        rows,
        _elsewhere_unnamed(connection, {row.outlet for row in held if row.outlet is not None}, ids),
        actors_met_only_in(connection, ids),
        places_met_only_in(connection, ids),
        _names_only_in(connection, ids),
    )


def _of(connection: Connection, ids: Iterable[str], key: Column[Any], *columns: Column[Any]) -> list[Row[*tuple[Any, ...]]]:
    """Return rows of which a column holds one of these."""
    asked = select(key, *columns)
    return [row for some in batches(sorted(ids)) for row in connection.execute(asked.where(key.in_(some)))]


def _elsewhere_unnamed(connection: Connection, outlets: set[str], ids: frozenset[str]) -> frozenset[str]:
    """Return the outlets that no other article names."""
    found = _of(connection, outlets, articles.c.outlet, articles.c.id)
    return frozenset(outlets - {row.outlet for row in found if row.id not in ids})


def _names_only_in(connection: Connection, ids: frozenset[str]) -> frozenset[tuple[str, str]]:
    """Return the names that actors have from these articles alone."""
    met = {row.actor_id for row in _of(connection, ids, actor_links.c.article_id, actor_links.c.actor_id)}
    several = [decode(Actor, row.content) for row in _of(connection, met, actors.c.id, actors.c.content)]
    found: set[tuple[str, str]] = set()
    for actor in several:
        known = {fold(actor.name), *(fold(alias.text) for alias in actor.aliases if alias.source not in ids)}
        found |= {
            (actor.id, fold(alias.text)) for alias in actor.aliases if alias.source in ids and fold(alias.text) not in known
        }
    return frozenset(found)
