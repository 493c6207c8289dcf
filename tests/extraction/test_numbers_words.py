import pytest

from rashomon.extraction.numbers_words import value_of_digits, value_of_words


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("seven", 7),
        ("forty-two", 42),
        ("two hundred", 200),
        ("two hundred thousand", 200_000),
        ("three thousand and five", 3005),
        ("one million two hundred thousand", 1_200_000),
        ("a hundred", 100),
        ("half a dozen", 6),
    ],
)
def test_number_words_have_their_value(phrase, value):
    assert value_of_words(phrase) == (value, len(phrase))


def test_of_two_numbers_in_a_row_the_first_is_read():
    assert value_of_words("two three") == (2, 3)
    assert value_of_words("and") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,500", 1500), ("2.5", 2.5), ("67.6 billion", 67_600_000_000), ("1.250.000", 1_250_000), ("3 dozen", 36)],
)
def test_digits_have_their_value_with_separators_and_scales(text, value):
    assert value_of_digits(text) == value
