from datetime import date

import pytest

from rashomon.extraction.timexes import TIMEX_RULES, find_timexes

#: A Saturday.
ANCHOR = date(2016, 11, 26)


def read(text, anchor=ANCHOR):
    return [(text[one.start : one.end], str(one.type), one.value) for one in find_timexes(text, (0, len(text)), anchor)]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("They met on Wednesday.", "Wednesday", "DATE", "2016-11-23"),
        ("They met last week.", "last week", "DATE", "2016-W46"),
        ("They met over the weekend.", "over the weekend", "DATE", "2016-W47-WE"),
        ("They met in early May 2014.", "early May 2014", "DATE", "2014-05"),
        ("They met in the late 1980s.", "late 1980s", "DATE", "198"),
        ("They met last summer.", "last summer", "DATE", "2016-SU"),
        ("They met in the third quarter.", "the third quarter", "DATE", "2016-Q3"),
        ("They met six weeks ago.", "six weeks ago", "DATE", "2016-W41"),
        ("They met a year ago.", "a year ago", "DATE", "2015"),
        ("They met recently.", "recently", "DATE", "PAST_REF"),
        ("They meet at 5 p.m. on Nov. 9.", "5 p.m. on Nov. 9", "TIME", "2016-11-09T17:00"),
        ("They met on Friday night.", "Friday night", "TIME", "2016-11-25TNI"),
        ("They met for two days.", "two days", "DURATION", "P2D"),
        ("They fought over the past four months.", "over the past four months", "DURATION", "P4M"),
        ("They meet every Friday.", "every Friday", "SET", "XXXX-WXX-5"),
        ("They meet daily.", "daily", "SET", "P1D"),
        ("It costs $3 million a year.", "a year", "SET", "P1Y"),
    ],
)
def test_types_and_values(text, words, kind, value):
    assert read(text) == [(words, kind, value)]


def test_each_end_of_a_range_is_an_expression_and_takes_what_the_other_says():
    assert read("A truce from Sept. 27 to Nov. 7, 2014.") == [
        ("Sept. 27", "DATE", "2014-09-27"),
        ("Nov. 7, 2014", "DATE", "2014-11-07"),
    ]


def test_the_year_before_means_the_quarter_that_a_report_tells_of():
    found = read("Profit rose in the third quarter. A year earlier it fell; the latest quarter was good.")
    assert [value for _, _, value in found] == ["2016-Q3", "2015-Q3", "2016-Q3"]


def test_without_an_anchor_a_weekday_has_no_value():
    assert read("They met on Wednesday for two days.", None) == [("Wednesday", "DATE", None), ("two days", "DURATION", "P2D")]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "22/06/2022",
            "last June",
            "the end of 2014",
            "first half of 2016",
            "Q3 2016",
            "10 p.m.",
            "17:40",
            "at noon",
            "by dusk",
        ),
        *(
            "the past week",
            "two days later",
            "that evening",
            "the week of May 3",
            "every day",
            "each July",
            "two-week",
            "for years",
        ),
        *("years-long", "year-long", "now", "the future", "the latest period", "the year-earlier quarter", "a year", "Tuesdays"),
    ],
)
def test_the_cues_of_a_rule_stand_in_all_that_it_matches(text):
    matching = [rule for rule in TIMEX_RULES if any(rule.read(match, ANCHOR) for match in rule.pattern.finditer(text))]
    assert matching
    assert all(rule.may_match(text.lower()) for rule in matching)
