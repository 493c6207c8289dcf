"""Captures, pages and faults."""

from dataclasses import replace

import pytest
from small_ledger import article_of, capture_of, page_of

from rashomon.model.errors import NotFoundError
from rashomon.model.reading import Reading
from rashomon.model.sources import Article, Capture
from rashomon.store.ledger import Ledger
from rashomon.store.views import Fault, Question


def keep(ledger: Ledger, name: str, text: str) -> Capture:
    """Keep a text as a capture."""
    capture = capture_of(name, text.encode())
    ledger.keep(capture, text.encode())
    return capture


def two_stories(capture: Capture, text: str) -> tuple[Article, Article]:
    """Cut a text into two articles at its blank line."""
    cut = text.index("\n\n")
    first = article_of(capture, text[:cut], title="First", end=cut)
    return first, article_of(capture, text[cut + 2 :], n=1, start=cut + 2, end=len(text), parts=())


TEXT = "Men fired on a convoy.\n\nTalks went on in the capital."


def test_captures_are_listed_by_name(ledger: Ledger):
    for name in ("b.txt", "a.txt", "c.txt"):
        keep(ledger, name, name)

    assert [capture.name for capture in ledger.captures()] == ["a.txt", "b.txt", "c.txt"]


def test_a_capture_is_unread_until_one_of_these_readers_made_its_page(ledger: Ledger):
    capture = keep(ledger, "page.txt", TEXT)

    assert ledger.unread_captures(["shape-1"]) == (capture,)
    ledger.put_page(capture.sha256, page_of(*two_stories(capture, TEXT)))
    assert ledger.unread_captures(["feed-3", "shape-1"]) == ()
    assert ledger.unread_captures(["shape-2"]) == (capture,)
    assert ledger.unread_captures([]) == (capture,)


def test_a_capture_with_a_fault_is_left_alone_until_its_page_comes(ledger: Ledger):
    capture = keep(ledger, "page.txt", TEXT)
    ledger.put_fault(Fault("in/page.txt", "reading", "no article in it", "2031-03-05", capture.sha256))

    assert ledger.unread_captures(["shape-1"]) == ()
    ledger.put_page(capture.sha256, page_of(*two_stories(capture, TEXT)))
    assert ledger.status().faults == ()


def test_the_same_source_and_stage_again_replaces_a_fault(ledger: Ledger):
    first = Fault("gone.txt", "adding", "no such file", "2031-03-05")
    again = replace(first, reason="not yours to read", at="2031-03-06")
    other = replace(first, stage="extraction")
    for fault in (first, other, again):
        ledger.put_fault(fault)

    assert ledger.status().faults == (again, other)


def test_two_captures_of_one_name_have_a_fault_each(ledger: Ledger):
    captures = [keep(ledger, "page.txt", text) for text in ("one", "two")]
    for capture in captures:
        ledger.put_fault(Fault("page.txt", "reading", "no article in it", "2031-03-05", capture.sha256))
    ledger.put_fault(Fault("in/page.txt", "reading", "still none", "2031-03-06", captures[0].sha256))

    assert ledger.unread_captures(["shape-1"]) == ()
    assert sorted(fault.source for fault in ledger.status().faults) == ["in/page.txt", "page.txt"]


def test_an_address_that_failed_and_then_came_has_no_fault(ledger: Ledger):
    address = "https://outlet.example/feed"
    ledger.put_fault(Fault(address, "adding", "timed out", "2031-03-05"))
    ledger.keep(replace(capture_of("feed", b"<rss/>"), address=address), b"<rss/>")

    assert ledger.status().faults == ()


def test_a_page_of_an_unknown_capture_is_not_found(ledger: Ledger):
    with pytest.raises(NotFoundError, match="no capture"):
        ledger.put_page("f" * 64, page_of())


def test_reading_a_capture_again_keeps_the_readings_of_articles_that_stay(ledger: Ledger):
    capture = keep(ledger, "page.txt", TEXT)
    first, second = two_stories(capture, TEXT)
    ledger.put_page(capture.sha256, page_of(first, second))
    ledger.put_readings([Reading(first.id, "r-1"), Reading(second.id, "r-1")])
    ledger.put_page(capture.sha256, page_of(first, reader="shape-2"))

    assert [source.article for source in ledger.sources()] == [first]
    assert ledger.unread_articles("r-1") == ()
    assert ledger.ask(Question(text="talks")).articles == ()
    with pytest.raises(NotFoundError):
        ledger.article(second.id)


@pytest.mark.parametrize(("source", "left"), [("in/100%.txt", 0), ("100%.txt", 0), ("in/1000.txt", 1), ("in/other-100%.txt", 1)])
def test_a_file_that_was_missing_and_then_came_has_no_fault(ledger: Ledger, source: str, left: int):
    ledger.put_fault(Fault(source, "reading", "no such file", "2031-03-05"))
    keep(ledger, "100%.txt", TEXT)

    assert len(ledger.status().faults) == left
