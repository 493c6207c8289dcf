"""Drop what was asked of addresses that only restricted captures came from."""

from sqlalchemy import Connection, delete, select

from rashomon.store.evidence.tables import fetches
from rashomon.store.readings import batches
from rashomon.store.tables import captures


def drop_fetches(connection: Connection, above: frozenset[str]) -> None:
    """Remove the fetches that brought these captures, and the empty answers of addresses that nothing else came from."""
    hidden: set[str] = set()
    known: set[str] = set()
    columns = (fetches.c.number, fetches.c.address, fetches.c.final, fetches.c.sha256)
    rows = connection.execute(select(*columns)).all()
    for row in rows:
        if row.sha256 is not None:
            (hidden if row.sha256 in above else known).update(_named(row.address, row.final))
    for sha256, address in connection.execute(select(captures.c.sha256, captures.c.address)):
        (hidden if sha256 in above else known).update(_named(address))
    hidden -= known
    gone = [
        str(row.number)
        for row in rows
        if row.sha256 in above or (row.sha256 is None and not hidden.isdisjoint(_named(row.address, row.final)))
    ]
    for some in batches(gone):
        connection.execute(delete(fetches).where(fetches.c.number.in_(map(int, some))))


def _named(*addresses: str | None) -> tuple[str, ...]:
    return tuple(address for address in addresses if address is not None)
