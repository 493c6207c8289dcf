from datetime import date

import pytest

from rashomon.extraction.dates_following import FOLLOWING


def read(text):
    return [rule.read(match, date(2020, 5, 15)) for rule in FOLLOWING for match in rule.pattern.finditer(text)]


@pytest.mark.parametrize(
    ("text", "context", "unit"),
    [
        ("two weeks later", 2, "week"),
        ("a day earlier", -1, "day"),
        ("only three months before", -3, "month"),
        ("the next day", 1, "day"),
        ("that same day", 0, "day"),
        ("the previous week", -1, "calendar week"),
        ("later that year", 0, "year"),
        ("the day after", 1, "day"),
    ],
)
def test_steps_from_the_date_named_last(text, context, unit):
    assert [(draft.context, draft.unit) for draft in read(text)] == [(context, unit)]


def test_the_evening_is_kept_with_its_day():
    assert [str(draft.clock) for draft in read("that evening")] == ["TEV"]


def test_a_named_weekday_follows_too():
    assert [(draft.context, draft.weekday) for draft in read("the previous Friday")] == [(-1, 4)]


@pytest.mark.parametrize("text", ["two days before the vote", "the day after yesterday", "that they left"])
def test_what_hangs_on_a_later_word_is_no_step(text):
    assert read(text) == []


def test_what_is_not_counted_has_no_step():
    assert [draft.context for draft in read("several days later")] == [None]
