import pytest
from marked_text import marked

from rashomon.extraction.accounts_nouns import deaths_before, nation, worked
from rashomon.extraction.triggers import find_triggers

DAR = "{dar|PER|Omar Dar}"


def _noun(body):
    found = marked(body).passage
    return found, found.sentences[0], find_triggers(found.sentences[0])[-1]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{{marines|FORCE|Marines}} killed {DAR} in a raid on Monday.", (["marines"], ["dar"])),
        ("{marines|FORCE|Marines} killed at least six {men|CIV|herders} in a raid.", (["marines"], ["men"])),
        (f"{DAR} was killed in a raid.", ([], [])),
    ],
)
def test_who_kills_in_a_raid_carried_it_out(body, expected):
    killers, killed = deaths_before(*_noun(body))
    assert ([mention.key for mention in killers], [mention.key for mention in killed]) == expected


def test_a_countrys_adjective_says_whose_strike_it_was():
    assert [mention.key for mention in nation(*_noun("An {oru|GPE|Orulandic} drone strike hit the road."))] == ["oru"]
    assert nation(*_noun("In {oru|GPE|Oruland} a drone strike hit the road.")) == ()
    assert nation(*_noun("The {oru|GPE|Orulandic} meeting went on.")) == ()


def test_whose_work_it_was_did_it():
    _, sentence, trigger = _noun("The bombing in {m|PLACE|Mirsa} was the handiwork of {tolo|GROUP|Tolo}.")
    assert [mention.key for mention in worked(sentence, trigger.last, len(sentence.words))] == ["tolo"]
    _, sentence, trigger = _noun("The bombing of {m|PLACE|Mirsa} was a surprise.")
    assert worked(sentence, trigger.last, len(sentence.words)) == ()
