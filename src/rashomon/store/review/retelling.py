"""Bring one event's own row to what its corrected accounts say, so that lists follow a decision before linking does.

Values are counted as linking counts them (most roots first). What needs the whole ledger waits for linking: which accounts an
event has, its title, its contradictions.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from sqlalchemy import Connection, select, update

from rashomon.linking.events.stating import status_of
from rashomon.model.dates import DateInterval
from rashomon.model.ledger import DateSupport, Event, NameSupport, RangeSupport
from rashomon.model.ranges import Range
from rashomon.model.words import EventType, NumberKind, Status
from rashomon.store.codec import decode, encode
from rashomon.store.event_page import event_page
from rashomon.store.review.scoring import day_of, version_of
from rashomon.store.review.tables import review_queue
from rashomon.store.tables import event_accounts, events
from rashomon.store.views import AccountView, EventView

#: The values of an event that follow from one of its accounts.
_VALUES = {
    "type": ("type", "types"),
    "status": ("status", "statuses"),
    "date": ("dates",),
    "killed": ("killed",),
    "injured": ("injured",),
    "value": ("killed", "injured"),
    "kind": ("killed", "injured"),
    "agents": ("agents",),
    "patients": ("patients",),
    "places": ("places",),
}
#: A value and the ids of the accounts that give it.
_Support = tuple[object, tuple[str, ...]]


def events_of(connection: Connection, target: str, accounts: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the events that a decision is about: the target itself, and those that hold its accounts."""
    ids = (target, *accounts)
    told = select(event_accounts.c.event_id).where(event_accounts.c.account_id.in_(ids))
    own = select(events.c.id).where(events.c.id == target)
    return tuple(sorted({*connection.scalars(told), *connection.scalars(own)}))


def retell(connection: Connection, event_id: str, field: str | None = None) -> None:
    """Write the values that the event's accounts give now; an event of which none is left stays until linking drops it.

    Args:
        connection: in a writing transaction.

        event_id: the event.

        field: the value that was decided on; ``None`` where accounts came or went, so that all may differ.
    """
    view = event_page(connection, event_id)
    if not view.accounts:
        return
    stored = connection.scalar(select(events.c.content).where(events.c.id == event_id))
    told = _retold(decode(Event, stored or ""), view, field)
    day = day_of(told)
    connection.execute(
        update(events)
        .where(events.c.id == event_id)
        .values(
            type=told.type,
            status=told.status,
            date=None if told.date is None else str(told.date),
            day=None if day is None else day.isoformat(),
            month=None if day is None else day.isoformat()[:7],
            killed=encode(tuple(str(version.value) for version in told.killed)),
            accounts=len(view.accounts),
            disputed=view.line.alarms > 0 or told.status in {Status.DISPUTED, Status.DENIED},
            content=encode(told),
        )
    )
    connection.execute(update(review_queue).where(review_queue.c.event_id == event_id).values(digest=version_of(told)))


def _retold(event: Event, view: EventView, field: str | None) -> Event:
    told = _all_retold(event, view)
    if field is not None:
        names = _VALUES.get(field, ())
        return replace(event, **{name: getattr(told, name) for name in names})
    stated = [Status(support.value) for support in event.statuses]
    explained = bool(stated) and status_of(stated) != event.status
    return replace(told, status=event.status) if explained else told


def _all_retold(event: Event, view: EventView) -> Event:
    types = _supported(view, lambda one: (str(one.account.type),))
    return replace(
        event,
        type=EventType(str(types[0][0])),
        status=status_of(one.account.status for one in view.accounts),
        types=_named(types),
        statuses=_named(_supported(view, lambda one: (str(one.account.status),))),
        dates=tuple(
            DateSupport(value, accounts)
            for value, accounts in _supported(view, lambda one: (one.account.date,))
            if isinstance(value, DateInterval)
        ),
        places=_named(_supported(view, lambda one: (place.id for place in one.places))),
        agents=_named(_supported(view, lambda one: (actor.id for actor in one.agents))),
        patients=_named(_supported(view, lambda one: (actor.id for actor in one.patients))),
        killed=_counted(_supported(view, lambda one: (one.account.killed, *_figures(view, one, NumberKind.KILLED)))),
        injured=_counted(_supported(view, lambda one: (one.account.injured, *_figures(view, one, NumberKind.INJURED)))),
    )


def _figures(view: EventView, told: AccountView, kind: NumberKind) -> tuple[Range, ...]:
    own = (one.figure for one in view.figures if one.figure.account == told.account.id and one.figure.kind == kind)
    return tuple(figure.value for figure in own)


def _supported(view: EventView, values: Callable[[AccountView], Iterable[object]]) -> list[_Support]:
    """Return each value that is stated with its accounts: most roots first, then most accounts, then by its words."""
    accounts: dict[object, set[str]] = {}
    roots: dict[object, set[str]] = {}
    for one in view.accounts:
        for value in values(one):
            if value is not None:
                accounts.setdefault(value, set()).add(one.account.id)
                roots.setdefault(value, set()).update(() if one.root is None else (one.root.id,))
    ordered = sorted(accounts, key=lambda value: (-len(roots[value]), -len(accounts[value]), str(value)))
    return [(value, tuple(sorted(accounts[value]))) for value in ordered]


def _named(found: Iterable[_Support]) -> tuple[NameSupport, ...]:
    return tuple(NameSupport(str(value), accounts) for value, accounts in found)


def _counted(found: Iterable[_Support]) -> tuple[RangeSupport, ...]:
    return tuple(RangeSupport(value, accounts) for value, accounts in found if isinstance(value, Range))
