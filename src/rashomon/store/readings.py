"""Readings: what extraction found in each article, kept whole, with an index of the ids they hold."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from sqlalchemy import Connection, and_, delete, select
from sqlalchemy.dialects.sqlite import insert

from rashomon.linking.contract import Source
from rashomon.model.errors import NotFoundError
from rashomon.model.ids import long_id
from rashomon.model.reading import Reading, Tie
from rashomon.model.words import Stance
from rashomon.store.articles import article_of
from rashomon.store.codec import decode, encode
from rashomon.store.search.claim_lines import put_claims
from rashomon.store.tables import articles, faults, findings, readings

#: Articles that one step of `sources_after` reads.
BATCH = 200
#: What a claim against the words of a tie makes of it, the worse first.
AGAINST = {Stance.DENIES: "denied", Stance.DOUBTS: "doubted", Stance.CANNOT_VERIFY: "doubted"}


def unread_articles(connection: Connection, extractor_version: str) -> tuple[str, ...]:
    """Return ids of articles that this version has not read as they are now, sorted."""
    current = and_(
        readings.c.article_id == articles.c.id,
        readings.c.digest == articles.c.digest,
        readings.c.reader == extractor_version,
    )
    asked = select(articles.c.id).outerjoin(readings, current).where(readings.c.article_id.is_(None), articles.c.current)
    return tuple(connection.scalars(asked.order_by(articles.c.id)))


def readers(connection: Connection) -> tuple[tuple[str, str], ...]:
    """Return the id of each article that counts and has a reading, and what read it, sorted."""
    counting = articles.c.current & (articles.c.id == readings.c.article_id)
    asked = select(readings.c.article_id, readings.c.reader).join(articles, counting).order_by(readings.c.article_id)
    return tuple((row.article_id, row.reader) for row in connection.execute(asked))


def put_readings(connection: Connection, read: Iterable[Reading]) -> None:
    """Keep readings, each in place of the article's last one, and clear the faults of these articles.

    Raises:
        NotFoundError: the ledger does not hold the article of one of them.
    """
    by_article = {reading.article_id: reading for reading in read}
    for ids in batches(sorted(by_article)):
        asked = select(articles.c.id, articles.c.digest).where(articles.c.id.in_(ids))
        digests = {row.id: row.digest for row in connection.execute(asked)}
        missing = next((article_id for article_id in ids if article_id not in digests), None)
        if missing is not None:
            raise NotFoundError("article", missing)
        connection.execute(delete(findings).where(findings.c.article_id.in_(ids)))
        connection.execute(delete(faults).where(faults.c.source.in_(ids)))
        _put(connection, [(by_article[article_id], digests[article_id]) for article_id in ids])
        put_claims(connection, (by_article[article_id] for article_id in ids))


def _put(connection: Connection, read: list[tuple[Reading, str]]) -> None:
    statement = insert(readings)
    shown = {name: statement.excluded[name] for name in ("reader", "digest", "content", "sum")}
    rows = [_row(reading, digest) for reading, digest in read]
    connection.execute(statement.on_conflict_do_update(index_elements=["article_id"], set_=shown), rows)
    found = list(chain.from_iterable(findings_of(reading) for reading, _ in read))
    if found:
        connection.execute(insert(findings).on_conflict_do_nothing(), found)


def _row(reading: Reading, digest: str) -> dict[str, str]:
    content = encode(reading)
    named = {"article_id": reading.article_id, "reader": reading.reader, "digest": digest}
    return named | {"content": content, "sum": long_id("sum", content)}


def findings_of(reading: Reading) -> Iterator[dict[str, Any]]:
    """Yield a row for every account, claim, figure and tie of a reading."""
    for account in reading.accounts:
        yield _finding(reading, "account", account.id, says=account.status)
    for claim in reading.claims:
        yield _finding(reading, "claim", claim.id, claim.source, says=claim.stance)
    for figure in reading.figures:
        yield _finding(reading, "figure", figure.id, figure.source)
    for tie in reading.ties:
        yield _finding(reading, "tie", tie.id, tie.subject, tie.object, tie.relation) | {
            "standing": standing(reading, tie),
            "valid": None if tie.valid is None else str(tie.valid),
        }


def standing(reading: Reading, tie: Tie) -> str | None:
    """Return "denied" or "doubted" where the article has somebody say so of the words that state a tie, else ``None``."""
    against = {claim.stance for claim in reading.claims if claim.stance in AGAINST and claim.content.overlaps(tie.evidence)}
    return next((word for stance, word in AGAINST.items() if stance in against), None)


def _finding(
    reading: Reading, kind: str, ref: str, key: str | None = None, other: str | None = None, says: str | None = None
) -> dict[str, Any]:
    return {
        "id": ref,
        "kind": kind,
        "article_id": reading.article_id,
        "key": key,
        "other": other,
        "says": says,
        "standing": None,
        "valid": None,
    }


def sources_after(connection: Connection, article_id: str) -> tuple[Source, ...]:
    """Return the next `BATCH` articles that count and have a reading, after this id, sorted by id."""
    asked = (
        select(articles, readings.c.content)
        .join(readings, readings.c.article_id == articles.c.id)
        .where(articles.c.id > article_id, articles.c.current)
        .order_by(articles.c.id)
        .limit(BATCH)
    )
    return tuple(Source(article_of(row), decode(Reading, row["content"])) for row in connection.execute(asked).mappings())


def batches(ids: list[str]) -> Iterator[list[str]]:
    """Cut a list of ids into pieces that one statement may name."""
    for begin in range(0, len(ids), BATCH):
        yield ids[begin : begin + BATCH]
