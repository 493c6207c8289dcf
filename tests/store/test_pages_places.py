"""Places with their events by month, one place's events, claims of control."""

from dataclasses import replace

import pytest
from small_ledger import Made

from rashomon.model.errors import NotFoundError
from rashomon.model.words import EventType
from rashomon.store.pages.places import Where


def test_a_place_counts_its_events_by_month_and_says_how_many_are_disputed(made: Made) -> None:
    lines = {line.name: line for line in made.ledger.pages.map(Where()).places}
    ostrel = next(line for name, line in lines.items() if "Ostrel" in name)

    assert ostrel.months == (("2031-03", 1),)
    assert (ostrel.events, ostrel.disputed) == (1, 1)


@pytest.mark.parametrize(
    ("where", "found"),
    [
        (Where(), {"2031-03", "2031-05"}),
        (Where(type="bombing"), {"2031-03"}),
        (Where(first="2031-04"), {"2031-05"}),
        (Where(last="2031-04"), {"2031-03"}),
        (Where(type="riot"), set()),
    ],
)
def test_a_map_is_narrowed_by_type_and_time(made: Made, where: Where, found: set[str]) -> None:
    assert {month for line in made.ledger.pages.map(where).places for month, _ in line.months} == found


def test_a_map_of_an_actor_counts_the_events_it_has_a_role_in(made: Made) -> None:
    (agent,) = made.linked.events[0].agents
    view = made.ledger.pages.map(Where(actor=agent.value))

    assert sum(line.events for line in view.places) == 1
    assert made.ledger.pages.map(Where(actor="act-none")).places == ()


def test_a_place_lists_its_events(made: Made) -> None:
    line = made.ledger.pages.map(Where(type="bombing")).places[0]
    place, part = made.ledger.pages.place(line.id, Where(), 1)

    assert place.name == line.name
    assert [event.type for event in part.shown] == ["bombing"]
    assert made.ledger.pages.place(line.id, Where(type="riot"), 1)[1].total == 0
    assert made.ledger.pages.place(line.id, Where(), 2)[1].shown == ()
    assert set(made.ledger.pages.places([line.id, "plc-none"])) == {line.id}
    with pytest.raises(NotFoundError):
        made.ledger.pages.place("plc-none", Where(), 1)


def test_a_town_said_to_be_taken_is_a_claim_of_control(mine: Made) -> None:
    taken = replace(mine.linked.events[0], type=EventType.TERRITORY_TAKEN)
    mine.ledger.put_linked(replace(mine.linked, events=(taken, *mine.linked.events[1:])), "digest-2")
    (hold,) = mine.ledger.pages.map(Where()).holds

    assert hold.event.id == taken.id
    assert len(hold.actors) == 1
    assert not hold.leaves
    assert mine.ledger.pages.map(Where(last="2031-02")).holds == ()


def test_counts_go_when_events_go(mine: Made) -> None:
    mine.ledger.put_linked(replace(mine.linked, events=(), contradictions=()), "digest-2")

    assert mine.ledger.pages.map(Where()).places == ()
