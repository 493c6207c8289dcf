"""What the ledger answers with: values that cannot be changed and say what is not stated."""

import dataclasses
import typing

import pytest

from rashomon.store import views
from rashomon.store.codec import plain
from rashomon.store.search.facets import FacetValue
from rashomon.store.status import LedgerStatus
from rashomon.store.views import ArticleLine, EventLine, Fault, Named, Question

VIEWS = [kind for kind in vars(views).values() if dataclasses.is_dataclass(kind) and kind.__module__ == views.__name__]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_a_view_cannot_be_changed_and_says_what_it_is(view):
    assert view.__dataclass_params__.frozen
    assert "__slots__" in vars(view)
    assert view.__doc__
    assert not view.__doc__.startswith(view.__name__ + "(")


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_many_values_are_tuples_so_that_answers_can_be_compared(view):
    kinds = [typing.get_origin(kind) for kind in typing.get_type_hints(view).values()]

    assert list not in kinds
    assert set not in kinds


def test_a_question_asks_for_everything_unless_narrowed():
    asked = plain(Question())

    narrowing = {name: value for name, value in asked.items() if name not in {"page", "size", "order", "meaning"}}

    assert {name for name, value in narrowing.items() if value} == set()
    assert (asked["page"], asked["size"], asked["meaning"]) == (1, 50, "beside")


def test_questions_are_equal_by_what_they_ask():
    assert Question("mill", page=2) == Question(text="mill", page=2)
    assert len({Question("mill"), Question("mill"), Question("barn")}) == 2


def test_what_is_not_linked_copied_or_kept_is_none():
    assert Named("Sund", "the Sund").id is None
    assert ArticleLine("art-1", "Mill", True, None, None, None).copy_of is None
    assert Fault("gone.txt", "add", "no such file", "2031-01-01T00:00:00Z").capture is None
    assert FacetValue("attack", "attack", 3).chosen is False


@pytest.mark.parametrize(
    ("view", "form"),
    [
        (
            EventLine("evt-1", "Raid", "attack", "alleged", None, ("Sund",), ("20..", "31"), 3, 2, 1),
            {"id": "evt-1", "date": None, "places": ["Sund"], "killed": ["20..", "31"], "independent": 2},
        ),
        (LedgerStatus({"articles": 3}, (), (), ()), {"counts": {"articles": 3}, "captures": [], "faults": [], "unread": []}),
        (Named("Sund", "it", "act-1"), {"name": "Sund", "words": "it", "id": "act-1"}),
    ],
)
def test_a_view_is_given_to_programs_field_by_field(view, form):
    told = plain(view)

    assert {name: told[name] for name in form} == form
