from datetime import date

import pytest

from rashomon.extraction.dates import find_dates
from rashomon.extraction.dates_context import Context, moved
from rashomon.extraction.dates_values import Draft
from rashomon.model.dates import DateInterval

DAY = date(2020, 3, 31)


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [
        (-3, "day", "2020-03-28"),
        (2, "week", "2020-04-14"),
        (-1, "month", "2020-02"),
        (-2, "year", "2018"),
        (1, "decade", "2030"),
        (1, "calendar week", "2020-04-06/2020-04-12"),
        (-4, "quarter", "2019-01-01/2019-03-31"),
    ],
)
def test_a_day_is_moved_as_precisely_as_the_unit(count, unit, expected):
    assert str(moved(DAY, count, unit)) == expected


def test_what_no_calendar_holds_has_no_value():
    assert moved(DAY, -900, "decade") is None
    assert moved(DAY, 3, "hour") is None


def remembering(*values, anchor=DAY):
    context = Context(anchor)
    for value in values:
        context.pass_by(DateInterval.parse(value))
    return context


def test_days_count_from_the_last_day_and_years_from_the_last_year():
    context = remembering("2016-05-03", "2018")
    assert str(context.value(Draft(0, 1, context=2, unit="day"))) == "2016-05-05"
    assert str(context.value(Draft(0, 1, context=2, unit="year"))) == "2020"


def test_ranges_are_no_ground_to_count_from():
    assert remembering("2016-05-03/2016-05-09").value(Draft(0, 1, context=1)) is None


def test_a_weekday_is_that_nearest_to_the_last_day():
    context = remembering("2016-05-03")
    assert str(context.value(Draft(0, 1, context=0, weekday=4))) == "2016-05-06"
    assert str(context.value(Draft(0, 1, context=0, weekday=5))) == "2016-04-30"
    assert str(context.value(Draft(0, 1, context=-1, weekday=1))) == "2016-04-26"


def test_a_quarter_that_is_not_over_is_not_the_latest_one():
    assert remembering("2019-10-01/2019-12-31", "2020-01-01/2020-03-31").quarter() == date(2019, 10, 1)
    assert str(remembering().value(Draft(0, 1, context=0, unit="quarter"))) == "2019-10-01/2019-12-31"


@pytest.mark.parametrize(
    "words", ["He left in 2014 and came back in May of the same year.", "It began in 2014. In May of that year it rained."]
)
def test_the_same_year_is_the_one_named_before(words):
    found = find_dates(words, (0, len(words)), date(2025, 3, 6))
    assert str(found[-1].value) == "2014-05"
