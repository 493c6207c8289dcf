"""What takes back one's own words, and what only answers others."""

import pytest

from rashomon.model.words import EventType, Stance
from rashomon.store.today.reversing import Spoken, is_taken_back

OWNED, SAID, ACCUSED = Stance.CLAIMS_RESPONSIBILITY, Stance.ASSERTS, Stance.ACCUSES


@pytest.mark.parametrize(
    ("stance", "said", "denied"),
    [
        (OWNED, "it had bombed a police post in Ostrel", "it had bombed the police post in Ostrel, where four officers died"),
        (OWNED, "The Front claimed responsibility for the ambush.", "any involvement in Monday's attack at the bridge"),
        (OWNED, "its fighters had attacked a checkpoint", "the accusation that its fighters had attacked a checkpoint"),
        (OWNED, "its fighters had attacked a checkpoint", "it"),
        (SAID, "twenty-three people were killed in a rocket attack", "that 23 people were killed in the rocket attack on Monday"),
        (ACCUSED, "the Iron League of the kidnapping of two teachers", "the Iron League was behind the kidnapping of teachers"),
    ],
)
def test_what_was_said_is_taken_back(stance: Stance, said: str, denied: str):
    assert is_taken_back(Spoken(stance, said), Spoken(Stance.DENIES, denied, "denied"))


@pytest.mark.parametrize(
    ("stance", "said", "denied"),
    [
        (SAID, "Seven dead in market blast", "earlier counts"),
        (SAID, "Seven dead in market blast", "that 23 were killed in the market blast"),
        (SAID, "its aircraft had bombed a camp near Quarn", "its aircraft had hit a hospital when they bombed a camp near Quarn"),
        (SAID, "gunmen had attacked a market", "the report"),
        (OWNED, "The Guard claimed responsibility for a raid.", "the army's claim that it lost 40 fighters in the raid"),
        (OWNED, "The Guard claimed responsibility for a raid.", "accusations that it had killed villagers in the raid"),
        (OWNED, "The Guard claimed responsibility for a raid.", "the claim"),
        (SAID, "the toll in the market was seven", "the toll"),
        (SAID, "it had not bombed the camp", "it had bombed the camp"),
    ],
)
def test_who_denies_what_others_said_or_a_further_detail_takes_nothing_back(stance: Stance, said: str, denied: str):
    assert not is_taken_back(Spoken(stance, said), Spoken(Stance.DENIES, denied, "denied"))


def test_who_withdraws_takes_back_whatever_it_was():
    assert is_taken_back(Spoken(SAID, "31 people were killed"), Spoken(Stance.DENIES, "its count", "retracted"))


@pytest.mark.parametrize(("told", "same"), [(EventType.ATTACK, True), (EventType.ARREST, False)])
def test_another_word_for_the_same_kind_of_happening_is_no_further_detail(told: EventType, same: bool):
    said = Spoken(SAID, "gunmen attacked the camp", acts={"attacked": told})

    assert is_taken_back(said, Spoken(Stance.DENIES, "a raid on the camp", "denied", {"raid": EventType.ATTACK})) is same
