"""What addresses answered, each try with its entry of the log."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from rashomon.model.errors import NotFoundError
from rashomon.model.evidence import Fetch
from rashomon.store.codec import decode, encode
from rashomon.store.evidence.log import FETCH, append
from rashomon.store.evidence.tables import fetches
from rashomon.store.tables import captures

_PLAIN = ("address", "final", "at", "status", "sha256", "reason")


def record(connection: Connection, several: Sequence[Fetch]) -> None:
    """Keep what addresses answered. Raises NotFoundError where one names a capture that is not held."""
    named = {fetch.sha256 for fetch in several if fetch.sha256 is not None}
    held = set(connection.scalars(select(captures.c.sha256).where(captures.c.sha256.in_(named))))
    for missing in sorted(named - held):
        raise NotFoundError("capture", missing)
    rows = [fetch_row(fetch) for fetch in several]
    if rows:
        connection.execute(insert(fetches), rows)
        append(connection, FETCH, [(row["address"], row) for row in rows])


def fetch_row(fetch: Fetch) -> dict[str, Any]:
    """Return a fetch as the columns of its row."""
    return {name: getattr(fetch, name) for name in _PLAIN} | {"headers": encode(fetch.headers)}


def fetches_of(connection: Connection, address: str) -> tuple[Fetch, ...]:
    """Return what was answered when this address was asked for, earliest first."""
    asked = select(fetches).where(fetches.c.address == address).order_by(fetches.c.at, fetches.c.number)
    return tuple(fetch_of(row) for row in connection.execute(asked))


def fetch_of(row: Row[*tuple[Any, ...]]) -> Fetch:
    """Return the fetch that a row of the table holds."""
    headers: tuple[tuple[str, str], ...] = decode(tuple[tuple[str, str], ...], row.headers)
    return Fetch(**{name: getattr(row, name) for name in _PLAIN}, headers=headers)
