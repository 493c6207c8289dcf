"""Entities by the names they are linked to."""

from small_ledger import Made

from rashomon.model.ledger import Linked
from rashomon.store.views import Named


def test_a_pronoun_is_shown_as_its_actor_with_the_words_of_the_text(made: Made):
    denial = made.ledger.event(made.linked.events[0].id).accounts[2]

    assert denial.agents[0] == Named("Karsk Guards", "they", made.linked.actors[1].id)


def test_an_article_speaks_in_the_name_of_its_outlet(made: Made):
    own = [claim.source for claim in made.ledger.article_page(made.articles["first"].id).claims if claim.claim.source == "outlet"]
    figures = made.ledger.article_page(made.articles["raid"].id).figures

    assert own == [Named("Vale Courier", "Vale Courier")]
    assert {figure.source.name for figure in figures} == {"Hill Post"}


def test_a_facility_that_is_no_place_of_the_gazetteer_keeps_the_name_of_the_text(mine: Made):
    unplaced = Linked(actors=mine.linked.actors, events=mine.linked.events)
    mine.ledger.put_linked(unplaced, "digest-2")
    account = mine.ledger.event(mine.linked.events[1].id).accounts[0]

    assert account.places == (Named("Dûrin Camp", "Dûrin Camp"),)
    assert account.root is None


def test_the_best_scored_link_of_an_entity_is_shown(made: Made):
    account = made.ledger.event(made.linked.events[1].id).accounts[0]

    assert account.agents == (Named("Sahl Movement", "The Sahl Movement", made.linked.actors[2].id),)
