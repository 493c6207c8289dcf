"""How far an event is to be believed, and how far harm is established."""

import pytest

from rashomon.linking.sources.grading import Credibility, Harm, credibility, harm, value_credibility
from rashomon.model.ledger import Contradiction, Event, NameSupport, RangeSupport, Root
from rashomon.model.ranges import Range
from rashomon.model.words import ContradictionKind, EventType, RootKind, Severity, Status


def root(name, *accounts, capture=None):
    return Root(RootKind.OUTLET, name, accounts, capture)


def event(statuses=None, **more):
    given = statuses or {"asserted": ("a", "b")}
    told = tuple(NameSupport(value, tuple(accounts)) for value, accounts in given.items())
    accounts = tuple(sorted({account for support in told for account in support.accounts}))
    return Event(EventType.BOMBING, Status.ASSERTED, "A bombing", accounts, (), statuses=told, **more)


def clash(kind, severity="contradiction"):
    return Contradiction(ContradictionKind(kind), Severity(severity), f"{kind}: at issue", ())


TWO = (root("Dune Wire", "a"), root("Coast Times", "b"))
ONE = (root("Dune Wire", "a", "b"),)
NAMELESS = (root("outlet not stated", "a", capture="x"), root("outlet not stated", "b", capture="y"))


@pytest.mark.parametrize(
    ("roots", "clashes", "grade"),
    [
        (TWO, (), "1"),
        (TWO, (clash("number", "rounding"),), "1"),
        (TWO, (clash("number"),), "2"),
        (TWO, (clash("denial"),), "3"),
        (ONE, (), "3"),
        (ONE, (clash("place"),), "4"),
        (ONE, (clash("denial"),), "5"),
        (NAMELESS, (), "6"),
        ((), (), "6"),
    ],
)
def test_independent_roots_confirm_and_contradictions_lower(roots, clashes, grade):
    assert credibility(event(), roots, clashes).grade == grade


def test_copies_of_one_root_confirm_nothing():
    many = (root("Dune Wire", *"abcdefgh"),)
    assert credibility(event({"asserted": "abcdefgh"}), many, ()).grade == Credibility.POSSIBLY_TRUE


@pytest.mark.parametrize(
    ("statuses", "grade"),
    [
        ({"asserted": "a", "denied": "b"}, "5"),
        ({"denied": "ab"}, "5"),
        ({"planned": "a", "hypothetical": "b"}, "6"),
        ({"claimed": "a", "alleged": "b"}, "1"),
    ],
)
def test_who_denies_or_foretells_does_not_confirm(statuses, grade):
    assert credibility(event(statuses), TWO, ()).grade == grade


def test_a_rating_says_why():
    assert credibility(event(), ONE, ()).why == "only Dune Wire tells it; nothing contradicts it"
    assert "number: at issue" in credibility(event(), TWO, (clash("number"),)).why


@pytest.mark.parametrize(
    ("accounts", "rivals", "grade"),
    [
        ("ab", [], "1"),
        ("ab", ["c"], "2"),
        ("ab", ["cd"], "3"),
        ("a", [], "3"),
        ("a", ["b"], "4"),
        ("a", ["bc"], "5"),
        ("x", ["a"], "6"),
    ],
)
def test_versions_of_a_value_are_rated_against_each_other(accounts, rivals, grade):
    roots = [root(f"Outlet {name}", name) for name in "abcd"]
    assert value_credibility(accounts, rivals, roots).grade == grade


BY = {"agents": (NameSupport("red", ("a",)),), "killed": (RangeSupport(Range(3, 3), ("a",)),)}


@pytest.mark.parametrize(
    ("told", "roots", "clashes", "grade"),
    [
        (event({"claimed": "a", "asserted": "b"}, **BY), TWO, (), Harm.CONFIRMED),
        (event(**BY), TWO, (), Harm.FAIR),
        (event(**BY), ONE, (), Harm.WEAK),
        (event(killed=BY["killed"]), TWO, (), Harm.WEAK),
        (event(**BY), TWO, (clash("responsibility"),), Harm.CONTESTED),
        (event(**BY), TWO, (clash("number"),), Harm.FAIR),
        (event(**BY, patients=(NameSupport("blue", ("a",)),)), TWO, (), Harm.DISCOUNTED),
    ],
)
def test_harm_is_graded(told, roots, clashes, grade):
    assert harm(told, roots, clashes, combatants=("blue",)).grade == grade


def test_where_nobody_is_hurt_there_is_no_grade_of_harm():
    assert harm(event(), TWO, ()) is None
