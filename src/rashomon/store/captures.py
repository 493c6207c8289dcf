"""Captures, the pages read from them, and what could not be done."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from rashomon.model.errors import NotFoundError
from rashomon.model.sources import Capture
from rashomon.readers.contract import Page
from rashomon.store.articles import replace_articles
from rashomon.store.codec import decode_tuple, encode
from rashomon.store.tables import articles, captures, faults, pages
from rashomon.store.views import CaptureLine, Fault


def has_capture(connection: Connection, sha256: str) -> bool:
    """Return whether the ledger holds the capture."""
    return connection.scalar(select(captures.c.sha256).where(captures.c.sha256 == sha256)) is not None


def add_capture(connection: Connection, capture: Capture) -> bool:
    """Add a capture's row and clear the faults of its name or address.

    Returns:
        ``False`` where it was there already; then only an outlet that is named now takes the place of the old one.
    """
    row = {column.name: getattr(capture, column.name) for column in captures.columns}
    if connection.execute(insert(captures).values(row).on_conflict_do_nothing()).rowcount == 1:
        _clear_faults(connection, capture)
        return True
    if capture.outlet is not None:
        connection.execute(update(captures).where(captures.c.sha256 == capture.sha256).values(outlet=capture.outlet))
    return False


def all_captures(connection: Connection) -> tuple[Capture, ...]:
    """Return all captures, by name then digest."""
    rows = connection.execute(select(captures).order_by(captures.c.name, captures.c.sha256))
    return tuple(capture_of(row) for row in rows)


def capture(connection: Connection, sha256: str) -> Capture:
    """Return one capture. Raises NotFoundError."""
    row = connection.execute(select(captures).where(captures.c.sha256 == sha256)).one_or_none()
    if row is None:
        raise NotFoundError("capture", sha256)
    return capture_of(row)


def unread_captures(connection: Connection, reader_versions: Iterable[str]) -> tuple[Capture, ...]:
    """Return captures without a page by one of these versions and without a standing fault."""
    read = select(pages.c.sha256).where(pages.c.reader.in_(tuple(reader_versions)))
    failed = select(faults.c.source).where(captures.c.sha256.in_((faults.c.capture, faults.c.source)))
    asked = select(captures).where(captures.c.sha256.not_in(read), ~failed.exists())
    return tuple(capture_of(row) for row in connection.execute(asked.order_by(captures.c.name, captures.c.sha256)))


def put_page(connection: Connection, sha256: str, page: Page) -> None:
    """Replace a capture's page and articles, and clear its faults. Raises NotFoundError, LedgerError.

    The page's own text is not kept: reading the capture again gives it.
    """
    known = capture(connection, sha256)
    row = {"sha256": sha256, "reader": page.reader, "unused": encode(page.unused)}
    connection.execute(insert(pages).values(row).on_conflict_do_update(index_elements=["sha256"], set_=row))
    replace_articles(connection, sha256, page.articles)
    _clear_faults(connection, known)


def put_fault(connection: Connection, fault: Fault) -> None:
    """Remember a fault in place of the last one of the same stage, of the same capture or else of the same source.

    Two captures of one name have a fault each: neither makes the other look readable.
    """
    same = faults.c.capture == fault.capture if fault.capture else and_(faults.c.source == fault.source, faults.c.capture == "")
    connection.execute(delete(faults).where(faults.c.stage == fault.stage, same))
    row = {name: getattr(fault, name) for name in ("source", "stage", "reason", "at")} | {"capture": fault.capture or ""}
    connection.execute(insert(faults).values(row))


def all_faults(connection: Connection) -> tuple[Fault, ...]:
    """Return the standing faults, by source then stage."""
    rows = connection.execute(select(faults).order_by(faults.c.source, faults.c.stage, faults.c.capture))
    return tuple(Fault(row.source, row.stage, row.reason, row.at, row.capture or None) for row in rows)


def capture_lines(connection: Connection) -> tuple[CaptureLine, ...]:
    """Return all captures with what was read from them, by name then digest."""
    counted = select(articles.c.capture, func.count().label("articles")).group_by(articles.c.capture).subquery()
    asked = (
        select(captures, pages.c.reader, pages.c.unused, func.coalesce(counted.c.articles, 0).label("articles"))
        .outerjoin(pages, pages.c.sha256 == captures.c.sha256)
        .outerjoin(counted, counted.c.capture == captures.c.sha256)
        .order_by(captures.c.name, captures.c.sha256)
    )
    return tuple(
        CaptureLine(capture_of(row), row.reader, row.articles, decode_tuple(str, row.unused) if row.unused else ())
        for row in connection.execute(asked)
    )


def capture_of(row: Row[*tuple[Any, ...]]) -> Capture:
    """Return the capture that a row of the table holds."""
    return Capture(**{column.name: getattr(row, column.name) for column in captures.columns})


def _clear_faults(connection: Connection, known: Capture) -> None:
    """Remove the faults of a capture, and those of its address or of a file of its name from before anything could be kept."""
    sources = [source for source in (known.sha256, known.name, known.address) if source is not None]
    named = or_(faults.c.source.in_(sources), faults.c.source.endswith(f"/{known.name}", autoescape=True))
    unkept = and_(faults.c.capture == "", named)
    connection.execute(delete(faults).where(or_(faults.c.capture == known.sha256, unkept)))
