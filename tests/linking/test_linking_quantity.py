"""What a figure counts, whatever words an outlet has for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.quantity import Quantity, comparable, quantity
from rashomon.model.ranges import Range
from rashomon.model.reading import Figure
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import NumberKind

SPAN = EvidenceSpan("art", 0, 2)
TEXT = "suicide martyrdom bombings raids dead killed soldiers troops children in Aland per month the new salt"
WORDS = st.sampled_from(TEXT.split(" "))


def counted(what, kind="events", **more):
    return quantity(Figure(what, NumberKind(kind), Range.exactly(7), SPAN, SPAN, **more))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("suicide bombings", "martyrdom operations"),
        ("assaults", "attack"),
        ("air raids", "air strikes"),
        ("dead", "fatalities"),
        ("wounded", "injuries"),
        ("troops", "soldiers"),
        ("militants", "rebel"),
        ("civilian deaths", "noncombatants killed"),
        ("refugees", "IDPs"),
        ("a total of about 40 new detentions", "prisoners"),
        ("at least 30 checkpoints", "checkpoint"),
        ("armies", "army"),
        ("fortresses", "fortress"),
        ("churches in Aland", "churches in Bland"),
        ("raids against Bland since May", "raids"),
    ],
)
def test_words_for_one_thing_have_one_head(one, other):
    assert counted(one).head == counted(other).head != frozenset()


@pytest.mark.parametrize(
    ("one", "other"),
    [("suicide bombings", "bombings"), ("women killed", "men killed"), ("tanks", "trucks"), ("dead", "wounded"), ("boss", "bos")],
)
def test_words_for_two_things_have_two_heads(one, other):
    assert counted(one).head != counted(other).head


@pytest.mark.parametrize(
    ("what", "scope"),
    [
        ("raids in Aland and Bland", {"aland", "and", "bland"}),
        ("raids across the Coast", {"coast"}),
        ("deaths throughout Aland", {"aland"}),
        ("raids", set()),
        ("raids on Aland", set()),
        ("inland raids", set()),
    ],
)
def test_the_words_after_in_say_where(what, scope):
    assert counted(what).scope == scope


@pytest.mark.parametrize(
    ("what", "more", "rate"),
    [
        ("raids per month", {}, True),
        ("raids a week", {}, True),
        ("raids each year", {}, True),
        ("daily raids", {}, True),
        ("raids", {"unit": "per day"}, True),
        ("raids", {"qualifier": "on average"}, True),
        ("raids in a month", {}, False),
        ("raids in May", {}, False),
        ("raids", {"qualifier": "at least"}, False),
        ("monthly salaries paid to soldiers", {}, True),
    ],
)
def test_so_many_a_month_is_a_rate(what, more, rate):
    assert counted(what, **more).rate is rate


@pytest.mark.parametrize(
    ("kind", "unit", "sort"),
    [
        ("events", None, "count"),
        ("participants", None, "count"),
        ("force_size", "men", "count"),
        ("killed", None, "killed"),
        ("money", "USD", "money usd"),
        ("money", None, "money"),
        ("percent", "percent", "percent"),
    ],
)
def test_the_sort_keeps_apart_what_is_never_added(kind, unit, sort):
    assert counted("things", kind, unit=unit).sort == sort


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (("people", "killed"), ("dead", "killed"), True),
        (("soldiers", "killed"), ("troops killed", "killed"), True),
        (("soldiers", "killed"), ("civilians", "killed"), False),
        (("soldiers", "killed"), ("people", "killed"), False),
        (("people", "killed"), ("people", "injured"), False),
        (("people", "killed"), ("people a day", "killed"), False),
        (("people in Aland", "killed"), ("people in Bland", "killed"), True),
        (("victims", "injured"), ("wounded", "injured"), True),
    ],
)
def test_tolls_are_compared_for_the_same_people_only(one, other, alike):
    assert comparable(counted(*one), counted(*other)) is alike
    assert comparable(counted(*other), counted(*one)) is alike


def test_everybody_is_no_sort_of_people():
    assert counted("people killed", "killed").whom == frozenset()
    assert counted("children killed", "killed").whom == {"child"}
    assert Quantity("killed", frozenset({"death", "person", "wounded"}), frozenset(), rate=False).whom == frozenset()


def test_a_quantity_that_is_all_place_still_has_a_head():
    assert counted("in Aland").head == {"in", "aland"}


@given(st.lists(WORDS, min_size=1, max_size=7))
def test_case_does_not_matter_and_a_quantity_is_comparable_with_itself(words):
    what = " ".join(words)
    assert counted(what) == counted(what.upper())
    assert comparable(counted(what), counted(what))
