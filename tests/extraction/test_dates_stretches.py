from datetime import date

import pytest

from rashomon.extraction.dates_stretches import STRETCHES

MAY = date(2020, 5, 15)


def read(text, anchor=MAY):
    found = [rule.read(match, anchor) for rule in STRETCHES for match in rule.pattern.finditer(text)]
    return {(str(draft.value), draft.timex) for draft in found if draft is not None}


@pytest.mark.parametrize(
    ("text", "value", "timex"),
    [
        ("the first nine months of 2016", "2016-01-01/2016-09-30", "P9M"),
        ("the first two quarters of 2016", "2016-01-01/2016-06-30", None),
        ("the second half of last year", "2019-07-01/2019-12-31", None),
        ("the first quarter", "2020-01-01/2020-03-31", None),
        ("third-quarter", "2019-07-01/2019-09-30", None),
        ("next year's first quarter", "2021-01-01/2021-03-31", None),
        ("the fiscal fourth quarter of the year", "2020-10-01/2020-12-31", None),
        ("the first quarter a year ago", "2019-01-01/2019-03-31", None),
        ("Q3 2016", "2016-07-01/2016-09-30", None),
        ("the last three months of 2015", "2015-10-01/2015-12-31", "P3M"),
    ],
)
def test_stretches_of_a_year(text, value, timex):
    assert (value, timex) in read(text)


@pytest.mark.parametrize(
    "text", ["the first half of the match", "the third quarter final", "the fifth quarter", "the first months"]
)
def test_what_is_no_stretch_of_a_year(text):
    assert read(text) == set()


def test_without_a_year_there_is_nothing_to_say():
    assert read("the third quarter", None) == set()
