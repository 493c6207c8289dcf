"""What an article of a publication stands on: its capture, the mark of that, and what read it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, or_, select

from rashomon.model.errors import NotFoundError
from rashomon.model.marks import Mark
from rashomon.model.sources import Article, Capture
from rashomon.store.captures import capture_of
from rashomon.store.codec import decode_tuple
from rashomon.store.publishing.marking import marks_of, restricted_captures
from rashomon.store.readings import batches
from rashomon.store.shelf import take
from rashomon.store.tables import articles, captures, event_accounts, events, pages, readings
from rashomon.store.views import ArticleLine
from rashomon.store.withheld import without_names
from rashomon.store.withholding import Hidden, captures_without, hidden_in


@dataclass(frozen=True, slots=True)
class Kept:
    """Where an article comes from.

    Args:
        capture: the bytes it stands in.

        start, end: which stretch of the capture's text it is.

        mark: how far the capture may be shared; ``None`` where nobody said.

        shaped, read: name and version of what split the capture, and of what read the article.
    """

    article_id: str
    capture: Capture
    start: int
    end: int
    language: str | None
    authors: tuple[str, ...]
    mark: Mark | None
    shaped: str | None
    read: str | None


@dataclass(frozen=True, slots=True)
class PublishedArticle:
    """An article as far as it may be shown: names of private persons are blotted out."""

    kept: Kept
    line: ArticleLine
    article: Article


def kept_of(connection: Connection, article_ids: Iterable[str], clearance: Mark) -> dict[str, Kept]:
    """Return where articles come from, by their ids; those of captures marked above the clearance are missing."""
    wanted = sorted(set(article_ids))
    above = restricted_captures(connection, clearance)
    marked = marks_of(connection, wanted)
    own = (articles.c[name] for name in ("id", "start", "end", "language", "authors"))
    asked = (
        select(*captures.c, *own, pages.c.reader.label("shaped"), readings.c.reader.label("read"))
        .join(articles, articles.c.capture == captures.c.sha256)
        .outerjoin(pages, pages.c.sha256 == captures.c.sha256)
        .outerjoin(readings, readings.c.article_id == articles.c.id)
    )
    rows = [
        row
        for ids in batches(wanted)
        for row in connection.execute(asked.where(articles.c.id.in_(ids)))
        if row.sha256 not in above
    ]
    shown = {one.sha256: one for one in captures_without(connection, (capture_of(row) for row in rows))}
    hidden = hidden_in(connection, wanted)
    return {
        row.id: Kept(
            row.id,
            shown[row.sha256],
            row.start,
            row.end,
            row.language,
            _unnamed(decode_tuple(str, row.authors), hidden.get(row.id)),
            marked.get(row.id),
            row.shaped,
            row.read,
        )
        for row in rows
    }


def _unnamed(authors: tuple[str, ...], hidden: Hidden | None) -> tuple[str, ...]:
    return authors if hidden is None else tuple(without_names(one, hidden.names) for one in authors)


def published_articles(connection: Connection, article_ids: Iterable[str], clearance: Mark) -> tuple[PublishedArticle, ...]:
    """Return articles by id; those of captures marked above the clearance are left out."""
    kept = kept_of(connection, article_ids, clearance)
    shelf = take(connection, kept)
    return tuple(PublishedArticle(kept[one], shelf.lines[one], shelf.articles[one]) for one in sorted(shelf.lines))


def number_of(connection: Connection, event_or_account_id: str) -> int:
    """Return an event's row number by its id or that of one of its accounts. Raises NotFoundError."""
    told = select(event_accounts.c.event_id).where(event_accounts.c.account_id == event_or_account_id)
    asked = select(events.c.number).where(or_(events.c.id == event_or_account_id, events.c.id.in_(told)))
    number = connection.scalar(asked.order_by(events.c.id != event_or_account_id, events.c.id).limit(1))
    if number is None:
        raise NotFoundError("event", event_or_account_id)
    return int(number)
