"""Migrations: the first form, later forms, and files that are none."""

import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from small_ledger import Made
from sqlalchemy import create_engine

from rashomon.model.errors import LedgerError
from rashomon.store.database import connect, reading
from rashomon.store.fulltext import FULL_TEXT
from rashomon.store.ledger import Ledger
from rashomon.store.schema import HEAD, SCRIPTS, bring_up_to_date
from rashomon.store.tables import metadata

LATER = '''"""A later form."""
from alembic import op

revision = "9999"
down_revision = "{head}"


def upgrade() -> None:
    op.execute("CREATE TABLE later (id TEXT NOT NULL PRIMARY KEY)")
    op.execute("INSERT INTO later SELECT name FROM captures"){more}
'''


def shape(path: Path) -> set[tuple[str, str, str]]:
    """Every table, column and index of a file, however its DDL is laid out."""
    connection = sqlite3.connect(path)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {(name, str(row[1:]), "column") for name in names for row in connection.execute(f"PRAGMA table_info({name})")}
    found |= {(name, str(row[2:]), "key") for name in names for row in connection.execute(f"PRAGMA foreign_key_list({name})")}
    for name in names:
        for _, index, unique, *_ in connection.execute(f"PRAGMA index_list({name})").fetchall():
            columns = [row[2] for row in connection.execute(f"PRAGMA index_info({index})")]
            found.add((name, f"{columns} {unique}", "index"))
    connection.close()
    return {row for row in found if row[0] != "alembic_version"}


def test_the_migrated_form_is_that_of_the_tables(ledger: Ledger, tmp_path: Path):
    engine = create_engine(f"sqlite:///{tmp_path / 'direct.db'}")
    with engine.begin() as connection:
        metadata.create_all(connection)
        for statement in FULL_TEXT:
            connection.exec_driver_sql(statement)
    engine.dispose()

    assert shape(ledger.folder / "ledger.db") == shape(tmp_path / "direct.db")


def test_alembic_sees_nothing_left_to_migrate(ledger: Ledger):
    engine = connect(ledger.folder / "ledger.db")
    with reading(engine) as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, kind, _: kind != "table" or "_index" not in (name or "")}
        )
        differences = compare_metadata(context, metadata)
    engine.dispose()

    assert differences == []


def test_the_head_is_that_of_the_scripts():
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.set_main_option("path_separator", "os")

    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def later_scripts(tmp_path: Path, more: str = "") -> Path:
    """A copy of the migrations with one more."""
    scripts = tmp_path / "migrations"
    shutil.copytree(SCRIPTS, scripts)
    (scripts / "versions" / "9999_later.py").write_text(LATER.format(head=HEAD, more=more))
    return scripts


def test_an_older_ledger_is_brought_up_to_date_with_what_it_holds(mine: Made, tmp_path: Path):
    engine = connect(mine.ledger.folder / "ledger.db")
    scripts = later_scripts(tmp_path)

    assert bring_up_to_date(engine, head="9999", scripts=scripts) is True
    assert bring_up_to_date(engine, head="9999", scripts=scripts) is False
    with reading(engine) as connection:
        names = {name for (name,) in connection.exec_driver_sql("SELECT id FROM later")}
    engine.dispose()

    assert names == {capture.name for capture in mine.ledger.captures()}


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(mine: Made, tmp_path: Path):
    engine = connect(mine.ledger.folder / "ledger.db")
    scripts = later_scripts(tmp_path, more='\n    raise ZeroDivisionError("half way")')

    with pytest.raises(ZeroDivisionError):
        bring_up_to_date(engine, head="9999", scripts=scripts)
    engine.dispose()

    with Ledger.open(mine.ledger.folder) as again:
        assert len(again.captures()) == 4


def test_a_ledger_of_a_newer_version_is_refused(ledger: Ledger):
    ledger.close()
    connection = sqlite3.connect(ledger.folder / "ledger.db")
    with connection:
        connection.execute("UPDATE alembic_version SET version_num = '7777'")
    connection.close()

    with pytest.raises(LedgerError, match=r"revision 7777.*upgrade rashomon"):
        Ledger.open(ledger.folder)


def test_another_programs_database_is_refused_and_not_touched(tmp_path: Path):
    connection = sqlite3.connect(tmp_path / "ledger.db")
    connection.execute("CREATE TABLE household (spent INTEGER)")
    connection.close()

    with pytest.raises(LedgerError, match="is no ledger: it has tables of another kind"):
        Ledger.open(tmp_path)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path):
    (tmp_path / "ledger.db").write_bytes(b"a shopping list, long enough to be looked at" * 40)

    with pytest.raises(LedgerError, match=r"cannot use .*ledger.db as a ledger: file is not a database"):
        Ledger.open(tmp_path)


def test_a_ledger_that_lost_a_table_says_so_in_one_line(ledger: Ledger):
    connection = sqlite3.connect(ledger.folder / "ledger.db")
    connection.execute("DROP TABLE faults")
    connection.close()

    with pytest.raises(LedgerError, match="no such table: faults"):
        ledger.status()


def test_a_ledger_whose_making_was_killed_is_finished_on_opening(tmp_path: Path):
    (tmp_path / "ledger.db").touch()

    with Ledger.open(tmp_path) as ledger:
        assert ledger.captures() == ()


def test_opening_is_fast_and_does_not_load_alembic(ledger: Ledger):
    began = time.perf_counter()
    Ledger.open(ledger.folder).close()
    took = time.perf_counter() - began
    code = "import sys; from pathlib import Path; from rashomon.store.ledger import Ledger; "
    code += "Ledger.open(Path(sys.argv[1])).close(); sys.exit('alembic' in sys.modules)"

    assert took < 0.3
    assert subprocess.run([sys.executable, "-c", code, str(ledger.folder)], check=False).returncode == 0
