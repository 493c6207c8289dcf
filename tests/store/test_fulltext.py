"""Words to look for, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_ledger import Made

from rashomon.store.fulltext import TERMS_AT_MOST, folded, match_expression, parse, snippet
from rashomon.store.views import Question


@pytest.mark.parametrize(
    ("asked", "terms"),
    [
        ("oil depot", (("oil",), ("depot",))),
        ('"oil depot" fire', (("oil", "depot"), ("fire",))),
        ("“oil depot”", (("oil", "depot"),)),
        ("Al-Shabaab", (("al", "shabaab"),)),
        ("Kata’ib", (("kataib",),)),
        ('depot" fire', (("depot",), ("fire",))),
        ("fire Fire FIRE", (("fire",),)),
        ("AND OR NOT NEAR", (("and",), ("or",), ("not",), ("near",))),
        ("title:fire fire* -fire", (("title", "fire"), ("fire",))),
        ("حِزْب", (("حزب",),)),
        ('"" * ( ) ^ :', ()),
        ("", ()),
    ],
)
def test_a_question_is_words_and_phrases_and_nothing_else(asked: str, terms: tuple):
    assert parse(asked) == terms


def test_a_long_question_is_cut():
    assert len(parse(" ".join(f"word{n}" for n in range(500)))) == TERMS_AT_MOST


def test_terms_are_all_demanded():
    assert match_expression((("oil", "depot"), ("fire",))) == '"oil depot" AND "fire"'


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
