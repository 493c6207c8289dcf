from dataclasses import replace

import pytest
from marked_text import marked

from rashomon.extraction.accounts_roles import fillers
from rashomon.extraction.accounts_subjects import objects, owner_before, placed, subjects
from rashomon.extraction.triggers_article import article_triggers
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import MentionKind

CASES = [
    (
        "{tolo|GROUP|The Tolo Movement} attacked {post|FAC|a border post} in {mirsa|PLACE|Mirsa}.",
        {"agent tolo", "patient post", "place mirsa"},
    ),
    (
        "{ali|PER|Ali Karo} was kidnapped by {tolo|GROUP|the Tolo Movement} near {mirsa|PLACE|Mirsa}.",
        {"patient ali", "agent tolo", "place mirsa"},
    ),
    ("{tolo|GROUP|The Tolo Movement} carried out an attack on {post|FAC|a checkpoint}.", {"agent tolo", "patient post"}),
    ("the killing of {ali|PER|Ali Karo} by {tolo|GROUP|the Tolo Movement}", {"patient ali", "agent tolo"}),
    ("The raid in {mirsa|PLACE|Mirsa} was carried out on Monday by {tolo|GROUP|Tolo}.", {"agent tolo", "place mirsa"}),
    ("The raid in {mirsa|PLACE|Mirsa} was strongly condemned by {oru|GPE|Oruland}.", {"place mirsa"}),
    ("The raid in {mirsa|PLACE|Mirsa}, condemned by {oru|GPE|Oruland}, went on.", {"place mirsa"}),
    ("The raid in {mirsa|PLACE|Mirsa} was seen by {oru|FORCE|Oru troops}.", {"place mirsa"}),
    ("The raid in {mirsa|PLACE|Mirsa} followed a warning by {oru|GPE|Oruland}.", {"place mirsa"}),
    ("The raid in {mirsa|PLACE|Mirsa} was blamed on {tolo|GROUP|Tolo}.", {"agent tolo", "place mirsa"}),
    ("{oru|GPE|Oruland} blamed the raid in {mirsa|PLACE|Mirsa} on {tolo|GROUP|Tolo}.", {"agent tolo", "place mirsa"}),
    ("The raid in {mirsa|PLACE|Mirsa} was wrongly blamed on {tolo|GROUP|Tolo}.", {"place mirsa"}),
    ("The raid in {mirsa|PLACE|Mirsa} was not the work of {tolo|GROUP|Tolo}.", {"place mirsa"}),
    ("{oru|GPE|Oruland} imposed sanctions over the raid in {mirsa|PLACE|Mirsa}.", {"place mirsa"}),
    ("{oru|GPE|Orulandic} airstrikes hit {camp|FAC|a camp}.", {"agent oru"}),
    ("{ali|PER|Ali Karo}'s assassination shook the town.", {"patient ali"}),
    ("{army|FORCE|The army} captured {mirsa|PLACE|Mirsa}.", {"agent army", "place mirsa"}),
    (
        "{tolo|GROUP|The Tolo Movement} clashed with {army|FORCE|the army} in {mirsa|PLACE|Mirsa}.",
        {"agent tolo", "patient army", "place mirsa"},
    ),
    (
        "{tolo|GROUP|The Tolo Movement} ({t|GROUP|TM}) entered {mirsa|PLACE|Mirsa}, in {sel|PLACE|Sel}, and killed nine.",
        {"agent t"},
    ),
    ("{oru|GPE|Oruland} put {tolo|GROUP|Tolo} back on its terrorism list.", {"agent oru", "patient tolo"}),
    ("{ali|PER|Karo}, whom {oru|GPE|Oruland} put on its terror list, fled.", {"agent oru", "patient ali"}),
    ("They spoke of the slain {ali|PER|Ali Karo}.", {"patient ali"}),
    ("{ali|PER|Karo}, a leader of {tolo|GROUP|Tolo}, who was gunned down there, had known.", {"patient ali"}),
    (
        "{ali|PER|Karo}, who heads {a|GROUP|Tolo} and is a friend of {b|PER|Bo}, had been designated by {oru|GPE|Oru}.",
        {"patient ali", "agent oru"},
    ),
    ("{ali|PER|Ali Karo} was hit by bullets fired from a car.", {"patient ali"}),
    ("Six {a|GROUP|rebels} were killed in a clash with {army|FORCE|troops}.", {"patient a", "agent army"}),
    ("{z|GPE|Oruland} sent alms to families of slain {a|GROUP|Tolo} men.", {"patient a"}),
    ("{g|GROUP|gunmen} of {a|GROUP|Tolo} attacked {army|FORCE|the army}.", {"agent a", "patient army"}),
    ("{army|FORCE|The army} killed {a|GROUP|Tolo} commander {b|PER|Bo Belan}.", {"agent army", "patient b"}),
    ("{ali|PER|Karo} has been under {oru|GPE|Orulandic} sanctions.", {"agent oru", "patient ali"}),
    ("{g|GROUP|Tolo} was accused of burning homes and of shelling {m|FAC|a monastery}.", {"agent g"}),
    ("{a|GROUP|Tolo} and {b|GROUP|Mirsa Front} ambushed {army|FORCE|the army}.", {"agent a", "agent b", "patient army"}),
    ("{car|WPN|A car packed with explosives} exploded in {mirsa|PLACE|Mirsa}.", {"weapon car", "place mirsa"}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_mentions_fill_roles(text, expected):
    marks = marked(text).passage
    trigger = article_triggers(marks)[0]
    assert {f"{filler.role} {filler.key}" for filler in fillers(marks, trigger)} >= expected


def test_a_place_is_no_agent_and_an_entity_has_one_role():
    marks = marked("{mirsa|PLACE|Mirsa} was attacked by {tolo|GROUP|Tolo}.").passage
    roles = fillers(marks, article_triggers(marks)[0])
    assert {(str(filler.role), filler.key) for filler in roles} == {("place", "mirsa"), ("agent", "tolo")}


def test_the_subject_is_the_head_of_its_phrase():
    marks = marked("{sp|PER|A spokesman} for {army|FORCE|the army} said so.").passage
    sentence = marks.sentences[0]
    assert [m.key for m in subjects(marks, sentence, sentence.words.index("said"))] == ["sp"]


def test_a_clause_without_a_subject_takes_the_one_before():
    marks = marked("{tolo|GROUP|Tolo} entered the town, and burned it.").passage
    sentence = marks.sentences[0]
    assert [m.key for m in subjects(marks, sentence, sentence.words.index("burned"))] == ["tolo"]


def test_a_clause_without_a_subject_does_not_take_the_object_of_the_one_before():
    marks = marked("{tolo|GROUP|Tolo} abducted {men|CIV|farmers} and killed two others.").passage
    sentence = marks.sentences[0]
    assert [m.key for m in subjects(marks, sentence, sentence.words.index("killed"))] == ["tolo"]


def test_an_agency_before_the_text_does_nothing():
    marks = marked("{mirsa|PLACE|MIRSA} ({kn|MEDIA|KN}) - Shots were fired.").passage
    sentence = marks.sentences[0]
    assert subjects(marks, sentence, sentence.words.index("fired")) == ()


def test_objects_stop_at_a_preposition():
    sentence = marked("They hit {camp|FAC|a camp} and {road|FAC|a road} in {mirsa|PLACE|Mirsa}.").passage.sentences[0]
    assert [m.key for m in objects(sentence, 2)] == ["camp", "road"]


def test_an_owner_stands_right_before_its_noun():
    sentence = marked("{tolo|GROUP|Tolo}'s raid on {mirsa|PLACE|Mirsa}").passage.sentences[0]
    assert owner_before(sentence, sentence.words.index("raid")).key == "tolo"
    assert owner_before(sentence, 0) is None


def test_a_place_needs_a_preposition():
    sentence = marked("{mirsa|PLACE|Mirsa} mourned after a blast near {oru|PLACE|Orutown}.").passage.sentences[0]
    assert [m.key for m in placed(sentence, 0, len(sentence.words))] == ["oru"]


def roles_of(text, n=0):
    marks = marked(text)
    return {str(filler.role): filler.key for filler in marks.accounts()[n].fillers}


def test_who_stands_in_the_clause_behind_a_doer_is_none():
    told = "{girl|CIV|A girl} had been killed by a stray bullet and two {drivers|CIV|bus drivers} were missing."

    assert roles_of(told) == {"patient": "girl"}


def test_whose_arms_did_it_did_it():
    marks = marked("{drone|WPN|RSF drones} struck {camp|FAC|a camp}.")
    inner = replace(
        marks.found.entities[0], key="rsf", kind=MentionKind.FORCE, named=True, span=EvidenceSpan(marks.article.id, 0, 3)
    )
    marks.found = replace(marks.found, entities=(*marks.found.entities, inner))
    assert ("agent", "rsf") in [(str(f.role), f.key) for f in marks.accounts()[0].fillers]


def test_who_did_it_may_stand_in_the_clause_behind_the_noun():
    told = "{i|GPE|Iran} spoke of the attack that {t|GPE|Tehran} says was launched from {s|PLACE|Mirsa} by {kurds|GROUP|rebels}."

    assert roles_of(told)["agent"] == "kurds"


def test_those_taken_hostage_take_nobody():
    told = "{#killed 40|40} {men|FORCE|soldiers} were killed and {#abducted 5|five} taken hostage by {tolo|GROUP|Tolo}."
    found = [{str(f.role): f.key for f in a.fillers} for a in marked(told).accounts() if a.type == "kidnapping"]

    assert found == [{"agent": "tolo", "patient": "men"}]


def test_those_of_a_list_of_passives_do_nothing():
    told = "{#killed 34|34} {m|CIV|miners} were killed, wounded or abducted."

    assert [{str(f.role): f.key for f in a.fillers} for a in marked(told).accounts()] == [{"patient": "m"}, {"patient": "m"}]


def test_who_has_not_claimed_a_deed_is_not_its_doer():
    marks = marked("{tolo|GROUP|Tolo} has not claimed the bombing.").passage
    assert fillers(marks, article_triggers(marks)[0]) == ()


def test_whoever_was_hit_by_bullets_fired_them_not():
    marks = marked("{ali|PER|Ali Karo} was hit by bullets fired from a car.").passage
    roles = [filler for trigger in article_triggers(marks) for filler in fillers(marks, trigger)]
    assert [filler for filler in roles if filler.role == "agent"] == []
