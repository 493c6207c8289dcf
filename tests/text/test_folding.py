import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.folding import fold, fold_with_offsets


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Kata’ib  Hezbollah", "Kata'ib Hezbollah"),
        ("Al-Shabaab", "al Shabaab"),
        ("Yörük Işık", "Yoruk Isik"),
        ("Shi’a", "Shia"),
        ("أحمد", "احمد"),
        ("Ёлкин", "Елкин"),
        ("Boko  Haram.", "boko haram"),
    ],
)
def test_two_spellings_of_one_name_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Mosul", "Masul"), ("Iran", "Iraq"), ("Abu Ali", "Ali")])
def test_two_names_stay_two(one, other):
    assert fold(one) != fold(other)


def test_only_a_leading_article_goes():
    assert fold("the People of the Cave") == "people of the cave"
    assert fold("The") == "the"


@given(st.text())
def test_offsets_rise_and_point_into_the_text(text):
    folded, offsets = fold_with_offsets(text)
    assert len(offsets) == len(folded) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)


@given(st.text())
def test_folding_twice_changes_nothing_but_the_article(text):
    once = fold(text)
    assert fold("x " + once) == ("x " + once).strip()


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_ascii_folds_as_any_other_text(text):
    folded = fold_with_offsets(text)[0].strip()

    assert fold("x " + text) == ("x " + folded).strip()
