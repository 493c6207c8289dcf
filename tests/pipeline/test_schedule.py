from datetime import UTC, datetime, timedelta

import pytest

from rashomon.pipeline.collect.schedule import due_after_failure, due_next, pause_until_due, seconds_of

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "seconds"),
    [("15m", 900), ("90s", 90), ("2h", 7200), (" 1 D ", 86_400), ("1w", 604_800), ("60s", 60)],
)
def test_spans_are_read(words, seconds):
    assert seconds_of(words) == seconds


@pytest.mark.parametrize("words", ["", "15", "m", "1.5h", "-5m", "59s", "0m", "soon", "15mm", "9999999m", "٥m x"])
def test_what_is_no_span_is_none(words):
    assert seconds_of(words) is None


def test_an_answer_is_due_again_after_its_interval():
    assert due_next(NOON, 900) == NOON + timedelta(minutes=15)


@pytest.mark.parametrize(
    ("every", "failures", "hours"),
    [(3600, 0, 1), (3600, 1, 2), (3600, 4, 16), (3600, 5, 24), (3600, 10_000, 24), (604_800, 0, 168), (604_800, 9, 168)],
)
def test_failures_wait_ever_longer_but_not_for_ever(every, failures, hours):
    assert due_after_failure(NOON, every, failures, None) == NOON + timedelta(hours=hours)


def test_a_host_that_names_a_time_is_not_asked_sooner():
    assert due_after_failure(NOON, 900, 0, NOON + timedelta(hours=5)) == NOON + timedelta(hours=5)
    assert due_after_failure(NOON, 900, 0, NOON + timedelta(minutes=5)) == NOON + timedelta(minutes=15)


@pytest.mark.parametrize(
    ("due", "pause"),
    [(None, 900), ("2031-05-04T12:05:00+00:00", 300), ("2031-05-04T11:00:00+00:00", 1), ("2031-05-05T12:00:00+00:00", 900)],
)
def test_a_run_that_stays_sleeps_until_something_is_due(due, pause):
    assert pause_until_due(due, NOON, 900) == pause
