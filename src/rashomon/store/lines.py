"""What lists show of articles and events."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from rashomon.model.words import CopyKind
from rashomon.store.codec import decode_tuple
from rashomon.store.readings import batches
from rashomon.store.tables import articles, copies, event_accounts, events
from rashomon.store.views import ArticleLine, EventLine
from rashomon.store.withheld import address_without, without_names
from rashomon.store.withholding import hidden_in

#: Columns that an event's line is made of.
EVENT_COLUMNS = tuple(
    events.c[name] for name in ("id", "title", "type", "status", "date", "places", "killed", "accounts", "independent", "alarms")
)


def article_lines(connection: Connection, article_ids: Iterable[str]) -> dict[str, ArticleLine]:
    """Return the lines of these articles by id, in order of publication then id; those not held are left out."""
    rows: list[Row[*tuple[Any, ...]]] = []
    originals: dict[str, tuple[str, CopyKind]] = {}
    for ids in batches(sorted(set(article_ids))):
        columns = (articles.c[name] for name in ("id", "headline", "title", "outlet", "published", "url"))
        rows.extend(connection.execute(select(*columns).where(articles.c.id.in_(ids))))
        asked = select(copies).where(copies.c.article_id.in_(ids)).order_by(copies.c.score.desc(), copies.c.original_id)
        for copy in connection.execute(asked):
            originals.setdefault(copy.article_id, (copy.original_id, CopyKind(copy.kind)))
    rows.sort(key=lambda row: (row.published is None, row.published or "", row.id))
    hidden = hidden_in(connection, (row.id for row in rows))
    names = {one: found.names for one, found in hidden.items()}
    headlines = {row.id: without_names(row.headline, names[row.id]) if row.id in names else row.headline for row in rows}
    return {
        row.id: ArticleLine(
            row.id,
            headlines[row.id],
            row.title is not None,
            row.outlet,
            row.published,
            address_without(row.url, names.get(row.id, ())),
            *originals.get(row.id, ()),
        )
        for row in rows
    }


def newest_first(asked: Select[Any]) -> Select[Any]:
    """Order a question for events: newest first, those without a date last, then by id."""
    return asked.order_by(events.c.day.is_(None), events.c.day.desc(), events.c.id)


def event_line(row: Row[*tuple[Any, ...]]) -> EventLine:
    """Return the line that a row of `EVENT_COLUMNS` holds."""
    shown = {column.name: getattr(row, column.name) for column in EVENT_COLUMNS}
    shown["places"] = decode_tuple(str, row.places)
    shown["killed"] = decode_tuple(str, row.killed)
    return EventLine(**shown)


def event_lines(connection: Connection, asked: Select[Any]) -> tuple[EventLine, ...]:
    """Return the events that a question for `EVENT_COLUMNS` gives, in its order."""
    return tuple(event_line(row) for row in connection.execute(asked))


def event_lines_of_article(connection: Connection, article_id: str) -> tuple[EventLine, ...]:
    """Return the events that an article tells, newest first."""
    told = select(event_accounts.c.event_id).where(event_accounts.c.article_id == article_id)
    return event_lines(connection, newest_first(select(*EVENT_COLUMNS).where(events.c.id.in_(told))))
