"""Articles and their readings as they may be shown: corrected by people, names of private persons withheld.

Most articles have neither, and are read as they are stored.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, RowMapping, select

from rashomon.model.reading import Reading
from rashomon.store.articles import article_of
from rashomon.store.codec import decode, encode
from rashomon.store.frames.stored import StoredReading, in_stored_form, stored_reading
from rashomon.store.frames.values import among, fetched
from rashomon.store.review.overlay import corrected_readings
from rashomon.store.review.tables import review_carried, review_touched
from rashomon.store.tables import articles, meta, readings
from rashomon.store.withheld import without_names
from rashomon.store.withholding import WITHHELD_NAMES, Hidden, article_without, hidden_in, reading_without


class Page(NamedTuple):
    """An article's own row, in the order in which it is read. Its lists are as stored: texts as JSON."""

    id: str
    text: str
    outlet: str | None
    published: str | None
    capture: str
    n: int
    start: int
    end: int
    title: str | None
    headline: str
    authors: str
    modified: str | None
    url: str | None
    language: str | None
    digest_title: str | None
    forwarded_from: str | None
    credits: str
    links: str


_COLUMNS = tuple(articles.c[name] for name in Page._fields)
#: What stands for the reading of an article that nothing read.
_UNREAD = StoredReading()


def shown_articles(connection: Connection, ids: tuple[str, ...], private: frozenset[str]) -> Iterator[tuple[Page, StoredReading]]:
    """Yield these articles with their readings, sorted by id.

    Args:
        connection: to the ledger.

        ids: of the articles; one that the ledger does not hold is left out.

        private: those of them that are linked to private persons.
    """
    asked = select(*_COLUMNS, readings.c.content).outerjoin(readings, readings.c.article_id == articles.c.id)
    rows = fetched(connection, asked.where(among(articles.c.id, ids)).order_by(articles.c.id))
    changed = _changed(connection, ids, private)
    for *columns, content in rows:
        page = Page._make(columns)
        if page.id in changed:
            yield changed[page.id]
        else:
            yield page, _UNREAD if content is None else stored_reading(content)


def _changed(connection: Connection, ids: tuple[str, ...], private: frozenset[str]) -> dict[str, tuple[Page, StoredReading]]:
    """Return those articles that people corrected or that name private persons, as they may be shown."""
    by_rule = connection.scalar(select(meta.c.value).where(meta.c.key == WITHHELD_NAMES))
    hidden = hidden_in(connection, ids if by_rule else private) if by_rule or private else {}
    asked = select(review_touched.c.article_id).where(among(review_touched.c.article_id, ids)).distinct()
    carried = select(review_carried.c.article_id).where(among(review_carried.c.article_id, ids))
    touched = {*connection.scalars(asked), *connection.scalars(carried), *hidden}
    if not touched:
        return {}
    whole = select(articles, readings.c.content).outerjoin(readings, readings.c.article_id == articles.c.id)
    rows = connection.execute(whole.where(among(articles.c.id, sorted(touched)))).mappings()
    return {row["id"]: _shown(connection, row, hidden.get(row["id"])) for row in rows}


def _shown(connection: Connection, row: RowMapping, hidden: Hidden | None) -> tuple[Page, StoredReading]:
    """Return an article as people corrected it, without the names of its private persons."""
    article, reading = article_of(row), None
    if row["content"] is not None:
        read = decode(Reading, row["content"])
        reading = corrected_readings(connection, {article.id: article}, {article.id: read})[article.id]
    page = Page._make(row[name] for name in Page._fields)
    if hidden is None:
        return page, _UNREAD if reading is None else in_stored_form(reading)
    article = article_without(article, reading, hidden)
    page = page._replace(
        text=article.text,
        title=article.title,
        authors=encode(article.authors),
        url=article.url,
        digest_title=article.digest_title,
        forwarded_from=article.forwarded_from,
        credits=encode(article.credits),
        links=encode(article.links),
        headline=without_names(page.headline, hidden.names),
    )
    return page, _UNREAD if reading is None else _unnamed(in_stored_form(reading_without(reading, hidden)), hidden.names)


def _unnamed(reading: StoredReading, names: Collection[str]) -> StoredReading:
    """Return a reading without the names of private persons in what figures and ties say in words of their own."""
    replace = msgspec.structs.replace
    figures = (replace(one, what=without_names(one.what, names)) for one in reading.figures)
    ties = (replace(one, note=one.note and without_names(one.note, names)) for one in reading.ties)
    return replace(reading, figures=tuple(figures), ties=tuple(ties))
