"""What an actor was on a day."""

from datetime import date

import pytest

from rashomon.linking.actors.tenure import Tenures, holds_on, kind_sectors, standings
from rashomon.model.actors import Actor, ActorTie
from rashomon.model.dates import DateInterval
from rashomon.model.words import ActorKind, Relation

STATE = Actor("Mali", ActorKind.STATE, country="ML")
FRONT = Actor("River Front", ActorKind.ARMED_GROUP, country="ML")


def held(subject: str, relation: Relation, body: str, valid: str, role: str | None = None) -> ActorTie:
    return ActorTie(subject, relation, body, "test", DateInterval.parse(valid), role)


ADA = Actor(
    "Ada Teasdale",
    ActorKind.PERSON,
    ties=(
        held("Ada Teasdale", Relation.LEADS, "River Front", "1999/2003"),
        held("Ada Teasdale", Relation.ROLE_IN, "Mali", "2004/2006", "defence minister"),
        held("Ada Teasdale", Relation.ROLE_IN, "Mali", "2006-02/2009", "president"),
        held("Bo Xun", Relation.SPOKESMAN_OF, "Ada Teasdale", "2006/2009"),
    ),
)
TENURES = Tenures([STATE, FRONT, ADA])


@pytest.mark.parametrize(
    ("day", "sectors"),
    [
        (date(1998, 1, 1), ()),
        (date(2001, 1, 1), ("REB",)),
        (date(2005, 1, 1), ("GOV", "MIL")),
        (date(2006, 6, 1), ("GOV",)),
        (date(2012, 1, 1), ("ELI",)),
        (None, ("ELI",)),
    ],
)
def test_a_person_is_what_its_offices_of_the_day_say(day: date | None, sectors: tuple[str, ...]) -> None:
    assert TENURES.sectors(ADA, day) == sectors


def test_a_group_that_governs_is_government_for_so_long() -> None:
    ruling = Actor("Front", ActorKind.ARMED_GROUP, ties=(held("Front", Relation.ROLE_IN, "Mali", "2001/2003", "government"),))
    assert TENURES.sectors(ruling, date(2002, 1, 1)) == ("GOV",)
    assert TENURES.sectors(ruling, date(2005, 1, 1)) == ("REB",)


def test_the_body_of_an_office_is_the_days() -> None:
    assert TENURES.body_of(ADA, date(2005, 1, 1)) == STATE
    assert TENURES.body_of(ADA, date(2030, 1, 1)) is None
    assert TENURES.last_body_of(ADA) == STATE
    assert TENURES.last_body_of(FRONT) is None


def test_an_office_has_a_holder_on_a_day_where_one_person_held_it() -> None:
    body = Actor("Mali", ActorKind.STATE, ties=ADA.ties)
    found = TENURES.holder(body, "president", date(2007, 1, 1))
    assert found is not None
    assert found[0] == ADA
    assert TENURES.holder(body, "president", date(2015, 1, 1)) is None
    assert TENURES.holder(body, "treasurer", date(2007, 1, 1)) is None


def test_only_own_standings_count_the_latest_first() -> None:
    assert [tie.role for tie in standings(ADA)] == ["president", "defence minister", None]


@pytest.mark.parametrize(
    ("valid", "day", "holds"), [("2001/", None, True), ("2001/2003", None, False), ("2001/2003", date(2003, 12, 31), True)]
)
def test_a_tie_holds_between_its_ends(valid: str, day: date | None, holds: bool) -> None:
    assert holds_on(held("a", Relation.LEADS, "b", valid), day) is holds


def test_states_and_persons_have_no_sector_of_their_kind() -> None:
    assert [kind_sectors(actor) for actor in (STATE, ADA, FRONT)] == [(), (), ("REB",)]
