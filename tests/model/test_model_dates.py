from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.dates import DateInterval

DAYS = st.dates(min_value=date(1000, 1, 1))


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2016", date(2016, 1, 1), date(2016, 12, 31), "year"),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), "month"),
        ("2016-02-03", date(2016, 2, 3), date(2016, 2, 3), "day"),
        ("2016-02-03T14", date(2016, 2, 3), date(2016, 2, 3), "day"),
        ("2016-01/2016-09", date(2016, 1, 1), date(2016, 9, 30), "range"),
        ("2016-03/", date(2016, 3, 1), None, "range"),
        ("/2016", None, date(2016, 12, 31), "range"),
    ],
)
def test_a_date_is_an_interval_as_precise_as_its_text(text, first, last, precision):
    interval = DateInterval.parse(text)

    assert (interval.first, interval.last, interval.precision) == (first, last, precision)


@pytest.mark.parametrize("text", ["", "/", "June", "2016-13", "2016-02-30", "2016-1-1-1", "2017/2016"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        DateInterval.parse(text)


@given(DAYS, DAYS)
def test_text_and_interval_go_back_and_forth(one, other):
    interval = DateInterval(min(one, other), max(one, other))

    assert DateInterval.parse(str(interval)) == interval


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [("2016", "2016-06-30", True), ("2016-01/2016-03", "2016-04", False), ("2016-03/", "2020", True), ("/2015", "2016", False)],
)
def test_two_dates_overlap_where_they_share_a_day(one, other, shared):
    assert DateInterval.parse(one).overlaps(DateInterval.parse(other)) is shared
    assert DateInterval.parse(other).overlaps(DateInterval.parse(one)) is shared
