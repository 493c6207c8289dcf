"""What the entities of some articles are linked to, and which event and root their accounts have.

Links are read from the index of their key alone, and names and roots once for all articles: joined row by row they would cost as
much as all else that is read of an article.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Column, Connection, Table, select

from rashomon.store.frames.registered import Known, Registered, Source
from rashomon.store.frames.values import among, fetched
from rashomon.store.tables import actor_links, actors, event_accounts, place_links, places

NO_SOURCE: Source = (None, None, None)
#: Article, key and goal of a link.
_Link = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Linked:
    """Of some articles, the best link of each entity by article and key; ``private`` are those that name private persons."""

    actors: Mapping[str, dict[str, Known]]
    places: Mapping[str, dict[str, Known]]
    private: frozenset[str]


@dataclass(frozen=True, slots=True)
class Told:
    """Of the accounts of some articles, by account, the event and the root, and the article of each."""

    events: Mapping[str, str]
    roots: Mapping[str, Source]
    articles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Links:
    """Links of one kind, and the registry that they lead to."""

    table: Table
    goal: Column[str]
    registry: Table

    def of(self, connection: Connection, ids: tuple[str, ...]) -> Sequence[_Link]:
        """Return the links of these articles, sorted."""
        columns = (self.table.c.article_id, self.table.c.key, self.goal)
        return fetched(connection, select(*columns).where(among(self.table.c.article_id, ids)).order_by(*columns))

    def best(self, connection: Connection, links: Iterable[_Link], known: Mapping[str, Known]) -> dict[str, dict[str, Known]]:
        """Return what stands for each entity, by article and key: the best scored link, of equals the first by name."""
        found: dict[str, dict[str, Known]] = {}
        several: set[str] = set()
        for article_id, key, to in links:
            of = found.setdefault(article_id, {})
            if key in of:
                several.add(article_id)
            of[key] = known[to]
        return found | self._weighed(connection, several, known) if several else found

    def _weighed(self, connection: Connection, ids: Collection[str], known: Mapping[str, Known]) -> dict[str, dict[str, Known]]:
        """Return the best links of articles in which an entity has several."""
        asked = select(self.table.c.article_id, self.table.c.key, self.goal)
        asked = asked.join(self.registry, self.registry.c.id == self.goal).where(among(self.table.c.article_id, sorted(ids)))
        found: dict[str, dict[str, Known]] = {}
        for article_id, key, to in fetched(connection, asked.order_by(self.table.c.score.desc(), self.registry.c.name)):
            found.setdefault(article_id, {}).setdefault(key, known[to])
        return found


_TO_ACTORS = _Links(actor_links, actor_links.c.actor_id, actors)
_TO_PLACES = _Links(place_links, place_links.c.place_id, places)


def linked_entities(connection: Connection, ids: tuple[str, ...], registered: Registered) -> Linked:
    """Return what the entities of these articles are linked to."""
    whom, where = _TO_ACTORS.of(connection, ids), _TO_PLACES.of(connection, ids)
    people, private = registered.actors(connection, {to for _, _, to in whom})
    at = registered.places(connection, {to for _, _, to in where})
    return Linked(
        _TO_ACTORS.best(connection, whom, people),
        _TO_PLACES.best(connection, where, at),
        frozenset([article_id for article_id, _, to in whom if to in private]) if private else frozenset(),
    )


def told_accounts(connection: Connection, ids: tuple[str, ...], registered: Registered) -> Told:
    """Return which event and root each account of these articles has."""
    columns = (event_accounts.c[name] for name in ("article_id", "account_id", "event_id", "root_id"))
    rows = fetched(connection, select(*columns).where(among(event_accounts.c.article_id, ids)))
    known = registered.roots(connection, {root_id for *_, root_id in rows if root_id is not None})
    return Told(
        {account_id: event_id for _, account_id, event_id, _ in rows},
        {account_id: known.get(root_id, NO_SOURCE) for _, account_id, _, root_id in rows},
        {account_id: article_id for article_id, account_id, _, _ in rows},
    )
