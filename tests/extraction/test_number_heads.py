import re

import pytest

from rashomon.extraction.number_heads import counts_things, is_age
from rashomon.extraction.numbers import find_numbers

FATES = re.compile("dead|bodies")


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("seven stolen trucks", True),
        ("seven young men", False),
        ("seven Orulanders", False),
        ("seven bodies", False),
        ("seven, all dead", False),
        ("seven gunrunners", False),
        ("seven bunkers", True),
    ],
)
def test_a_plural_that_means_no_people_is_a_thing(text, things):
    assert counts_things(text, len("seven"), len(text), FATES) is things


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("A boy of 12 ran.", True),
        ("His wife, 34, ran.", True),
        ("He was 79.", True),
        ("A town of 79.", False),
        ("The road, 34, ran.", False),
        ("He was 79 miles away.", False),
    ],
)
def test_ages_stand_beside_people(text, age):
    (number,) = find_numbers(text, (0, len(text)))
    assert is_age(text, number, (0, len(text))) is age
