"""What a form of tables is: how a piece's rows become bytes, and where the bytes go."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from rashomon.store.frames.contract import FlatTable, Row


class Encoder(Protocol):
    """Turns rows into bytes. It is handed to other processes, so it is a plain function of a module."""

    def __call__(self, table: FlatTable, rows: Sequence[Row]) -> bytes:
        """Return some rows of a table as bytes."""
        ...


class TableFile(Protocol):
    """One table's file while it is written."""

    def add(self, piece: bytes) -> None:
        """Add rows, as an encoder gave them."""
        ...

    def close(self) -> None:
        """Write what is left and close the file."""
        ...


class Opener(Protocol):
    """Opens the file of a table."""

    def __call__(self, path: Path, table: FlatTable) -> TableFile:
        """Return the file, with its columns but no row yet."""
        ...
