from datetime import date

import pytest

from rashomon.extraction.dates_parts import PARTS
from rashomon.extraction.dates_values import resolve

ANCHOR = date(2016, 11, 26)


def read(text, anchor=ANCHOR):
    found = [rule.read(match, anchor) for rule in PARTS for match in rule.pattern.finditer(text)]
    return [str(resolve(draft, anchor)) for draft in found if draft is not None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the week of March 7", "2016-03-07/2016-03-13"),
        ("the week of 9 March 2015", "2015-03-09/2015-03-15"),
        ("the first week of June", "2016-06-01/2016-06-07"),
        ("the last week of May 2015", "2015-05-25/2015-05-31"),
        ("the last day of June last year", "2015-06-30"),
        ("the first half of April", "2016-04-01/2016-04-15"),
        ("the second half of April", "2016-04-16/2016-04-30"),
        ("the twentieth of last month", "2016-10-20"),
        ("the 3rd of this month", "2016-11-03"),
        ("the twenty-seventh of September 2013", "2013-09-27"),
    ],
)
def test_parts_of_a_month(text, value):
    assert read(text) == [value]


def test_a_day_that_the_month_lacks_is_none():
    assert read("the 31st of this month") == []


def test_without_an_anchor_only_those_with_a_year_have_a_value():
    assert read("the first week of June", None) == ["None"]
    assert read("the first week of June 2015", None) == ["2015-06-01/2015-06-07"]
