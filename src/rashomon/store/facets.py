"""The ways to narrow an answer, each with its counts under all the other choices."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from rashomon.store.tables import actors, event_actors, event_places, events
from rashomon.store.views import Facet, FacetValue

#: Actors that the facet shows, besides the chosen one.
ACTORS_AT_MOST = 30
#: A condition on events by the question's field that set it.
Conditions = Mapping[str, ColumnElement[bool]]


def facets(
    connection: Connection, searched: tuple[ColumnElement[bool], ...], conditions: Conditions, chosen: Mapping[str, str | None]
) -> tuple[Facet, ...]:
    """Return the facets month, country, type, status and actor.

    Args:
        connection: to the ledger.

        searched: what the question's text demands of an event.

        conditions: what its other fields demand; a facet's own field does not narrow its counts.

        chosen: the value chosen for each facet, ``None`` where none is.
    """

    def found(name: str, columns: Callable[[ColumnElement[int]], Select[Any]]) -> Facet:
        others = (condition for field, condition in conditions.items() if field != name)
        count = func.count() if name in events.c else func.count(events.c.id.distinct())
        asked = columns(count).where(*searched, *others).order_by(count.desc(), "value")
        return Facet(name, _values(connection, name, asked, chosen.get(name)))

    return (
        found("month", lambda count: _column("month", count)),
        found("country", _countries),
        found("type", lambda count: _column("type", count)),
        found("status", lambda count: _column("status", count)),
        found("actor", _actors),
    )


def _column(name: str, count: ColumnElement[int]) -> Select[Any]:
    """Ask how many events have each value of one of their columns."""
    column = events.c[name]
    return select(column.label("value"), column.label("label"), count.label("events")).where(column.is_not(None)).group_by(column)


def _countries(count: ColumnElement[int]) -> Select[Any]:
    """Ask how many events each country has."""
    column = event_places.c.country
    asked = select(column.label("value"), column.label("label"), count.label("events"))
    return (
        asked.join_from(event_places, events, events.c.id == event_places.c.event_id).where(column.is_not(None)).group_by(column)
    )


def _actors(count: ColumnElement[int]) -> Select[Any]:
    """Ask in how many events each actor has a role."""
    asked = select(actors.c.id.label("value"), actors.c.name.label("label"), count.label("events"))
    joined = asked.join_from(event_actors, events, events.c.id == event_actors.c.event_id)
    return joined.join(actors, actors.c.id == event_actors.c.actor_id).group_by(actors.c.id)


def _values(connection: Connection, name: str, asked: Select[Any], chosen: str | None) -> tuple[FacetValue, ...]:
    """Return a facet's values, most frequent first; the chosen one stays, however rare it is."""
    at_most = ACTORS_AT_MOST if name == "actor" else None
    rows = connection.execute(asked).all()
    return tuple(
        FacetValue(row.value, row.label.replace("_", " "), row.events, row.value == chosen)
        for n, row in enumerate(rows)
        if at_most is None or n < at_most or row.value == chosen
    )
