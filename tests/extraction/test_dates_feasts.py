from datetime import date

import pytest

from rashomon.extraction.dates_feasts import FEASTS, easter, muslim_day

ANCHOR = date(2016, 11, 26)


def read(text, anchor=ANCHOR):
    return [str(rule.read(match, anchor).value) for rule in FEASTS for match in rule.pattern.finditer(text)]


@pytest.mark.parametrize(("year", "day"), [(1998, date(1998, 4, 12)), (2011, date(2011, 4, 24)), (2024, date(2024, 3, 31))])
def test_easter_sunday(year, day):
    assert easter(year) == day


@pytest.mark.parametrize(
    ("muslim", "day"), [((1443, 1, 10), date(2021, 8, 19)), ((1430, 9, 1), date(2009, 8, 22)), ((1441, 10, 1), date(2020, 5, 24))]
)
def test_the_muslim_calendar_by_its_tables(muslim, day):
    assert muslim_day(*muslim) == day


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Christmas Eve 2014", "2014-12-24"),
        ("before Christmas", "2016-12-25"),
        ("last Christmas", "2015-12-25"),
        ("on Good Friday", "2016-03-25"),
        ("on Thanksgiving", "2016-11-24"),
        ("during Ramadan", "2016-06-07/2016-07-06"),
        ("Eid al-Fitr 2020", "2020-05-23/2020-05-25"),
    ],
)
def test_feasts_are_reckoned_in_their_calendar(text, value):
    assert read(text) == [value]


def test_a_feast_without_year_and_anchor_has_no_value():
    assert read("on Christmas Day", None) == ["None"]


def test_words_in_lower_case_are_no_feasts():
    assert read("may day labourers") == []
