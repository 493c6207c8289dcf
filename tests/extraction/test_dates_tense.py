import pytest

from rashomon.extraction.dates_tense import towards
from rashomon.extraction.dates_values import Towards


def look(text, *, near=True):
    start = text.index("<")
    plain = text.replace("<", "").replace(">", "")
    return towards(plain, (0, len(plain)), (start, text.index(">") - 1), near=near)


@pytest.mark.parametrize(
    "text",
    [
        "The council will meet on <Monday>.",
        "On <Monday> the council will meet.",
        "The union is to discuss sanctions on <Monday>.",
        "They agreed to talk again on <Monday>.",
        "The vote is expected on <Monday>.",
        "Registration resumes on <Monday>.",
        "They must leave by <Monday>.",
        "He said it; they will leave on <Monday>.",
    ],
)
def test_days_that_lie_ahead(text):
    assert look(text) == Towards.FUTURE


@pytest.mark.parametrize(
    "text",
    [
        "He said on <Monday> that they will leave.",
        "On <Monday> the council met and will meet again.",
        "They agreed on <Monday> to talk.",
        "By <Monday> four had left.",
        "A raid on <Monday>.",
        "He will speak of the raid, which killed two on <Monday>.",
    ],
)
def test_days_that_lie_behind(text):
    assert look(text) == Towards.PAST


def test_a_programme_in_the_present_tense_is_told_of_near_days_only():
    assert look("It opens on <Monday>.") == Towards.FUTURE
    assert look("It opens in <March>.", near=False) == Towards.PAST
