"""The sentence around words."""

import pytest

from rashomon.linking.sentences import sentence


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("It rained. The front denied it. Nobody came.", "it.", "The front denied it."),
        ("It rained. The front denied it", "denied", "The front denied it"),
        ("At 9 a.m. the bell rang. Then it blew up.", "bell", "At 9 a.m. the bell rang."),
        ("One line\nAnother line\nA third", "Another", "Another line"),
    ],
)
def test_a_sentence_reaches_from_end_to_end(write, text, words, expected):
    made = write(text)
    assert sentence(made.article, made.span(words)).of(made.article) == expected
