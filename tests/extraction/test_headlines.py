import pytest

from rashomon.extraction.headlines import headline


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("Rebels storm port city after talks fail", "Rebels", "storm port city"),
        ("Harbour crash: Minister names three victims", "Minister", "names three victims"),
        ("Minister hails striking dockers: 'I never saw such courage'", "Minister", "hails striking dockers"),
        ("Five dead after bus overturns in Mirsa", "Five", "dead"),
        ("Oruland and Mirsa sign border treaty", "Oruland and Mirsa", "sign border treaty"),
        ("A bomb has destroyed a bridge near Mirsa", "A bomb", "has destroyed a bridge"),
        ("General finally visits front", "General", "visits front"),
    ],
)
def test_a_headline_says_who_and_what(text, who, what):
    found = headline(text, 0, len(text))
    assert found is not None
    assert found.who is not None
    assert (text[slice(*found.who)], text[slice(*found.what)]) == (who, what)


def test_circumstances_are_the_rest():
    text = "Rebels storm port city after talks fail"
    found = headline(text, 0, len(text))
    assert found is not None
    assert found.rest is not None
    assert text[slice(*found.rest)] == "after talks fail"


def test_a_heading_without_a_verb_is_no_headline():
    assert headline("Weather and markets", 0, 19) is None
