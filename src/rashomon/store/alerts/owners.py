"""Watches see no more than their owners' accounts do by now."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, select

from rashomon.model.people import CLEARANCES, Station
from rashomon.store.alerts.contract import Wish
from rashomon.store.people.tables import people


def cleared(connection: Connection, wishes: Iterable[Wish]) -> tuple[Wish, ...]:
    """Return wishes whose clearance is at most that of their owner's role; where nobody logs in they stay as they are."""
    several = tuple(wishes)
    asked = select(people.c.name, people.c.role).where(people.c.name.in_({wish.owner for wish in several}))
    roles = {row.name: Station(row.role) for row in connection.execute(asked)}
    return tuple(
        replace(wish, clearance=wish.clearance.lesser(CLEARANCES[roles[wish.owner]])) if wish.owner in roles else wish
        for wish in several
    )
