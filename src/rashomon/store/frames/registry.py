"""Rows of actors, places, outlets and roots; where only a part of a ledger is told, of those that this part speaks of."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, Table, func, select

from rashomon.model.actors import Actor
from rashomon.model.places import Place
from rashomon.model.sources import Outlet
from rashomon.store.codec import decode
from rashomon.store.frames.contract import Row, Scope
from rashomon.store.frames.values import among, days, fetched, given
from rashomon.store.pages.origins import withheld_among
from rashomon.store.publishing.sharing import actors_unmet
from rashomon.store.tables import (
    actor_links,
    actors,
    articles,
    copies,
    event_accounts,
    event_actors,
    event_places,
    place_links,
    places,
    roots,
)
from rashomon.store.withheld import PRIVATE_PERSON
from rashomon.text.folding import fold


def actor_rows(connection: Connection, ids: tuple[str, ...], scope: Scope) -> dict[str, list[Row]]:
    """Return the rows of these actors, their aliases and their listed ties; private persons are left out."""
    asked = select(actors.c.id, actors.c.content).where(among(actors.c.id, ids), ~actors.c.withheld).order_by(actors.c.id)
    counts = _events(connection, event_actors, event_actors.c.actor_id, ids, scope)
    met = _met(connection, actor_links, actor_links.c.actor_id, ids, scope)
    unmet = actors_unmet(connection, ids, scope.hidden)
    found: dict[str, list[Row]] = {"actors": [], "aliases": [], "listed_ties": []}
    known = [(key, decode(Actor, content)) for key, content in connection.execute(asked)]
    private = withheld_among(connection, {name for _, actor in known for tie in actor.ties for name in (tie.subject, tie.object)})
    for key, actor in known:
        if not (key in met or (actor.listed and scope.events is None and key not in unmet)):
            continue
        found["actors"].append(
            (key, actor.name, str(actor.kind), actor.country, actor.listed, actor.sectors, actor.sides, counts.get(key, 0))
        )
        shown = (alias for alias in actor.aliases if scope.shows(alias.source))
        found["aliases"].extend((key, alias.text, alias.source, alias.ambiguous) for alias in shown)
        found["listed_ties"].extend(
            (key, tie.subject, str(tie.relation), tie.object, tie.source, *days(_written(tie.valid)), tie.role)
            for tie in actor.ties
            if private.isdisjoint((tie.subject, tie.object))
        )
    return found


def _written(value: object) -> str | None:
    return None if value is None else str(value)


def _met(connection: Connection, links: Table, goal: ColumnElement[str], ids: tuple[str, ...], scope: Scope) -> frozenset[str]:
    """Return those of some actors or places that the articles to be told name."""
    if scope.is_whole:
        return frozenset(ids)
    asked = select(goal, links.c.article_id).where(among(goal, ids))
    return frozenset(key for key, article_id in connection.execute(asked) if scope.tells(article_id))


def _events(
    connection: Connection, table: Table, goal: ColumnElement[str], ids: tuple[str, ...], scope: Scope
) -> Mapping[str, int | None]:
    """Return how many events each actor or place has; ``None`` for all where that may not be told of the whole ledger."""
    if scope.events is not None:
        pairs = connection.execute(select(goal, table.c.event_id).where(among(goal, ids)).distinct())
        counted: dict[str, int | None] = {}
        for key, event_id in pairs:
            if event_id in scope.events:
                counted[key] = (counted.get(key) or 0) + 1
        return counted
    if scope.hidden:
        return dict.fromkeys(ids)
    asked = select(goal, func.count(table.c.event_id.distinct())).where(among(goal, ids)).group_by(goal)
    return {key: n for key, n in connection.execute(asked)}  # noqa: C416 (rows are not pairs to the type checker)


def place_rows(connection: Connection, ids: tuple[str, ...], scope: Scope) -> dict[str, list[Row]]:
    """Return the rows of these places."""
    counts = _events(connection, event_places, event_places.c.place_id, ids, scope)
    met = _met(connection, place_links, place_links.c.place_id, ids, scope)
    asked = select(places.c.id, places.c.content).where(among(places.c.id, ids)).order_by(places.c.id)
    found: list[Row] = []
    for key, content in connection.execute(asked):
        place = decode(Place, content)
        if key in met:
            head = (key, place.name, place.country, place.admin1, place.admin2, str(place.precision), place.lat, place.lon)
            found.append((*head, place.population, place.source or None, counts.get(key, 0)))
    return {"places": found}


def root_rows(connection: Connection, ids: tuple[str, ...], scope: Scope) -> dict[str, list[Row]]:
    """Return the rows of these roots; one of which no account may be told is left out."""
    asked = select(roots.c.id, roots.c.kind, roots.c.name).where(among(roots.c.id, ids)).order_by(roots.c.id)
    held = connection.execute(asked).all()
    private = withheld_among(connection, {row.name for row in held})
    counts = _accounts(connection, ids, scope)
    return {
        "roots": [
            (row.id, row.kind, PRIVATE_PERSON if row.name in private else row.name, *counts.get(row.id, (0, 0, 0)))
            for row in held
            if row.id in counts or scope.is_whole
        ]
    }


def _accounts(connection: Connection, ids: tuple[str, ...], scope: Scope) -> dict[str, tuple[int, int, int]]:
    """Return how many accounts, articles and events each root has."""
    root, told = event_accounts.c.root_id, event_accounts
    if scope.is_whole:
        counted = (func.count(), func.count(told.c.article_id.distinct()), func.count(told.c.event_id.distinct()))
        asked = given(ids)
        rows = fetched(connection, select(root, *counted).join_from(asked, told, root == asked.c.value).group_by(asked.c.value))
        return {row[0]: (row[1], row[2], row[3]) for row in rows}
    found: dict[str, tuple[list[str], set[str], set[str]]] = {}
    for key, article_id, event_id in connection.execute(select(root, told.c.article_id, told.c.event_id).where(among(root, ids))):
        if scope.shows(article_id) and scope.has(event_id):
            accounts, where, happened = found.setdefault(key, ([], set(), set()))
            accounts.append(key)
            where.add(article_id)
            happened.add(event_id)
    return {key: (len(accounts), len(where), len(happened)) for key, (accounts, where, happened) in found.items()}


def outlet_rows(
    connection: Connection, ids: tuple[str, ...], scope: Scope, listed: Mapping[str, Outlet], grades: Mapping[str, str]
) -> dict[str, list[Row]]:
    """Return the rows of these outlets; one of which no article may be told is left out."""
    asked = select(articles.c.outlet, articles.c.id, articles.c.published).where(
        articles.c.current, among(articles.c.outlet, ids)
    )
    copying = select(copies.c.article_id).join(articles, articles.c.id == copies.c.article_id)
    repeats = frozenset(connection.scalars(copying.where(among(articles.c.outlet, ids))))
    told: dict[str, list[tuple[str, str | None]]] = {}
    for outlet, article_id, published in connection.execute(asked):
        if scope.tells(article_id):
            told.setdefault(outlet, []).append((article_id, published))
    rows: list[Row] = []
    for name in sorted(told):
        known = listed.get(fold(name))
        printed = sorted(published for _, published in told[name] if published is not None)
        rows.append(
            (
                name,
                *((None,) * 4 if known is None else (known.name, known.kind and str(known.kind), known.family, known.country)),
                grades.get(name),
                len(told[name]),
                sum(article_id in repeats for article_id, _ in told[name]),
                *((printed[0], printed[-1]) if printed else (None, None)),
            )
        )
    return {"outlets": rows}
