from datetime import date

import pytest

from rashomon.extraction.dates_relative import RELATIVE

FRIDAY = date(2020, 5, 15)


def read(text, anchor=FRIDAY):
    return [rule.read(match, anchor) for rule in RELATIVE for match in rule.pattern.finditer(text)]


@pytest.mark.parametrize(
    ("text", "value", "timex"),
    [
        ("six weeks ago", "2020-04-03", "2020-W14"),
        ("a few years ago", "None", "PAST_REF"),
        ("seven hours ago", "2020-05-15", None),
        ("over the weekend", "2020-05-09/2020-05-10", None),
        ("the day before yesterday", "2020-05-13", None),
    ],
)
def test_days_are_counted_back_and_weeks_stay_weeks(text, value, timex):
    assert (value, timex) in [(str(draft.value), draft.timex) for draft in read(text)]


def test_the_part_of_the_day_is_kept():
    assert [str(draft.clock) for text in ("last night", "this morning") for draft in read(text)] == ["TNI", "TMO"]


def test_without_an_anchor_there_is_no_value():
    assert [draft.value for draft in read("two days ago, last week, yesterday", None)] == [None] * 3
