"""Rows as Arrow tables. pyarrow comes with an extra, so it is loaded where it is used."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from rashomon.model.errors import RashomonError
from rashomon.store.frames.contract import Column, FlatTable, Kind, Row


class MissingExtraError(RashomonError):
    """A library is not installed that only some need.

    Args:
        library: its name.

        install: what to give to pip.
    """

    def __init__(self, library: str, install: str) -> None:
        super().__init__(f"{library} is not installed (try: pip install {install!r})")
        self.library = library


def pyarrow() -> Any:  # noqa: ANN401 (it has no types)
    """Return pyarrow. Raises MissingExtraError."""
    try:
        return import_module("pyarrow")
    except ModuleNotFoundError as error:
        raise MissingExtraError("pyarrow", "rashomon[frames]") from error


def schema_of(table: FlatTable) -> Any:  # noqa: ANN401 (pyarrow has no types)
    """Return a table's schema; every field carries its meaning, its unit and what it joins."""
    arrow = pyarrow()
    types = {
        Kind.CODE: arrow.string(),
        Kind.TEXT: arrow.string(),
        Kind.INTEGER: arrow.int64(),
        Kind.NUMBER: arrow.float64(),
        Kind.FLAG: arrow.bool_(),
        Kind.DAY: arrow.date32(),
        Kind.CODES: arrow.list_(arrow.string()),
        Kind.TEXTS: arrow.list_(arrow.string()),
    }
    fields = [arrow.field(column.name, types[column.kind], metadata=_said(column)) for column in table.columns]
    return arrow.schema(fields, metadata={"meaning": table.meaning, "key": ", ".join(table.key)})


def _said(column: Column) -> dict[str, str]:
    said = {"meaning": column.meaning, "unit": column.unit, "joins": column.joins}
    return {name: value for name, value in said.items() if value is not None}


def table_of(table: FlatTable, rows: Sequence[Row]) -> Any:  # noqa: ANN401 (pyarrow has no types)
    """Return rows as an Arrow table."""
    arrow, schema = pyarrow(), schema_of(table)
    if not rows:
        return schema.empty_table()
    columns = zip(*rows, strict=True)
    arrays = [arrow.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
    return arrow.Table.from_arrays(arrays, schema=schema)
