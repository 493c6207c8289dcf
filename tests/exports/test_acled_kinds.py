"""What ACLED codes an event as: means before results, no words and denials, tolls in words, and who takes a town."""

import pytest
from coded_events import ARMY, FRONT, STATE, Happening, Said, published, row, setting

from rashomon.exports.coded.acled import code
from rashomon.exports.coded.writing import LeftOut
from rashomon.model.words import EventType, MentionKind, Status

PEOPLE = (("12 people", MentionKind.CIVILIANS),)


@pytest.mark.parametrize(
    ("actor", "sub"),
    [
        (ARMY, "Government regains territory"),
        (FRONT, "Non-state actor overtakes territory"),
        (STATE, "Non-state actor overtakes territory"),
    ],
)
def test_who_takes_territory_is_told_by_the_registry_and_the_country(actor, sub):
    labelled = Said("Fighters took Gao.", agents=(("Our troops", MentionKind.FORCE), ("Fighters", MentionKind.GROUP)))

    assert row(Happening(kind=EventType.TERRITORY_TAKEN, agents=(actor,), said=(labelled,)))["sub_event_type"] == sub


def test_nobody_takes_a_town_from_himself():
    happening = Happening(kind=EventType.TERRITORY_TAKEN, agents=(ARMY,), patients=(ARMY,))

    assert code(published(happening), setting()) == LeftOut("names one actor as both sides")


@pytest.mark.parametrize(
    "words",
    [
        "Militias launched a smear campaign against the embassy.",
        "Several Telegram channels launched a campaign against the ambassador.",
    ],
)
def test_a_campaign_of_words_is_no_clash(words):
    told = Happening(kind=EventType.OFFENSIVE_LAUNCHED, said=(Said(words),))

    assert code(published(told), setting()) == LeftOut("tells of words only")


def test_force_that_is_claimed_in_a_channel_is_force():
    told = Said(
        "The front said on its Telegram channels that it ambushed a patrol near Gao.", patients=(("soldiers", MentionKind.FORCE),)
    )

    assert row(Happening(kind=EventType.ATTACK, said=(told,)))["sub_event_type"] == "Armed clash"


def test_words_beside_force_leave_an_event():
    told = (Said("The smear campaign went on."), Said("Fighters attacked the town.", outlet="Other Courier"))

    assert row(Happening(kind=EventType.OFFENSIVE_LAUNCHED, said=told))["event_type"] == "Strategic developments"


def test_arms_that_are_given_are_no_event_there_and_an_offensive_needs_a_foe():
    gives = Happening(kind=EventType.ARMS_TRANSFER, patients=(ARMY,))
    attacks = Happening(kind=EventType.OFFENSIVE_LAUNCHED, patients=(ARMY,))
    moves = Happening(kind=EventType.OFFENSIVE_LAUNCHED)

    assert code(published(gives), setting()) == LeftOut("arms_transfer is no event there")
    assert row(attacks)["sub_event_type"] == "Armed clash"
    assert row(moves)["sub_event_type"] == "Change to group/activity"


def test_a_sum_of_strikes_is_no_strike():
    told = Said("The attacks brought the total number of strikes to 130 since March.")

    assert code(published(Happening(kind=EventType.AIRSTRIKE, said=(told,))), setting()) == LeftOut("counts many events")


def test_what_is_only_denied_is_no_event_without_a_toll():
    denied = Said("The front denies that it shelled Gao.", status=Status.DENIED)
    deadly = Said("The front denies that it killed 12 people in Gao.", status=Status.DENIED, killed="12", patients=PEOPLE)

    assert code(published(Happening(status=Status.DENIED, said=(denied,))), setting()) == LeftOut("is only denied")
    made = row(Happening(status=Status.DENIED, said=(deadly,)))
    assert (made["actor1"], made["fatalities"]) == ("Unidentified Armed Group (Mali)", 12)
    assert "perpetrator=denied: Vale Front" in made["tags"]


def test_who_is_killed_from_the_air_is_in_an_air_strike():
    happening = Happening(kind=EventType.ASSASSINATION, types=(EventType.ASSASSINATION, EventType.DRONE_OR_MISSILE_STRIKE))

    assert row(happening)["sub_event_type"] == "Air/drone strike"


@pytest.mark.parametrize(
    ("words", "killed", "number", "tag"),
    [
        ("Dozens were killed in Gao.", "24..", 12, "fatalities=dozens"),
        ("Several people were killed in Gao.", "2..", 3, "fatalities=several"),
        ("Hundreds were killed in Gao.", "200..", 100, "fatalities=hundreds"),
        ("At least 24 were killed, dozens wounded.", "24..", 24, None),
        ("At least two were killed and several wounded.", "2..", 2, None),
        ("Nobody was killed in Gao.", "0", 0, None),
        ("A blast in Gao caused casualties.", None, 0, "fatalities=not stated"),
    ],
)
def test_tolls_in_words_are_acleds_numbers(words, killed, number, tag):
    made = row(Happening(said=(Said(words, killed=killed),)))

    assert made["fatalities"] == number
    assert [one for one in made["tags"].split("; ") if one.startswith("fatalities=")] == ([tag] if tag else [])


def test_more_accounts_of_civilians_make_no_battle():
    said = (
        Said(patients=PEOPLE),
        Said("Gunmen killed villagers.", outlet="Other Courier", patients=(("villagers", MentionKind.CIVILIANS),)),
        Said("Gunmen attacked.", outlet="Third Courier", patients=(("the fighters", MentionKind.GROUP),)),
    )

    made = row(Happening(kind=EventType.ATTACK, said=said))

    assert (made["event_type"], made["actor2"]) == ("Violence against civilians", "Civilians (Mali)")
