"""The page of an actor."""

import pytest
from small_ledger import Made


@pytest.mark.parametrize("name", ["Vale Front", "the VALE front", "Vale-Front"])
def test_an_actor_is_found_by_every_spelling_of_its_name(made: Made, name: str):
    assert made.ledger.actor_page(name).actor == made.linked.actors[0]


def test_an_actor_is_found_by_id_and_by_alias_in_another_script(made: Made):
    sahl = made.linked.actors[2]

    assert made.ledger.actor_page(sahl.id).actor == made.ledger.actor_page("حركة السَهل").actor == sahl


def test_an_unambiguous_alias_goes_before_an_ambiguous_one(made: Made):
    assert made.ledger.actor_page("the Front").actor.name == "Karsk Guards"


def test_an_actors_page_has_its_ties_claims_events_and_articles(made: Made):
    front = made.ledger.actor_page("Vale Front")
    guards = made.ledger.actor_page("Karsk Guards")

    assert [(tie.subject.name, tie.tie.relation.value, tie.object.name) for tie in front.ties] == [
        ("spokesman", "spokesman_of", "Vale Front")
    ]
    assert [claim.claim.stance.value for claim in front.claims] == ["accuses"]
    assert [claim.claim.stance.value for claim in guards.claims] == ["denies"]
    assert front.events == ()
    assert [line.title for line in guards.events] == ["Bombing in Ostrel"]
    assert [line.published for line in guards.articles] == ["2031-03-06", "2031-03-05", "2031-03-04"]
