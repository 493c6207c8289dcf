"""The adapter of the actor cases: the set's form."""

from datetime import date

import pytest

from benchmarks.actor_cases import day_of, predict


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-03-04", date(2021, 3, 4)),
        ("4 March 2021", date(2021, 3, 4)),
        ("March 4, 2021", date(2021, 3, 4)),
        ("", date(2022, 1, 1)),
    ],
)
def test_dates_are_read_in_the_sets_forms(text: str, day: date) -> None:
    assert day_of(text) == day


def test_another_form_of_a_date_is_refused_by_its_words() -> None:
    with pytest.raises(ValueError, match="'Tuesday'"):
        day_of("Tuesday")


def test_what_is_not_said_is_the_empty_text() -> None:
    rows = [
        {"id": "1", "kind": "code", "text": "Kenya"},
        {"id": "2", "kind": "wiki", "text": "Kenya"},
        {"id": "3", "kind": "code", "text": "a green bicycle"},
        {"id": "4", "kind": "code", "text": "Peruvian police"},
        {"id": "5", "kind": "code", "text": "Qods Force", "date": "2019-01-01"},
    ]
    found = {row["id"]: row for row in predict(rows)}
    assert found["1"] == {"id": "1", "country": "KEN", "code_1": "", "code_2": "", "wiki": "", "rest": "", "none": False}
    assert found["2"]["wiki"] == "Kenya"
    assert found["3"]["none"] is True
    assert (found["4"]["code_1"], found["4"]["wiki"]) == ("COP", "")
    assert (found["5"]["code_1"], found["5"]["wiki"]) == ("MIL", "Quds Force")
