"""The tables: keys, what goes with what, and the order of emptying."""

import pytest
from small_ledger import Made
from sqlalchemy import delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from rashomon.store.database import reading, writing
from rashomon.store.tables import (
    LINKED,
    articles,
    captures,
    event_accounts,
    event_actors,
    event_places,
    events,
    findings,
    metadata,
    pages,
    readings,
)


def count(made: Made, table) -> int:
    with reading(made.ledger._engine) as connection:
        return connection.scalar(select(func.count()).select_from(table)) or 0


@pytest.mark.parametrize("name", sorted(metadata.tables))
def test_every_table_has_a_key(name: str):
    assert len(metadata.tables[name].primary_key.columns) > 0


@pytest.mark.parametrize("table", LINKED, ids=lambda table: table.name)
def test_what_linking_made_is_emptied_before_what_it_points_at(table):
    emptied = LINKED[: LINKED.index(table)]
    pointed_at = {key.column.table for column in table.columns for key in column.foreign_keys}

    assert not pointed_at & set(emptied)


def test_what_was_given_is_not_among_what_linking_made():
    assert not {captures, pages, articles, readings, findings} & set(LINKED)


def test_a_capture_that_goes_takes_its_articles_readings_and_findings_along(mine: Made):
    before = count(mine, findings)
    gone = mine.captures["first"].sha256

    with writing(mine.ledger._engine) as connection:
        connection.execute(delete(captures).where(captures.c.sha256 == gone))

    assert (count(mine, articles), count(mine, readings), count(mine, pages)) == (3, 3, 3)
    assert 0 < count(mine, findings) < before


def test_an_event_that_goes_takes_its_rows_along(mine: Made):
    with writing(mine.ledger._engine) as connection:
        connection.execute(delete(events))

    assert [count(mine, table) for table in (event_accounts, event_actors, event_places)] == [0, 0, 0]


@pytest.mark.parametrize(
    ("table", "row"),
    [
        (readings, {"article_id": "art-gone", "reader": "r", "digest": "d", "content": "{}"}),
        (pages, {"sha256": "0" * 64, "reader": "r", "unused": "[]"}),
        (event_actors, {"event_id": "evt-gone", "actor_id": "act-1", "role": "agent"}),
        (findings, {"id": "fig-1", "kind": None, "article_id": "art-gone"}),
    ],
)
def test_a_row_that_points_at_nothing_is_refused(mine: Made, table, row):
    with pytest.raises(IntegrityError, match=r"FOREIGN KEY|NOT NULL"), writing(mine.ledger._engine) as connection:
        connection.execute(insert(table), [row])


def test_two_articles_do_not_share_an_id(mine: Made):
    with reading(mine.ledger._engine) as connection:
        row = dict(connection.execute(select(articles)).mappings().first() or {})

    with pytest.raises(IntegrityError, match=r"UNIQUE.*articles\.id"), writing(mine.ledger._engine) as connection:
        connection.execute(insert(articles), [row | {"number": 999}])
