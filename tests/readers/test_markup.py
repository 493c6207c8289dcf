import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from reader_pages import AMBUSH

from rashomon.readers.markup import element_paragraphs, links_in, one_line, paragraphs


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("One<br>Two<br/>Three", ["One", "Two", "Three"]),
        ("<p>A <b>bold</b> and <i>odd</i> word</p>", ["A bold and odd word"]),
        ("<div>Up<p>In</p>down</div>", ["Up", "In", "down"]),
        ("<ul><li>One</li><li>Two</li></ul>", ["One", "Two"]),
        ("<p>Caf&eacute; &amp; &#1589;</p>", ["Café & ص"]),
        ("<p>  much \n\t space </p>", ["much space"]),
        ("<p></p><p> </p>", []),
        ("", []),
    ],
)
def test_blocks_make_paragraphs_and_inline_tags_none(markup, found):
    assert paragraphs(markup) == found


@pytest.mark.parametrize(
    "dropped",
    [
        "<script>alert('x')</script>",
        "<style>p { color: red }</style>",
        "<nav><a href='/'>Home</a></nav>",
        "<form><input value='x'><button>Go</button></form>",
        "<!-- a comment -->",
        "<noscript>Turn it on</noscript>",
    ],
)
def test_what_nobody_reads_is_left_out_and_what_follows_stays(dropped):
    assert " ".join(paragraphs(f"<p>One {dropped} two</p>")).split() == ["One", "two"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One line\n\n  and  another ", ["One line", "and another"]),
        ("3 < 5 and 7 > 6", ["3 < 5 and 7 > 6"]),
        ("R&D; and AT&T", ["R&D; and AT&T"]),
    ],
)
def test_text_without_markup_comes_back_as_its_lines(text, found):
    assert paragraphs(text) == found


def test_a_page_that_nests_without_end_is_read():
    assert paragraphs("<div>" * 3000 + "deep" + "</div>" * 3000) in (["deep"], [])


def test_zero_bytes_and_broken_tags_do_no_harm():
    assert paragraphs("<p>One\x00</p><p>Two</b></i>") == ["One", "Two"]


def test_an_element_gives_its_own_text_and_not_what_follows_it():
    root = html.fragment_fromstring("<div><p id='x'>In <b>it</b></p>behind</div>")

    assert element_paragraphs(root.get_element_by_id("x")) == ["In it"]
    assert element_paragraphs(root) == ["In it", "behind"]


@pytest.mark.parametrize(("markup", "line"), [("<p>One</p><p>two</p>", "One two"), ("Plain\ntitle", "Plain title"), ("", "")])
def test_a_title_is_one_line(markup, line):
    assert one_line(markup) == line


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab<>/p!-&;# \nscript", max_size=80))
def test_any_text_gives_paragraphs_without_space_around_them(markup):
    for found in paragraphs(markup):
        assert found
        assert found == found.strip(" ")
        assert "\n" not in found


@pytest.mark.parametrize(
    "document",
    [
        f"<!DOCTYPE html><html><head><title>Tolma</title></head><body><p>{AMBUSH}</p></body></html>",
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><p>{AMBUSH}</p>",
        "<html><frameset><noframes><p>Old</p></noframes></frameset></html>",
        "<!DOCTYPE html><html><head><title>Tolma</title></head>",
    ],
)
def test_a_document_in_place_of_a_fragment_is_read_with_a_body_or_without(document):
    assert (AMBUSH in paragraphs(document)) == (AMBUSH in document)
    links_in(f"{document}<a href='https://a.example/'>", None)
