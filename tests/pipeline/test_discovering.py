import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.pipeline.collect.discovering import FeedLink, feeds_of, usual_places

HERE = "https://herald.example/news/today"


def feeds(head, body=""):
    return feeds_of(f"<html><head>{head}</head><body>{body}</body></html>".encode(), HERE, "utf-8")


@pytest.mark.parametrize(
    ("link", "found"),
    [
        (
            '<link rel="alternate" type="application/rss+xml" title="The Herald" href="/feed/">',
            FeedLink("https://herald.example/feed/", "The Herald"),
        ),
        (
            '<LINK REL="Alternate home" TYPE="Application/Atom+XML; charset=utf-8" HREF="atom.xml">',
            FeedLink("https://herald.example/news/atom.xml", None),
        ),
        (
            "<link rel=alternate type=application/feed+json href=//feeds.example/h.json>",
            FeedLink("https://feeds.example/h.json", None),
        ),
        (
            '<base href="/de/"><link rel="alternate" type="application/rss+xml" href="feed">',
            FeedLink("https://herald.example/de/feed", None),
        ),
    ],
)
def test_a_feed_that_the_page_names_is_found(link, found):
    assert feeds(link) == (found,)


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="stylesheet" type="text/css" href="/a.css">',
        '<link rel="alternate" hreflang="fr" href="/fr/">',
        '<link rel="alternate" type="application/rss+xml" title="Comments on: Raid" href="/feed2">',
        '<link rel="alternate" type="application/rss+xml" href="/raid/comments/feed/">',
        '<link rel="alternate" type="application/rss+xml" href="javascript:feed()">',
        '<link rel="alternate" type="application/rss+xml" href="feed://herald.example/feed">',
        '<link rel="alternate" type="application/rss+xml">',
    ],
)
def test_what_is_no_feed_of_news_is_passed_over(link):
    assert feeds(link) == ()


def test_a_title_cannot_speak_to_the_terminal():
    (found,) = feeds('<link rel="alternate" type="application/rss+xml" title="He&#27;[31m\nrald" href="/feed">')

    assert found.title == "He[31m rald"


def test_the_order_is_the_pages_and_each_comes_once():
    link = '<link rel="alternate" type="application/rss+xml" href="/{}">'

    assert [found.address for found in feeds(link.format("b") + link.format("a") + link.format("b"))] == [
        "https://herald.example/b",
        "https://herald.example/a",
    ]


@pytest.mark.parametrize("content", [b"", b"\x89PNG", b"<rss><channel/></rss>", b"<html>" + b"<div>" * 3000])
def test_other_bytes_name_no_feed(content):
    assert feeds_of(content, HERE, None) == ()


def test_usual_places_are_below_the_page_first_then_at_the_root():
    places = usual_places("https://herald.example/news")

    assert places[0] == "https://herald.example/news/feed/"
    assert "https://herald.example/rss.xml" in places
    assert len(places) == len(set(places)) == 16
    assert len(usual_places("https://herald.example/")) == 8


@given(st.binary(max_size=200), st.text(max_size=60))
def test_no_page_breaks_it(content, href):
    page = f'<link rel="alternate" type="application/rss+xml" href="{href}">'.encode("utf-8", "replace") + content

    assert all(found.address.startswith(("http://", "https://")) for found in feeds_of(page, HERE, "utf-8"))
