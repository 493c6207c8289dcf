import pytest

from rashomon.extraction.timexes_refs import REFERENCES


def read(text):
    return [rule.read(match, None).timex for rule in REFERENCES for match in rule.pattern.finditer(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("they now hold it", "PRESENT_REF"),
        ("it is currently held", "PRESENT_REF"),
        ("most recently it fell", "PAST_REF"),
        ("it fell in the past", "PAST_REF"),
        ("it fell months ago", "PAST_REF"),
        ("it may fall in the near future", "FUTURE_REF"),
        ("it will one day fall", "FUTURE_REF"),
    ],
)
def test_now_then_and_later(text, value):
    assert read(text) == [value]


@pytest.mark.parametrize("text", ["known to all", "the current account", "past the gate", "one day it fell", "futures rose"])
def test_what_points_to_no_time(text):
    assert read(text) == []
