import pytest
from marked_text import marked

from rashomon.extraction.appositions import is_title, with_appositions


@pytest.mark.parametrize(
    "text",
    [
        "{n|PER|the emir} of {t|GROUP|Tolo}, {karo|PER|Ali Karo}, fled.",
        "{karo|PER|Ali Karo}, {n|PER|the commander}, fled.",
        "Tolo {n|PER|field commander} {karo|PER|Ali Karo} fled.",
        "{n|PER|Prime Minister}, {karo|PER|Ali Karo}, fled.",
    ],
)
def test_a_noun_beside_a_name_is_keyed_as_the_name(text):
    marks = marked(text)
    found = with_appositions(marks.article, marks.found)
    assert {mention.key for mention in found.entities if mention.kind == "PER"} == {"karo"}


@pytest.mark.parametrize(
    "text",
    [
        "{n|PER|the emir} told {karo|PER|Ali Karo} so.",
        "{n|PER|officials}, {karo|PER|Ali Karo}, fled.",
        "{karo|PER|Ali Karo}, {n|PER|the commander} said, fled.",
    ],
)
def test_a_noun_that_is_somebody_else_keeps_its_key(text):
    marks = marked(text)
    found = with_appositions(marks.article, marks.found)
    assert {mention.key for mention in found.entities} == {"n", "karo"}


@pytest.mark.parametrize(("words", "title"), [("Prime Minister", True), ("General Karo", False), ("Orulandish President", True)])
def test_an_office_alone_is_a_title(words, title):
    assert is_title(words) is title


def test_a_noun_for_a_body_right_before_a_name_is_that_body():
    marks = marked("{other|MEDIA|Herald} fell silent, according to {other|MEDIA|the newspaper} {gazette|MEDIA|Gazette}.")
    found = with_appositions(marks.article, marks.found)
    assert [mention.key for mention in found.entities] == ["other", "gazette", "gazette"]
