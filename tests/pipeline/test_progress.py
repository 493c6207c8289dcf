import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.cli.building import bar
from rashomon.pipeline.progress import Progress, silent


@given(st.lists(st.integers()))
def test_steps_come_through_unchanged(steps):
    assert list(silent(steps, label="reading", total=len(steps))) == steps


def test_a_step_is_taken_only_when_it_is_asked_for():
    taken = []

    def steps():
        for n in range(3):
            taken.append(n)
            yield n

    shown = silent(steps(), label="reading", total=3)

    assert taken == []
    assert next(shown) == 0
    assert taken == [0]


def test_nothing_is_shown(capsys):
    list(silent([1, 2], label="reading", total=2))

    assert capsys.readouterr() == ("", "")


def test_an_error_of_a_step_goes_through():
    def steps():
        yield 1
        raise LookupError("lost")

    shown = silent(steps(), label="reading", total=2)

    assert next(shown) == 1
    with pytest.raises(LookupError, match="lost"):
        next(shown)


def test_a_wrong_total_loses_no_step():
    assert list(silent("abc", label="reading", total=0)) == ["a", "b", "c"]


@pytest.mark.parametrize("shows", [silent, bar])
def test_all_that_show_progress_are_called_alike(shows):
    wanted = inspect.signature(Progress.__call__).parameters

    assert list(inspect.signature(shows).parameters) == [name for name in wanted if name != "self"]
