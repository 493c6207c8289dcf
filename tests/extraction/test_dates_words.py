import pytest

from rashomon.extraction.dates_words import count_of, month_of, weekday_of


def test_names_and_abbreviations_in_any_case():
    assert [month_of(word) for word in ("January", "SEPT.", "dec")] == [1, 9, 12]
    assert [weekday_of(word) for word in ("Monday", "Thurs.", "SUNDAY")] == [0, 3, 6]


@pytest.mark.parametrize(
    ("words", "count"), [("7", 7), ("a", 1), ("twenty", 20), ("a couple of", 2), ("a few", None), ("several", None)]
)
def test_counts_are_exact_or_unknown(words, count):
    assert count_of(words) == count
