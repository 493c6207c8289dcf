"""Alerts as they may be given out now: a mark or a private person that came later holds for what was decided before, too."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row

from rashomon.model.marks import Mark
from rashomon.store.alerts.contract import Alert, Told, Wish, Words
from rashomon.store.alerts.owners import cleared
from rashomon.store.codec import decode
from rashomon.store.publishing.sharing import restricted_articles
from rashomon.store.withheld import address_without, blot_whole, without_names
from rashomon.store.withholding import hidden_in


def shown(connection: Connection, rows: Iterable[Row[*tuple[Any, ...]]]) -> tuple[Alert, ...]:
    """Return alerts by their rows, each with its watch's ``wish``; what may no longer be shared is left out.

    Names of private persons are blotted out of words, and replaced elsewhere.
    """
    several = list(rows)
    wishes = cleared(connection, (decode(Wish, row.wish) for row in several))
    found = [(row, decode(Told, row.content), wish) for row, wish in zip(several, wishes, strict=True)]
    closed: dict[Mark, frozenset[str]] = {}
    for _, _, wish in found:
        if wish.clearance not in closed:
            closed[wish.clearance] = restricted_articles(connection, wish.clearance)
    kept = [(row, told, wish) for row, told, wish in found if closed[wish.clearance].isdisjoint(told.articles)]
    hidden = hidden_in(connection, (article for _, told, _ in kept for article in told.articles))
    names = {article: one.names for article, one in hidden.items()}
    return tuple(
        Alert(row.number, row.watch_id, wish.name, wish.owner, row.at, _unnamed(told, _names(told, names)))
        for row, told, wish in kept
    )


def _names(told: Told, names: Mapping[str, frozenset[str]]) -> set[str]:
    return {name for article in told.articles for name in names.get(article, ())}


def _unnamed(told: Told, names: set[str]) -> Told:
    """Return what an alert says without these names."""
    if not names:
        return told

    def words(one: Words) -> Words:
        outlet = None if one.outlet is None else without_names(one.outlet, names)
        source, url = without_names(one.source, names), address_without(one.url, names)
        return replace(one, text=blot_whole(one.text, names), source=source, outlet=outlet, url=url)

    return replace(
        told,
        what=tuple(without_names(line, names) for line in told.what),
        title=without_names(told.title, names),
        sources=tuple(without_names(source, names) for source in told.sources),
        words=tuple(words(one) for one in told.words),
    )
