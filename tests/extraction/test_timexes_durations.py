import pytest

from rashomon.extraction.timexes_durations import DURATIONS


def read(text):
    found = [rule.read(match, None) for rule in DURATIONS for match in rule.pattern.finditer(text)]
    return {(draft.timex, draft.repeated) for draft in found if draft is not None}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("it took three days", "P3D"),
        ("at least 72 hours", "PT72H"),
        ("two and a half years", "P2Y6M"),
        ("twenty-four hours", "PT24H"),
        ("a six-week period", "P6W"),
        ("two more weeks", "P2W"),
        ("an hour and a half", "PT1H30M"),
        ("nearly two decades", "P20Y"),
        ("several months", "PXM"),
        ("they fought for years", "PXY"),
        ("a decades-long war", "PXE"),
        ("a day-long siege", "P1D"),
    ],
)
def test_lengths_of_time(text, value):
    assert (value, False) in read(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("every day", "P1D"),
        ("every two weeks", "P2W"),
        ("every other month", "P2M"),
        ("three people per week", "P1W"),
        ("twice a day", "P1D"),
        ("weekly raids", "P1W"),
        ("each Thursday", "XXXX-WXX-4"),
        ("on Tuesday nights", "XXXX-WXX-2TNI"),
        ("each July", "XXXX-07"),
    ],
)
def test_what_comes_again(text, value):
    assert (value, True) in read(text)


@pytest.mark.parametrize("text", ["a 40-year-old man", "12 years old", "three-quarters of it", "a quarter of it", "it took long"])
def test_ages_and_shares_are_no_durations(text):
    assert read(text) == set()
