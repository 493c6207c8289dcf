"""The network: what lists have, what articles state, at a day, with what is denied."""

from dataclasses import replace
from datetime import date

import pytest
from small_ledger import Made

from rashomon.model.actors import Actor, ActorTie
from rashomon.model.dates import DateInterval
from rashomon.model.errors import NotFoundError
from rashomon.model.ledger import ActorLink
from rashomon.model.reading import Claim
from rashomon.model.words import ActorKind, Relation, Stance
from rashomon.store.readings import standing

SPEAKER = Actor("Ossa Vey", ActorKind.PERSON)


def tied(made: Made, *, denies: Stance | None = None) -> Made:
    """Give the small ledger a speaker who is linked, a listed tie that ended, and maybe somebody who denies the told one."""
    article = made.articles["first"]
    (tie,) = made.readings["first"].ties
    front = next(
        actor
        for actor in made.linked.actors
        if actor.id in {one.actor_id for one in made.linked.actor_links if one.key == "front"}
    )
    ended = DateInterval(date(2030, 1, 1), date(2030, 12, 31))
    listed = ActorTie(front.name, Relation.ALLIED_WITH, SPEAKER.name, "own list", ended)
    changed = replace(front, ties=(listed,))
    actors = (*(changed if one.id == front.id else one for one in made.linked.actors), replace(SPEAKER, ties=(listed,)))
    links = (*made.linked.actor_links, ActorLink(article.id, "spokesman", SPEAKER.id, 1.0))
    if denies is not None:
        reading = made.readings["first"]
        made.ledger.put_readings([replace(reading, claims=(*reading.claims, Claim("guards", denies, tie.evidence)))])
    made.ledger.put_linked(replace(made.linked, actors=actors, actor_links=links), "digest-2")
    return made


def test_a_told_tie_holds_from_the_day_it_was_printed_and_a_listed_one_as_long_as_the_list_says(mine: Made) -> None:
    made = tied(mine)
    at = {
        day: made.ledger.pages.network([SPEAKER.id], day) for day in (None, date(2030, 6, 1), date(2031, 6, 1), date(1999, 1, 1))
    }

    assert {edge.relation for edge in at[None].edges} == {Relation.ALLIED_WITH, Relation.SPOKESMAN_OF}
    assert {edge.relation for edge in at[date(2030, 6, 1)].edges} == {Relation.ALLIED_WITH}
    assert {edge.relation for edge in at[date(2031, 6, 1)].edges} == {Relation.SPOKESMAN_OF}
    assert at[date(1999, 1, 1)].edges == ()
    assert [node.name for node in at[date(1999, 1, 1)].nodes] == [SPEAKER.name]
    assert at[None].days == (date(2030, 1, 1), date(2030, 12, 31), date(2031, 3, 4))


def test_growing_marks_whose_ties_are_shown(mine: Made) -> None:
    view = tied(mine).ledger.pages.network(["Ossa Vey"], None)

    assert {node.name: node.grown for node in view.nodes}["Ossa Vey"]
    assert sum(node.grown for node in view.nodes) == 1
    assert len(view.nodes) == 2


@pytest.mark.parametrize(
    ("stance", "says", "shown"),
    [(None, None, "told"), (Stance.DENIES, "denied", "denied"), (Stance.DOUBTS, "doubted", "disputed")],
)
def test_a_tie_that_somebody_denies_looks_so_and_opens_its_words(
    mine: Made, stance: Stance | None, says: str | None, shown: str
) -> None:
    made = tied(mine, denies=stance)
    edge = next(edge for edge in made.ledger.pages.network([SPEAKER.id], None).edges if edge.relation == Relation.SPOKESMAN_OF)
    evidence = made.ledger.pages.tie(SPEAKER.id, Relation.SPOKESMAN_OF, edge.object)

    assert edge.standing == shown
    assert evidence is not None
    assert [one.standing for one in evidence.told] == [says]
    assert "spokesman" in evidence.told[0].tie.quote.words


def test_other_claims_do_not_touch_a_tie(mine: Made) -> None:
    reading = mine.readings["first"]
    (tie,) = reading.ties

    assert standing(reading, tie) is None


def test_nothing_states_a_tie_the_other_way_round(mine: Made) -> None:
    made = tied(mine)
    front = next(node for node in made.ledger.pages.network([SPEAKER.id], None).nodes if node.id != SPEAKER.id)

    assert made.ledger.pages.tie(front.id, Relation.SPOKESMAN_OF, SPEAKER.id) is None
    assert made.ledger.pages.tie(SPEAKER.id, Relation.ALLIED_WITH, front.id) is not None


def test_an_unknown_actor_is_not_found(made: Made) -> None:
    with pytest.raises(NotFoundError):
        made.ledger.pages.network(["Nobody At All"], None)
