"""Open a ledger's SQLite file so that readers never wait for a writer and a killed process loses nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as FileConnection

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlalchemy.pool import ConnectionPoolEntry

from rashomon.model.errors import LedgerError

#: What every connection is set to; 20 s is longer than any one write of ours.
PRAGMAS = (
    "PRAGMA busy_timeout = 20000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -65536",
    "PRAGMA temp_store = MEMORY",
)


def connect(path: Path) -> Engine:
    """Return an engine over the file, which is made when the first connection opens."""
    engine = create_engine(URL.create("sqlite", database=str(path)))
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: FileConnection, _entry: ConnectionPoolEntry) -> None:
    """Switch the driver's own transactions off (it would leave DDL outside them) and set the pragmas."""
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(pragma).close()


def _begin(connection: Connection) -> None:
    """Open the transaction; a writer takes the lock at once, since a reader that turns writer may be refused."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection that sees the ledger as it is at this moment, whatever is written meanwhile.

    Raises:
        LedgerError: the file cannot be read.
    """
    with _known_errors(engine), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection whose changes are kept all together on leaving, or not at all when something is raised.

    Raises:
        LedgerError: the file cannot be written: a full disk, no right to, another process that does not end.
    """
    with _known_errors(engine), engine.connect() as connection:
        connection.execution_options(writes=True)
        with connection.begin():
            yield connection


@contextmanager
def _known_errors(engine: Engine) -> Iterator[None]:
    """Turn what the file itself raises into a known error; broken constraints are left to who knows their meaning."""
    try:
        yield
    except IntegrityError:
        raise
    except DatabaseError as error:
        raise LedgerError(
            f"cannot use {engine.url.database} as a ledger: {error.orig} (is it whole, may you write there, is the disk full?)"
        ) from error
