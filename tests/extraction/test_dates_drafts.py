from datetime import date

import pytest

from rashomon.extraction.dates import DATE_RULES
from rashomon.extraction.dates_drafts import drafts

ANCHOR = date(2016, 11, 26)


def read(text):
    return [(text[one.start : one.end], str(one.clock)) for one in drafts(text, [(0, len(text))], ANCHOR, DATE_RULES)]


@pytest.mark.parametrize(
    ("text", "words", "clock"),
    [
        ("It hit at 10 p.m. on Monday.", "10 p.m. on Monday", "T22:00"),
        ("It hit on Monday at about nine.", "Monday at about nine", "T09:00"),
        ("It hit at four on Monday afternoon.", "four on Monday afternoon", "T16:00"),
        ("It hit at 10:40 pm last night.", "10:40 pm last night", "T22:40"),
        ("It hit at seven that evening.", "seven that evening", "T19:00"),
        ("It hit at 6 a.m. (in Mirsa) on Sunday.", "6 a.m. (in Mirsa) on Sunday", "T06:00"),
        ("It hit on Wednesday, 21 September.", "Wednesday, 21 September", "None"),
        ("It hit yesterday, Tuesday.", "yesterday, Tuesday", "None"),
        ("It hit in the early hours of Tuesday.", "the early hours of Tuesday", "TMO"),
    ],
)
def test_what_names_one_time_together_is_joined(text, words, clock):
    assert read(text) == [(words, clock)]


@pytest.mark.parametrize("text", ["It hit at four.", "After two they left.", "The night of the raid."])
def test_what_only_counts_beside_a_day_is_dropped_without_one(text):
    assert read(text) == []


def test_the_longest_of_those_that_overlap_is_kept():
    assert read("in the second half of last year") == [("the second half of last year", "None")]
