"""A ledger that is changed in part holds, row for row, what one holds that was linked at once."""

import sqlite3
from dataclasses import replace
from itertools import islice

import pytest

from benchmarks.scale import keep
from benchmarks.worlds import World
from rashomon.linking.relinking.relinking import relink
from rashomon.linking.run import link
from rashomon.linking.stories import stories
from rashomon.model.decisions import Decision
from rashomon.model.errors import LedgerError
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision, Verdict
from rashomon.store.ledger import Ledger

TABLES = (
    "actors actor_names places actor_links place_links copies roots events event_accounts event_actors event_places "
    "place_months contradictions series review_queue remembered_lines"
)


class NoActors:
    """Lists without actors and outlets, in which every name is a town."""

    digest = "none"
    actors = ()

    def find(self, _name):
        return ()

    def outlet(self, _name):
        return None


class Towns(NoActors):
    def find(self, name):
        return (Place(name, "AA", PlacePrecision.TOWN, lat=len(name) * 3.0, lon=5.0),)

    def unwritten(self, _name):
        return False

    def country(self, _name):
        return None


LISTS = (NoActors(), Towns())


@pytest.fixture(scope="module")
def days():
    first, *_, second = islice(World(7).days(), 5)  # printed later than all of the first day's
    return replace(first, sources=first.sources[:24]), replace(second, sources=second.sources[:5])


@pytest.fixture(autouse=True)
def weighed_by_few(monkeypatch):
    monkeypatch.setattr(stories, "MEASURED", 4)


def update(ledger, digest):
    change = relink(ledger.remembered, ledger.remembered, *LISTS, ledger.decisions())
    ledger.remembered.put(change, digest)
    return change


def rows(ledger):
    """Every row of what linking made, without numbers, and the lines of the full-text index."""
    connection = sqlite3.connect(ledger.folder / "ledger.db")
    found = {}
    for table in TABLES.split():
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] != "number"]
        columns = ", ".join(f'"{name}"' for name in names)
        found[table] = sorted(map(repr, connection.execute(f"SELECT {columns} FROM {table}")))
    lines = "SELECT id, event_index.title, names FROM event_index JOIN events ON events.number = event_index.rowid"
    found["index"] = sorted(map(repr, connection.execute(lines)))
    found["lines"] = connection.execute("SELECT count(*) FROM event_index").fetchall()
    connection.close()
    return found


def test_what_is_added_and_decided_later_gives_the_rows_of_all_at_once(days, tmp_path):
    first, second = days
    with Ledger.create(tmp_path / "later") as later, Ledger.create(tmp_path / "once") as once:
        keep(later, [first])
        assert update(later, "1").whole
        keep(later, [second])
        change = update(later, "2")
        assert not change.whole
        assert len(change.events) < len(later.linked().events)
        told = max(later.linked().events, key=lambda event: len(event.accounts))
        decided = Decision(Verdict.SPLIT, told.accounts[-1], "ann", "2031-01-01T00:00:00", "another day")
        for ledger in (later, once):
            ledger.decide(decided)
        assert not update(later, "3").whole
        keep(once, [first, second])
        update(once, "4")
        assert rows(later) == rows(once)
        assert later.linked() == once.linked() == link(once.sources(), *LISTS, [decided])
        assert later.linked_digest() == "3"


def test_what_is_put_whole_by_others_is_linked_anew(days, tmp_path):
    with Ledger.create(tmp_path / "ledger") as ledger:
        keep(ledger, [days[1]])
        update(ledger, "1")
        assert ledger.remembered.value("basis") is not None
        ledger.put_linked(ledger.linked(), "2")
        assert ledger.remembered.value("basis") is None
        assert list(ledger.remembered.lines()) == []
        assert update(ledger, "3").whole


RULES = (
    "- name: persons\n  kinds: [person]\n  show: yes\n",
    "- name: groups\n  kinds: [armed_group]\n  only: [agent, speaker]\n- name: one\n  actors: [{person}]\n",
)


def test_rules_that_are_made_later_give_the_rows_of_rules_that_were_there(days, tmp_path):
    first, second = days
    with Ledger.create(tmp_path / "later") as later, Ledger.create(tmp_path / "once") as once:
        keep(later, [replace(first, sources=first.sources[:8])])
        assert update(later, "1").whole
        linked = later.linked()
        person = min(one.name for one in linked.actors if any(one.name in event.title for event in linked.events))
        for at, text in enumerate(RULES):
            for ledger in (later, once):
                (ledger.lists / "withholding.yaml").write_text(text.format(person=person), encoding="utf-8")
            before = rows(later)["actors"]
            assert not update(later, f"rules {at}").whole
            assert rows(later)["actors"] != before
        keep(later, [second])
        assert not update(later, "more").whole
        keep(once, [replace(first, sources=first.sources[:8]), second])
        assert update(once, "all").whole
        assert rows(later) == rows(once)
        assert not any(person in event.title for event in later.linked().events)


def test_a_name_that_is_shown_again_is_looked_for_in_everything(days, tmp_path):
    with Ledger.create(tmp_path / "ledger") as ledger:
        rules = ledger.lists / "withholding.yaml"
        rules.write_text("- name: one\n  actors: [Ba Dor]\n", encoding="utf-8")
        keep(ledger, [days[1]])
        change = update(ledger, "1")
        assert ledger.remembered.value("basis") is not None
        rules.write_text("- name: one\n  actors: [Another]\n", encoding="utf-8")
        assert ledger.remembered.value("basis") is None
        with pytest.raises(LedgerError, match="1 other rules of withholding came in between"):
            ledger.remembered.put(replace(change, whole=False), "2")
        assert update(ledger, "3").whole


def test_a_change_that_does_not_fit_changes_nothing(days, tmp_path):
    with Ledger.create(tmp_path / "ledger") as ledger:
        keep(ledger, [days[1]])
        change = replace(update(ledger, "1"), since="1")
        before = rows(ledger)
        strange = replace(change.actor_links[0], article_id="art-of-nobody")
        wrong = replace(change, whole=False, actor_links=(strange,), gone=dict.fromkeys(change.gone, frozenset()))
        with pytest.raises(LedgerError, match="does not fit the ledger"):
            ledger.remembered.put(wrong, "2")
        assert rows(ledger) == before
        assert ledger.linked_digest() == "1"


def test_a_change_of_what_another_run_linked_since_is_refused(days, tmp_path):
    first, second = days
    with Ledger.create(tmp_path / "ledger") as ledger:
        keep(ledger, [first])
        update(ledger, "1")
        keep(ledger, [second])
        late = relink(ledger.remembered, ledger.remembered, *LISTS)
        update(ledger, "2")
        before = rows(ledger)
        with pytest.raises(LedgerError, match="another run linked since 1"):
            ledger.remembered.put(late, "3")
        assert rows(ledger) == before
