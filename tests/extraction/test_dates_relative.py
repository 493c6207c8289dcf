from datetime import date

import pytest

from rashomon.extraction.dates_relative import moved

DAY = date(2020, 3, 31)


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [(-3, "day", "2020-03-28"), (2, "week", "2020-04-14"), (-1, "month", "2020-02"), (-2, "year", "2018"), (1, "decade", "2030")],
)
def test_a_day_is_moved_as_precisely_as_the_unit(count, unit, expected):
    assert str(moved(DAY, count, unit)) == expected


def test_what_no_calendar_holds_has_no_value():
    assert moved(DAY, -900, "decade") is None
    assert moved(DAY, 3, "hour") is None
