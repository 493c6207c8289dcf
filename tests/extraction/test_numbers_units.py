import pytest

from rashomon.extraction.numbers_units import Unit, unit_around


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("7 percent", Unit.PERCENT, "percent"),
        ("7 US dollars", Unit.MONEY, "US dollars"),
        ("7 miles", Unit.DISTANCE, "miles"),
        ("7 years old", Unit.AGE, "years old"),
        ("7 straight days", Unit.DURATION, "straight days"),
    ],
)
def test_a_unit_stands_behind_the_number(text, unit, words):
    found = unit_around(text, (0, len(text)), 0, 1)
    assert found is not None
    assert (found.unit, found.text, found.end) == (unit, words, len(text))


def test_an_age_stands_between_commas_behind_a_name():
    assert unit_around("Jana, 34, left", (0, 14), 6, 8) is not None
    assert unit_around("In all, 34, left", (0, 16), 8, 10) is None
    assert unit_around("aged 34", (0, 7), 5, 7).unit is Unit.AGE
