"""Tables as CSV: one file a table, UTF-8 with a line of names, for spreadsheets and for programs without Parquet."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from rashomon.exports.cells import joined, safe
from rashomon.exports.contract import Order
from rashomon.exports.tables.writing import Writer
from rashomon.store.frames.contract import FlatTable, Kind, Row
from rashomon.store.ledger import Ledger


def write_csv(ledger: Ledger, folder: Path, order: Order, processes: int | None = None) -> Iterable[Path]:
    """Write every table as ``NAME.csv``, with ``README.md`` and ``tables.json`` that document them.

    Args:
        ledger: what is written.

        folder: where to; made if it is not there.

        order: what part, and how far it may be shared. Tables hold every version, so its aggregation changes nothing.

        processes: how many tell; ``None`` is one for each processor.

    Raises:
        LedgerError: the ledger cannot be read, or was linked anew meanwhile.
    """
    return Writer(encode, CsvFile, "csv").write(ledger, folder, order, processes)


def encode(table: FlatTable, rows: Sequence[Row]) -> bytes:
    """Return some rows of a table as lines."""
    columns = zip(*rows, strict=True)
    shown = (
        map(_SHOWN[column.kind], values) if column.kind in _SHOWN else values
        for column, values in zip(table.columns, columns, strict=True)
    )
    return _lines(zip(*shown, strict=True))


def _lines(rows: Iterable[Iterable[object]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def _number(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _flag(value: object) -> object:
    return None if value is None else "true" if value else "false"


def _codes(value: object) -> object:
    assert isinstance(value, list | tuple)
    return "; ".join(one or "" for one in value) if value else None


def _texts(value: object) -> object:
    assert isinstance(value, list | tuple)
    return safe("; ".join(map(_one, value))) if value else None


@lru_cache(maxsize=1 << 14)
def _one(name: str) -> str:
    """Return a name as it stands among others in one cell; few are distinct."""
    return joined([name])


_SHOWN: dict[Kind, Callable[[object], object]] = {
    Kind.TEXT: safe,
    Kind.NUMBER: _number,
    Kind.FLAG: _flag,
    Kind.CODES: _codes,
    Kind.TEXTS: _texts,
}


class CsvFile:
    """One table's file while it is written.

    Args:
        path: of the file.

        table: what it holds.
    """

    def __init__(self, path: Path, table: FlatTable) -> None:
        self._file = path.open("wb")
        self._file.write(_lines([table.names]))

    def add(self, piece: bytes) -> None:
        """Add lines."""
        self._file.write(piece)

    def close(self) -> None:
        """Close the file."""
        self._file.close()
