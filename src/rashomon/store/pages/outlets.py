"""Outlets: who publishes, whom each copies and is copied by, and what is listed of it."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, func, select

from rashomon.model.errors import NotFoundError
from rashomon.model.sources import Outlet
from rashomon.model.words import CopyKind
from rashomon.store.lines import article_lines
from rashomon.store.pages.newest import walked
from rashomon.store.pages.records import outlet_record
from rashomon.store.pages.settled import Settled
from rashomon.store.pages.views import OutletLine, OutletView, Part, Sharing
from rashomon.store.review.grading import outlet_grades
from rashomon.store.tables import articles, copies
from rashomon.text.folding import fold

#: Outlets on a page of the list, and the newest articles on the page of one.
PAGE, NEWEST = 100, 20
#: Outlets by a folded name, as lists have them.
Listed = Mapping[str, Outlet]


def outlet_list(connection: Connection, listed: Listed, page: int, settled: Settled) -> Part[OutletLine]:
    """Return a page of the outlets that the ledger holds articles of, most articles first."""
    asked = (
        select(articles.c.outlet, func.count().label("n"), func.min(articles.c.published), func.max(articles.c.published))
        .where(articles.c.outlet.is_not(None))
        .group_by(articles.c.outlet)
    )
    rows = sorted(connection.execute(asked).all(), key=lambda row: (-row.n, row.outlet))
    copying = _copying(connection, settled)
    wanted = rows[(page - 1) * PAGE : page * PAGE]
    shown = (OutletLine(name, n, first, last, copying[name], listed.get(fold(name))) for name, n, first, last in wanted)
    return Part(tuple(shown), page, PAGE, len(rows))


def _copying(connection: Connection, settled: Settled) -> Counter[str]:
    """Return how many of each outlet's articles repeat others."""
    copier = select(copies.c.article_id).distinct().subquery()
    # As an expression the outlet is no key to walk by: the few copies are looked up, not all articles.
    asked = select(articles.c.outlet.concat("").label("outlet"), func.count().label("n"))
    asked = asked.join_from(copier, articles, articles.c.id == copier.c.article_id).group_by(articles.c.outlet.concat(""))
    return settled.of(connection, ("copying",), lambda: Counter({row.outlet: row.n for row in connection.execute(asked)}))


def outlet_page(connection: Connection, listed: Listed, name: str, settled: Settled) -> OutletView:
    """Return an outlet by the name its articles have, or by a name that lists have for it; ``settled`` keeps what linking made.

    Raises:
        NotFoundError: no article is of it and no list has it.
    """
    line = _line(connection, listed, name, settled)
    own = select(articles.c.id).where(articles.c.outlet == line.name)
    ids = walked(connection, own, articles.c.published, articles.c.id, NEWEST)
    lines = article_lines(connection, ids)
    return OutletView(
        line,
        settled.of(connection, ("outlet", line.name), lambda: outlet_record(connection, line.name)),
        settled.of(connection, ("copies", line.name), lambda: _sharing(connection, line.name, is_copier=True)),
        settled.of(connection, ("copied", line.name), lambda: _sharing(connection, line.name, is_copier=False)),
        _relatives(listed, line.listed),
        tuple(lines[article_id] for article_id in ids),
        outlet_grades(connection, line.name),
    )


def _line(connection: Connection, listed: Listed, name: str, settled: Settled) -> OutletLine:
    known = listed.get(fold(name))
    for candidate in dict.fromkeys((name, *((known.name, *known.aliases) if known is not None else ()))):
        asked = select(func.count(), func.min(articles.c.published), func.max(articles.c.published))
        n, first, last = connection.execute(asked.where(articles.c.outlet == candidate)).one()
        if n:
            return OutletLine(candidate, n, first, last, _copying(connection, settled)[candidate], known)
    if known is None:
        raise NotFoundError("outlet", name)
    return OutletLine(known.name, 0, None, None, 0, known)


def _sharing(connection: Connection, name: str, *, is_copier: bool) -> tuple[Sharing, ...]:
    """Return the outlets that this one copies, or that copy it, most articles first."""
    later, original = articles.alias("later"), articles.alias("original")
    own, other = (later, original) if is_copier else (original, later)
    asked = (
        select(other.c.outlet, copies.c.kind, copies.c.article_id, copies.c.original_id)
        .join(later, later.c.id == copies.c.article_id)
        .join(original, original.c.id == copies.c.original_id)
        .where(own.c.outlet == name)
        .order_by(copies.c.score.desc(), copies.c.article_id)
    )
    found: dict[str | None, list[Any]] = {}
    for row in connection.execute(asked):
        found.setdefault(row.outlet, []).append(row)
    shares = (
        Sharing(
            outlet,
            len({row.article_id for row in rows}),
            tuple(sorted({CopyKind(row.kind) for row in rows})),
            (rows[0].article_id, rows[0].original_id),
        )
        for outlet, rows in found.items()
    )
    return tuple(sorted(shares, key=lambda one: (-one.articles, one.name or "")))


def _relatives(listed: Listed, own: Outlet | None) -> tuple[str, ...]:
    """Return the listed outlets of the same family."""
    if own is None or own.family is None:
        return ()
    return tuple(sorted({one.name for one in listed.values() if one.family == own.family and one.name != own.name}))
