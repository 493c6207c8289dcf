"""Words to look for, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_ledger import Made

from rashomon.store.fulltext import HIT, Term, folded, snippet
from rashomon.store.search.words import parse as read
from rashomon.store.search.words import words_in
from rashomon.store.views import Question


def parse(asked: str) -> tuple[Term, ...]:
    """The words that a text asks for."""
    return tuple(words.term for words in words_in(read(asked)))


def test_the_index_has_one_spelling_of_many():
    assert folded("  Kata'ib   Hezbollah\nin Deir-ez-Zor ") == "kataib hezbollah in deir ez zor"


@pytest.mark.parametrize(
    ("text", "asked", "shown"),
    [
        ("A fire broke out.", "fire", "A \x01fire\x02 broke out."),
        ("At the oil-depot: fire!", '"oil depot" fire', "At the \x01oil-depot\x02: \x01fire\x02!"),
        ("The oil, then the depot.", '"oil depot"', "The oil, then the depot."),
        ("Kata’ib (said)", "kataib", "\x01Kata’ib\x02 (said)"),
        ("no \x01such\x02 word", "word", "no such \x01word\x02"),
        ("", "fire", ""),
    ],
)
def test_a_snippet_marks_the_hits(text: str, asked: str, shown: str):
    assert snippet(text, parse(asked)) == shown


def test_a_snippet_of_a_long_text_is_the_words_around_the_first_hit():
    text = " ".join(["before"] * 100 + ["fire"] + ["after"] * 100)
    shown = snippet(text, parse("fire"))

    assert shown.startswith("… before")
    assert shown.endswith("after …")
    assert "\x01fire\x02" in shown
    assert len(shown.split()) < 45


@given(st.text(max_size=60))
def test_no_text_is_an_error(asked: str):
    snippet('Some text: al-Shabaab\'s "depot".', parse(asked))


@pytest.mark.parametrize(
    "asked",
    [
        '"',
        '""',
        "'",
        "*",
        "a*",
        "(",
        "NEAR(a b)",
        "a AND",
        "title:",
        "-",
        "^a",
        "\x00",
        "\ud83d",
        "%",
        "{a b}:c",
        "+",
        "'; --",
        "²",
        "a" * 5000,
    ],
)
def test_no_question_breaks_the_index(made: Made, asked: str):
    made.ledger.ask(Question(text=asked))
    made.ledger.ask(Question(text=f'"{asked}" {asked} bomb'))


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("وبالموصل", "الموصل"),
        ("للموصل", "موصل"),
        ("ببغداد", "بغداد"),
        ("وبغداد", "بغداد"),
        ("بكابل", "كابل"),
        ("وَالعِراق", "العراق"),
    ],
)
def test_an_arabic_word_is_found_with_what_is_written_to_its_front(written: str, asked: str):
    assert folded(written) == folded(asked)
    assert HIT in snippet(f"قال {written} نعم", parse(asked))


@pytest.mark.parametrize(("one", "other"), [("الله", "له"), ("كابل", "ابل"), ("وقف", "قف")])
def test_short_arabic_words_keep_their_front(one: str, other: str):
    assert folded(one) != folded(other)
