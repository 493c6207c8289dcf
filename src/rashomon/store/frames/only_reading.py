"""Open a ledger that is only to be read: whatever is done with it, its file stays as it is."""

from pathlib import Path
from sqlite3 import Connection as FileConnection

from sqlalchemy import event
from sqlalchemy.pool import ConnectionPoolEntry

from rashomon.model.errors import LedgerError
from rashomon.store.database import connect
from rashomon.store.ledger import DATABASE, Ledger
from rashomon.store.schema import is_up_to_date


def open_to_read(folder: Path) -> Ledger:
    """Return the ledger in a folder; whatever would write to it raises LedgerError.

    Raises:
        LedgerError: there is none, or one of an older or newer version.
    """
    if not (folder / DATABASE).is_file():
        raise LedgerError(f"no ledger in {folder} (try: rashomon init {folder})")
    engine = connect(folder / DATABASE)
    event.listen(engine, "connect", _only_read)
    if not is_up_to_date(engine):
        engine.dispose()
        raise LedgerError(f"{folder} is of another version of Rashomon (run once: rashomon -C {folder} status)")
    return Ledger(folder, engine)


def _only_read(connection: FileConnection, _entry: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA query_only = ON").close()
