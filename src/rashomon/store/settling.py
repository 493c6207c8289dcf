"""Bring tables to the rows they should hold: rows that are the same are not touched, so that a small change is a small write."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import Column, Connection, Table, and_, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

Row = dict[str, Any]
_NUMBER = "number"
#: Values that one statement may name.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Within:
    """Which rows of a table are looked at: those with one of these values in a column. All others stay as they are."""

    column: Column[str]
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Change:
    """What is to be done to one table: rows to remove, by their primary key, and rows to put."""

    table: Table
    gone: tuple[Row, ...]
    put: tuple[Row, ...]


def settle(
    connection: Connection,
    wanted: Mapping[Table, Iterable[Row]],
    order: Sequence[Table],
    within: Mapping[Table, Within] = MappingProxyType({}),
) -> int:
    """Make the tables hold exactly these rows, and return how many rows that changed.

    Args:
        connection: inside a writing transaction.

        wanted: all rows of each table; a table numbers its rows itself where it has numbers, and a row keeps its number.

        order: the tables, those that point to others before the others.

        within: of some tables the rows that are looked at; the wanted ones are all among them.
    """
    changes = [_change(connection, table, wanted.get(table, ()), within.get(table)) for table in order]
    for change in changes:
        _remove(connection, change)
    for change in reversed(changes):
        _put(connection, change)
    return sum(len(change.gone) + len(change.put) for change in changes)


def named(table: Table) -> tuple[str, ...]:
    """Return the columns that tell the rows of a table apart: the key, or where that is a number what is unique, or all."""
    keys = tuple(column.name for column in table.primary_key)
    if keys != (_NUMBER,):
        return keys
    unique = tuple(column.name for column in table.columns if column.unique)
    return unique or tuple(column.name for column in table.columns if column.name != _NUMBER)


def _held(connection: Connection, table: Table, within: Within | None) -> Iterator[Mapping[Any, Any]]:
    """Yield the rows of a table, or those that are looked at."""
    if within is None:
        yield from connection.execute(select(table)).mappings()
        return
    values = sorted(within.values)
    for at in range(0, len(values), _AT_ONCE):
        chosen = within.column.in_(values[at : at + _AT_ONCE])
        yield from connection.execute(select(table).where(chosen)).mappings().all()


def _change(connection: Connection, table: Table, rows: Iterable[Row], within: Within | None) -> _Change:
    names, keys = named(table), tuple(column.name for column in table.primary_key)
    shown = tuple(column.name for column in table.columns if column.name != _NUMBER)
    wanted = {tuple(row[name] for name in names): row for row in rows}
    same: set[tuple[Any, ...]] = set()
    gone: list[Row] = []
    for row in _held(connection, table, within):
        key = tuple(row[name] for name in names)
        if key not in wanted:
            gone.append({f"old_{name}": row[name] for name in keys})
        elif all(wanted[key][name] == row[name] for name in shown):
            same.add(key)
    return _Change(table, tuple(gone), tuple(row for key, row in wanted.items() if key not in same))


def _remove(connection: Connection, change: _Change) -> None:
    if change.gone:
        keys = [column == bindparam(f"old_{column.name}") for column in change.table.primary_key]
        connection.execute(delete(change.table).where(and_(*keys)), list(change.gone))


def _put(connection: Connection, change: _Change) -> None:
    """Insert or update; a row that is updated keeps what points to it."""
    if not change.put:
        return
    statement, names = insert(change.table), named(change.table)
    others = {
        column.name: statement.excluded[column.name] for column in change.table.columns if column.name not in {*names, _NUMBER}
    }
    if others:
        statement = statement.on_conflict_do_update(index_elements=list(names), set_=others)
    connection.execute(statement, list(change.put))
