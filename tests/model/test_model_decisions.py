from dataclasses import FrozenInstanceError, replace

import pytest

from rashomon.model.decisions import Decision
from rashomon.model.words import Verdict

EDIT = Decision(Verdict.EDIT, "acc-1", "Ines", "2031-05-01T09:00:00Z", "the page says nine", "killed", '"7"', '"9"')


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": Verdict.REJECT},
        {"target": "acc-2"},
        {"who": "Omar"},
        {"when": "2031-05-01T09:00:01Z"},
        {"field": "injured"},
        {"after": '"8"'},
        {"after": None},
        {"undoes": "dec-1"},
    ],
)
def test_another_correction_has_another_id(change):
    assert replace(EDIT, **change).id != EDIT.id


@pytest.mark.parametrize("change", [{"why": "a typing error"}, {"before": None}])
def test_the_reason_and_what_stood_before_do_not_make_another_decision(change):
    assert replace(EDIT, **change).id == EDIT.id


def test_a_decision_without_a_field_is_about_the_whole():
    whole = Decision(Verdict.ACCEPT, "evt-1", "Ines", "2031-05-01T09:00:00Z", "checked")

    assert (whole.field, whole.before, whole.after, whole.undoes) == (None, None, None, None)
    assert whole.id.startswith("dec-")


def test_taking_back_names_what_it_takes_back():
    back = replace(EDIT, undoes=EDIT.id, after=EDIT.before)

    assert back.undoes == EDIT.id
    assert back.id != EDIT.id


def test_nothing_is_not_the_empty_text():
    assert replace(EDIT, after=None).id != replace(EDIT, after="").id


def test_a_decision_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        EDIT.why = "because"
