from datetime import date

import pytest

from rashomon.extraction.timexes_quarters import QUARTERS

ANCHOR = date(2016, 11, 26)


def read(text, anchor=ANCHOR):
    found = [rule.read(match, anchor) for rule in QUARTERS for match in rule.pattern.finditer(text)]
    return [(draft.context, draft.year, draft.timex) for draft in found if draft is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in the latest quarter", (0, None, None)),
        ("in the year-earlier period", (-4, None, None)),
        ("year-ago profit", (-4, None, None)),
        ("the quarter a year ago", (-4, None, None)),
        ("for the year ended March 31", (None, None, "P1Y")),
        ("in the current fiscal year", (None, 2016, None)),
        ("by year-end", (None, 2016, None)),
    ],
)
def test_quarters_and_years_of_reports(text, expected):
    assert expected in read(text)


@pytest.mark.parametrize("text", ["the year before", "the year of the flood", "a year", "the quarters of the town"])
def test_what_names_no_year_or_quarter(text):
    assert read(text) == []


def test_this_year_needs_an_anchor():
    assert read("by year-end", None) == []
