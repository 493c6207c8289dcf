import pytest

from rashomon.extraction.dates_words import count_of, day_of, month_of, number_of, weekday_of


def test_names_and_abbreviations_in_any_case():
    assert [month_of(word) for word in ("January", "SEPT.", "dec")] == [1, 9, 12]
    assert [weekday_of(word) for word in ("Monday", "Thurs.", "SUNDAY")] == [0, 3, 6]


@pytest.mark.parametrize(
    ("words", "count"), [("7", 7), ("a", 1), ("twenty", 20), ("a couple of", 2), ("a few", None), ("several", None)]
)
def test_counts_are_exact_or_unknown(words, count):
    assert count_of(words) == count


@pytest.mark.parametrize(
    ("words", "number"), [("2 1/2", 2.5), ("3.5", 3.5), ("1,200", 1200), ("thirty-two", 32), ("an", 1), ("many", None)]
)
def test_numbers_may_have_halves_and_tens(words, number):
    assert number_of(words) == number


@pytest.mark.parametrize(
    ("words", "day"), [("2nd", 2), ("31", 31), ("twelfth", 12), ("nineteenth", 19), ("twentieth", 20), ("thirty-first", 31)]
)
def test_days_of_a_month_are_spelled_or_in_figures(words, day):
    assert day_of(words) == day
