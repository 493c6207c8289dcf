"""What linking made: put, given back, replaced."""

from dataclasses import replace

import pytest
from small_ledger import Made

from rashomon.model.errors import LedgerError
from rashomon.model.ledger import Linked, PlaceLink
from rashomon.store.views import Question

LINKS = ("actor_links", "place_links")


def in_order(linked: Linked) -> Linked:
    """Sorted as linking sorts."""
    ids = ("actors", "places", "roots", "events", "contradictions", "series")
    by_id = {name: tuple(sorted(getattr(linked, name), key=lambda one: one.id)) for name in ids}
    keyed = {name: tuple(sorted(getattr(linked, name), key=lambda one: (one.article_id, one.key))) for name in LINKS}
    return replace(linked, **by_id, **keyed)


def test_what_was_linked_comes_back_sorted(made: Made):
    assert made.ledger.linked() == in_order(made.linked)


def test_linking_again_replaces_everything(mine: Made):
    mine.ledger.put_linked(Linked(events=mine.linked.events[1:2]), "digest-2")

    assert mine.ledger.linked() == Linked(events=mine.linked.events[1:2])
    assert mine.ledger.linked_digest() == "digest-2"
    assert mine.ledger.ask(Question(text="Karsk")).total == 0
    assert mine.ledger.ask(Question(text="camp")).total == 1


def test_links_that_do_not_fit_change_nothing(mine: Made):
    strange = PlaceLink("art-0", "x", mine.linked.places[0].id, 1.0)

    with pytest.raises(LedgerError, match="does not fit the ledger"):
        mine.ledger.put_linked(Linked(places=mine.linked.places, place_links=(strange,)), "digest-2")
    assert mine.ledger.linked() == in_order(mine.linked)
    assert mine.ledger.linked_digest() == "digest-1"
