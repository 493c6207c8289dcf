import pytest

from benchmarks import wikievents

TEXT = "Gunmen killed two soldiers near Homs . Three people were injured . Police arrested Omar Daro in Homs ."


def events(row):
    (made,) = wikievents.predict([row])
    return {
        (e["type"], TEXT[e["trigger"]["start"] : e["trigger"]["end"]]): {
            (a["role"], TEXT[a["start"] : a["end"]]) for a in e["arguments"]
        }
        for e in made["events"]
    }


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        (("Life.Die.Unspecified", "killed"), {("Killer", "Gunmen"), ("Victim", "soldiers")}),
        (("Life.Injure.Unspecified", "injured"), {("Victim", "people")}),
        (("Justice.ArrestJailDetain.Unspecified", "arrested"), {("Jailer", "Police"), ("Place", "Homs")}),
    ],
)
def test_triggers_get_types_and_arguments_their_head_words(event, arguments):
    assert arguments <= events({"id": "d", "text": TEXT})[event]


def test_given_triggers_are_kept_with_their_ids():
    given = [{"id": "E7", "type": "Life.Die.Unspecified", "trigger": {"start": 7, "end": 13}}]
    (made,) = wikievents.predict([{"id": "d", "text": TEXT, "events": given}])

    assert [(e["id"], e["trigger"]) for e in made["events"]] == [("E7", {"start": 7, "end": 13})]
