"""What an event that sums up many contains, and which sums contain an event. Asked whenever an event is shown."""

from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy import Connection, Select, Table, or_, select

from rashomon.linking.events.containing import Known, contained
from rashomon.model.actors import Actor
from rashomon.model.ledger import Event
from rashomon.model.places import Place
from rashomon.model.words import Role
from rashomon.store.codec import decode
from rashomon.store.containing.tables import IS_SUM
from rashomon.store.lines import EVENT_COLUMNS, event_line, newest_first
from rashomon.store.readings import batches
from rashomon.store.tables import actors, event_actors, event_places, events, places
from rashomon.store.views import ContainedView

T = TypeVar("T")
#: So many events at most are looked at, the newest first.
MOST = 2000


def parts_of(connection: Connection, whole: Event) -> tuple[ContainedView, ...]:
    """Return the single events that a sum contains, newest first; nothing for an event that sums up none."""
    when = whole.date
    if not whole.happenings or when is None or when.first is None or when.last is None:
        return ()
    asked = select(*EVENT_COLUMNS, events.c.content).where(events.c.day.between(when.first.isoformat(), when.last.isoformat()))
    return _contained(connection, asked.where(events.c.id.in_(_like(whole))), whole, is_whole=True)


def wholes_of(connection: Connection, part: Event) -> tuple[ContainedView, ...]:
    """Return the sums that contain a single event, newest first."""
    when = part.date
    if part.happenings or when is None or when.last is None:
        return ()
    asked = select(*EVENT_COLUMNS, events.c.content).where(IS_SUM, events.c.day <= when.last.isoformat())
    return _contained(connection, asked, part, is_whole=False)


def _like(whole: Event) -> Select[tuple[str]]:
    """Ask for the events by the same actors, else of the same countries."""
    by = [one.value for one in whole.agents]
    if by:
        return select(event_actors.c.event_id).where(event_actors.c.actor_id.in_(by), event_actors.c.role == Role.AGENT)
    where = [one.value for one in whole.places]
    countries = select(places.c.country).where(places.c.id.in_(where))
    return select(event_places.c.event_id).where(or_(event_places.c.place_id.in_(where), event_places.c.country.in_(countries)))


def _contained(
    connection: Connection, asked: Select[tuple[object, ...]], event: Event, *, is_whole: bool
) -> tuple[ContainedView, ...]:
    rows = connection.execute(newest_first(asked).limit(MOST)).all()
    others = [decode(Event, row.content) for row in rows]
    known = _known(connection, (event, *others))
    pairs = ((event, other) if is_whole else (other, event) for other in others)
    told = ((row, contained(whole, part, known)) for row, (whole, part) in zip(rows, pairs, strict=True))
    return tuple(ContainedView(event_line(row), reasons) for row, reasons in told if reasons)


def _known(connection: Connection, told: Iterable[Event]) -> Known:
    listed = tuple(told)
    who = {one.value for event in listed for one in (*event.agents, *event.patients)}
    where = {one.value for event in listed for one in event.places}
    return Known(
        {actor.id: actor for actor in _held(connection, actors, Actor, who)},
        {place.id: place for place in _held(connection, places, Place, where)},
    )


def _held(connection: Connection, table: Table, kind: type[T], ids: set[str]) -> Iterable[T]:
    for some in batches(sorted(ids)):
        yield from (decode(kind, content) for content in connection.scalars(select(table.c.content).where(table.c.id.in_(some))))
