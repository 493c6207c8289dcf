"""The sentence around words."""

import pytest

from rashomon.linking.sentences import sentence, sentences


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


def test_all_sentences_of_a_stretch_without_white_space(write):
    made = write("It rained.  The front fled.\n\nNobody came.")
    text = made.article.text
    assert [span.of(made.article) for span in sentences(made.article, 0, len(text))] == [
        "It rained.",
        "The front fled.",
        "Nobody came.",
    ]
    assert [span.of(made.article) for span in sentences(made.article, 12, 20)] == ["The fron"]
    assert list(sentences(made.article, 10, 12)) == []
