"""Claims by the rows of their lines, with their sources by name and their words."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from rashomon.store.passages import claim_view
from rashomon.store.search.tables import claims
from rashomon.store.shelf import take
from rashomon.store.views import ClaimView


def claim_views(connection: Connection, numbers: Sequence[int]) -> tuple[ClaimView, ...]:
    """Return claims by their row numbers, in this order; those that no reading holds any more are left out."""
    return tuple(views_by_number(connection, numbers).values())


def views_by_number(connection: Connection, numbers: Sequence[int]) -> dict[int, ClaimView]:
    """Return claims by their row numbers."""
    rows = connection.execute(select(claims.c.number, claims.c.id, claims.c.article_id).where(claims.c.number.in_(numbers)))
    held = {row.number: row for row in rows}
    shelf = take(connection, (row.article_id for row in held.values()))
    said = {claim.id: claim for reading in shelf.readings.values() for claim in reading.claims}
    return {n: claim_view(shelf, said[held[n].id]) for n in numbers if n in held and held[n].id in said}
