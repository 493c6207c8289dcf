"""Decisions of people."""

from small_ledger import article_of, capture_of

from rashomon.model.decisions import Decision
from rashomon.model.sources import Article, Capture
from rashomon.model.words import Verdict
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


def test_decisions_are_kept_in_order_and_once(ledger: Ledger):
    late = Decision(Verdict.REJECT, "acc-1", "ana", "2031-03-09T10:00:00", "not an event")
    early = Decision(Verdict.EDIT, "acc-2", "ben", "2031-03-08T10:00:00", "misread", "killed", '"12"', '"9"')
    undone = Decision(Verdict.REJECT, "acc-1", "ana", "2031-03-09T10:00:00", "it is one", undoes=late.id)
    for decision in (late, early, undone, late):
        ledger.decide(decision)

    assert ledger.decisions() == (early, late, undone)
