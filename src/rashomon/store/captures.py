"""Captures, the pages read from them, and what could not be done."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from rashomon.model.errors import NotFoundError
from rashomon.model.sources import Capture
from rashomon.readers.contract import Page
from rashomon.store.articles import replace_articles
from rashomon.store.codec import decode_tuple, encode
from rashomon.store.evidence.log import CAPTURE, append
from rashomon.store.evidence.threads import keys_held, put_versions
from rashomon.store.status import CaptureLine
from rashomon.store.tables import articles, captures, faults, pages
from rashomon.store.views import Fault


def has_capture(connection: Connection, sha256: str) -> bool:
    """Return whether the ledger holds the capture."""
    return connection.scalar(select(captures.c.sha256).where(captures.c.sha256 == sha256)) is not None


def add_capture(connection: Connection, capture: Capture) -> bool:
    """Add a capture's row and clear the faults of its name or address.

    Returns:
        ``False`` where it was there already; then only an outlet that is named now takes the place of the old one.
    """
    return bool(add_captures(connection, [capture]))


def add_captures(connection: Connection, several: Sequence[Capture]) -> frozenset[str]:
    """Add captures as `add_capture` does, and return the digests of those that are new."""
    given = {capture.sha256: capture for capture in reversed(several)}
    held = frozenset(connection.scalars(select(captures.c.sha256).where(captures.c.sha256.in_(given))))
    rows = {capture.sha256: _row(given[capture.sha256]) for capture in several if capture.sha256 not in held}
    if rows:
        connection.execute(insert(captures), list(rows.values()))
        append(connection, CAPTURE, rows.items())
        _clear_faults(connection, [given[sha256] for sha256 in rows])
    for capture in several:
        if capture.sha256 in held and capture.outlet is not None:
            _name_outlet(connection, capture.sha256, capture.outlet)
    return frozenset(rows)


def _row(capture: Capture) -> dict[str, Any]:
    return {column.name: getattr(capture, column.name) for column in captures.columns}


def _name_outlet(connection: Connection, sha256: str, outlet: str) -> None:
    """Change the outlet of a held capture, with an entry of the log."""
    held = captures.c.sha256 == sha256
    if connection.execute(
        update(captures).where(held, captures.c.outlet.is_distinct_from(outlet)).values(outlet=outlet)
    ).rowcount:
        row = connection.execute(select(captures).where(held)).mappings().one()
        append(connection, CAPTURE, [(sha256, dict(row))])


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
    put_pages(connection, [(capture(connection, sha256), page)])


def put_pages(connection: Connection, several: Sequence[tuple[Capture, Page]]) -> None:
    """Replace the pages of captures that are held, as `put_page` does, at the price of one. Raises LedgerError."""
    if not several:
        return
    statement = insert(pages)
    shown = {name: statement.excluded[name] for name in ("reader", "unused")}
    rows = [{"sha256": known.sha256, "reader": page.reader, "unused": encode(page.unused)} for known, page in several]
    connection.execute(statement.on_conflict_do_update(index_elements=["sha256"], set_=shown), rows)
    before = keys_held(connection, [known.sha256 for known, _ in several])
    replace_articles(connection, {known.sha256: page.articles for known, page in several})
    read = [(known, re.split(r"[-/]\d", page.reader)[0], page.articles) for known, page in several]
    put_versions(connection, read, before)
    _clear_faults(connection, [known for known, _ in several])


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


def capture_lines(connection: Connection, at_most: int) -> tuple[CaptureLine, ...]:
    """Return the first so many captures with what was read from them, by name then digest."""
    first = select(captures).order_by(captures.c.name, captures.c.sha256).limit(at_most).subquery()
    held = select(func.count()).where(articles.c.capture == first.c.sha256).scalar_subquery()
    asked = (
        select(first, pages.c.reader, pages.c.unused, held.label("articles"))
        .outerjoin(pages, pages.c.sha256 == first.c.sha256)
        .order_by(first.c.name, first.c.sha256)
    )
    return tuple(
        CaptureLine(capture_of(row), row.reader, row.articles, decode_tuple(str, row.unused) if row.unused else ())
        for row in connection.execute(asked)
    )


def capture_of(row: Row[*tuple[Any, ...]]) -> Capture:
    """Return the capture that a row of the table holds."""
    return Capture(**{column.name: getattr(row, column.name) for column in captures.columns})


def _clear_faults(connection: Connection, several: Sequence[Capture]) -> None:
    """Remove the faults of captures, and those of their address or of a file of their name from before anything could be kept."""
    digests = [known.sha256 for known in several]
    connection.execute(delete(faults).where(faults.c.capture.in_(digests)))
    sources = {source for known in several for source in (known.sha256, known.name, known.address)}
    names = {known.name for known in several}
    unkept = connection.scalars(select(faults.c.source).where(faults.c.capture == "")).all()
    cleared = [source for source in unkept if source in sources or _is_file_named(source, names)]
    if cleared:
        connection.execute(delete(faults).where(faults.c.capture == "", faults.c.source.in_(cleared)))


def _is_file_named(source: str, names: set[str]) -> bool:
    """Return whether a source is a file's path that ends in one of the names; an address elsewhere is another source."""
    return "/" in source and "://" not in source and source.rpartition("/")[2] in names
