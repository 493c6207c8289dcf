from datetime import date

import pytest

from rashomon.extraction.dates_spans import SPANS

FRIDAY = date(2020, 5, 15)


def read(text, anchor=FRIDAY):
    found = [rule.read(match, anchor) for rule in SPANS for match in rule.pattern.finditer(text)]
    return [(str(draft.value), draft.timex) for draft in found if draft is not None]


@pytest.mark.parametrize(
    ("text", "value", "timex"),
    [
        ("the past three months", "2020-02-15/2020-05-15", "P3M"),
        ("over the last 24 hours", "2020-05-14/2020-05-15", "PT24H"),
        ("in the past decade", "2010-05-15/2020-05-15", "P10Y"),
        ("in the past few weeks", "None", "PXW"),
        ("the past year", "2019-05-16/2020-05-15", "2019"),
        ("earlier this month", "2020-05-01/2020-05-15", "2020-05"),
        ("later this week", "2020-05-15/2020-05-17", "2020-W20"),
        ("over the next two years", "2020-05-15/2022-05-15", "P2Y"),
        ("the end of the year", "2020-12-31", "2020"),
        ("in recent weeks", "None", "PXW"),
        ("the coming years", "None", "FUTURE_REF"),
        ("the third strike in five days", "2020-05-10/2020-05-15", "P5D"),
    ],
)
def test_stretches_have_days_and_a_length(text, value, timex):
    assert (value, timex) in read(text)


@pytest.mark.parametrize("text", ["It ends in two years.", "They met in a year of war."])
def test_a_length_without_a_rank_is_no_stretch(text):
    assert read(text) == []


def test_without_an_anchor_there_are_no_days():
    assert read("the past three months", None) == [("None", None)]
