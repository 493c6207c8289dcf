"""Write every table into a file of its own, all of them or none, and the pages that document them."""

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from rashomon.exports.contract import Order
from rashomon.exports.tables.contract import Encoder, Opener, TableFile
from rashomon.exports.tables.describing import described, readme
from rashomon.exports.tables.pieces import pieces
from rashomon.model.errors import LedgerError
from rashomon.store.frames.catalogue import TABLES
from rashomon.store.ledger import Ledger

#: What the name of a file ends with until all of them are whole.
_UNFINISHED = ".part"


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes tables in one form.

    Args:
        encode: turns rows into bytes.

        opened: opens a table's file.

        ending: of the files' names.
    """

    encode: Encoder
    opened: Opener
    ending: str

    def write(self, ledger: Ledger, folder: Path, order: Order, processes: int | None = None) -> tuple[Path, ...]:
        """Write all tables and return the paths; files of an earlier export are replaced only when all are whole.

        Args:
            ledger: what is written.

            folder: where to; made if it is not there.

            order: what part, and how far it may be shared.

            processes: how many tell; ``None`` is one for each processor.

        Raises:
            LedgerError: the ledger cannot be read, or was linked anew meanwhile.
        """
        folder.mkdir(parents=True, exist_ok=True)
        version = ledger.frames.version()
        counts = self._written(ledger, folder, order, processes, version)
        about = described(order, version, self.ending, counts)
        beside = {"README.md": readme(about), "tables.json": about.as_json()}
        for name, text in beside.items():
            (folder / name).write_text(text, encoding="utf-8")
        return tuple(folder / name for name in (*(f"{table.name}.{self.ending}" for table in TABLES), *beside))

    def _written(self, ledger: Ledger, folder: Path, order: Order, processes: int | None, version: str) -> Counter[str]:
        """Write the files of the tables, and return how many rows each has."""
        counts = Counter[str]()
        with _files(folder, self.opened, self.ending) as files:
            for piece in pieces(ledger, ledger.frames.scope(order.selection), self.encode, processes):
                for name, (content, rows) in piece.items():
                    files[name].add(content)
                    counts[name] += rows
            if ledger.frames.version() != version:
                raise LedgerError(f"{ledger.folder} was linked anew while its tables were written (write them once more)")
        return counts


@contextmanager
def _files(folder: Path, opened: Opener, ending: str) -> Iterator[dict[str, TableFile]]:
    """Give a file for each table; they get their names when all is written, and are removed when something is raised."""
    paths = {table.name: folder / f"{table.name}.{ending}{_UNFINISHED}" for table in TABLES}
    try:
        with ExitStack() as stack:
            files: dict[str, TableFile] = {}
            for table in TABLES:
                files[table.name] = opened(paths[table.name], table)
                stack.callback(files[table.name].close)
            yield files
        for path in paths.values():
            path.replace(path.with_suffix(""))
    finally:
        for path in paths.values():
            path.unlink(missing_ok=True)
