import pytest
from marked_text import marked

from rashomon.extraction.triggers_apart import is_reason, parted
from rashomon.model.words import EventType, Role

ANSWER = "{tolo|GROUP|Tolo} carried out the attack in retaliation for air strikes in {m|PLACE|Mirsa}."


def test_what_is_answered_is_a_deed_of_its_own_without_the_doer_of_the_answer():
    attack, strikes = marked(ANSWER).accounts()
    assert (attack.type, attack.keys(Role.AGENT)) == (EventType.ATTACK, ("tolo",))
    assert (strikes.type, strikes.keys(Role.AGENT)) == (EventType.AIRSTRIKE, ())


def test_a_claim_is_not_of_what_the_claimed_deed_answers():
    said = "{tolo|GROUP|Tolo} said it carried out the attack in retaliation for air strikes in {m|PLACE|Mirsa}."
    assert [account.keys(Role.AGENT) for account in marked(said).accounts()] == [("tolo",), ()]


def test_the_attack_does_not_point_to_what_it_answers():
    told = marked(
        "Gunmen raided {f|FAC|a mill} in revenge for a drone strike. The attack left {#killed 3|three} dead."
    ).accounts()
    assert [account.type for account in told] == [EventType.ATTACK, EventType.DRONE_OR_MISSILE_STRIKE]
    assert str(told[0].killed) == "3"


@pytest.mark.parametrize(
    ("body", "word", "reason"),
    [
        (ANSWER, "strikes", True),
        (ANSWER, "attack", False),
        ("A raid followed the air strikes.", "strikes", False),
    ],
)
def test_a_deed_behind_retaliation_is_a_reason(body, word, reason):
    (sentence,) = marked(body).passage.sentences
    assert is_reason(sentence, sentence.words.index(word)) is reason


def test_words_of_answer_and_sequence_part_two_deeds():
    (sentence,) = marked("Gunmen raided a mill after a blast.").passage.sentences
    assert parted(sentence, 0, len(sentence.words))
    assert not parted(sentence, 0, sentence.words.index("after"))
