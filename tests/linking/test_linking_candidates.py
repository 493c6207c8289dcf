"""Which listed actors a name may mean, and by which way it leads to them."""

import pytest

from rashomon.linking.actors.candidates import ActorIndex, Way, initials, untitled, untrimmed
from rashomon.linking.entities import entities_of
from rashomon.model.actors import Actor, Alias
from rashomon.model.words import ActorKind


@pytest.fixture
def found(registry, gazetteer, write):
    """The candidates of the entity ``x`` of a marked sentence, as (actor, way, ambiguous)."""
    index = ActorIndex(registry, gazetteer)

    def run(marked):
        entity = entities_of(write(marked).source)["x"]
        return [(candidate.actor.name, candidate.way, candidate.ambiguous) for candidate in index.of(entity)]

    return run


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Red Front|GROUP|x]", [("Red Front", Way.ALIAS, False)]),
        ("[RED FRONT|GROUP|x]", [("Red Front", Way.ALIAS, False)]),
        ("[Red Front’s|GROUP|x]", [("Red Front", Way.ALIAS, False)]),
        ("[The Red Front fighters|GROUP|x]", [("Red Front", Way.TRIMMED, False)]),
        ("[Bland-backed Red Front|GROUP|x]", [("Red Front", Way.TRIMMED, False)]),
        ("[Jabhat al-Hamraa|GROUP|x]", []),
        ("[Jabhah el-Hamra'|GROUP|x]", [("Red Front", Way.SOUND, False)]),
        ("[Cataib al-Zarqa|GROUP|x]", [("Blue Brigades", Way.SOUND, False)]),
        ("[General Qassim Suleimani Dar|PER|x]", [("Qasim Sulaymani Dar", Way.SOUND, False)]),
        ("[Gen. Qasim Sulaymani Dar|PER|x]", [("Qasim Sulaymani Dar", Way.TRIMMED, False)]),
        ("[Blandish army|FORCE|x]", [("Bland army", Way.TRIMMED, True)]),
        ("[Aland's army|FORCE|x]", [("Aland army", Way.TRIMMED, True)]),
        ("[Army|FORCE|x]", [("Aland army", Way.ALIAS, True), ("Bland army", Way.ALIAS, True)]),
        ("[Brigades|GROUP|x]", [("Blue Brigades", Way.ALIAS, True), ("White Brigades", Way.ALIAS, True)]),
        ("[Alandic|GPE|x]", [("Aland", Way.ALIAS, False)]),
        ("[Alandic|GOV|x]", []),
        ("[DW|MEDIA|x]", [("Dune Wire", Way.INITIALS, True)]),
        ("[RFV|MEDIA|x]", [("Red Front Voice", Way.INITIALS, True)]),
        ("[Dw|MEDIA|x]", []),
        ("[QSD|PER|x]", []),
        ("[Green Guards|GROUP|x]", []),
    ],
)
def test_a_name_leads_to_listed_actors(found, marked, expected):
    assert found(f"{marked} struck.") == expected


def test_a_country_before_a_person_s_name_is_not_looked_at(found):
    assert found("[Alandic army|PER|x] struck.") == []


def test_words_without_a_name_are_looked_up_as_they_stand_only(found):
    assert found("[the army|FORCE|x] struck.") == [("Aland army", Way.ALIAS, True), ("Bland army", Way.ALIAS, True)]
    assert found("[red front fighters|GROUP|x] struck.") == []


def test_of_several_ways_to_an_actor_the_surest_and_best_counts(found):
    both = "[Brigades|GROUP|x] struck; the [Kataib el-Zarka|GROUP|x] said so."
    assert found(both) == [("Blue Brigades", Way.SOUND, False), ("White Brigades", Way.ALIAS, True)]
    assert found("[RFL|GROUP|x], the [Red Front League|GROUP|x], struck.") == [("Red Front", Way.ALIAS, False)]


def test_a_name_that_another_kind_bore_before_is_looked_up_anew(registry, gazetteer, write):
    index = ActorIndex(registry, gazetteer)
    made = write("[Alandic army|PER|x] and [Alandic army|FORCE|y] struck.")
    entities = entities_of(made.source)
    assert [len(index.of(entities[key])) for key in "xyx"] == [0, 1, 0]


def test_the_first_state_of_a_country_stands_for_it(registry, gazetteer):
    twin = Actor("Zland", ActorKind.STATE, country="AA")
    listed = type(registry)([*registry.actors, twin])
    assert ActorIndex(listed, gazetteer).states["AA"].name == "Aland"


def test_an_ambiguous_alias_is_not_searched_by_sound(registry, gazetteer, write):
    listed = type(registry)([Actor("Lions", ActorKind.ARMED_GROUP, (Alias("Usud Karmel", "list", ambiguous=True),))])
    entity = entities_of(write("[Osood Karmil|GROUP|x] struck.").source)["x"]
    assert ActorIndex(listed, gazetteer).of(entity) == ()


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("Mr Tarek Osseiran", "Tarek Osseiran"),
        ("Lt. Gen. Boniface Okello", "Boniface Okello"),
        ("interim prime minister Ana Bravo", "Ana Bravo"),
        ("Sheikh Dr Imad Fares", "Imad Fares"),
        ("late Colonel Sow", "Sow"),
        ("bin Saleh", "bin Saleh"),
        ("the late Colonel Sow", "Sow"),
        ("al-Hadi Omar", "al-Hadi Omar"),
        ("Generalov", "Generalov"),
        ("Sheikh", "Sheikh"),
        ("", ""),
    ],
)
def test_titles_and_lower_case_words_stand_before_a_name(name, core):
    assert untitled(name) == core


def test_a_name_in_a_script_without_capitals_keeps_all_its_words():
    assert untitled("张 伟") == "张 伟"
    assert untitled("عمر الحاج") == "عمر الحاج"


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("the Salt Front", "Salt Front"),
        ("“Sons of Salt” fighters", "Sons of Salt"),
        ("al-Noor-linked Sons of Salt militia groups", "Sons of Salt"),
        ("two Red Front militiamen, who fled", "Red Front"),
        ("Our Movement", "Movement"),
        ("Front de Libération", "Front de Libération"),
        ("Movement", "Movement"),
        ("armed men", "armed men"),
        ("(RFL)", "RFL"),
    ],
)
def test_pointing_words_and_general_words_stand_around_a_name(name, core):
    assert untrimmed(name) == core


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Movement for the Liberation of the Coast", "MLC"),
        ("front de libération du littoral", "FLL"),
        ("Anti-Piracy Force", "APF"),
        ("Вооружённые силы", "ВС"),
        ("of the", ""),
        ("", ""),
    ],
)
def test_initials_are_those_of_the_telling_words(name, letters):
    assert initials(name) == letters
