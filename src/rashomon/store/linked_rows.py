"""Rows of the registry and of the links, copies, roots and series that linking made."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table, insert

from rashomon.model.actors import Actor
from rashomon.model.ledger import ActorLink, Copy, Linked, PlaceLink
from rashomon.store.codec import encode
from rashomon.store.tables import actor_links, actor_names, actors, copies, place_links, places, roots, series
from rashomon.text.folding import fold


def fill(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """Insert many rows at once."""
    many = list(rows)
    if many:
        connection.execute(insert(table), many)


def put_registry(connection: Connection, linked: Linked) -> None:
    """Insert the actors with all their names, and the places."""
    fill(
        connection,
        actors,
        ({"id": actor.id, "name": actor.name, "kind": actor.kind, "content": encode(actor)} for actor in linked.actors),
    )
    fill(connection, actor_names, (row for actor in linked.actors for row in _names(actor)))
    fill(
        connection,
        places,
        ({"id": place.id, "name": place.name, "country": place.country, "content": encode(place)} for place in linked.places),
    )


def _names(actor: Actor) -> Iterable[dict[str, Any]]:
    """Return a row for every folded name of an actor, under the best of its ranks."""
    ranked = [(0, actor.name), *((2 if alias.ambiguous else 1, alias.text) for alias in actor.aliases)]
    best: dict[str, dict[str, Any]] = {}
    for rank, words in sorted(ranked, key=lambda pair: pair[0]):
        best.setdefault(fold(words), {"folded": fold(words), "actor_id": actor.id, "words": words, "rank": rank})
    return (row for name, row in best.items() if name)


def put_links(connection: Connection, linked: Linked) -> None:
    """Insert the links of entities, the copies, the roots and the series."""
    fill(connection, actor_links, (_reasoned(link, actor_links) for link in linked.actor_links))
    fill(connection, place_links, (_reasoned(link, place_links) for link in linked.place_links))
    fill(connection, copies, (_reasoned(copy, copies) for copy in linked.copies))
    fill(
        connection,
        roots,
        ({"id": root.id, "kind": root.kind, "name": root.name, "content": encode(root)} for root in linked.roots),
    )
    fill(connection, series, ({"id": one.id, "length": len(one.figures), "content": encode(one)} for one in linked.series))


def _reasoned(decided: ActorLink | PlaceLink | Copy, table: Table) -> dict[str, Any]:
    """Return the row of a link or copy: its fields as they are, its reasons as JSON."""
    row = {column.name: getattr(decided, column.name) for column in table.columns}
    return row | {"reasons": encode(decided.reasons)}
