"""Listed ties: which are said twice, to whom they belong, and who followed whom."""

import pytest

from rashomon.lists.rolls import Rolls
from rashomon.lists.states import Named
from rashomon.lists.ties import successions, tied, without_vaguer
from rashomon.model.actors import Actor, ActorTie
from rashomon.model.dates import DateInterval
from rashomon.model.words import ActorKind, Relation


def tie(subject: str, relation: Relation, other: str, valid: str | None = None, role: str | None = None) -> ActorTie:
    return ActorTie(subject, relation, other, "test", DateInterval.parse(valid) if valid else None, role)


@pytest.mark.parametrize(
    ("vague", "kept"),
    [
        (tie("Bo", Relation.LEADS, "Mali", "2001/2003"), False),
        (tie("Bo", Relation.ROLE_IN, "Mali"), False),
        (tie("Bo", Relation.LEADS, "Mali", "1990/1992"), True),
        (tie("Bo", Relation.OPPOSED_TO, "Mali", "2001/2003"), True),
        (tie("Bo", Relation.LEADS, "Chad", "2001/2003"), True),
    ],
)
def test_a_tie_without_a_role_goes_where_another_says_the_role(vague: ActorTie, kept: bool) -> None:
    president = tie("Bo", Relation.ROLE_IN, "Mali", "2002/2004", "president")
    assert (vague in without_vaguer([vague, president])) is kept


def test_a_tie_stands_with_both_its_ends() -> None:
    ours = tie("Bo", Relation.LEADS, "Front")
    parts = [Named(Actor(name, ActorKind.UNKNOWN), (name.lower(),)) for name in ("Bo", "Front", "Other")]
    listed, ties = tied(parts, [ours], Rolls((), (), ()))
    assert ties == (ours,)
    assert [part.actor.ties for part in listed] == [(ours,), (ours,), ()]


@pytest.mark.parametrize(
    ("first", "second", "follows"),
    [
        ("2001/2003-05-02", "2003-05-02/", True),
        ("2001/2003", "2003/2008", True),
        ("2001/2003", "2009/", False),
        ("2001/", "2003/", False),
        ("2001/2009", "2003/2005", False),
    ],
)
def test_one_follows_another_who_left_when_he_came(first: str, second: str, follows: bool) -> None:
    held = [tie("Ada", Relation.ROLE_IN, "Mali", first, "president"), tie("Bo", Relation.ROLE_IN, "Mali", second, "president")]
    found = [(one.subject, one.object, one.role) for one in successions(held)]
    assert found == ([("Bo", "Ada", "president of Mali")] if follows else [])


def test_where_two_left_nobody_is_said_to_be_followed() -> None:
    held = [tie(name, Relation.ROLE_IN, "Mali", "2001/2003-05", "senator") for name in ("Ada", "Cy")]
    assert list(successions([*held, tie("Bo", Relation.ROLE_IN, "Mali", "2003-06/", "senator")])) == []


def test_leaders_of_groups_follow_each_other_too_and_offices_do_not_mix() -> None:
    held = [
        tie("Ada", Relation.LEADS, "Front", "2001/2003"),
        tie("Bo", Relation.LEADS, "Front", "2004/"),
        tie("Cy", Relation.ROLE_IN, "Front", "2004/", "treasurer"),
    ]
    assert [(one.subject, one.object, one.role) for one in successions(held)] == [("Bo", "Ada", "leader of Front")]
