import pytest

from rashomon.extraction.coreference import Entities, acronyms, spelled_out
from rashomon.extraction.names_listed import Candidate
from rashomon.model.words import MentionKind as Kind


def keys(text, *named):
    entities = Entities(text)
    found = []
    reached = 0
    for words, kind, name in named:
        start = text.index(words, reached)
        reached = start + len(words)
        found.append(entities.key(Candidate(start, reached, kind, words if name else "")))
    return found


def test_the_same_name_is_the_same_entity_in_any_spelling():
    assert keys("Al-Belan and al Belan", ("Al-Belan", Kind.GROUP, True), ("al Belan", Kind.GROUP, True)) == [
        "al-belan",
        "al-belan",
    ]


def test_a_surname_means_the_person_named_before():
    assert (
        keys("Karo Belan came. Belan left.", ("Karo Belan", Kind.PERSON, True), ("Belan", Kind.PERSON, True))
        == ["karo-belan"] * 2
    )


def test_an_acronym_in_brackets_or_of_the_initials_means_the_name():
    bracketed = keys(
        "Hill Volunteers (HVX) said. HVX left.", ("Hill Volunteers", Kind.GROUP, True), ("HVX left"[:3], Kind.GROUP, True)
    )
    initials = keys("Free Belan Army said. FBA left.", ("Free Belan Army", Kind.GROUP, True), ("FBA", Kind.GROUP, True))
    assert bracketed == ["hill-volunteers"] * 2
    assert initials == ["free-belan-army"] * 2


def test_names_are_spelled_out_by_their_initials_but_for_those_that_two_share():
    names = ["Free Belan Army", "Free Belan Army", "Hill Guard of Orun Corps", "High Guard Oru Council", "Two Words"]
    found = spelled_out(Candidate(at, at + 1, Kind.FORCE, name) for at, name in enumerate(names))
    assert {initials: candidate.name for initials, candidate in found.items()} == {"FBA": "Free Belan Army"}


def test_the_group_means_the_last_one_and_a_group_does_not():
    text = "Harakat Tolo came. The group left. A group stayed."
    named = [("Harakat Tolo", Kind.GROUP, True), ("The group", Kind.GROUP, False), ("A group", Kind.GROUP, False)]
    assert keys(text, *named) == ["harakat-tolo", "harakat-tolo", "group"]


@pytest.mark.parametrize(
    ("text", "second", "meant"),
    [
        ("Tolo renewed its oath to Mirsa leader Karo. The group left.", "Mirsa", "tolo"),
        ("Tolo hit a Mirsa-inspired band. The group left.", "Mirsa", "tolo"),
        ("Tolo left. Mirsa leader Karo spoke. The group stayed.", "Mirsa", "mirsa"),
    ],
)
def test_the_group_is_not_who_only_tells_more_of_another(text, second, meant):
    named = [("Tolo", Kind.GROUP, True), (second, Kind.GROUP, True), ("The group", Kind.GROUP, False)]
    assert keys(text, *named)[-1] == meant


def test_the_ministry_means_the_body_with_that_word():
    text = "Belan Ministry spoke, Belan Council too. The ministry left."
    named = [
        ("Belan Ministry", Kind.GOVERNMENT, True),
        ("Belan Council", Kind.GOVERNMENT, True),
        ("The ministry", Kind.GOVERNMENT, False),
    ]
    assert keys(text, *named)[2] == "belan-ministry"


def test_two_entities_of_one_slug_have_two_keys():
    assert keys("soldiers and Soldiers", ("soldiers", Kind.FORCE, False), ("Soldiers", Kind.CIVILIANS, False)) == [
        "soldiers",
        "soldiers-2",
    ]


def test_short_forms_in_brackets_are_collected():
    text = "Hill Volunteers (HV) came"
    assert list(acronyms(text, [Candidate(0, 15, Kind.GROUP, "Hill Volunteers")])) == ["HV"]


def test_two_of_one_last_name_are_two_persons_unless_first_letters_or_a_particle_stand_there():
    text = "Karo Belan came. Ina Belan left. K. Belan slept. Al Belan woke."
    named = [(name, Kind.PERSON, True) for name in ("Karo Belan", "Ina Belan", "K. Belan", "Al Belan")]

    assert keys(text, *named) == ["karo-belan", "ina-belan", "karo-belan", "karo-belan"]


def test_the_army_is_no_militia_named_before():
    text = "Guards of Belan fled. The army came."

    assert keys(text, ("Guards of Belan", Kind.FORCE, True), ("The army", Kind.FORCE, False)) == ["guards-of-belan", "army"]
