"""The sentence around evidence words."""

import pytest

from rashomon.store.quotes import REACH, sentence_bounds

TEXT = "It was night. Gen. Omar Dar said a bomb went off! Nobody knew why.\n\nA new paragraph has no stop"


@pytest.mark.parametrize(
    ("text", "words", "context"),
    [
        (TEXT, "bomb", "Gen. Omar Dar said a bomb went off!"),
        (TEXT, "It", "It was night."),
        (TEXT, "off! Nobody", "Gen. Omar Dar said a bomb went off! Nobody knew why."),
        (TEXT, "paragraph", "A new paragraph has no stop"),
        (TEXT, TEXT, TEXT),
        ("بدأ القتال. سقط قتيل؟ لا أحد يعلم.", "قتيل", "سقط قتيل؟ لا أحد يعلم."),
        ("word", "word", "word"),
    ],
)
def test_the_context_is_the_sentences_that_the_words_touch(text: str, words: str, context: str):
    start = text.index(words)
    begin, end = sentence_bounds(text, start, start + len(words))

    assert text[begin:end] == context


def test_a_sentence_without_end_is_cut_between_two_words_near_the_evidence():
    text = "word " * 400
    begin, end = sentence_bounds(text, 1000, 1004)

    assert text[begin:end].startswith("word ")
    assert text[begin:end].endswith("word")
    assert 1000 - REACH <= begin < end <= 1004 + REACH


def test_words_of_white_space_are_their_own_context():
    assert sentence_bounds("One.   Two.", 5, 6) == (5, 6)
