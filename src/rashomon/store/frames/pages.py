"""Rows of what was taken in: articles, copies, mentions."""

import json
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, select

from rashomon.store.frames.contract import Row, Scope
from rashomon.store.frames.leaves import Leaf
from rashomon.store.frames.raw import several
from rashomon.store.frames.values import NO_DAYS, NO_ENDS, among, days, ends
from rashomon.store.tables import copies

#: The best copy of an article: the original's id and the kind.
Original = tuple[str, str]
_NONE: tuple[None, None] = (None, None)


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
    row = leaf.row
    _, first, last = days(leaf.published)
    return (
        leaf.id,
        *(row[name] for name in ("capture", "n", "start", "end", "title", "headline")),
        _list(row["authors"]),
        leaf.outlet,
        leaf.grade,
        leaf.published,
        first,
        last,
        *(row[name] for name in ("modified", "url", "language", "digest_title", "forwarded_from")),
        _list(row["credits"]),
        _list(row["links"]),
        *(original or _NONE),
        leaf.reading.get("reader"),
        leaf.text,
    )


def _list(stored: object) -> list[str]:
    """Return a stored list of texts."""
    found: list[str] = [] if stored == "[]" else json.loads(str(stored))
    return found


def mention_rows(leaf: Leaf) -> Iterator[Row]:
    """Yield the mentions of an article."""
    actors, places = leaf.actors, leaf.places
    entities: dict[str, str] = {}
    for mention in several(leaf.reading, "mentions"):
        get = mention.get
        key, date, number = get("key"), get("date"), get("number")
        _, start, end = mention["span"]
        yield (
            leaf.id,
            start,
            end,
            mention["kind"],
            mention["text"],
            entities.setdefault(key, f"e{len(entities) + 1}") if key else None,  # the key itself is made of a name
            get("name"),
            get("named", False),
            actors[key][1] if key in actors else None,
            places[key][1] if key in places else None,
            *(NO_DAYS if date is None else days(date)),
            *(NO_ENDS if number is None else ends(number)),
            get("number_kind"),
        )
