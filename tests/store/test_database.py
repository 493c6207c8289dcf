"""Connections: how they are set, and that a transaction is all or nothing."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from rashomon.model.errors import LedgerError
from rashomon.store.database import connect, reading, writing


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = connect(tmp_path / "some.db")
    with writing(made) as connection:
        connection.exec_driver_sql("CREATE TABLE words (word TEXT NOT NULL)")
    yield made
    made.dispose()


def words(engine: Engine) -> list[str]:
    with reading(engine) as connection:
        return [word for (word,) in connection.exec_driver_sql("SELECT word FROM words ORDER BY word")]


def put(engine: Engine, word: str | None) -> None:
    with writing(engine) as connection:
        connection.exec_driver_sql("INSERT INTO words VALUES ('first half')")
        connection.exec_driver_sql("INSERT INTO words VALUES (?)", (word,))


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("foreign_keys", 1), ("synchronous", 1), ("busy_timeout", 20_000)]
)
def test_every_connection_is_set_for_many_readers_and_one_writer(engine: Engine, pragma: str, value: str | int):
    with reading(engine) as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_what_was_written_is_read(engine: Engine):
    put(engine, "second half")

    assert words(engine) == ["first half", "second half"]


def test_a_write_that_fails_leaves_nothing(engine: Engine):
    with pytest.raises(Exception, match="NOT NULL"):
        put(engine, None)

    assert words(engine) == []


def make_half(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.exec_driver_sql("CREATE TABLE half_made (word TEXT)")
        connection.exec_driver_sql("INSERT INTO nowhere VALUES (1)")


def test_tables_made_in_a_write_that_fails_are_gone(engine: Engine):
    with pytest.raises(LedgerError, match=r"cannot use .*some\.db as a ledger: no such table: nowhere"):
        make_half(engine)

    with sqlite3.connect(str(engine.url.database)) as file:
        names = [name for (name,) in file.execute("SELECT name FROM sqlite_master")]
    file.close()
    assert names == ["words"]


def test_a_reader_sees_the_moment_it_began(engine: Engine):
    with reading(engine) as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM words").scalar()
        writer = threading.Thread(target=put, args=(engine, "second half"))
        writer.start()
        writer.join()
        after = connection.exec_driver_sql("SELECT count(*) FROM words").scalar()

    assert (before, after) == (0, 0)
    assert len(words(engine)) == 2


def test_writers_take_turns(engine: Engine):
    writers = [threading.Thread(target=put, args=(engine, f"writer {n}")) for n in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert len(words(engine)) == 16
