import pytest

from rashomon.extraction.terms import days_left


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("residents 72 hours to leave the town", 3),
        ("residents to leave within three days", 3),
        ("a 36-hour ultimatum", 2),
        ("a deadline of two weeks", 14),
        ("to leave within the next 24 hours", 1),
        ("the shelling went on for 72 hours", None),
        ("six were killed within three days of the raid", None),
        ("many days to leave", None),
    ],
)
def test_words_leave_days(words, days):
    assert days_left(words) == days
