"""Articles: their rows, their place in the full-text index, and what lists show of them."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Integer, RowMapping, Text, bindparam, cast, delete, select, text
from sqlalchemy.dialects.sqlite import insert

from rashomon.model.errors import LedgerError, NotFoundError
from rashomon.model.ids import long_id
from rashomon.model.sources import Article, Part
from rashomon.model.words import PartKind
from rashomon.store.codec import decode_tuple, encode
from rashomon.store.fulltext import folded
from rashomon.store.publishing.stale import held_back
from rashomon.store.tables import articles, faults, meta

#: Characters of the text that stand for a title that is not stated.
HEADLINE = 80
#: Columns that hold a field of the article as it is.
_FIELDS = tuple(
    "capture n start end text title published outlet url language digest_title repeats forwarded_from modified identity".split()  # noqa: SIM905
)
#: Articles whose rows are in memory together: those of a large feed or table take more than the feed itself.
_TOGETHER = 500
_TO_INDEX = text("INSERT INTO article_index (rowid, title, text) VALUES (:number, :title, :text)")
_FROM_INDEX = text("DELETE FROM article_index WHERE rowid = :number")
#: Key of the row that counts how often known articles were told anew or dropped: what was found by their words is stale then.
RETOLD = "retold"


def article_of(row: RowMapping) -> Article:
    """Return the article that a row of the table holds."""
    return Article(
        **{name: row[name] for name in _FIELDS},
        authors=decode_tuple(str, row["authors"]),
        parts=decode_tuple(Part, row["parts"]),
        credits=decode_tuple(str, row["credits"]),
        links=decode_tuple(str, row["links"]),
    )


def article(connection: Connection, article_id: str) -> Article:
    """Return one article. Raises NotFoundError."""
    row = connection.execute(select(articles).where(articles.c.id == article_id)).mappings().one_or_none()
    if row is None:
        raise NotFoundError("article", article_id)
    return article_of(row)


def replace_articles(connection: Connection, read: Mapping[str, Iterable[Article]]) -> None:
    """Make these the articles of their captures; those that stay keep their number and their reading.

    Of two with one id (the same words twice at one place) the first counts.
    """
    new = {found.id: (sha256, found) for sha256, several in read.items() for found in reversed(tuple(several))}
    columns = (articles.c[name] for name in ("id", "number", "digest"))
    kept = {row.id: row for row in connection.execute(select(*columns).where(articles.c.capture.in_(read)))}
    gone = [{"number": row.number, "id": article_id} for article_id, row in kept.items() if article_id not in new]
    _drop(connection, gone)
    retold = bool(gone)
    ordered = sorted(new)
    for at in range(0, len(ordered), _TOGETHER):
        rows = [_row(article_id, new[article_id][1], new[article_id][0]) for article_id in ordered[at : at + _TOGETHER]]
        changed = [row for row in rows if row["id"] not in kept or kept[row["id"]].digest != row["digest"]]
        if changed:
            _put(connection, changed)
            retold = retold or any(row["id"] in kept for row in changed)
    if retold:
        note_retold(connection)


def note_retold(connection: Connection) -> None:
    """Note that the words of known articles are no longer those that were found."""
    row = {"key": RETOLD, "value": "1"}
    more = {"value": cast(cast(meta.c.value, Integer) + 1, Text)}
    connection.execute(insert(meta).values(row).on_conflict_do_update(index_elements=["key"], set_=more))


def _put(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Insert articles, or update those of a known id, with their lines of the full-text index."""
    statement = insert(articles)
    shown = {column.name: column for column in statement.excluded if column.name not in {"number", "id", "current"}}
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=shown), rows)
    columns = (articles.c[name] for name in ("id", "number", "current"))
    asked = select(*columns).where(articles.c.id.in_([row["id"] for row in rows]))
    held = {row.id: row for row in connection.execute(asked)}
    index(connection, [row | {"number": held[row["id"]].number, "current": held[row["id"]].current} for row in rows])


def index(connection: Connection, rows: Iterable[RowMapping | Mapping[str, Any]]) -> None:
    """Put articles (number, title, text, current) into the full-text index in place of their old lines; only those that count.

    Those of which names are withheld wait for the next linking (`rashomon.store.publishing.stale`).
    """
    given = list(rows)
    waiting = held_back(connection, [row["number"] for row in given])
    connection.execute(_FROM_INDEX, [{"number": row["number"]} for row in given])
    lines = [
        {"number": row["number"], "title": folded(row["title"] or ""), "text": folded(row["text"])}
        for row in given
        if row["current"] and row["number"] not in waiting
    ]
    if lines:
        connection.execute(_TO_INDEX, lines)


def _drop(connection: Connection, gone: list[dict[str, Any]]) -> None:
    """Remove articles with their lines of the index and their faults; readings and links go with them."""
    if gone:
        connection.execute(_FROM_INDEX, gone)
        connection.execute(delete(faults).where(faults.c.source == bindparam("id")), gone)
        connection.execute(delete(articles).where(articles.c.number == bindparam("number")), gone)


def _row(article_id: str, read: Article, sha256: str) -> dict[str, Any]:
    if read.capture != sha256:
        raise LedgerError(f"article {read.n} of capture {sha256} says it stands in {read.capture!r} (a fault of its reader)")
    content = encode(read)
    try:
        content.encode()
    except UnicodeEncodeError as error:
        raise LedgerError(
            f"cannot keep article {read.n} of capture {sha256}: {error} (read its bytes with another encoding)"
        ) from error
    row = {name: getattr(read, name) for name in _FIELDS}
    return row | {
        "id": article_id,
        "authors": encode(read.authors),
        "parts": encode(read.parts),
        "credits": encode(read.credits),
        "links": encode(read.links),
        "headline": headline(read),
        "digest": long_id("sum", content),
    }


def digest_of_article(read: Article) -> str:
    """Return the digest that tells a changed article."""
    return long_id("sum", encode(read))


def headline(read: Article) -> str:
    """Return the title, or the first words of the body (of the text, where no body is marked) with an ellipsis."""
    if read.title is not None:
        return read.title
    body = read.spans(PartKind.LEAD, PartKind.BODY)
    begin = min((start for start, _ in body), default=0)
    words = " ".join(read.text[begin : begin + 4 * HEADLINE].split())
    if len(words) <= HEADLINE:
        return words
    return f"{words[: HEADLINE + 1].rpartition(' ')[0] or words[:HEADLINE]}…"
