import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.readers.glue import Vocabulary, glue_at

REST = "The harbour board said the ferry had left at dawn with forty on board."
PAGE = f"Fishermen at Skarnes. Ferry and Skarnes stand here. Villagers wept. {REST}"


def cut(text, page=PAGE, most=12, least=1):
    at = glue_at(text, Vocabulary(page), most, least)
    return None if at is None else (text[:at], text[at:])


@pytest.mark.parametrize(
    "caption",
    [
        "Fishermen at Skarnes",
        "A ferry at its berth (Ola Berg)",
        "The berth in 2030",
        "Ferry of the line ‘Nord’",
        "Boats of the EU",
    ],
)
def test_a_caption_that_runs_into_a_sentence_is_cut_off(caption):
    assert cut(caption + REST) == (caption, REST)


def test_a_word_of_the_page_opens_a_text_as_an_article_does():
    assert cut("Boats at SkarnesVillagers said that they had seen nothing of it.") == (
        "Boats at Skarnes",
        "Villagers said that they had seen nothing of it.",
    )


@pytest.mark.parametrize(
    "text",
    [
        REST,
        "Boats at Skarnes. " + REST,
        "A ferry of McDonald and Sons left the harbour of Skarnes at dawn on a day in May.",
        "A clip on YouTube shows how the ferry left the harbour of Skarnes at dawn in May.",
        "It rained in Skarnes.The harbour board said the ferry had left at dawn.",
        "Boats at SkarnesThe end",
        "",
    ],
)
def test_whole_sentences_and_names_of_two_parts_are_no_glue(text):
    assert cut(text) is None


@pytest.mark.parametrize(("most", "least", "found"), [(4, 1, True), (3, 1, True), (2, 1, False), (9, 3, True), (9, 4, False)])
def test_a_caption_has_so_many_words(most, least, found):
    assert (cut("Fishermen at Skarnes" + REST, most=most, least=least) is not None) is found


def test_only_the_beginning_of_a_line_is_looked_at():
    assert cut("word " * 80 + "Skarnes" + REST, most=500) is None


@pytest.mark.parametrize(("word", "known"), [("Ferry", True), ("Skarnes", True), ("Fer", False), ("Tube", False)])
def test_a_vocabulary_holds_the_words_that_stand_alone(word, known):
    assert (word in Vocabulary(PAGE)) is known


@given(st.text(alphabet="abAB .,The”1", max_size=120))
def test_both_sides_of_a_glue_hold_something(text):
    at = glue_at(text, Vocabulary(text), 12)

    assert at is None or 0 < at < len(text)
