"""The stretch of the log of changes that a watch has not looked at yet, as it bears on the events of now."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from rashomon.model.ranges import Range
from rashomon.store.readings import batches
from rashomon.store.tables import contradictions, event_accounts
from rashomon.store.today.log import ChangeKind
from rashomon.store.today.tables import changes

#: By what is counted: pairs of a value and how many roots gave it.
Risen = dict[str, tuple[tuple[Range, int], ...]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """What happened between two changes.

    Args:
        upto: the number of the last change in it.

        fresh: accounts that came.

        events: the events of now that anything happened to.

        clashes: contradictions that are not those of before, each with whether it grew out of none.

        risen: what the tolls of events were before.
    """

    upto: int
    fresh: frozenset[str]
    events: frozenset[str]
    clashes: dict[str, bool]
    risen: dict[str, Risen]


def last_change(connection: Connection) -> int:
    """Return the number of the last change, 0 where there is none."""
    return connection.scalar(select(func.max(changes.c.number))) or 0


def stretch_after(connection: Connection, seen: int) -> Stretch:
    """Return what happened after a change."""
    fresh: set[str] = set()
    clashes: dict[str, bool] = {}
    risen: dict[str, Risen] = {}
    asked = select(changes).where(changes.c.number > seen).order_by(changes.c.number)
    for row in connection.execute(asked):
        if row.kind in (ChangeKind.EVENT, ChangeKind.ACCOUNTS):
            fresh.update(json.loads(row.after or "[]"))
        elif row.kind == ChangeKind.CONTRADICTION:
            clashes[row.ref] = row.before is None
        elif row.kind == ChangeKind.TOLL:
            told = risen.setdefault(row.ref, {})
            for what, versions in json.loads(row.before).items():
                told.setdefault(what, tuple((Range.parse(value), len(names)) for value, names in versions))
    events = {*_events_of(connection, fresh), *_events_at_issue(connection, clashes), *risen}
    return Stretch(last_change(connection), frozenset(fresh), frozenset(events), clashes, risen)


def _events_of(connection: Connection, accounts: Iterable[str]) -> set[str]:
    asked = select(event_accounts.c.event_id)
    found = (connection.scalars(asked.where(event_accounts.c.account_id.in_(ids))) for ids in batches(sorted(accounts)))
    return {event_id for several in found for event_id in several}


def _events_at_issue(connection: Connection, clashes: Iterable[str]) -> set[str]:
    asked = select(contradictions.c.event_id).where(contradictions.c.event_id.is_not(None))
    found = (connection.scalars(asked.where(contradictions.c.id.in_(ids))) for ids in batches(sorted(clashes)))
    return {event_id for several in found for event_id in several}
