"""The rows of followed addresses, and of the articles that came of them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from rashomon.model.errors import NotFoundError
from rashomon.store.collecting.states import view_of
from rashomon.store.collecting.tables import arrivals, follows
from rashomon.store.collecting.views import Entries, Followed, SourceView
from rashomon.store.tables import faults

#: Times of arrival that a usual interval is told from.
LATEST = 31
#: What following an address a second time may change.
_CHOSEN = ("every", "outlet", "private", "kind", "entries")


def follow(connection: Connection, followed: Followed) -> bool:
    """Add an address; of a known one only change what is given now. Returns whether it is new."""
    row = {column.name: getattr(followed, column.name) for column in follows.columns}
    if connection.execute(insert(follows).values(row).on_conflict_do_nothing()).rowcount == 1:
        return True
    chosen = {name: row[name] for name in _CHOSEN if row[name]}
    if chosen:
        connection.execute(update(follows).where(follows.c.address == followed.address).values(chosen))
    return False


def unfollow(connection: Connection, address: str) -> None:
    """Forget an address and its fault; what came of it stays. Raises NotFoundError."""
    if connection.execute(delete(follows).where(follows.c.address == address)).rowcount == 0:
        raise NotFoundError("followed address", address)
    settled(connection, address)


def change(connection: Connection, address: str, values: dict[str, Any]) -> None:
    """Set columns of a followed address. Raises NotFoundError."""
    if connection.execute(update(follows).where(follows.c.address == address).values(values)).rowcount == 0:
        raise NotFoundError("followed address", address)


def followed(connection: Connection) -> tuple[Followed, ...]:
    """Return all followed addresses, sorted."""
    return tuple(_followed_of(row) for row in connection.execute(select(follows).order_by(follows.c.address)))


def due(connection: Connection, at: str) -> tuple[Followed, ...]:
    """Return what is due at a time and not paused, longest due first."""
    asked = select(follows).where(follows.c.due_at <= at, ~follows.c.paused).order_by(follows.c.due_at, follows.c.address)
    return tuple(_followed_of(row) for row in connection.execute(asked))


def next_due(connection: Connection) -> str | None:
    """Return when the next address is due, ``None`` where none is followed."""
    soonest: str | None = connection.scalar(select(func.min(follows.c.due_at)).where(~follows.c.paused))
    return soonest


def arrived(connection: Connection, address: str, keys: Iterable[str], at: str) -> int:
    """Note which articles stand at an address; return how many were never there before."""
    rows = [{"address": address, "key": key, "at": at} for key in dict.fromkeys(keys)]
    return sum(connection.execute(insert(arrivals).values(row).on_conflict_do_nothing()).rowcount for row in rows)


def settled(connection: Connection, address: str) -> None:
    """Remove the faults of an address that kept no bytes."""
    connection.execute(delete(faults).where(faults.c.source == address, faults.c.capture == ""))


def sources(connection: Connection, now: datetime) -> tuple[SourceView, ...]:
    """Return all followed addresses with their state, sorted by address."""
    counted = select(arrivals.c.address, func.count().label("articles")).group_by(arrivals.c.address)
    counts = {row.address: row.articles for row in connection.execute(counted)}
    return tuple(view_of(one, counts.get(one.address, 0), _times(connection, one.address), now) for one in followed(connection))


def _times(connection: Connection, address: str) -> list[str]:
    """Return the latest times that something new came, earliest first."""
    asked = select(arrivals.c.at).where(arrivals.c.address == address).distinct().order_by(arrivals.c.at.desc()).limit(LATEST)
    return list(connection.scalars(asked))[::-1]


def _followed_of(row: Row[*tuple[Any, ...]]) -> Followed:
    told = {column.name: getattr(row, column.name) for column in follows.columns}
    return Followed(**told | {"entries": None if row.entries is None else Entries(row.entries)})
