"""An event without the accounts of restricted captures, and without every value that only they give."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from rashomon.linking.events.stating import status_of
from rashomon.linking.events.titles import title
from rashomon.model.ledger import DateSupport, Event, NameSupport, RangeSupport
from rashomon.model.words import EventType, Status
from rashomon.store.views import EventLine

Support = TypeVar("Support", NameSupport, DateSupport, RangeSupport)
#: Gives the name to show for an actor's or place's id, ``None`` where it has none.
Naming = Callable[[str], str | None]


def without_accounts(event: Event, gone: frozenset[str], root_of: Mapping[str, str | None], naming: Naming) -> Event | None:
    """Return an event as the accounts that are left tell it, ``None`` where none is left. The title is made anew of them.

    Args:
        event: as linking made it.

        gone: ids of accounts that may not be told.

        root_of: the root's id of each account.

        naming: names actors and places; ``None`` where one has no name.
    """
    kept = tuple(account for account in event.accounts if account in root_of and account not in gone)
    if not kept:
        return None
    if len(kept) == len(event.accounts):
        return event
    changed = _cut(event, kept, root_of)
    kind = EventType(changed.types[0].value) if changed.types else event.type
    status = status_of(Status(one.value) for one in changed.statuses) if changed.statuses else event.status
    changed = replace(changed, type=kind, status=status)
    return replace(changed, title=_title(changed, naming))


def _cut(event: Event, kept: tuple[str, ...], root_of: Mapping[str, str | None]) -> Event:
    """Return an event with these accounts, and the values that they give."""
    held = frozenset(kept)
    return replace(
        event,
        accounts=kept,
        roots=tuple(sorted({root for account in kept if (root := root_of[account]) is not None})),
        types=_left(event.types, held, root_of),
        statuses=_left(event.statuses, held, root_of),
        dates=_left(event.dates, held, root_of),
        places=_left(event.places, held, root_of),
        agents=_left(event.agents, held, root_of),
        patients=_left(event.patients, held, root_of),
        killed=_left(event.killed, held, root_of),
        injured=_left(event.injured, held, root_of),
        happenings=_left(event.happenings, held, root_of),
        joins=tuple(join for join in event.joins if join.account in held and join.other in held),
    )


def _left(several: Iterable[Support], held: frozenset[str], root_of: Mapping[str, str | None]) -> tuple[Support, ...]:
    """Return values with the accounts that are left, most roots first; one without any is gone."""
    left = [replace(one, accounts=tuple(account for account in one.accounts if account in held)) for one in several]
    found = [one for one in left if one.accounts]
    return tuple(sorted(found, key=lambda one: (-len({root_of[account] for account in one.accounts}), -len(one.accounts))))


def _title(event: Event, naming: Naming) -> str:
    agent, patient, place = (
        naming(several[0].value) if several else None for several in (event.agents, event.patients, event.places)
    )
    killed = event.killed[0].value if event.killed else None
    return title(event.type, event.status, agent, patient, None if place is None else f"in {place}", killed)


def line_of(event: Event, line: EventLine, naming: Naming, alarms: int) -> EventLine:
    """Return the line of an event that lost accounts; its id stays that of the ledger's event."""
    places = (naming(one.value) for one in event.places)
    return replace(
        line,
        title=event.title,
        type=event.type.value,
        status=event.status.value,
        date=None if event.date is None else str(event.date),
        places=tuple(dict.fromkeys(name for name in places if name is not None)),
        killed=tuple(str(version.value) for version in event.killed),
        accounts=len(event.accounts),
        independent=len(event.roots),
        alarms=alarms,
    )
