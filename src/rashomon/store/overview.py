"""Lists over the whole ledger: series, contradictions, copies, and how it stands."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, and_, func, select

from rashomon.model.ledger import Contradiction, Copy, Reason, Series
from rashomon.model.words import CopyKind
from rashomon.store.captures import all_faults, capture_lines
from rashomon.store.codec import decode, decode_tuple
from rashomon.store.lines import EVENT_COLUMNS, article_lines, event_line
from rashomon.store.passages import figure_view, figures_by_id
from rashomon.store.readings import batches
from rashomon.store.shelf import take
from rashomon.store.status import LedgerStatus
from rashomon.store.tables import (
    actors,
    articles,
    captures,
    contradictions,
    copies,
    decisions,
    events,
    faults,
    findings,
    places,
    readings,
    roots,
    series,
)
from rashomon.store.views import EventLine, SeriesView
from rashomon.store.withheld import without_names
from rashomon.store.withholding import captures_without, contradictions_without, copies_without, names_everywhere

#: Articles without a reading, and captures, that one status lists; their numbers stand in its counts.
UNREAD_AT_MOST, CAPTURES_AT_MOST = 500, 200
_COUNTED = (captures, articles, readings, events, actors, places, roots, copies, contradictions, series, decisions, faults)
_FOUND = {"account": "accounts", "claim": "claims", "figure": "figures", "tie": "ties"}


def copy_of(row: Row[*tuple[Any, ...]]) -> Copy:
    """Return the copy that a row of the table holds."""
    return Copy(row.article_id, row.original_id, CopyKind(row.kind), row.score, decode_tuple(Reason, row.reasons))


def all_copies(connection: Connection) -> tuple[Copy, ...]:
    """Return all copies, by the id of the later article."""
    rows = connection.execute(select(copies).order_by(copies.c.article_id, copies.c.original_id))
    return copies_without(connection, (copy_of(row) for row in rows))


def all_contradictions(connection: Connection) -> tuple[tuple[Contradiction, EventLine | None], ...]:
    """Return all contradictions with the event they are about, alarms first."""
    asked = (
        select(*EVENT_COLUMNS, contradictions.c.content)
        .outerjoin_from(contradictions, events, events.c.id == contradictions.c.event_id)
        .order_by(contradictions.c.rank, contradictions.c.kind, contradictions.c.id, contradictions.c.number)
    )
    rows = connection.execute(asked).all()
    found = contradictions_without(connection, (decode(Contradiction, row.content) for row in rows))
    return tuple((one, None if row.id is None else event_line(row)) for one, row in zip(found, rows, strict=True))


def all_series(connection: Connection) -> tuple[SeriesView, ...]:
    """Return all series, longest first, with the words of each figure."""
    contents = connection.scalars(select(series.c.content).order_by(series.c.length.desc(), series.c.id))
    found = tuple(decode(Series, content) for content in contents)
    ids = sorted({figure_id for one in found for figure_id in one.figures})
    asked = (select(findings.c.article_id).where(findings.c.id.in_(some)) for some in batches(ids))
    shelf = take(connection, (article_id for question in asked for article_id in connection.scalars(question)))
    figures = figures_by_id(shelf.readings)
    return tuple(
        SeriesView(one, tuple(figure_view(shelf, figures[figure_id]) for figure_id in one.figures if figure_id in figures))
        for one in found
    )


def status(connection: Connection) -> LedgerStatus:
    """Return counts of everything, the first captures by name, faults, and articles not read as they are now."""
    current = and_(readings.c.article_id == articles.c.id, readings.c.digest == articles.c.digest)
    unread = select(articles.c.id).outerjoin(readings, current).where(readings.c.article_id.is_(None), articles.c.current)
    unread = unread.order_by(articles.c.id)
    counts = {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in _COUNTED}
    counts["versions"] = connection.scalar(select(func.count()).select_from(articles).where(~articles.c.current)) or 0
    counts["articles"] -= counts["versions"]
    old = findings.c.article_id.in_(select(articles.c.id).where(~articles.c.current))
    found = select(findings.c.kind, func.count().label("found")).group_by(findings.c.kind)
    by_kind = {row.kind: row.found for row in connection.execute(found)}
    for row in connection.execute(found.where(old)):
        by_kind[row.kind] -= row.found
    counts |= {shown: by_kind.get(kind, 0) for kind, shown in _FOUND.items()}
    waiting = connection.scalars(unread.limit(UNREAD_AT_MOST)).all()
    is_all = len(waiting) < UNREAD_AT_MOST
    counts["unread"] = len(waiting) if is_all else connection.scalar(select(func.count()).select_from(unread.subquery())) or 0
    lines = article_lines(connection, waiting)
    held = capture_lines(connection, CAPTURES_AT_MOST)
    shown = captures_without(connection, (line.capture for line in held))
    names = names_everywhere(connection)
    told = tuple(
        replace(line, capture=capture, unused=tuple(without_names(one, names) for one in line.unused))
        for line, capture in zip(held, shown, strict=True)
    )
    return LedgerStatus(counts, told, all_faults(connection), tuple(lines.values()))
