"""Rows of what was taken in: articles, copies, mentions."""

import json
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, select

from rashomon.store.frames.contract import Row, Scope
from rashomon.store.frames.leaves import Leaf
from rashomon.store.frames.values import NO_DAYS, NO_ENDS, among, days, ends
from rashomon.store.tables import copies

#: The best copy of an article: the original's id and the kind.
Original = tuple[str, str]
_NONE: tuple[None, None] = (None, None)
_UNLINKED: tuple[None, None] = (None, None)


def copy_rows(connection: Connection, ids: tuple[str, ...], scope: Scope) -> list[Row]:
    """Return what these articles repeat, best first; nothing that may not be told."""
    asked = select(copies.c.article_id, copies.c.original_id, copies.c.kind, copies.c.score)
    asked = asked.where(among(copies.c.article_id, ids)).order_by(
        copies.c.article_id, copies.c.score.desc(), copies.c.original_id
    )
    return [tuple(row) for row in connection.execute(asked) if scope.tells(row.article_id) and scope.shows(row.original_id)]


def originals(rows: Sequence[Row]) -> Mapping[str, Original]:
    """Return the best original of each article by its id."""
    return {str(row[0]): (str(row[1]), str(row[2])) for row in reversed(rows)}


def article_row(leaf: Leaf, original: Original | None) -> Row:
    """Return the row of an article."""
    page = leaf.page
    _, first, last = days(page.published)
    return (
        page.id,
        page.capture,
        page.n,
        page.start,
        page.end,
        page.title,
        page.headline,
        _list(page.authors),
        page.outlet,
        leaf.grade,
        page.published,
        first,
        last,
        page.modified,
        page.url,
        page.language,
        page.digest_title,
        page.forwarded_from,
        _list(page.credits),
        _list(page.links),
        *(original or _NONE),
        leaf.reading.reader,
        page.text,
    )


def _list(stored: str) -> list[str]:
    """Return a stored list of texts."""
    found: list[str] = [] if stored == "[]" else json.loads(stored)
    return found


def mention_rows(leaf: Leaf) -> Iterator[Row]:
    """Yield the mentions of an article."""
    article, actors, places = leaf.page.id, leaf.actors, leaf.places
    entities: dict[str, str] = {}
    for mention in leaf.reading.mentions:
        key = mention.key
        _, start, end = mention.span
        yield (
            article,
            start,
            end,
            mention.kind,
            mention.text,
            entities.setdefault(key, f"e{len(entities) + 1}") if key else None,  # the key itself is made of a name
            mention.name,
            mention.named,
            actors.get(key, _UNLINKED)[1] if key else None,
            places.get(key, _UNLINKED)[1] if key else None,
            *(NO_DAYS if mention.date is None else days(mention.date)),
            *(NO_ENDS if mention.number is None else ends(mention.number)),
            mention.number_kind,
        )
