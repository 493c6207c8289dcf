"""The accounts of one happening as one event of the annotated form."""

from benchmarks.annotated import as_happenings


def row():
    return {
        "spans": [{"tag": "v", "start": at, "end": at + 1, "i": name} for at, name in enumerate(("a", "b", "c"))],
        "events": [
            {"id": "a", "agent": "x", "killed": "3"},
            {"id": "b", "agent": "y,x", "place": "p", "killed": "5"},
            {"id": "c", "place": "q"},
        ],
    }


def test_accounts_of_one_happening_are_one_event_with_all_triggers_and_roles():
    made = as_happenings(row(), {"a": "evt-1", "b": "evt-1"})
    assert made["events"] == [
        {"id": "a", "agent": "x,y", "killed": "3", "same": "evt-1", "place": "p"},
        {"id": "c", "place": "q"},
    ]
    assert [span["i"] for span in made["spans"]] == ["a", "a", "c"]


def test_what_is_given_stays_as_it_is():
    given = row()
    as_happenings(given, {"a": "evt-1", "b": "evt-1"})
    assert given == row()
