"""Questions: what they find and how they narrow."""

import pytest
from small_ledger import Made

from rashomon.store.search.views import Answer
from rashomon.store.views import Question


def titles(answer: Answer) -> list[str]:
    return [line.title for line in answer.events]


def facet(answer: Answer, name: str) -> dict[str, int]:
    """The values of a facet with their counts, as sorted."""
    return {value.label: value.count for found in answer.facets if found.name == name for value in found.values}


def test_the_empty_question_is_all_events_newest_first_and_undated_last(made: Made):
    answer = made.ledger.ask(Question())

    assert titles(answer) == ["Attack on a camp", "Bombing in Ostrel", "A threat"]
    assert answer.total == 3
    assert answer.articles == ()
    assert answer.actors == ()


def test_a_line_says_what_a_list_shows(made: Made):
    line = made.ledger.ask(Question(type="bombing")).events[0]

    assert (line.date, line.places, line.killed) == ("2031-03-03", ("Ostrel",), ("12", "9"))
    assert (line.accounts, line.independent, line.alarms) == (3, 2, 1)
    assert (line.type, line.status, line.id) == ("bombing", "claimed", made.linked.events[0].id)


@pytest.mark.parametrize(
    ("narrowing", "found"),
    [
        ({"type": "attack"}, ["Attack on a camp"]),
        ({"status": "claimed"}, ["Bombing in Ostrel"]),
        ({"country": "VR"}, ["Attack on a camp"]),
        ({"month": "2031-03"}, ["Bombing in Ostrel"]),
        ({"actor": "Karsk Guards"}, ["Bombing in Ostrel"]),
        ({"actor": "karsk guards"}, ["Bombing in Ostrel"]),
        ({"actor": "nobody we know"}, []),
        ({"disputed": True}, ["Bombing in Ostrel", "A threat"]),
        ({"type": "attack", "country": "KX"}, []),
        ({"text": "Ostrel", "month": "2031-05"}, []),
    ],
)
def test_each_field_narrows(made: Made, narrowing: dict, found: list[str]):
    assert titles(made.ledger.ask(Question(**narrowing))) == found


@pytest.mark.parametrize(("page", "found"), [(1, 2), (2, 1), (3, 0), (0, 2), (-4, 2)])
def test_an_answer_is_cut_into_pages(made: Made, page: int, found: int):
    answer = made.ledger.ask(Question(page=page, size=2))

    assert len(answer.events) == found
    assert answer.total == 3


def test_a_size_of_nothing_is_one(made: Made):
    assert len(made.ledger.ask(Question(size=0)).events) == 1
