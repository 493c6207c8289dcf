from datetime import date

import pytest

from rashomon.extraction.dates_values import Draft, Towards, in_year, month_span, resolve, shift_months, week_of, weekday_near

FRIDAY = date(2021, 1, 1)


@pytest.mark.parametrize(
    ("towards", "expected"),
    [
        (Towards.PAST, date(2021, 1, 1)),
        (Towards.STRICT_PAST, date(2020, 12, 25)),
        (Towards.FUTURE, date(2021, 1, 1)),
        (Towards.STRICT_FUTURE, date(2021, 1, 8)),
    ],
)
def test_a_strict_direction_leaves_the_anchor_itself_out(towards, expected):
    assert weekday_near(FRIDAY, 4, towards) == expected


def test_weeks_run_from_monday_to_sunday():
    assert str(week_of(FRIDAY)) == "2020-12-28/2021-01-03"
    assert str(week_of(FRIDAY, -1)) == "2020-12-21/2020-12-27"


def test_months_go_over_the_year_and_keep_to_their_last_day():
    assert str(month_span(2020, 12, 3)) == "2020-12-01/2021-02-28"
    assert shift_months(date(2020, 3, 31), -1) == date(2020, 2, 29)


def test_a_day_that_does_not_exist_has_no_value():
    assert in_year(Draft(0, 1, month=2, day=30), 2020) is None
    assert in_year(Draft(0, 1, month=3, day=9, last_day=4), 2020) is None


def test_a_date_nearly_a_year_back_is_the_coming_one():
    assert str(resolve(Draft(0, 1, month=1, day=20), FRIDAY)) == "2021-01-20"
    assert str(resolve(Draft(0, 1, month=6, day=20), FRIDAY)) == "2020-06-20"


def test_a_draft_without_a_year_needs_a_reference():
    assert resolve(Draft(0, 1, month=6), None) is None
    assert not Draft(0, 1).is_open
    assert Draft(0, 1, weekday=0).is_open
