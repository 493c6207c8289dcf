from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.actors import Actor, ActorTie, Alias
from rashomon.model.dates import DateInterval
from rashomon.model.words import ActorKind, Relation

GUILD = Actor("Salt Guild", ActorKind.ARMED_GROUP, (Alias("نقابة الملح", "list"),), "TV", ("Tavaria",))


@pytest.mark.parametrize("change", [{"aliases": ()}, {"country": None}, {"sides": ()}, {"listed": False}, {"private": True}])
def test_an_actor_is_the_same_whatever_else_is_learnt_of_it(change):
    assert replace(GUILD, **change).id == GUILD.id


@pytest.mark.parametrize("change", [{"name": "salt guild"}, {"kind": ActorKind.PARTY}])
def test_another_name_or_kind_is_another_actor(change):
    assert replace(GUILD, **change).id != GUILD.id


@given(st.text(min_size=1), st.text(min_size=1), st.sampled_from(ActorKind))
def test_two_names_never_share_an_id(one, other, kind):
    assert (Actor(one, kind).id == Actor(other, kind).id) is (one == other)


def test_an_id_says_what_it_names():
    assert GUILD.id.startswith("act-")
    assert Actor("Salt Guild", ActorKind.ARMED_GROUP).id == GUILD.id


def test_what_is_not_stated_of_an_actor():
    stranger = Actor("A ferryman", ActorKind.PERSON)

    assert (stranger.aliases, stranger.country, stranger.sides, stranger.listed, stranger.private) == ((), None, (), True, False)


def test_an_alias_links_by_itself_unless_it_is_ambiguous():
    assert not Alias("the Guild", "list").ambiguous
    assert Alias("the Guild", "list") != Alias("the Guild", "list", ambiguous=True)


def test_a_tie_is_dated_where_its_source_says_so():
    tie = ActorTie("Salt Guild", Relation.BACKED_BY, "Tavaria", "list")

    assert tie.valid is None
    assert replace(tie, valid=DateInterval.parse("2029/")).valid == DateInterval.parse("2029/")


def test_the_registry_cannot_be_changed_in_passing():
    with pytest.raises(FrozenInstanceError):
        GUILD.name = "Sugar Guild"
    assert len({GUILD, replace(GUILD)}) == 1
