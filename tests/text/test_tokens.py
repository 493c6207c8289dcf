import pytest

from rashomon.text.tokens import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kata'ib al-Tolo hit it.", ["Kata'ib", "al-Tolo", "hit", "it", "."]),
        ("Oru's men", ["Oru", "'s", "men"]),
        ("the rebels’ dock", ["the", "rebels", "’", "dock"]),
        ("1,500 men, 2.5%", ["1,500", "men", ",", "2.5", "%"]),
        ("the U.S. fleet", ["the", "U.S.", "fleet"]),
        ("an F-16 at 06:40", ["an", "F-16", "at", "06:40"]),
        ("wait... what", ["wait", "...", "what"]),
        ("the 3rd post", ["the", "3rd", "post"]),
        ("حزب الله", ["حزب", "الله"]),
    ],
)
def test_words_numbers_and_marks_are_cut_apart(text, expected):
    assert [token.text for token in tokens(text)] == expected


def test_offsets_point_at_the_words():
    text = "— Oru's 1,500 men"
    assert all(text[token.start : token.end] == token.text for token in tokens(text))
    assert [token.text for token in tokens(text, 8, 13)] == ["1,500"]


def test_a_word_starts_with_a_letter_or_digit():
    assert [token.is_word for token in tokens("men, 5")] == [True, False, True]
