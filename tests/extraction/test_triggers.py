import pytest
from marked_text import marked

from rashomon.extraction.triggers import find_triggers
from rashomon.model.words import EventType

CASES = [
    ("Warplanes bombed the depot.", ["airstrike"]),
    ("A roadside bomb killed two men.", ["bombing"]),
    ("A suicide bomber blew himself up at the gate.", ["suicide_attack"]),
    ("Workers began a strike over pay, the union said.", ["protest"]),
    ("A drone strike hit the convoy.", ["drone_or_missile_strike"]),
    ("Rockets were fired at the airport.", ["shelling_or_rocket"]),
    ("They kidnapped a teacher.", ["kidnapping"]),
    ("The militia blew the bridge up.", ["bombing"]),
    ("Prosecutors put him on trial.", ["trial_or_sentence"]),
    ("The attack helicopter landed.", []),
    ("Rain fell on a camp for the displaced.", []),
    ("A week after an air raid, {tolo|GROUP|Tolo} killed two.", ["airstrike", "killing"]),
    ("They protested that the price was 40 votes.", []),
    ("It was not clear who won.", []),
    ("Three people are being held.", []),
    ("{ali|PER|Ali Karo} and a friend were held in a cell.", ["arrest"]),
    ("{army|FORCE|Troops} broke the siege of {mirsa|PLACE|Mirsa}.", ["armed_clash"]),
    ("{tolo|GROUP|Tolo} stormed the inn, and {police|FORCE|police} killed two.", ["attack", "killing"]),
    ("The bombing suspect wore a cap.", []),
    ("They fought until dawn.", ["armed_clash"]),
    ("{army|FORCE|The army} seized {mirsa|PLACE|Mirsa}.", ["territory_taken"]),
    ("{gunmen|PER|Gunmen} seized {ali|PER|Ali Karo}.", ["kidnapping"]),
    ("{police|FORCE|Police} seized {ali|PER|Ali Karo}.", ["arrest"]),
    ("The two sides signed a peace deal.", ["agreement"]),
    ("{tolo|GROUP|Tolo} drove people from their homes.", ["expulsion_or_displacement"]),
    ("{tolo|GROUP|Tolo} drove {army|FORCE|the army} from {mirsa|PLACE|Mirsa}.", ["territory_taken"]),
    ("{ali|PER|Ali Karo} took over {tolo|GROUP|Tolo}.", ["appointment"]),
    ("{tolo|GROUP|Tolo} took over {mirsa|PLACE|Mirsa}.", ["territory_taken"]),
    ("The ministry banned {tolo|GROUP|Tolo}.", ["designation_or_sanction"]),
    ("The ministry banned scooters.", []),
    ("He struck a deal with the bank.", ["agreement"]),
    ("There was no sign of them.", []),
    ("The group launched an offensive.", ["offensive_launched"]),
    ("In {=2020-03|March} it rained.", []),
]


@pytest.mark.parametrize(("text", "types"), CASES)
def test_words_name_events(text, types):
    sentence = marked(text).passage.sentences[0]
    assert [str(trigger.type) for trigger in find_triggers(sentence)] == types


def test_killed_is_no_event_of_its_own_where_another_word_names_it():
    sentence = marked("{#killed 3|Three} people were killed when a car bomb exploded.").passage.sentences[0]
    assert [trigger.type for trigger in find_triggers(sentence)] == [EventType.BOMBING]


def test_killed_is_an_event_where_no_other_word_names_it():
    sentence = marked("{ali|PER|Ali Karo} was killed in the market.").passage.sentences[0]
    assert [(t.type, t.passive) for t in find_triggers(sentence)] == [(EventType.KILLING, True)]


def test_two_kinds_in_a_series_stay_two_events():
    sentence = marked("Kidnappings and bombings went on.").passage.sentences[0]
    assert [trigger.type for trigger in find_triggers(sentence)] == [EventType.KIDNAPPING, EventType.BOMBING]


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("The town was shelled.", True),
        ("The army shelled the town.", False),
        ("{pupils|CIV|Pupils} abducted in the night came home.", True),
        ("{tolo|GROUP|The Tolo Movement} abducted a teacher.", False),
    ],
)
def test_the_passive_is_known_with_and_without_an_auxiliary(text, passive):
    sentence = marked(text).passage.sentences[0]
    assert find_triggers(sentence)[0].passive is passive
