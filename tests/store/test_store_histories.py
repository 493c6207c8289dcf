"""The history on an actor's page: listed ties, ties of articles, and what was done to the actor."""

from dataclasses import replace

from small_ledger import Made

from rashomon.model.actors import Actor, ActorTie
from rashomon.model.dates import DateInterval
from rashomon.model.histories import Chapter
from rashomon.model.ledger import ActorLink, NameSupport
from rashomon.model.reading import Filler
from rashomon.model.words import ActorKind, Relation, Role


def test_ties_of_articles_stand_in_the_history_with_their_witness(mine: Made):
    (line,) = [line for line in mine.ledger.actor_page("Vale Front").history if line.chapter == Chapter.ROLE]

    assert line.says == "has the spokesman spokesman"
    assert [(one.denies, one.article_id is not None) for one in line.witnesses] == [(False, True)]


def test_listed_ties_come_from_the_actor_that_linking_kept(mine: Made):
    front = mine.linked.actors[0]
    tie = ActorTie(front.name, Relation.PART_OF, "Northern League", "own list", DateInterval.parse("2030"))
    mine.ledger.put_linked(replace(mine.linked, actors=(replace(front, ties=(tie,)), *mine.linked.actors[1:])), "other")

    history = mine.ledger.actor_page(front.name).history

    assert ("2030", "part of Northern League", "own list") in [(line.when, line.says, line.witnesses[0].name) for line in history]


def with_a_victim(mine: Made, victim: Actor) -> None:
    """Let the first account of the bombing and its event be about somebody."""
    first = mine.readings["first"]
    account = first.accounts[0]
    suffering = replace(account, fillers=(*account.fillers, Filler(Role.PATIENT, "victim", account.trigger)))
    mine.ledger.put_readings([replace(first, reader="hand-2", accounts=(suffering, *first.accounts[1:]))])
    bombing, *others = mine.linked.events
    linked = replace(
        mine.linked,
        actors=(*mine.linked.actors, victim),
        actor_links=(*mine.linked.actor_links, ActorLink(first.article_id, "victim", victim.id, 1.0)),
        events=(replace(bombing, patients=(NameSupport(victim.id, (account.id,)),)), *others),
    )
    mine.ledger.put_linked(linked, "other")


def test_a_person_whom_a_deadly_event_met_is_reported_dead_and_the_denial_stands_beside(mine: Made):
    victim = Actor("Bo Xun", ActorKind.PERSON)
    with_a_victim(mine, victim)

    (line,) = mine.ledger.actor_page("Bo Xun").history

    assert (line.chapter, line.event_id, line.when) == (Chapter.DEATH, mine.linked.events[0].id, "2031-03-03")
    assert [(one.name, one.denies) for one in line.witnesses] == [("Vale Front", False), ("Karsk Guards", True)]


def test_a_group_that_a_deadly_event_met_is_not_dead(mine: Made):
    with_a_victim(mine, Actor("Dune League", ActorKind.ARMED_GROUP))

    assert mine.ledger.actor_page("Dune League").history == ()


def test_an_actor_of_which_nothing_is_told_has_no_history(mine: Made):
    unknown: Actor = mine.linked.actors[2]

    assert mine.ledger.actor_page(unknown.id).history == ()
