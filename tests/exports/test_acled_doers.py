"""Who did it: rival accusations, unnamed fighters, civilians with arms, and persons with the group they belong to."""

import pytest
from coded_events import ARMY, FRONT, Happening, Said, published, row

from rashomon.exports.coded.acled_doers import doers
from rashomon.model.actors import Actor, ActorTie
from rashomon.model.dates import DateInterval
from rashomon.model.words import ActorKind, EventType, MentionKind, Relation, Status


def test_of_rival_accusations_none_is_the_doer():
    accused = (("Dorrund", MentionKind.COUNTRY),)
    others = (("soldiers", MentionKind.FORCE),)
    said = (Said(status=Status.ALLEGED, agents=accused), Said(status=Status.ALLEGED, agents=others, outlet="Other Courier"))

    made = row(Happening(status=Status.DISPUTED, agents=(), said=said))

    assert made["actor1"] == "Unidentified Armed Group (Mali)"
    assert "perpetrator=disputed: Dorrund, soldiers" in made["tags"]
    assert "perpetrator=not stated" not in made["tags"]


def test_one_accused_stays_the_doer_as_long_as_nobody_else_is():
    said = (Said(status=Status.ALLEGED), Said(status=Status.DENIED, outlet="Other Courier"))

    assert row(Happening(status=Status.DISPUTED, said=said))["actor1"] == "Vale Front"


def test_whom_only_a_plan_names_did_nothing():
    found, tags = doers(published(Happening(said=(Said(status=Status.PLANNED),))))

    assert (found, tags) == ((), ())


@pytest.mark.parametrize(
    ("words", "kind", "actor", "acled"),
    [
        ("soldiers", MentionKind.FORCE, "Unidentified Military Forces", "State forces"),
        ("army troops", MentionKind.FORCE, "Unidentified Military Forces", "State forces"),
        ("police officers", MentionKind.FORCE, "Police Forces of Mali", "State forces"),
        ("the militia force", MentionKind.FORCE, "Unidentified Armed Group (Mali)", "Political militia"),
        ("his guards", MentionKind.FORCE, "Unidentified Armed Group (Mali)", "Political militia"),
        ("gunmen", MentionKind.GROUP, "Unidentified Armed Group (Mali)", "Political militia"),
    ],
)
def test_unnamed_fighters_are_soldiers_only_where_words_say_so(words, kind, actor, acled):
    made = row(Happening(agents=(), said=(Said(agents=((words, kind),)),)))

    assert (made["actor1"], made["inter1"]) == (actor, acled)


@pytest.mark.parametrize("kind", [EventType.DRONE_OR_MISSILE_STRIKE, EventType.SHELLING_OR_ROCKET])
def test_rockets_and_drones_of_nobody_are_no_armys(kind):
    assert row(Happening(kind=kind, agents=(), said=(Said("A drone hit Gao."),)))["actor1"] == "Unidentified Armed Group (Mali)"


def test_civilians_who_attack_are_an_armed_group():
    herders = Actor("Herders", ActorKind.COMMUNITY, country="ML")
    said = (Said(patients=(("passers-by", MentionKind.CIVILIANS),)),)

    made = row(Happening(kind=EventType.ATTACK, agents=(herders,), said=said))

    assert (made["actor1"], made["assoc_actor_1"]) == ("Unidentified Armed Group (Mali)", "Herders")
    assert (made["inter1"], made["inter2"]) == ("Political militia", "Civilians")


def commander(until):
    tie = ActorTie("Ann Orr", Relation.LEADS, "Malian military", "a list", DateInterval.parse(f"2020/{until}"))
    return Actor("Ann Orr", ActorKind.PERSON, country="ML", ties=(tie,))


@pytest.mark.parametrize(("until", "actor"), [("2031-03-03", "Malian military"), ("2029", "Civilians (Mali)")])
def test_a_commander_stands_beside_the_force_that_was_led_then(until, actor):
    happening = Happening(kind=EventType.DRONE_OR_MISSILE_STRIKE, agents=(FRONT,), patients=(commander(until),))

    made = row(happening, named=lambda ids: {ARMY.id: ARMY} if ARMY.id in ids else {})

    assert made["actor2"] == actor
    assert made["assoc_actor_2"] == "Ann Orr"


def test_a_force_whose_name_is_withheld_is_not_named_through_its_commander():
    happening = Happening(kind=EventType.DRONE_OR_MISSILE_STRIKE, patients=(commander("2031-03-03"),))

    assert "Malian military" not in str(row(happening, named=lambda _: {}))


def test_beside_an_attacker_another_attacker_is_no_foe():
    said = (Said(patients=(("soldiers", MentionKind.FORCE),), agents=(("gunmen", MentionKind.GROUP),)),)

    made = row(Happening(kind=EventType.ATTACK, said=said))

    assert (made["actor1"], made["actor2"]) == ("Vale Front", "Unidentified Military Forces")
