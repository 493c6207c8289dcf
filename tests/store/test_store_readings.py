"""Readings and sources."""

import pytest
from small_ledger import Made, article_of, capture_of, page_of

from rashomon.model.errors import NotFoundError
from rashomon.model.reading import Reading
from rashomon.model.sources import Article, Capture
from rashomon.store.ledger import Ledger
from rashomon.store.views import Fault


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


def test_an_article_is_unread_until_this_version_read_it(mine: Made):
    ids = tuple(sorted(article.id for article in mine.articles.values()))

    assert mine.ledger.unread_articles("hand-1") == ()
    assert mine.ledger.unread_articles("hand-2") == ids
    mine.ledger.put_readings([Reading(ids[0], "hand-2")])
    assert mine.ledger.unread_articles("hand-2") == ids[1:]


def test_a_new_reading_takes_the_place_of_the_last_and_clears_its_fault(mine: Made):
    article_id = mine.articles["raid"].id
    mine.ledger.put_fault(Fault(article_id, "extraction", "took too long", "2031-03-05"))
    mine.ledger.put_readings([Reading(article_id, "hand-2")])

    assert {source.article.id: source.reading for source in mine.ledger.sources()}[article_id] == Reading(article_id, "hand-2")
    assert mine.ledger.status().counts["figures"] == 2
    assert mine.ledger.status().faults == ()


def test_readings_of_an_unknown_article_change_nothing(mine: Made):
    with pytest.raises(NotFoundError, match="no article 'art-0'"):
        mine.ledger.put_readings([Reading(mine.articles["raid"].id, "hand-2"), Reading("art-0", "hand-2")])
    assert len(mine.ledger.unread_articles("hand-2")) == 4


def test_sources_come_sorted_and_only_those_that_were_read(ledger: Ledger):
    texts = [f"Story {n}." for n in range(450)]
    capture = keep(ledger, "many.txt", "".join(texts))
    articles = [article_of(capture, text, n=n, start=n, end=n + len(text)) for n, text in enumerate(texts)]
    ledger.put_page(capture.sha256, page_of(*articles))
    ledger.put_readings(Reading(article.id, "r-1") for article in articles[1:])
    ids = [source.article.id for source in ledger.sources()]

    assert ids == sorted(article.id for article in articles[1:])


def test_a_source_that_is_not_read_to_its_end_does_not_stop_a_writer(mine: Made):
    sources = mine.ledger.sources()
    next(sources)

    mine.ledger.put_linked(mine.linked, "digest-2")
    assert mine.ledger.linked_digest() == "digest-2"
