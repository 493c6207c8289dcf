import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.cli.marked import LOOKS, coloured, key, tagged
from rashomon.store.views import Mark
from rashomon.web.catalogue import read_catalogue
from rashomon.web.marking import ORDER

TEXT = "The Reed Front said four men fled Oskil."
FRONT = Mark(0, 14, "group", "Reed Front")
SAID = Mark(15, 19, "claim", "Reed Front asserts")
WORDS = Mark(20, 39, "claim", "Reed Front asserts")
FLED = Mark(29, 33, "event", "withdrawal, claimed")


def test_tags_name_the_kind_and_what_is_meant_where_the_words_do_not():
    assert tagged(TEXT, [FRONT, Mark(34, 39, "place", "Oskil")]) == (
        "[GROUP The Reed Front = Reed Front] said four men fled [PLACE Oskil]."
    )


def test_tags_nest_as_the_marks_do():
    assert tagged(TEXT, [WORDS, FLED, SAID]).endswith("[CLAIM said] [CLAIM four men [EVENT fled = withdrawal, claimed] Oskil].")


def test_a_mark_that_reaches_out_of_another_is_cut_in_two():
    assert tagged("one two three", [Mark(0, 7, "group", "A"), Mark(4, 13, "place", "B")]) == (
        "[GROUP one [PLACE two] = A][PLACE  three = B]"
    )


def test_a_stretch_found_twice_is_tagged_once():
    assert tagged("four men", [Mark(0, 4, "number", "4"), Mark(0, 4, "number", "4 killed")]) == "[NUMBER four = 4] men"


@pytest.mark.parametrize("kind", ["figure", "tie"])
def test_what_stands_in_a_table_only_gets_no_tag(kind):
    assert tagged(TEXT, [Mark(0, 9, kind, "x")]) == TEXT


KINDS = st.sampled_from(["group", "date", "claim", "event"])
MARKS = st.lists(st.builds(Mark, st.integers(-2, 30), st.integers(-2, 30), KINDS, st.just("")), max_size=8)


@given(st.text("abc \n", max_size=25), MARKS)
def test_without_its_tags_the_text_is_as_it_was(text, marks):
    out = tagged(text, marks)
    for kind in ("GROUP", "DATE", "CLAIM", "EVENT"):
        out = out.replace(f"[{kind} ", "")

    assert out.replace("]", "") == text
    assert tagged(text, marks).count("[") == tagged(text, marks).count("]")


@given(st.text("abc \n", max_size=25), MARKS)
def test_without_its_colours_the_text_is_as_it_was(text, marks):
    assert click.unstyle(coloured(text, marks)) == text


def test_each_kind_looks_its_own_way():
    looks = [click.style("x", **LOOKS[group]) for group in ORDER if group in LOOKS]

    assert len(set(looks)) == len(looks)
    assert coloured(TEXT, [FRONT]) == click.style("The Reed Front", fg="cyan") + TEXT[14:]


def test_the_key_shows_the_kinds_that_occur():
    said = key([FRONT, FLED], read_catalogue())

    assert click.unstyle(said) == "actor · words that tell an event"
    assert said != click.unstyle(said)
