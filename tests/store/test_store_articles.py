"""Articles that stay, change and go."""

import tracemalloc
from dataclasses import replace

import pytest
from small_ledger import Made, article_of, capture_of, page_of

from rashomon.model.errors import LedgerError, NotFoundError
from rashomon.model.reading import Reading
from rashomon.model.sources import Article, Capture, Part
from rashomon.model.words import PartKind
from rashomon.store.ledger import Ledger


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


def test_an_article_comes_back_as_it_was(made: Made):
    for article in made.articles.values():
        assert made.ledger.article(article.id) == article


def test_an_article_that_is_not_there_is_not_found(ledger: Ledger):
    with pytest.raises(NotFoundError, match="no article 'art-0'"):
        ledger.article("art-0")


def test_an_article_of_another_capture_is_refused(mine: Made):
    with pytest.raises(LedgerError, match="says it stands in"):
        mine.ledger.put_page(mine.captures["raid"].sha256, page_of(mine.articles["first"]))


def test_a_text_that_cannot_be_stored_is_refused_and_leaves_the_page_as_it_was(ledger: Ledger):
    capture = keep(ledger, "page.txt", TEXT)
    stories = two_stories(capture, TEXT)
    ledger.put_page(capture.sha256, page_of(*stories))

    with pytest.raises(LedgerError, match="cannot keep article 0"):
        ledger.put_page(capture.sha256, page_of(replace(stories[0], text="half a pair \ud83d"), reader="shape-2"))
    assert ledger.article(stories[0].id) == stories[0]
    assert ledger.unread_captures(["shape-1"]) == ()


def test_an_article_whose_parts_changed_keeps_its_reading_but_is_to_be_read_again(ledger: Ledger):
    capture = keep(ledger, "page.txt", TEXT)
    first, second = two_stories(capture, TEXT)
    ledger.put_page(capture.sha256, page_of(first, second))
    ledger.put_readings([Reading(first.id, "r-1"), Reading(second.id, "r-1")])
    changed = replace(first, parts=(Part(PartKind.CAPTION, 0, 3),))
    ledger.put_page(capture.sha256, page_of(changed, second))

    assert changed.id == first.id
    assert ledger.article(first.id) == changed
    assert len(list(ledger.sources())) == 2
    assert ledger.unread_articles("r-1") == (first.id,)
    assert [line.id for line in ledger.status().unread] == [first.id]


def test_two_articles_with_one_id_count_once(ledger: Ledger):
    capture = keep(ledger, "page.txt", TEXT)
    first = two_stories(capture, TEXT)[0]
    ledger.put_page(capture.sha256, page_of(first, replace(first, n=1)))

    assert ledger.article(first.id).n == 0


def test_many_articles_of_one_page_are_put_without_their_texts_being_held_again(ledger: Ledger):
    capture = keep(ledger, "feed.xml", TEXT)
    told = [article_of(capture, f"{n} {TEXT * 80}", n=n, title=str(n)) for n in range(1200)]
    size = sum(len(article.text) for article in told)
    tracemalloc.start()
    ledger.put_page(capture.sha256, page_of(*told))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < size
    assert len(ledger.unread_articles("none")) == 1200
    assert ledger.article(told[1199].id) == told[1199]
