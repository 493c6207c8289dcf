"""The flat tables of one ledger, a piece at a time."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, Select

from rashomon.lists.outlets import load_outlets
from rashomon.store.database import reading
from rashomon.store.frames.contract import Cut, Row, Scope
from rashomon.store.frames.families import FAMILIES, Family, Lists, Needed
from rashomon.store.frames.registered import Registered
from rashomon.store.frames.scoping import scope_of
from rashomon.store.linked import linked_digest
from rashomon.store.publishing.contract import Selection
from rashomon.store.search.grades import outlet_grades
from rashomon.store.search.searching import Searching


class FrameStore:
    """The tables of one ledger. Keeps to `rashomon.store.frames.contract.Frames`.

    Args:
        engine: of the ledger's file.

        lists: folder of the ledger's own lists.

        search: gives what finds the events of a question; only called where a selection narrows.
    """

    def __init__(self, engine: Engine, lists: Path, search: Callable[[], Searching]) -> None:
        self._engine = engine
        self._folder = lists
        self._search = search
        self._told: tuple[Scope, Registered] | None = None

    @cached_property
    def _lists(self) -> Lists:
        return Lists(outlet_grades(self._folder), load_outlets(self._folder))

    def scope(self, selection: Selection) -> Scope:
        """Return the part of the ledger that a selection means: all of it where nothing narrows and no capture is restricted."""
        return scope_of(self._engine, self._search, selection)

    def cuts(self, scope: Scope, only: frozenset[str] | None = None) -> Iterator[Cut]:
        """Yield the pieces of all tables, or of these alone, in the order of their rows."""
        for family in FAMILIES:
            if only is None or not only.isdisjoint(family.tables):
                for keys in self._keys(family, scope):
                    yield Cut(family.name, keys)

    def _keys(self, family: Family, scope: Scope) -> Iterator[tuple[str, ...]]:
        """Yield a family's keys, sorted, so many at once."""
        chosen = {"articles": scope.articles, "events": scope.events}.get(family.name)
        if chosen is not None:
            ordered = iter(sorted(chosen))
            while keys := tuple(islice(ordered, family.at_once)):
                yield keys
            return
        last = ""
        while True:
            with reading(self._engine) as connection:
                keys = tuple(connection.scalars(_after(family.keys, last).limit(family.at_once)))
            if keys:
                yield keys
            if len(keys) < family.at_once:
                return
            last = keys[-1]

    def rows(self, cut: Cut, scope: Scope, only: frozenset[str] | None = None) -> Mapping[str, list[Row]]:
        """Return a piece's rows by the names of their tables."""
        family = next(one for one in FAMILIES if one.name == cut.family)
        with reading(self._engine) as connection:
            found = family.rows(connection, Needed(cut.keys, scope, self._lists, self._registered(scope), only))
        return {name: rows for name, rows in found.items() if only is None or name in only}

    def _registered(self, scope: Scope) -> Registered:
        """Return what was read of actors, places and roots for the same part; another part is another export."""
        told = self._told
        if told is None or told[0] is not scope:
            told = self._told = scope, Registered()
        return told[1]

    def version(self) -> str:
        """Return the digest of what was linked last; the empty text before the first time."""
        with reading(self._engine) as connection:
            return linked_digest(connection) or ""


def _after(keys: Select[Any], last: str) -> Select[Any]:
    """Return the keys behind one, in order."""
    column = keys.selected_columns[0]
    within = keys.where(column > last) if not hasattr(column, "element") else keys.where(column.element > last)
    return within.order_by("key")
