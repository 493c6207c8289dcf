"""Where events happen: places with their events by month, the events of one place, and who is said to hold it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, Select, and_, func, select

from rashomon.model.errors import NotFoundError
from rashomon.model.places import Place
from rashomon.model.words import EventType, PlacePrecision, Role
from rashomon.store.codec import decode
from rashomon.store.lines import EVENT_COLUMNS, event_line, event_lines, newest_first
from rashomon.store.pages.views import Hold, MapView, Part, PlaceLine
from rashomon.store.readings import batches
from rashomon.store.tables import actors, event_actors, event_places, events, place_months, places
from rashomon.store.views import EventLine
from rashomon.store.withheld import PRIVATE_PERSON

#: Events on a page of one place's list, and claims of control that one map shows, newest first.
PAGE, HOLDS = 50, 2000
#: Pairs of place and month that a map is given; where there are more, it is given years.
MONTHS_AT_MOST = 20_000
#: Letters of a month, and of its year.
MONTH, YEAR = 7, 4
TAKEN = (EventType.TERRITORY_TAKEN,)
LEFT = (EventType.WITHDRAWAL, EventType.SURRENDER)


@dataclass(frozen=True, slots=True)
class Where:
    """What a map asks for: events of a type, in which an actor has a role, from one month to another ("2031-05")."""

    type: str | None = None
    actor: str | None = None
    first: str | None = None
    last: str | None = None


def map_view(connection: Connection, where: Where) -> MapView:
    """Return the places of the events asked for, most events first, and the claims of control among them."""
    rows = _rows(connection, where)
    months: dict[str, dict[str, int]] = {}
    disputed: dict[str, int] = {}
    for place_id, month, n, quarrelled in rows:
        held = months.setdefault(place_id, {})
        held[month or ""] = held.get(month or "", 0) + n
        disputed[place_id] = disputed.get(place_id, 0) + (quarrelled or 0)
    lines = [_line(row, months[row.id], disputed[row.id]) for row in _places(connection, months)]
    return MapView(tuple(sorted(lines, key=lambda line: (-line.events, line.name, line.id))), _holds(connection, where))


def _rows(connection: Connection, where: Where) -> Sequence[Any]:
    """Return place, month or year, events and disputed events; by year where there are too many months to draw."""
    ask = _counted if where.actor is None else _of_actor
    rows = connection.execute(ask(where, MONTH).limit(MONTHS_AT_MOST + 1)).all()
    return rows if len(rows) <= MONTHS_AT_MOST else connection.execute(ask(where, YEAR)).all()


def _counted(where: Where, letters: int) -> Select[Any]:
    """Ask for counts by place and month (by so many letters of it), out of the table that linking filled."""
    month = _cut(place_months.c.month, letters)
    asked = select(
        place_months.c.place_id,
        month,
        func.sum(place_months.c.events).label("events"),
        func.sum(place_months.c.disputed).label("disputed"),
    ).group_by(place_months.c.place_id, month)
    if where.type is not None:
        asked = asked.where(place_months.c.type == where.type)
    found: Select[Any] = _between(asked, place_months.c.month, where)
    return found


def _acted(actor_id: str | None) -> Select[tuple[str]]:
    """Ask for the events in which an actor has a role; a private person has none, since ids can be guessed from names."""
    asked = select(event_actors.c.event_id).join(actors, actors.c.id == event_actors.c.actor_id)
    return asked.where(event_actors.c.actor_id == actor_id, ~actors.c.withheld)


def _of_actor(where: Where, letters: int) -> Select[Any]:
    """Ask for counts by place and month (by so many letters of it) of the events in which an actor has a role."""
    month = _cut(events.c.month, letters)
    acted = _acted(where.actor)
    asked = (
        select(
            event_places.c.place_id,
            month,
            func.count().label("events"),
            func.sum(events.c.disputed).label("disputed"),
        )
        .join(events, events.c.id == event_places.c.event_id)
        .where(events.c.id.in_(acted))
        .group_by(event_places.c.place_id, month)
    )
    if where.type is not None:
        asked = asked.where(events.c.type == where.type)
    found: Select[Any] = _between(asked, events.c.month, where)
    return found


def _cut(month: Column[Any], letters: int) -> ColumnElement[Any]:
    """Return a month or its year; the month as it stands can be walked in the order of the key."""
    return month if letters == MONTH else func.substr(month, 1, letters)


def _between(asked: Any, month: Any, where: Where) -> Any:  # noqa: ANN401 (a question for rows)
    if where.first is not None:
        asked = asked.where(month >= where.first)
    return asked if where.last is None else asked.where(month <= where.last)


def _places(connection: Connection, ids: Iterable[str]) -> list[Row[Any]]:
    columns = [func.json_extract(places.c.content, f"$.{name}").label(name) for name in ("precision", "lat", "lon")]
    asked = select(places.c.id, places.c.name, places.c.country, *columns)
    return [row for some in batches(sorted(ids)) for row in connection.execute(asked.where(places.c.id.in_(some)))]


def _line(row: Row[Any], months: dict[str, int], disputed: int) -> PlaceLine:
    return PlaceLine(
        row.id,
        row.name,
        row.country,
        PlacePrecision(row.precision),
        row.lat,
        row.lon,
        tuple(sorted(months.items())),
        sum(months.values()),
        disputed,
    )


def _holds(connection: Connection, where: Where) -> tuple[Hold, ...]:
    """Return the newest claims that a place was taken or left, with the best supported place of each."""
    types = [kind for kind in (*TAKEN, *LEFT) if where.type in {None, kind}]
    asked = select(*EVENT_COLUMNS, event_places.c.place_id).join(event_places, event_places.c.event_id == events.c.id)
    asked = _between(asked.where(events.c.type.in_(types), events.c.day.is_not(None)), events.c.month, where)
    if where.actor is not None:
        asked = asked.where(events.c.id.in_(_acted(where.actor)))
    rows = connection.execute(newest_first(asked).limit(HOLDS)).all()
    agents = _agents(connection, [row.id for row in rows])
    found = (Hold(row.place_id, event_line(row), agents.get(row.id, ()), row.type in LEFT) for row in rows)
    return tuple(found)


def _agents(connection: Connection, event_ids: list[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for some in batches(event_ids):
        asked = select(event_actors.c.event_id, actors.c.name, actors.c.withheld)
        asked = asked.join(actors, and_(actors.c.id == event_actors.c.actor_id, event_actors.c.role == Role.AGENT))
        for row in connection.execute(asked.where(event_actors.c.event_id.in_(some)).order_by(actors.c.name)):
            found[row.event_id] = (*found.get(row.event_id, ()), PRIVATE_PERSON if row.withheld else row.name)
    return found


def place_events(connection: Connection, place_id: str, where: Where, page: int) -> tuple[Place, Part[EventLine]]:
    """Return a place and a page of its events, newest first. Raises NotFoundError."""
    content = connection.scalar(select(places.c.content).where(places.c.id == place_id))
    if content is None:
        raise NotFoundError("place", place_id)
    told = select(event_places.c.event_id).where(event_places.c.place_id == place_id)
    which: list[ColumnElement[bool]] = [events.c.id.in_(told)]
    if where.type is not None:
        which.append(events.c.type == where.type)
    if where.actor is not None:
        which.append(events.c.id.in_(_acted(where.actor)))
    asked = _between(select(*EVENT_COLUMNS).where(*which), events.c.month, where)
    total = connection.scalar(_between(select(func.count()).select_from(events).where(*which), events.c.month, where)) or 0
    shown = event_lines(connection, newest_first(asked).limit(PAGE).offset((page - 1) * PAGE))
    return decode(Place, content), Part(shown, page, PAGE, total)
