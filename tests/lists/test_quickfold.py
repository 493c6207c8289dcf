import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.lists.quickfold import quick_fold
from rashomon.text.folding import fold


@given(st.text(alphabet=st.characters(max_codepoint=0x2100), max_size=30))
def test_quick_and_plain_folding_agree(name: str) -> None:
    assert quick_fold(name) == fold(name)


@pytest.mark.parametrize(
    "name", ["The Kata'ib  Hezbollah", "a an the", "the", "A.", " an  X", "U.S.", "Sa'dah-2", "\x00x", "al-Qa`ida"]
)
def test_quick_folding_keeps_to_quotes_articles_and_signs(name: str) -> None:
    assert quick_fold(name) == fold(name)
