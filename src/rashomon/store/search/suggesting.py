"""What somebody who types may mean: actors and places whose names begin so."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from rashomon.store.search.columns import Columns
from rashomon.store.tables import actor_names, actors, event_actors
from rashomon.text.folding import fold

#: Suggestions of each kind, and names that are looked through for actors.
AT_MOST, NAMES_AT_MOST = 6, 60
#: What comes after every name that begins so.
_AFTER = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that begins so: ``kind`` is actor or place, ``words`` the spelling that was met, ``id`` of what it names."""

    kind: str
    name: str
    words: str
    id: str


def suggestions(connection: Connection, columns: Columns, begun: str) -> tuple[Suggestion, ...]:
    """Return actors, those in most events first, then places, of which one name begins with what was typed."""
    start = fold(begun)
    if not start:
        return ()
    return (*_actors(connection, start), *_places(columns, start))


def _actors(connection: Connection, start: str) -> list[Suggestion]:
    named = (
        select(actors.c.id, actors.c.name, actor_names.c.words, actor_names.c.rank)
        .join(actor_names, actor_names.c.actor_id == actors.c.id)
        .where(actor_names.c.folded >= start, actor_names.c.folded < start + _AFTER, ~actors.c.withheld)
        .order_by(actor_names.c.rank, func.length(actor_names.c.folded), actors.c.id)
        .limit(NAMES_AT_MOST)
        .cte("named")
    )
    acted = select(func.count()).where(event_actors.c.actor_id == named.c.id)
    found: dict[str, Suggestion] = {}
    for row in connection.execute(select(named).order_by(acted.scalar_subquery().desc(), named.c.name, named.c.rank)):
        found.setdefault(row.id, Suggestion("actor", row.name, row.words, row.id))
    return list(found.values())[:AT_MOST]


def _places(columns: Columns, start: str) -> list[Suggestion]:
    found = (
        Suggestion("place", name, name, place_id)
        for place_id, name in zip(columns.places, columns.place_names, strict=True)
        if name[:1].casefold() == start[:1] and fold(name).startswith(start)
    )
    return sorted(found, key=lambda one: (len(one.name), one.name, one.id))[:AT_MOST]
