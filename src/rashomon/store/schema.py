"""Bring a ledger's tables to the form this version knows.

Alembic is loaded only where there is something to do: opening a ledger that is up to date reads one row.
"""

from pathlib import Path

from sqlalchemy import Connection, Engine

from rashomon.model.errors import LedgerError
from rashomon.store.database import reading, writing

#: The newest revision in `SCRIPTS`; a test holds the two together.
HEAD = "0015"
SCRIPTS = Path(__file__).parent / "migrations"


def bring_up_to_date(engine: Engine, *, head: str = HEAD, scripts: Path = SCRIPTS) -> bool:
    """Run the migrations that the ledger has not seen, in one transaction; return whether there were any.

    Args:
        engine: of the ledger's file, which may be new and empty.

        head: the revision to reach, the newest of ``scripts``.

        scripts: folder with ``env.py`` and ``versions``.

    Raises:
        LedgerError: the file is no ledger, or one of a newer Rashomon.
    """
    with reading(engine) as connection:
        revision = _revision(connection)
    if revision == head:
        return False
    _migrate(engine, revision, head, scripts)
    return True


def is_up_to_date(engine: Engine) -> bool:
    """Return whether a ledger is of this version. Raises LedgerError where the file is no ledger."""
    with reading(engine) as connection:
        return _revision(connection) == HEAD


def _revision(connection: Connection) -> str | None:
    """Return the revision the tables are at; ``None`` for an empty file."""
    names = {name for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if "alembic_version" in names:
        return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if names:
        known = ", ".join(sorted(names)[:3])
        raise LedgerError(f"{connection.engine.url.database} is no ledger: it has tables of another kind ({known})")
    return None


def _migrate(engine: Engine, revision: str | None, head: str, scripts: Path) -> None:
    """Run the migrations from a revision to the head."""
    from alembic import command  # noqa: PLC0415 (0.2 s that a ledger up to date need not pay)
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    try:
        with writing(engine) as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, head)
    except CommandError as error:
        raise LedgerError(
            f"{engine.url.database} is at revision {revision}, this Rashomon knows up to {head} (try: upgrade rashomon)"
        ) from error
