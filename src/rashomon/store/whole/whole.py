"""The whole ledger as the other rooms use it: given out as things and bytes, and filled with them."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from rashomon.model.errors import LedgerError
from rashomon.model.marks import Mark
from rashomon.store.database import reading
from rashomon.store.files import CaptureFiles
from rashomon.store.publishing.marking import restricted_captures
from rashomon.store.whole.contract import Dump
from rashomon.store.whole.dumping import TableDump
from rashomon.store.whole.loading import Loading
from rashomon.store.whole.parting import shared_part

#: Bytes that are copied at a time.
STEP = 1 << 20
#: Pages that a ledger being filled keeps in memory, in KiB: each is written once, and more would only grow with the ledger.
CACHE = 8192


class WholeStore:
    """One ledger as a whole."""

    def __init__(self, engine: Engine, files: CaptureFiles) -> None:
        self._engine = engine
        self._files = files

    @contextmanager
    def dump(self, clearance: Mark) -> Iterator[Dump]:
        """Give the ledger as it is now; where something in it is restricted, a copy of its tables without that."""
        with reading(self._engine) as connection:
            if not restricted_captures(connection, clearance):
                yield TableDump(connection)
                return
        with TemporaryDirectory(prefix="rashomon-") as folder:
            copied = shared_part(self._engine, clearance, Path(folder) / "part.db")
            try:
                with reading(copied) as connection:
                    yield TableDump(connection)
            finally:
                copied.dispose()

    def copy_bytes(self, digest: str, target: Path) -> None:
        """Write a capture's bytes to a file. Raises LedgerError where they are missing or damaged."""
        try:
            found = copied(self._files.path(digest), target)
        except FileNotFoundError as error:
            raise LedgerError(f"capture {digest} is missing from {self._files.folder} (see: rashomon verify)") from error
        if found != digest:
            raise LedgerError(f"capture {digest} is damaged (see: rashomon verify)")

    def keep_bytes(self, digest: str, source: Path) -> None:
        """Take a capture's bytes from a file into this new ledger. Raises LedgerError where they are not those of the digest."""
        target = self._files.path(digest)
        target.parent.mkdir(parents=True, exist_ok=True)
        if copied(source, target) != digest:
            raise LedgerError(f"the bytes in {source} are not those of capture {digest} (they were changed, or cut off)")

    def loading(self) -> Loading:
        """Return what fills this ledger, which must be new and empty."""
        with reading(self._engine) as connection:
            connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE}")
        return Loading(self._engine)


def copied(source: Path, target: Path) -> str:
    """Copy a file and return the SHA-256 of its bytes. Raises OSError."""
    digest = sha256()
    with source.open("rb") as taken, target.open("wb") as file:
        while piece := taken.read(STEP):
            digest.update(piece)
            file.write(piece)
    return digest.hexdigest()
