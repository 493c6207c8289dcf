import pytest

from rashomon.extraction.numbers_context import is_name_part, is_pronoun_one, qualified
from rashomon.model.ranges import Range


def bounds(text, number):
    return (0, len(text)), text.index(number), text.index(number) + len(number)


@pytest.mark.parametrize(
    ("text", "number", "value"),
    [
        ("more than 30", "30", "31.."),
        ("over 2.5", "2.5", "2.5.."),
        ("no more than 30", "30", "..30"),
        ("at least another 30", "30", "30.."),
        ("30 or so", "30", "30"),
        ("30", "30", "30"),
    ],
)
def test_a_qualifier_opens_the_range(text, number, value):
    assert str(qualified(text, *bounds(text, number), Range.exactly(float(number)))[1]) == value


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Camp 7 fell", "7", True),
        ("Monday 7 fell", "7", False),
        ("About 7 fell", "7", False),
        ("In Oru City 7 fell", "7", True),
        ("at 7.30 it fell", "7.30", True),
        ("in 7.30 parts", "7.30", False),
        ("1. They fell", "1", True),
        ("In Mirsa 112 people fell", "112", False),
    ],
)
def test_a_label_before_a_number_makes_it_part_of_a_name(text, number, expected):
    assert is_name_part(text, *bounds(text, number), ordinal=False) is expected


def test_one_is_a_pronoun_beside_certain_words():
    assert is_pronoun_one("no one fell", *bounds("no one fell", "one"))
    assert not is_pronoun_one("one man fell", *bounds("one man fell", "one"))
