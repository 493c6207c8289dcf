"""Check what linking made: link everything that was read once more, and compare row by row with what the ledger holds."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, select

from rashomon.linking.contract import Gazetteer, Registry
from rashomon.linking.digest import input_digest
from rashomon.linking.relinking.contract import Nothing
from rashomon.lists.withholding import load_withholding
from rashomon.model.ledger import Linked
from rashomon.store.database import reading
from rashomon.store.decisions import all_decisions
from rashomon.store.event_rows import event_rows
from rashomon.store.evidence.views import Problem
from rashomon.store.linked import linked_digest
from rashomon.store.linked_rows import link_rows, registry_rows
from rashomon.store.pages.monthly import monthly
from rashomon.store.publishing.privacy import privately, rules_applied
from rashomon.store.publishing.reaching import reaching
from rashomon.store.remembered.remembered import RememberedStore
from rashomon.store.settling import Row, named
from rashomon.store.tables import LINKED, actor_names, actors, place_months, roots

#: Rows of a table that are named.
_NAMED = 10
#: Ids of these are made of names, which may be those of private persons: they are counted and not named.
_UNNAMED = frozenset({actors, actor_names, roots})
_MISSING, _TOO_MUCH, _OTHERWISE = "is missing", "is not what linking makes", "says otherwise than linking does"
_UNLINKED = "nothing was linked yet, so what linking makes was not compared (next: rashomon update)"
_STALE = "lists, readings or decisions changed since linking ran, so what it made was not compared (next: rashomon update)"


@dataclass(frozen=True, slots=True)
class Known:
    """What linking is given besides readings and decisions: the ledger's folder of lists, actors and places."""

    lists: Path
    registry: Registry
    gazetteer: Gazetteer


class Linkage:
    """One check of what linking made. ``rows`` are those that were compared, ``stale`` says why none were."""

    def __init__(self, engine: Engine, known: Known) -> None:
        self._engine = engine
        self._known = known
        self.rows = 0
        self.stale: str | None = None

    def problems(self) -> Iterator[Problem]:
        """Yield the rows that are missing, too many or otherwise; nothing where linking has yet to run."""
        from rashomon.linking.relinking.relinking import relink  # noqa: PLC0415 - numpy and all of linking

        known, remembered = self._known, RememberedStore(self._engine, self._known.lists)
        rules = load_withholding(known.lists)
        with reading(self._engine) as connection:
            decisions, digest, applied = all_decisions(connection), linked_digest(connection), rules_applied(connection)
        if digest != input_digest(remembered.stamps().items(), known.registry, known.gazetteer, decisions) or (
            rules.digest != applied and (rules.rules or applied)
        ):
            self.stale = _UNLINKED if digest is None else _STALE
            return
        made = relink(remembered, Nothing(), known.registry, known.gazetteer, decisions).linked
        linked = privately(made, reaching(rules, made.actors))
        with reading(self._engine) as connection:
            wanted = _rows(connection, linked)
            self.rows = sum(map(len, wanted.values()))
            for table in LINKED:
                yield from _told(table, _differing(connection, table, wanted.get(table, ())))


def _rows(connection: Connection, linked: Linked) -> dict[Table, list[Row]]:
    """Return the rows that the tables should hold."""
    wanted = registry_rows(linked) | link_rows(linked) | event_rows(connection, linked)
    return wanted | {place_months: monthly(wanted)}


def _differing(connection: Connection, table: Table, rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Yield what a row of the table is about, and what is wrong with it."""
    keys = named(table)
    wanted: dict[tuple[Any, ...], Row] = {tuple(row[name] for name in keys): row for row in rows}
    for row in connection.execute(select(table)).mappings():
        due = wanted.pop(tuple(row[name] for name in keys), None)
        if due is None:
            yield _about(table, row), _TOO_MUCH
        elif any(due[name] != row[name] for name in due):
            yield _about(table, row), _OTHERWISE
    yield from ((_about(table, row), _MISSING) for row in wanted.values())


def _about(table: Table, row: Any) -> str:  # noqa: ANN401 (a row of the table, or one that it should hold)
    """Return the event, article or thing that a row is about."""
    if table in _UNNAMED:
        return ""
    name = next((name for name in ("event_id", "article_id", "id", "place_id") if row.get(name)), None)
    return "" if name is None else str(row[name])


def _told(table: Table, differing: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Yield what is wrong with a table: the first by name, of the others how many."""
    counted = Counter(differing)
    for (about, what), count in list(counted.items())[:_NAMED]:
        yield Problem("linking", f"{table.name} {about}".rstrip(), f"{what}: {count} row{'s' * (count != 1)}")
    more = sum(list(counted.values())[_NAMED:])
    if more:
        yield Problem("linking", table.name, f"{more} more rows differ from what linking makes")
