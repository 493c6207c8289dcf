from datetime import date

import pytest

from rashomon.extraction.dates_clock import CLOCK, clock_of

ANCHOR = date(2020, 5, 15)


def read(text):
    found = [rule.read(match, ANCHOR) for rule in CLOCK for match in rule.pattern.finditer(text)]
    return [(text[draft.start : draft.end], str(draft.clock), draft.bound) for draft in found if draft is not None]


@pytest.mark.parametrize(
    ("text", "words", "clock"),
    [
        ("at 10:40 p.m. local time.", "10:40 p.m. local time", "T22:40"),
        ("at 7 am sharp", "7 am", "T07:00"),
        ("at 12 a.m. sharp", "12 a.m.", "T00:00"),
        ("about 21:47 there", "21:47", "T21:47"),
        ("at 1335 hours there", "1335 hours", "T13:35"),
        ("at 0735 GMT there", "0735 GMT", "T07:35"),
        ("four o'clock in the afternoon", "four o'clock in the afternoon", "T16:00"),
        ("two in the morning", "two in the morning", "T02:00"),
        ("ten at night", "ten at night", "T22:00"),
        ("around noon", "noon", "T12:00"),
        ("at daybreak", "daybreak", "TMO"),
        ("by mid-afternoon", "mid-afternoon", "TAF"),
    ],
)
def test_times_of_day(text, words, clock):
    assert (words, clock, False) in read(text)


@pytest.mark.parametrize("text", ["at four there", "the small hours of", "on Monday night", "the night of"])
def test_a_bare_hour_or_part_counts_only_beside_a_day(text):
    assert [bound for _, _, bound in read(text)] == [True]


@pytest.mark.parametrize(
    "text", ["won by 3:75", "Operation Dawn fell", "Libya Dawn fell", "it cost $10:30", "at 10:400", "13 p.m."]
)
def test_what_is_no_time_of_day(text):
    assert read(text) == []


def test_no_such_hour_or_minute():
    assert clock_of(25) is None
    assert clock_of(13, half="p") is None
    assert clock_of(3, 75) is None
