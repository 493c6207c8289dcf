import pytest

from benchmarks.gate import below, floors, raise_floors, raised
from benchmarks.shared import flat


def test_a_figure_under_its_floor_is_named():
    assert below({"events": 0.4}, {"events": 0.5}) == ["events: 0.4 is under its floor of 0.5"]


def test_a_figure_that_was_not_measured_is_under_its_floor():
    assert below({}, {"events": 0.0}) == ["events: not measured is under its floor of 0.0"]


@pytest.mark.parametrize(("measured", "floor"), [(0.619, 0.61), (0.3, 0.5), (0.5, 0.5)])
def test_floors_only_rise(measured, floor):
    assert raised({"events": 0.5}, {"events": measured}) == {"events": floor}


def test_raised_floors_are_read_back_and_other_sets_stay(tmp_path):
    path = tmp_path / "floors.toml"
    path.write_text("[one]\nevents = 0.5\n\n[two]\nclaims = 0.25\n", encoding="utf-8")

    raise_floors("one", {"events": 0.75}, path)

    assert floors(path) == {"one": {"events": 0.75}, "two": {"claims": 0.25}}


def test_the_scorers_figures_come_under_one_name_each():
    figures = {"events": {"p": 1.0, "r": 0.5, "f1": 0.66}, "date": {"accuracy": 0.7, "n": 3}, "actors": 0.4, "none": None}

    assert flat(figures) == {"events": 0.66, "date": 0.7, "actors": 0.4}
