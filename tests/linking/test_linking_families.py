"""Words of one family meet, others do not."""

import pytest

from rashomon.linking.families import families, word_family, words_in


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("killed", "Killings"),
        ("killer", "kills"),
        ("gunfire", "shooting"),
        ("shot", "gunshot"),
        ("died", "deaths"),
        ("explosion", "exploded"),
        ("stopping", "stopped"),
        ("buried", "burial"),
        ("arrests", "arrested"),
        ("investigation", "investigating"),
        ("slain", "slaying"),
        ("acquires", "acquisition"),
    ],
)
def test_inflections_and_derivations_are_of_one_family(one, other):
    assert word_family(one) == word_family(other)


@pytest.mark.parametrize(
    ("one", "other"), [("killed", "died"), ("arrest", "attack"), ("king", "kin"), ("fired", "fined"), ("car", "carried")]
)
def test_other_words_are_of_other_families(one, other):
    assert word_family(one) != word_family(other)


def test_small_words_have_no_family():
    assert families(["The", "raid", "on", "it"]) == (word_family("raid"),)


def test_words_are_cut_without_marks_and_possessives():
    assert words_in("The army's raid, again.") == ["The", "army", "raid", "again"]
