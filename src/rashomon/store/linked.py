"""What linking made: put as a whole in one transaction that writes only what changed, and given back as it was."""

from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import IntegrityError

from rashomon.model.actors import Actor
from rashomon.model.errors import LedgerError
from rashomon.model.ledger import ActorLink, Contradiction, Copy, Event, Linked, PlaceLink, Reason, Root, Series
from rashomon.model.places import Place
from rashomon.model.words import CopyKind
from rashomon.store.codec import decode, decode_tuple
from rashomon.store.event_rows import event_rows, index_events
from rashomon.store.linked_rows import link_rows, registry_rows
from rashomon.store.pages.monthly import monthly
from rashomon.store.publishing.withheld_index import settle_index
from rashomon.store.remembered.tables import remembered_lines, remembered_values
from rashomon.store.review.filling import fill_queue
from rashomon.store.settling import settle
from rashomon.store.tables import (
    LINKED,
    actor_links,
    actors,
    contradictions,
    copies,
    event_accounts,
    events,
    faults,
    meta,
    place_links,
    place_months,
    places,
    roots,
    series,
)
from rashomon.store.today.log import keep_changes

T = TypeVar("T")
#: Stage of the faults that a finished linking clears.
LINK_STAGE = "linking"
_DIGEST = "linked_digest"


def linked_digest(connection: Connection) -> str | None:
    """Return the digest of what was linked last, ``None`` before the first time."""
    return connection.scalar(select(meta.c.value).where(meta.c.key == _DIGEST))


def put_linked(connection: Connection, linked: Linked, digest: str) -> None:
    """Make this all that linking made, and clear the faults of linking; what it made the same before is not touched.

    What was remembered of an earlier run is forgotten.

    Raises:
        LedgerError: it speaks of articles, actors or places that neither it nor the ledger holds.
    """
    wanted = registry_rows(linked) | link_rows(linked) | event_rows(connection, linked)
    wanted[place_months] = monthly(wanted)
    keep_changes(connection, linked, wanted[event_accounts])
    try:
        settle(connection, wanted, LINKED)
    except IntegrityError as error:
        raise LedgerError(f"what was linked does not fit the ledger: {error.orig} (try: rashomon update)") from error
    index_events(connection, linked)
    fill_queue(connection, linked)
    for table in (remembered_lines, remembered_values):
        connection.execute(delete(table))
    finish(connection, digest)


def finish(connection: Connection, digest: str) -> None:
    """Take withheld names out of the indexes, make the columns that search counts by, and note what was linked."""
    settle_index(connection)
    _keep_columns(connection)
    row = {"key": _DIGEST, "value": digest}
    connection.execute(insert(meta).values(row).on_conflict_do_update(index_elements=["key"], set_=row))
    connection.execute(delete(faults).where(faults.c.stage == LINK_STAGE))


def _keep_columns(connection: Connection) -> None:
    """Make the columns that search counts by."""
    from rashomon.store.search.columns import keep_columns  # noqa: PLC0415 (numpy, which most commands need not load)

    keep_columns(connection)


def all_linked(connection: Connection) -> Linked:
    """Return all that linking made, each kind sorted as linking sorts it."""
    return Linked(
        actors=_contents(connection, actors, Actor),
        places=_contents(connection, places, Place),
        actor_links=tuple(
            ActorLink(row.article_id, row.key, row.actor_id, row.score, decode_tuple(Reason, row.reasons))
            for row in _rows(connection, actor_links)
        ),
        place_links=tuple(
            PlaceLink(row.article_id, row.key, row.place_id, row.score, decode_tuple(Reason, row.reasons))
            for row in _rows(connection, place_links)
        ),
        copies=all_copies(connection),
        roots=_contents(connection, roots, Root),
        events=_contents(connection, events, Event),
        contradictions=_contents(connection, contradictions, Contradiction),
        series=_contents(connection, series, Series),
    )


def all_copies(connection: Connection) -> tuple[Copy, ...]:
    """Return all copies, by article."""
    return tuple(
        Copy(row.article_id, row.original_id, CopyKind(row.kind), row.score, decode_tuple(Reason, row.reasons))
        for row in _rows(connection, copies)
    )


def _rows(connection: Connection, table: Table) -> Any:  # noqa: ANN401 (rows of any table)
    """Return a table's rows by id, or by article and key."""
    order = (table.c.id, table.c.number) if table is contradictions else (table.c.id,) if "id" in table.c else table.primary_key
    return connection.execute(select(table).order_by(*order))


def _contents(connection: Connection, table: Table, kind: type[T]) -> tuple[T, ...]:
    return tuple(decode(kind, row.content) for row in _rows(connection, table))
