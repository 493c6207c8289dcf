"""Rows of the registry and of the links, copies, roots and series that linking made."""

from collections.abc import Iterable

from sqlalchemy import Table

from rashomon.model.actors import Actor
from rashomon.model.ledger import ActorLink, Copy, Linked, PlaceLink
from rashomon.store.codec import encode
from rashomon.store.settling import Row
from rashomon.store.tables import actor_links, actor_names, actors, copies, place_links, places, roots, series
from rashomon.store.withheld import is_withheld
from rashomon.text.folding import fold


def registry_rows(linked: Linked) -> dict[Table, list[Row]]:
    """Return the rows of the actors with all their names, and of the places."""
    return {
        actors: [_actor(actor) for actor in linked.actors],
        actor_names: [row for actor in linked.actors for row in _names(actor)],
        places: [
            {"id": place.id, "name": place.name, "country": place.country, "content": encode(place)} for place in linked.places
        ],
    }


def _actor(actor: Actor) -> Row:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "content": encode(actor),
        "withheld": is_withheld(actor),
    }


def _names(actor: Actor) -> Iterable[Row]:
    """Return a row for every folded name of an actor, under the best of its ranks."""
    ranked = [(0, actor.name), *((2 if alias.ambiguous else 1, alias.text) for alias in actor.aliases)]
    best: dict[str, Row] = {}
    for rank, words in sorted(ranked, key=lambda pair: pair[0]):
        best.setdefault(fold(words), {"folded": fold(words), "actor_id": actor.id, "words": words, "rank": rank})
    return (row for name, row in best.items() if name)


def link_rows(linked: Linked) -> dict[Table, list[Row]]:
    """Return the rows of the links of entities, the copies, the roots and the series."""
    return {
        actor_links: [_reasoned(link, actor_links) for link in linked.actor_links],
        place_links: [_reasoned(link, place_links) for link in linked.place_links],
        copies: [_reasoned(copy, copies) for copy in linked.copies],
        roots: [{"id": root.id, "kind": root.kind, "name": root.name, "content": encode(root)} for root in linked.roots],
        series: [{"id": one.id, "length": len(one.figures), "content": encode(one)} for one in linked.series],
    }


def _reasoned(decided: ActorLink | PlaceLink | Copy, table: Table) -> Row:
    """Return the row of a link or copy: its fields as they are, its reasons as JSON."""
    row = {column.name: getattr(decided, column.name) for column in table.columns}
    return row | {"reasons": encode(decided.reasons)}
