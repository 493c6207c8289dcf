"""The claims whose words answer a question: who says what, in which stance."""

import json
from collections.abc import Iterable, Sequence

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
_OF_ARTICLES = " AND rowid IN (SELECT number FROM claims WHERE article_id IN (SELECT value FROM json_each(?)))"
_COUNT = "SELECT count(*) FROM claim_index WHERE claim_index MATCH ?"


def count_claims(connection: Connection, found: Found, article_ids: Sequence[str] | None = None) -> int:
    """Return how many claims hold the words, whatever else narrows; of these articles only, where some are given."""
    wanted = _wanted(found.asked)
    if wanted is None:
        return 0
    if article_ids is None:
        return int(connection.exec_driver_sql(_COUNT, (wanted,)).scalar() or 0)
    return int(connection.exec_driver_sql(_COUNT + _OF_ARTICLES, (wanted, json.dumps(list(article_ids)))).scalar() or 0)


def found_claims(connection: Connection, found: Found, size: int, skip: int) -> tuple[ClaimView, ...]:
    """Return a page of the claims that hold the words, best first; where events are narrowed, of articles that tell one."""
    wanted = _wanted(found.asked)
    if wanted is None:
        return ()
    many = count_claims(connection, found) > LOOKED_AT_MOST
    rows = connection.exec_driver_sql(_NEWEST_FIRST if many else _BEST_FIRST, (wanted, LOOKED_AT_MOST)).cursor.fetchall()
    numbers = [row[0] for row in rows]
    if found.allowed:
        numbers = _allowed(connection, found, numbers)
    return claim_views(connection, numbers[skip : skip + size])


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
