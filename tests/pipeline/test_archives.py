import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.pipeline.collect.archives import older_page

HERE = "https://herald.example/tag/velmora/"


@pytest.mark.parametrize(
    ("links", "address", "older"),
    [
        ('<link rel="next" href="/tag/velmora/page/2/">', HERE, "/tag/velmora/page/2/"),
        ('<a rel="next" href="page/2/">weiter</a>', HERE, "/tag/velmora/page/2/"),
        ('<a href="/tag/velmora/page/2/">« Older posts</a>', HERE, "/tag/velmora/page/2/"),
        ('<a href="/p2"><span>Older</span> Entries &raquo;</a>', HERE, "/p2"),
        ('<a href="/p2">Articles plus anciens</a>', HERE, "/p2"),
        ('<a href="/p2">المقالات الأقدم ←</a>', HERE, "/p2"),
        ('<a href="/p2">Следующая →</a>', HERE, "/p2"),
        ('<a class="blog-pager-older-link" href="/search?max=9">»</a>', HERE, "/search?max=9"),
        ('<div class="nav-previous"><a href="/p2">zurück</a></div>', HERE, "/p2"),
        (
            '<a href="/tag/velmora/">1</a><a href="/tag/velmora/page/2">2</a><a href="/tag/velmora/page/9">9</a>',
            HERE,
            "/tag/velmora/page/2",
        ),
        ('<a href="/tag/velmora/page/3/">3</a><a href="/tag/velmora/page/4/">4</a>', HERE + "page/3/", "/tag/velmora/page/4/"),
        ('<a href="?page=5">5</a><a href="?page=6">6</a>', HERE + "?page=5", "/tag/velmora/?page=6"),
        ('<base href="/x/"><a href="p2">older posts</a>', HERE, "/x/p2"),
        ('<a href="https://other.example/p2">Older posts</a><a href="/p3">Older posts</a>', HERE, "/p3"),
    ],
)
def test_the_way_back_is_found(links, address, older):
    page = f"<html><head><title>x</title></head><body>{links}<p>words</p></body></html>".encode()

    assert older_page(page, address, "utf-8") == f"https://herald.example{older}"


@pytest.mark.parametrize(
    "links",
    [
        "",
        '<a href="#older">Older posts</a>',
        '<a href="javascript:older()">Older posts</a>',
        '<a href="/an-older-story">An older story of the town</a>',
        '<a href="https://other.example/p2">Older posts</a>',
        '<a href="ftp://herald.example/p2">Older posts</a>',
        f'<a href="{HERE}">Older posts</a>',
        f'<a href="{HERE}#top">Older posts</a>',
        '<a href="http://[::1">Older posts</a>',
        '<a href="/tag/velmora/page/99999999999">9</a>',
    ],
)
def test_no_way_back_is_guessed(links):
    assert older_page(f"<html><body>{links}</body></html>".encode(), HERE, "utf-8") is None


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"plain words", b'{"a": 1}', b"<" * 5000])
@pytest.mark.parametrize("charset", ["utf-8", None, "no-such-charset"])
def test_what_is_no_page_leads_nowhere(content, charset):
    assert older_page(content, HERE, charset) is None


@given(
    st.lists(
        st.sampled_from(
            [
                "<a href='",
                "/page/2",
                "'>",
                "older posts",
                "</a>",
                "<base href=",
                "http://[",
                "<link rel=next ",
                "?page=",
                "é",
                "\x00",
            ]
        )
    )
)
def test_no_page_breaks_it(pieces):
    found = older_page("".join(pieces).encode(), HERE, "utf-8")

    assert found is None or found.startswith("https://herald.example/")


@pytest.mark.parametrize("piece", [b"<a href='/page/7'>x</a>", b"<div><a href=x>", b"<link rel=next href=//x.example>", b"<"])
def test_a_page_made_to_take_for_ever_does_not(piece):
    began = time.process_time()
    older_page(piece * (3_000_000 // len(piece)), HERE, "utf-8")

    assert time.process_time() - began < 5
