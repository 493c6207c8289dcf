"""Words found again in a later wording."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.text.unchanged import Unchanged

BEFORE = "Gunmen raided the camp on Monday. Nine soldiers died, Colonel Selm said. Talks go on."
AFTER = "The council met.\n\nGunmen raided the  camp on Monday. Twelve soldiers died, Colonel Selm said.\nTalks go on."


@pytest.mark.parametrize("words", ["raided", "the camp on Monday", "Gunmen raided the camp on Monday.", "Talks go on."])
def test_words_of_a_sentence_that_stayed_are_found(words):
    start = BEFORE.index(words)
    found = Unchanged(BEFORE, AFTER).span(start, start + len(words))

    assert AFTER[slice(*found)].split() == words.split()


@pytest.mark.parametrize("words", ["soldiers died", "Nine soldiers died, Colonel Selm said.", "Monday. Nine", "Selm said. Talks"])
def test_words_of_a_sentence_that_was_changed_are_not(words):
    start = BEFORE.index(words)

    assert Unchanged(BEFORE, AFTER).span(start, start + len(words)) is None


def test_words_across_sentences_that_are_no_longer_neighbours_are_not_found():
    before, after = "One fell. Two fell. Three fell.", "One fell. Five more fell later. Two fell. Three fell."

    assert Unchanged(before, after).span(0, 19) is None
    assert after[slice(*Unchanged(before, after).span(10, 31))] == "Two fell. Three fell."


def test_of_a_sentence_that_stands_twice_each_is_found_in_its_place():
    text = "He fled. Guns fell silent. He fled."

    assert Unchanged(text, f"So it was. {text}").span(27, 35) == (38, 46)


@given(st.text("ab .\n", max_size=40), st.text("ab .\n", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_what_is_found_is_always_the_same_words(before, after, start, end):
    found = Unchanged(before, after).span(start, min(end, len(before)))

    assert found is None or after[slice(*found)].split() == before[start:end].split()
