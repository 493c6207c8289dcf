"""A text as folded letters, and as runs of them."""

import pytest

from rashomon.linking.copies.letters import letters


def spelled(text):
    return "".join(chr(code) for code in letters(text).codes.tolist())


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Kata’ib, 3 Men!", "kataib3men"),
        ("Çelik-Ömer", "celikomer"),
        ("حِزْب الله", "حزبالله"),
        ("Вчера 5", "вчера5"),
        ("😀 ...", ""),
        ("", ""),
    ],
)
def test_letters_and_digits_are_kept_and_folded(text, plain):
    assert spelled(text) == plain


def test_letters_lead_back_to_their_place_in_the_text():
    text = "“Al-Hasna,” he said"
    found = letters(text)
    start, end = found.span(0, 7)
    assert text[start:end] == "Al-Hasna"


def test_equal_stretches_have_equal_runs_wherever_they_stand():
    one, other = letters("the salt market").runs(8), letters("At noon, the salt-market").runs(8)
    assert set(one.tolist()) <= set(other.tolist())
    assert len(one) == 13 - 8 + 1


def test_the_order_of_letters_matters():
    assert letters("abcdefgh").runs(8)[0] != letters("hgfedcba").runs(8)[0]


def test_a_text_shorter_than_a_run_has_none():
    assert len(letters("salt").runs(8)) == 0
