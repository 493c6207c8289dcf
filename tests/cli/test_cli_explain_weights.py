"""How far an event and the versions of its values are said to be believed."""

from dataclasses import replace

import click
import pytest

from rashomon.cli.explain_weights import explain_weights
from rashomon.model.ledger import Event, NameSupport, RangeSupport, Root
from rashomon.model.ranges import Range
from rashomon.model.words import EventType, RootKind, Status
from rashomon.store.views import EventLine, EventView

EVENT = Event(
    EventType.BOMBING,
    Status.ASSERTED,
    "Bombing in Kolo",
    ("a", "b", "c"),
    ("r1", "r2", "r3"),
    statuses=(NameSupport("asserted", ("a", "b", "c")),),
    agents=(NameSupport("act-red", ("a", "b")),),
    patients=(NameSupport("act-blue", ("a",)),),
    killed=(RangeSupport(Range(7, 7), ("a", "b")), RangeSupport(Range(9, 9), ("c",))),
)
ROOTS = tuple(Root(RootKind.OUTLET, f"Outlet {key}", (key,)) for key in "abc")
LINE = EventLine("evt-1", "Bombing in Kolo", "bombing", "asserted", None, (), ("7", "9"), accounts=3, independent=3, alarms=0)
NAMES = {"act-red": "Red Front", "act-blue": "Blue Guards"}
VIEW = EventView(EVENT, LINE, NAMES, (), (), (), (), ROOTS)


def shown(view, *combatants):
    return " ".join(click.unstyle("\n".join(explain_weights(view, combatants))).split())


def test_the_event_and_each_version_are_rated_with_what_they_rest_on():
    said = shown(VIEW)
    assert "1 confirmed: that it happened; 3 independent roots tell it" in said
    assert "2 probably true: killed 7; 2 independent roots" in said
    assert "5 improbable: killed 9; 1 independent root against 2" in said
    assert "1 confirmed: who did it: Red Front" in said


def test_values_on_which_nobody_differs_are_left_out_but_for_lives_and_blame():
    said = shown(VIEW)
    assert "against:" not in said
    two = replace(EVENT, patients=(*EVENT.patients, NameSupport("act-red", ("c",))))
    assert "against: Blue Guards" in shown(replace(VIEW, event=two))


@pytest.mark.parametrize(("combatants", "grade"), [((), "fair"), (("act-blue",), "discounted")])
def test_harm_to_those_who_fight_is_none_to_civilians(combatants, grade):
    assert f"harm to civilians {grade}:" in shown(VIEW, *combatants)


def test_what_nobody_known_by_name_tells_is_unknown_and_not_in_the_middle():
    nameless = tuple(replace(root, capture="c" * 64) for root in ROOTS)
    said = shown(replace(VIEW, roots=nameless))
    assert "6 cannot be judged: that it happened" in said
    assert "6 cannot be judged: killed 7" in said


def test_an_event_without_toll_says_nothing_of_harm():
    assert "harm" not in shown(replace(VIEW, event=replace(EVENT, killed=())))


def test_a_version_that_may_hold_beside_another_is_no_rival():
    loose = (RangeSupport(Range(7, 7), ("a", "b")), RangeSupport(Range(7, None), ("c",)))
    said = shown(replace(VIEW, event=replace(EVENT, killed=loose)))
    assert "1 confirmed: killed 7;" in said
    assert "3 possibly true: killed 7..;" in said
