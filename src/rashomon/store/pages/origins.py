"""The roots that accounts go back to, without the thousands of accounts that one root may have."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from rashomon.model.ledger import Root
from rashomon.store.tables import actors, roots
from rashomon.store.withheld import PRIVATE_PERSON


def bare_roots(connection: Connection, ids: Collection[str | None]) -> dict[str | None, Root]:
    """Return roots by id, with kind and name and without their accounts. Private names are withheld."""
    wanted = sorted(one for one in ids if one is not None)
    rows = connection.execute(select(roots.c.id, roots.c.kind, roots.c.name).where(roots.c.id.in_(wanted))).all()
    hidden = withheld_among(connection, {row.name for row in rows})
    return {row.id: Root(row.kind, PRIVATE_PERSON if row.name in hidden else row.name, ()) for row in rows}


def withheld_among(connection: Connection, names: Collection[str]) -> frozenset[str]:
    """Return those of some names that are kept from pages."""
    return frozenset(connection.scalars(select(actors.c.name).where(actors.c.name.in_(names), actors.c.withheld)))
