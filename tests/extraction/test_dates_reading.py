from datetime import date

from rashomon.extraction.dates_reading import DateReading
from rashomon.extraction.dates_values import Clock, Draft
from rashomon.model.dates import DateInterval

ANCHOR = date(2016, 11, 26)


def reading(text, anchor=ANCHOR):
    return DateReading(text, ((0, len(text)),), anchor)


def test_an_end_of_a_range_takes_its_year_from_the_other():
    head, tail = reading("Sept. 27 to Nov. 7, 2015").ends(Draft(0, 8, month=9, day=27), Draft(12, 24, year=2015, month=11, day=7))
    assert (str(head), str(tail)) == ("2015-09-27", "2015-11-07")


def test_since_opens_a_stretch_as_precise_as_its_beginning():
    values = [
        (Draft(6, 10, year=2014), "2014-01-01/2016-12-31"),
        (Draft(6, 10, year=2014, month=3), "2014-03-01/2016-11-30"),
        (Draft(6, 10, year=2014, month=3, day=2), "2014-03-02/2016-11-26"),
        (Draft(6, 10, year=2017), "2017-01-01/"),
    ]
    assert [str(reading("since then").single(draft).value) for draft, _ in values] == [value for _, value in values]


def test_times_of_day_do_not_join_to_a_range_of_days():
    day = Draft(0, 6, value=DateInterval.parse("2016-11-20"))
    assert reading("Monday to Friday").are_joined(day, Draft(10, 16, weekday=4))
    assert not reading("Monday to 17:00.").are_joined(day, Draft(10, 15, clock=Clock(17, 0)))


def test_a_year_ago_is_the_quarter_a_year_ago_where_the_text_tells_of_one():
    found = reading("")
    assert str(found.year_before()) == "2015"
    found.pass_by(DateInterval.parse("2016-07-01/2016-09-30"))
    assert str(found.year_before()) == "2015-07-01/2015-09-30"
