"""Which event types may tell one happening."""

from itertools import product

import pytest

from rashomon.linking.events.kinds import MUTUAL, VAGUE, compatible, families
from rashomon.model.words import EventType as Type


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Type.ATTACK, Type.SUICIDE_ATTACK),
        (Type.ATTACK, Type.DRONE_OR_MISSILE_STRIKE),
        (Type.BOMBING, Type.AIRSTRIKE),
        (Type.KILLING, Type.ASSASSINATION),
        (Type.KILLING, Type.ARMED_CLASH),
        (Type.OFFENSIVE_LAUNCHED, Type.TERRITORY_TAKEN),
        (Type.TERRITORY_TAKEN, Type.WITHDRAWAL),
        (Type.ARREST, Type.KIDNAPPING),
        (Type.PROTEST, Type.RIOT),
        (Type.THREAT, Type.STATEMENT_OR_PROPAGANDA),
    ],
)
def test_these_may_be_two_words_for_one_thing(one, other):
    assert compatible(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Type.ATTACK, Type.ARREST),
        (Type.SUICIDE_ATTACK, Type.AIRSTRIKE),
        (Type.ARMED_CLASH, Type.BOMBING),
        (Type.OFFENSIVE_LAUNCHED, Type.WITHDRAWAL),
        (Type.KILLING, Type.TRIAL_OR_SENTENCE),
        (Type.RELEASE, Type.KIDNAPPING),
        (Type.PROTEST, Type.ATTACK),
        (Type.ARMS_TRANSFER, Type.FINANCING),
        (Type.OTHER, Type.ATTACK),
        (Type.THREAT, Type.ATTACK),
    ],
)
def test_these_are_two_things(one, other):
    assert not compatible(one, other)


def test_every_type_goes_with_itself():
    assert all(compatible(kind, kind) for kind in Type)


def test_compatible_types_and_no_others_meet_in_a_family():
    for one, other in product(Type, repeat=2):
        assert compatible(one, other) == compatible(other, one) == bool(set(families(one)) & set(families(other))), (one, other)


def test_a_type_of_no_group_is_its_own_family():
    assert families(Type.FINANCING) == ("financing",)
    assert len(families(Type.KILLING)) == 3


def test_vague_types_say_less_than_the_types_they_go_with():
    assert Type.ATTACK in VAGUE
    assert not VAGUE & {Type.BOMBING, Type.AIRSTRIKE, Type.ARREST}
    assert {Type.ARMED_CLASH, Type.AGREEMENT} <= MUTUAL
    assert not MUTUAL & {Type.ATTACK, Type.ARREST, Type.SURRENDER}
