"""A line for every claim of a reading, so that claims are found by their words, and threats by their deadline."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select, text

from rashomon.model.reading import Reading
from rashomon.store.codec import decode, encode
from rashomon.store.fulltext import folded
from rashomon.store.publishing.stale import held_back
from rashomon.store.search.deadlines import deadline_of
from rashomon.store.search.tables import claims
from rashomon.store.tables import articles, readings

_FROM_INDEX = text("DELETE FROM claim_index WHERE rowid = :number")
_TO_INDEX = text("INSERT INTO claim_index (rowid, words) VALUES (:number, :words)")


def put_claims(connection: Connection, read: Iterable[Reading]) -> None:
    """Make these readings' claims the lines of their articles. The articles are held already."""
    by_article = {reading.article_id: reading for reading in read}
    connection.execute(delete(claims).where(claims.c.article_id.in_(by_article)))
    columns = (articles.c[name] for name in ("id", "number", "text", "published"))
    rows = connection.execute(select(*columns).where(articles.c.id.in_(by_article))).all()
    lines = [line for row in rows for line in _lines(by_article[row.id], row.text, row.published)]
    if not lines:
        return
    connection.execute(
        insert(claims).prefix_with("OR IGNORE"), [{name: line[name] for name in line if name != "words"} for line in lines]
    )
    waiting = held_back(connection, [row.number for row in rows])
    told = [row.id for row in rows if row.number not in waiting]
    words = {line["id"]: line["words"] for line in lines}
    _to_index(connection, told, words)


def index_claims(connection: Connection, texts: Mapping[str, str]) -> None:
    """Put the claims of articles into the full-text index anew, in the words of these texts, by the articles' ids."""
    held = select(claims.c.number).where(claims.c.article_id.in_(list(texts)))
    numbers = [{"number": number} for number in connection.scalars(held)]
    if not numbers:
        return
    connection.execute(_FROM_INDEX, numbers)
    asked = select(readings.c.content).where(readings.c.article_id.in_(list(texts)))
    read = (decode(Reading, content) for content in connection.scalars(asked))
    lines = (line for reading in read for line in _lines(reading, texts[reading.article_id], None))
    _to_index(connection, list(texts), {line["id"]: line["words"] for line in lines})


def claim_words(connection: Connection, texts: Mapping[str, str]) -> dict[int, str]:
    """Return the lines that the full-text index should have of articles' claims, by number, in the words of these texts."""
    asked = select(readings.c.content).where(readings.c.article_id.in_(list(texts)))
    read = [decode(Reading, content) for content in connection.scalars(asked)]
    words = {line["id"]: line["words"] for one in read for line in _lines(one, texts[one.article_id], None)}
    held = select(claims.c.id, claims.c.number).where(claims.c.article_id.in_(list(texts)))
    return {row.number: words[row.id] for row in connection.execute(held) if row.id in words}


def _to_index(connection: Connection, article_ids: Collection[str], words: Mapping[str, str]) -> None:
    """Put the claims of articles into the index; ``words`` are those of each claim by its id."""
    held = select(claims.c.id, claims.c.number).where(claims.c.article_id.in_(article_ids))
    rows = [{"number": row.number, "words": words[row.id]} for row in connection.execute(held) if row.id in words]
    if rows:
        connection.execute(_TO_INDEX, rows)


def _lines(reading: Reading, words: str, published: str | None) -> Iterator[dict[str, Any]]:
    for claim in reading.claims:
        said = words[claim.content.start : claim.content.end]
        who = "" if claim.source_span is None else words[claim.source_span.start : claim.source_span.end]
        deadline = deadline_of(reading, claim, words, published)
        yield {
            "id": claim.id,
            "article_id": reading.article_id,
            "key": claim.source,
            "stance": claim.stance.value,
            "about": encode(claim.about),
            "deadline": deadline,
            "words": folded(f"{who} {said}"),
        }
