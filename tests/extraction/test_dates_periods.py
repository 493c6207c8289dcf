from datetime import date

import pytest

from rashomon.extraction.dates_periods import PERIODS
from rashomon.extraction.dates_values import resolve

ANCHOR = date(2016, 11, 26)


def read(text):
    found = [rule.read(match, ANCHOR) for rule in PERIODS for match in rule.pattern.finditer(text)]
    return [str(resolve(draft, ANCHOR)) for draft in found if draft is not None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the war of 2003-2011", "2003-01-01/2011-12-31"),
        ("the late 1990s", "1997-01-01/1999-12-31"),
        ("the '80s", "1980-01-01/1989-12-31"),
        ("the nineties", "1990-01-01/1999-12-31"),
        ("the 20th century", "1900-01-01/1999-12-31"),
        ("nineteen ninety-seven", "1997"),
        ("by two thousand three", "2003"),
        ("last summer, they", "2016-06-01/2016-08-31"),
        ("last fall in his home", "2015-09-01/2015-11-30"),
        ("this past spring", "2016-03-01/2016-05-31"),
        ("until the spring", "2016-03-01/2016-05-31"),
        ("winter 2014", "2014-12-01/2015-02-28"),
    ],
)
def test_long_periods(text, value):
    assert value in read(text)


@pytest.mark.parametrize(
    "text", ["in 2011-2003", "two thousand men", "the fall of the town", "temperatures of the 60s Celsius 1"]
)
def test_what_is_no_period(text):
    assert "None" not in read(text) or read(text) == []


def test_cues_stand_in_all_that_the_rules_match():
    for text in ("2003-2011", "the 1980s", "the early 90s", "last summer", "the 19th century", "the twenties", "nineteen ten"):
        matching = [rule for rule in PERIODS if rule.pattern.search(text)]
        assert all(rule.may_match(text.lower()) for rule in matching)
