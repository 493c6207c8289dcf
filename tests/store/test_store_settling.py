"""Bringing tables to the rows they should hold."""

from dataclasses import replace

from small_ledger import Made
from sqlalchemy import event, select

from rashomon.model.ledger import Linked
from rashomon.store.database import reading, writing
from rashomon.store.settling import Within, settle
from rashomon.store.tables import LINKED, contradictions, events, places, series
from rashomon.store.views import Question


def rows(made: Made, table):
    with reading(made.ledger._engine) as connection:
        return connection.execute(select(table)).mappings().all()


def settled(made: Made, table, wanted):
    with writing(made.ledger._engine) as connection:
        return settle(connection, {table: wanted}, (table,))


def test_the_same_again_writes_nothing(mine: Made):
    written: list[str] = []
    event.listen(mine.ledger._engine, "before_cursor_execute", lambda *told: written.append(told[2]))

    mine.ledger.put_linked(mine.linked, "digest-2")

    assert not [statement for statement in written if any(f" {table.name} " in statement.split("SELECT")[0] for table in LINKED)]
    assert mine.ledger.linked_digest() == "digest-2"


def test_an_event_that_goes_leaves_the_others_their_numbers(mine: Made):
    before = {row["id"]: row["number"] for row in rows(mine, events)}

    mine.ledger.put_linked(replace(mine.linked, events=mine.linked.events[1:], contradictions=()), "digest-2")

    assert {row["id"]: row["number"] for row in rows(mine, events)} == {
        event.id: before[event.id] for event in mine.linked.events[1:]
    }


def test_what_comes_back_is_found_again(mine: Made):
    mine.ledger.put_linked(Linked(), "digest-2")
    mine.ledger.put_linked(mine.linked, "digest-3")

    assert sorted(mine.ledger.linked().events, key=lambda event: event.id) == sorted(
        mine.linked.events, key=lambda event: event.id
    )
    assert mine.ledger.ask(Question(text="Ostrel")).events


def test_a_title_that_changes_is_found_by_its_new_words_only(mine: Made):
    changed = replace(mine.linked.events[0], title="Landslide above the quarry", places=(), agents=(), patients=())

    mine.ledger.put_linked(replace(mine.linked, events=(changed, *mine.linked.events[1:])), "digest-2")

    assert [line.id for line in mine.ledger.ask(Question(text="landslide")).events] == [changed.id]
    assert changed.id not in [line.id for line in mine.ledger.ask(Question(text="bombing")).events]


def test_rows_are_counted_as_they_are_put_changed_and_removed(mine: Made):
    row = {"id": "ser-1", "length": 2, "content": "{}"}
    held = len(rows(mine, series))

    assert settled(mine, series, [row]) == held + 1
    assert settled(mine, series, [row]) == 0
    assert settled(mine, series, [row | {"length": 3}]) == 1
    assert [one["length"] for one in rows(mine, series)] == [3]
    assert settled(mine, series, []) == 1


def test_two_contradictions_of_one_id_stay_two(mine: Made):
    told = [{"id": "con-1", "rank": 0, "kind": "number", "event_id": None, "content": words} for words in ("killed", "injured")]

    settled(mine, contradictions, told)

    assert [row["content"] for row in rows(mine, contradictions)] == ["killed", "injured"]
    assert settled(mine, contradictions, told[1:]) == 1
    assert [row["content"] for row in rows(mine, contradictions)] == ["injured"]


def test_a_place_that_is_written_otherwise_keeps_what_points_to_it(mine: Made):
    links = mine.ledger.linked().place_links
    renamed = [dict(row) | {"name": "Ostrel-on-Sund"} for row in rows(mine, places)]

    assert settled(mine, places, renamed) == len(renamed)
    assert mine.ledger.linked().place_links == links


def test_rows_outside_of_what_is_looked_at_stay_as_they_are(mine: Made):
    before = rows(mine, series)
    row = {"id": "ser-1", "length": 2, "content": "{}"}
    within = {series: Within(series.c.id, frozenset({"ser-1", "ser-2"}))}
    with writing(mine.ledger._engine) as connection:
        assert settle(connection, {series: [row, row | {"id": "ser-2"}]}, (series,), within) == 2
        assert settle(connection, {series: [row]}, (series,), within) == 1
        assert settle(connection, {series: [row]}, (series,), within) == 0

    assert {one["id"] for one in rows(mine, series)} == {one["id"] for one in before} | {"ser-1"}
