"""Captures by the hundred out of one file (a web archive): a batch is one transaction, which also says how far it came."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from rashomon.model.evidence import Container, Fetch
from rashomon.model.sources import Capture
from rashomon.readers.contract import Page
from rashomon.store.captures import add_captures, put_fault, put_pages
from rashomon.store.evidence.fetches import record
from rashomon.store.evidence.log import CONTAINER, append
from rashomon.store.evidence.tables import contained, containers
from rashomon.store.views import Fault

#: What the log says of a container.
CONTAINER_COLUMNS = ("sha256", "name", "size", "added_at")


@dataclass(frozen=True, slots=True)
class Taken:
    """One record of a container.

    Args:
        n: its place in the container, from 0.

        capture: what it is as a capture.

        content: its bytes.

        page: what was read from them; ``None`` where they could not be read.

        fault: why they could not.

        fetch: what the address answered, as the record tells it.
    """

    n: int
    capture: Capture
    content: bytes
    page: Page | None
    fault: Fault | None
    fetch: Fetch | None


def taken_from(connection: Connection, sha256: str) -> int | None:
    """Return how many records were taken from a container so far, ``None`` where all of them were."""
    asked = select(containers.c.records, containers.c.done).where(containers.c.sha256 == sha256)
    row = connection.execute(asked).one_or_none()
    return 0 if row is None else None if row.done else int(row.records)


def take_in(
    connection: Connection,
    container: Container,
    several: Sequence[Taken],
    through: int,
    missed: Sequence[Fetch],
    *,
    done: bool,
) -> None:
    """Write the rows of captures whose bytes are kept, answers without any, and how far the container was taken."""
    told = {name: getattr(container, name) for name in CONTAINER_COLUMNS}
    written = insert(containers).values(told | {"records": 0, "done": False}).on_conflict_do_nothing()
    if connection.execute(written).rowcount == 1:
        append(connection, CONTAINER, [(container.sha256, told)])
    new = add_captures(connection, [taken.capture for taken in several])
    if several:
        rows = [{"container": container.sha256, "n": taken.n, "sha256": taken.capture.sha256} for taken in several]
        connection.execute(insert(contained).on_conflict_do_nothing(), rows)
    record(connection, [*(taken.fetch for taken in several if taken.fetch is not None), *missed])
    fresh: dict[str, Taken] = {}
    for taken in several:
        if taken.capture.sha256 in new:
            fresh.setdefault(taken.capture.sha256, taken)
    put_pages(connection, [(taken.capture, taken.page) for taken in fresh.values() if taken.page is not None])
    for fault in (taken.fault for taken in fresh.values()):
        if fault is not None:
            put_fault(connection, fault)
    reached = containers.update().where(containers.c.sha256 == container.sha256)
    connection.execute(reached.values(records=through, done=done))
