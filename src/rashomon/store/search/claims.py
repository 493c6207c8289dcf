"""The claims whose words answer a question: who says what, in which stance."""

import json
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from sqlalchemy import Connection, select

from rashomon.store.search.claim_views import claim_views
from rashomon.store.search.found import Found
from rashomon.store.search.hits import expression
from rashomon.store.search.tables import claims
from rashomon.store.search.words import Asked, Both, Either, Field, Without
from rashomon.store.tables import articles
from rashomon.store.views import ClaimView

#: The best so many claims are looked through where events are narrowed too.
LOOKED_AT_MOST = 5_000
_BEST_FIRST = "SELECT rowid FROM claim_index WHERE claim_index MATCH ? ORDER BY rank LIMIT ?"
_NEWEST_FIRST = "SELECT rowid FROM claim_index WHERE claim_index MATCH ? ORDER BY rowid DESC LIMIT ?"
_COUNT = "SELECT count(*) FROM (SELECT 1 FROM claim_index WHERE claim_index MATCH ? LIMIT ?)"
_COUNT_OF = """
    SELECT count(*) FROM (
        SELECT 1 FROM claim_index WHERE claim_index MATCH ?
        AND rowid IN (SELECT number FROM claims WHERE article_id IN (SELECT value FROM json_each(?))) LIMIT ?
    )
"""


def count_claims(connection: Connection, found: Found, article_ids: Sequence[str] | None = None, *, whole: bool = False) -> int:
    """Return how many claims hold the words, whatever else narrows; of these articles only, where some are given.

    Unless the whole is asked for, no more than `LOOKED_AT_MOST` are counted, and one that tells of more: a list ends there.
    """
    wanted = _wanted(found.asked)
    if wanted is None:
        return 0
    most = -1 if whole else LOOKED_AT_MOST + 1
    if article_ids is None:
        return int(connection.exec_driver_sql(_COUNT, (wanted, most)).scalar() or 0)
    return int(connection.exec_driver_sql(_COUNT_OF, (wanted, json.dumps([*article_ids]), most)).scalar() or 0)


def found_claims(connection: Connection, found: Found, size: int, skip: int) -> tuple[ClaimView, ...]:
    """Return a page of the claims that hold the words, best first; where events are narrowed, of articles that tell one."""
    wanted = _wanted(found.asked)
    if wanted is None:
        return ()
    many = count_claims(connection, found) > LOOKED_AT_MOST
    asked = dict.fromkeys((_wanted(found.own) or wanted, wanted))  # what the own words find stands first
    rows = (row for words in asked for row in _rows(connection, words, many=many))
    numbers = list(dict.fromkeys(rows))[:LOOKED_AT_MOST]
    if found.allowed:
        numbers = _allowed(connection, found, numbers)
    return claim_views(connection, numbers[skip : skip + size])


def _rows(connection: Connection, wanted: str, *, many: bool) -> Iterator[int]:
    """Yield the first claims that hold the words: the newest of very many, else the best."""
    found = connection.exec_driver_sql(_NEWEST_FIRST if many else _BEST_FIRST, (wanted, LOOKED_AT_MOST))
    yield from (row[0] for row in found.cursor.fetchall())


def _allowed(connection: Connection, found: Found, numbers: Sequence[int]) -> list[int]:
    """Return the claims whose article tells an event of the answer."""
    columns = found.columns
    told = np.zeros(len(columns.article_number), dtype=np.bool_)
    told[columns.article[found.events[columns.of_article]]] = True
    allowed = set(columns.article_number[told].tolist())
    asked = select(claims.c.number, articles.c.number.label("article")).join(articles, articles.c.id == claims.c.article_id)
    where = {row.number: row.article for row in connection.execute(asked.where(claims.c.number.in_(numbers)))}
    return [number for number in numbers if where.get(number) in allowed]


def _wanted(asked: Asked | None) -> str | None:
    """Return the words of a question in the index's syntax, its fields left out."""
    words = None if asked is None else _without_fields(asked)
    return None if words is None else expression(words)


def _without_fields(asked: Asked) -> Asked | None:
    if isinstance(asked, Field):
        return None
    if isinstance(asked, Without):
        inner = _without_fields(asked.part)
        return None if inner is None else Without(inner)
    if not isinstance(asked, Both | Either):
        return asked
    parts = _kept(asked.parts)
    return parts[0] if len(parts) == 1 else type(asked)(parts) if parts else None


def _kept(parts: Iterable[Asked]) -> tuple[Asked, ...]:
    return tuple(kept for part in parts if (kept := _without_fields(part)) is not None)
