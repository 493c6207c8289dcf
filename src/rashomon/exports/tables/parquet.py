"""Tables as Parquet: one file a table, the meaning of each column in the file itself."""

from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from rashomon.exports.contract import Order
from rashomon.exports.tables.arrow import pyarrow, schema_of, table_of
from rashomon.exports.tables.writing import Writer
from rashomon.store.frames.contract import FlatTable, Row
from rashomon.store.ledger import Ledger

#: A row group is written when it has so many rows or so many bytes.
ROWS, BYTES = 1 << 17, 1 << 25


def write_parquet(ledger: Ledger, folder: Path, order: Order, processes: int | None = None) -> Iterable[Path]:
    """Write every table as ``NAME.parquet``, with ``README.md`` and ``tables.json`` that document them.

    Args:
        ledger: what is written.

        folder: where to; made if it is not there.

        order: what part, and how far it may be shared. Tables hold every version, so its aggregation changes nothing.

        processes: how many tell; ``None`` is one for each processor.

    Raises:
        MissingExtraError: pyarrow is not installed.

        LedgerError: the ledger cannot be read, or was linked anew meanwhile.
    """
    pyarrow()
    return Writer(encode, ParquetFile, "parquet").write(ledger, folder, order, processes)


def encode(table: FlatTable, rows: Sequence[Row]) -> bytes:
    """Return some rows of a table as an Arrow stream."""
    arrow = pyarrow()
    sink = arrow.BufferOutputStream()
    made = table_of(table, rows)
    with arrow.ipc.new_stream(sink, made.schema) as stream:
        stream.write_table(made)
    content: bytes = sink.getvalue().to_pybytes()
    return content


class ParquetFile:
    """One table's file while it is written.

    Args:
        path: of the file.

        table: what it holds.
    """

    def __init__(self, path: Path, table: FlatTable) -> None:
        writer = import_module("pyarrow.parquet").ParquetWriter
        self._file = writer(path, schema_of(table), compression="zstd", compression_level=1)
        self._waiting: list[Any] = []
        self._rows = self._bytes = 0

    def add(self, piece: bytes) -> None:
        """Add rows; they are written when there are enough for a row group."""
        made = pyarrow().ipc.open_stream(piece).read_all()
        self._waiting.append(made)
        self._rows += made.num_rows
        self._bytes += made.nbytes
        if self._rows >= ROWS or self._bytes >= BYTES:
            self._write()

    def close(self) -> None:
        """Write what is left and close the file."""
        if self._waiting:
            self._write()
        self._file.close()

    def _write(self) -> None:
        self._file.write_table(pyarrow().concat_tables(self._waiting), row_group_size=self._rows)
        self._waiting, self._rows, self._bytes = [], 0, 0
