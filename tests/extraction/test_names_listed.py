import pytest

from rashomon.extraction.names_listed import listed_names
from shipped import shipped_lexicon


def read(text, lexicon):
    return [(text[name.start : name.end], name.canonical) for name in listed_names(text, (0, len(text)), lexicon)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It blamed Harakat Tolo.", [("Harakat Tolo", "Harakat Tolo")]),
        ("It blamed HARAKAT  TOLO.", [("HARAKAT  TOLO", "Harakat Tolo")]),
        ("It blamed Ḥarakat Tolo.", [("Ḥarakat Tolo", "Harakat Tolo")]),
        ("Harakat Tolo’s men left.", [("Harakat Tolo", "Harakat Tolo")]),
        ("It said it left HT.", [("HT", "Harakat Tolo")]),
        ("So says IT.", [("IT", "Harakat Tolo")]),
        ("It blamed Harakat Tolon.", []),
        ("Orulandic soldiers left Oruland.", [("Orulandic soldiers", "Orulandic army"), ("Oruland", "Oruland")]),
    ],
)
def test_names_are_found_in_any_spelling_but_not_inside_words(text, expected, small_lexicon):
    assert read(text, small_lexicon) == expected


def test_only_the_span_is_read(small_lexicon):
    text = "HT left. HT came."
    assert [name.start for name in listed_names(text, (9, len(text)), small_lexicon)] == [9]


def test_an_acronym_with_small_letters_is_no_word_that_opens_a_sentence():
    lexicon = shipped_lexicon()

    assert read("Let us see. It bombed Let Pan Hla.", lexicon) == []
    assert read("LeT fought; LET too.", lexicon) == [("LeT", "Lashkar-e-Taiba"), ("LET", "Lashkar-e-Taiba")]
