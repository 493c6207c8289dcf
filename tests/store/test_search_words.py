"""The box's language."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.store.search import hits, words
from rashomon.store.search.hits import expression
from rashomon.store.search.words import Both, Either, Field, Without, Words, is_text, parse, words_in


def word(*term: str) -> Words:
    return Words(term)


@pytest.mark.parametrize("module", [words, hits])
def test_the_examples_hold(module):
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("oil depot", Both((word("oil"), word("depot")))),
        ('"oil depot"', Words(("oil", "depot"), exact=True)),
        ("oil OR depot", Either((word("oil"), word("depot")))),
        ("oil or depot", Both((word("oil"), word("or"), word("depot")))),
        ("oil AND depot", Both((word("oil"), word("depot")))),
        ("oil -depot", Both((word("oil"), Without(word("depot"))))),
        ("oil NOT depot", Both((word("oil"), Without(word("depot"))))),
        ("oil-depot", word("oil", "depot")),
        ("oil - depot", Both((word("oil"), word("depot")))),
        ("a (b OR c)", Both((word("a"), Either((word("b"), word("c")))))),
        (") a (", word("a")),
        ('actor:"Reed Front"', Field("actor", "Reed Front")),
        ("TYPE:bombing", Field("type", "bombing")),
        ("title:fire", word("title", "fire")),
        ('-outlet:"Hill Post"', Without(Field("outlet", "Hill Post"))),
        ("حِزْب", word("حزب")),
        ('"" * ( ) ^ :', None),
        ("", None),
        ("OR", None),
        ("-", None),
    ],
)
def test_a_text_is_read(text: str, asked: object):
    assert parse(text) == asked


def test_a_long_question_is_cut():
    assert len(words_in(parse(" ".join(f"w{n}" for n in range(400))))) == 24


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("oil depot", '("oil" AND "depot")'),
        ("oil OR -depot", None),
        ("-oil", None),
        ("oil type:x", None),
        ("a (b OR c) -d", '(("a" AND ("b" OR "c")) NOT ("d"))'),
    ],
)
def test_words_go_into_one_expression_where_nothing_else_stands_among_them(text: str, wanted: str | None):
    asked = parse(text)

    assert asked is not None
    assert expression(asked) == wanted


@given(st.text(alphabet=st.sampled_from("ab \"()-:ORNTactor'«٣ج"), max_size=40))
def test_no_text_is_an_error(text: str):
    asked = parse(text)
    if asked is not None and is_text(asked):
        expression(asked)
