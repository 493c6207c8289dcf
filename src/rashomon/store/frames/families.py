"""Which tables are read together, by which keys, and what makes their rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

from rashomon.model.sources import Outlet
from rashomon.store.frames.contract import Row, Scope
from rashomon.store.frames.disputing import contradiction_rows, series_rows
from rashomon.store.frames.happening import event_rows
from rashomon.store.frames.keeping import capture_rows, decision_rows
from rashomon.store.frames.leaves import leaves
from rashomon.store.frames.pages import article_row, copy_rows, mention_rows, originals
from rashomon.store.frames.registered import Registered
from rashomon.store.frames.registry import actor_rows, outlet_rows, place_rows, root_rows
from rashomon.store.frames.telling import account_rows, claim_rows, figure_rows, tie_rows
from rashomon.store.tables import actors, articles, captures, contradictions, decisions, events, places, roots, series

Rows = dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Lists:
    """What lists say of outlets: the letters of the graded by name, and the listed by folded name."""

    grades: Mapping[str, str]
    outlets: Mapping[str, Outlet]


@dataclass(frozen=True, slots=True)
class Needed:
    """What rows are made for: some keys, the part to be told, and the tables that are wanted (``None`` is all)."""

    keys: tuple[str, ...]
    scope: Scope
    lists: Lists
    registered: Registered
    only: frozenset[str] | None = None

    def wants(self, name: str) -> bool:
        """Return whether a table is wanted."""
        return self.only is None or name in self.only


@dataclass(frozen=True, slots=True)
class Family:
    """Tables that are read together.

    Args:
        keys: all keys of the rows they are read from, each once; a piece takes so many of them in order.

        rows: makes a piece's rows.
    """

    name: str
    tables: tuple[str, ...]
    keys: Select[Any]
    at_once: int
    rows: Callable[[Connection, Needed], Rows]


def _of_articles(connection: Connection, needed: Needed) -> Rows:
    """Return the rows of articles and of all that they tell."""
    found: Rows = {name: [] for name in ("articles", "copies", "mentions", "accounts", "claims", "figures", "ties")}
    found["copies"] = copy_rows(connection, needed.keys, needed.scope)
    original = originals(found["copies"])
    for leaf in leaves(connection, needed.keys, needed.lists.grades, needed.scope, needed.registered):
        found["articles"].append(article_row(leaf, original.get(leaf.page.id)))
        if needed.wants("mentions"):
            found["mentions"].extend(mention_rows(leaf))
        if needed.wants("accounts"):
            found["accounts"].extend(account_rows(leaf, needed.scope))
        if needed.wants("claims"):
            found["claims"].extend(claim_rows(leaf, needed.scope))
        if needed.wants("figures"):
            found["figures"].extend(figure_rows(leaf, needed.scope))
        if needed.wants("ties"):
            found["ties"].extend(tie_rows(leaf))
    return found


def _of_events(connection: Connection, needed: Needed) -> Rows:
    return event_rows(connection, needed.keys, needed.scope, needed.registered)


def _scoped(rows: Callable[[Connection, tuple[str, ...], Scope], Rows]) -> Callable[[Connection, Needed], Rows]:
    return lambda connection, needed: rows(connection, needed.keys, needed.scope)


def _of_outlets(connection: Connection, needed: Needed) -> Rows:
    return outlet_rows(connection, needed.keys, needed.scope, needed.lists.outlets, needed.lists.grades)


_TOLD = ("accounts", "claims", "figures", "ties", "articles", "copies", "mentions")
_PRINTED = select(articles.c.outlet.label("key")).where(articles.c.current, articles.c.outlet.is_not(None)).distinct()

FAMILIES: tuple[Family, ...] = (
    Family("events", ("events", "event_values"), select(events.c.id.label("key")), 1000, _of_events),
    Family("articles", _TOLD, select(articles.c.id.label("key")).where(articles.c.current), 500, _of_articles),
    Family(
        "contradictions",
        ("contradictions", "sides"),
        select(contradictions.c.id.label("key")).distinct(),
        500,
        _scoped(contradiction_rows),
    ),
    Family("series", ("series", "series_points"), select(series.c.id.label("key")), 50, _scoped(series_rows)),
    Family("roots", ("roots",), select(roots.c.id.label("key")), 500, _scoped(root_rows)),
    Family("actors", ("actors", "aliases", "listed_ties"), select(actors.c.id.label("key")), 1000, _scoped(actor_rows)),
    Family("places", ("places",), select(places.c.id.label("key")), 1000, _scoped(place_rows)),
    Family("outlets", ("outlets",), _PRINTED, 20, _of_outlets),
    Family("captures", ("captures",), select(captures.c.sha256.label("key")), 1000, _scoped(capture_rows)),
    Family("decisions", ("decisions",), select(decisions.c.id.label("key")), 500, _scoped(decision_rows)),
)
