"""Tables as CSV: one file a table, UTF-8 with a line of names, for spreadsheets and for programs without Parquet."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from rashomon.exports.contract import Order
from rashomon.exports.tables.cells import cells_of
from rashomon.exports.tables.writing import Writer
from rashomon.store.frames.contract import FlatTable, Row
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
    shown = [cells_of(column.kind, values) for column, values in zip(table.columns, zip(*rows, strict=True), strict=True)]
    lines = "\n".join(map(",".join, zip(*shown, strict=True)))
    return f"{lines}\n".encode()


class CsvFile:
    """One table's file while it is written.

    Args:
        path: of the file.

        table: what it holds.
    """

    def __init__(self, path: Path, table: FlatTable) -> None:
        self._file = path.open("wb")
        self._file.write(f"{','.join(table.names)}\n".encode())

    def add(self, piece: bytes) -> None:
        """Add lines."""
        self._file.write(piece)

    def close(self) -> None:
        """Close the file."""
        self._file.close()
