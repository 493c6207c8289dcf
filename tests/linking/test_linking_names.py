"""Names in other spellings and scripts, without what does not belong to them; and the features that weigh them."""

import pytest

from rashomon.linking.actors.candidates import initials, untitled, untrimmed
from rashomon.linking.entities import entities_of
from rashomon.linking.features import SILENT, Comparison, Feature, weigh
from rashomon.linking.scenes import leading_country, scene_of
from rashomon.linking.skeleton import plain_name, skeleton, sound_key
from rashomon.model.words import MentionKind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qassem Soleimani", "Qasem Suleimani"),
        ("Qassem Soleimani", "قاسم سليماني"),
        ("Dmitry Medvedev", "Дмитрий Медведев"),
        ("Asa'ib Ahl al-Haq", "Asaib Ahl al Haqq"),
        ("Hayat Tahrir al-Sham", "Hay’at Tahrir ash-Sham"),
        ("al-Kadhimi Mustafa", "Kadhemi Moustafa"),
    ],
)
def test_spellings_of_one_name_have_one_skeleton(one, other):
    assert skeleton(one) == skeleton(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Qassem Soleimani", "Hassan Rouhani"), ("Hamas", "Hezbollah"), ("Mosul", "Marsa")])
def test_other_names_have_other_skeletons(one, other):
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize("name", ["", "Ali", "IS", "?!"])
def test_a_name_of_too_few_consonants_has_none(name):
    assert skeleton(name) == ""


@pytest.mark.parametrize(
    ("name", "plain"), [("al-Hashimi", "hashimi"), ("The Qassam", "qasam"), ("Omar bin Hadi", "omar hadi"), ("ʿAlī", "ali")]
)
def test_a_plain_name_has_no_particles_marks_or_doubled_letters(name, plain):
    assert plain_name(name) == plain


def test_a_sound_key_is_never_empty_for_a_name():
    assert (sound_key("Ali"), sound_key("Gao"), sound_key("")) == ("ali", "gao", "")


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("General Qassem Soleimani", "Qassem Soleimani"),
        ("army spokesman Col. Idrissa Coulba", "Idrissa Coulba"),
        ("former Prime Minister Adel Mahdi", "Adel Mahdi"),
        ("al-Baghdadi", "al-Baghdadi"),
        ("قاسم سليماني", "قاسم سليماني"),
        ("General", "General"),
    ],
)
def test_titles_are_no_part_of_a_person_s_name(name, core):
    assert untitled(name) == core


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("Boko Haram militants", "Boko Haram"),
        ("the so-called Sons of Salt", "Sons of Salt"),
        ("a group calling itself Saraya Bahr, the Sea Companies", "Saraya Bahr"),
        ("Iran-backed Hezbollah Brigades", "Hezbollah Brigades"),
        ("remnants of Daesh", "Daesh"),
        ("fighters", "fighters"),
    ],
)
def test_what_stands_around_a_group_s_name_is_no_part_of_it(name, core):
    assert untrimmed(name) == core


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Islamic Revolutionary Guard Corps", "IRGC"), ("Army of the Coast", "AC"), ("Red-Front League", "RFL"), ("Taliban", "")],
)
def test_initials_leave_small_words_out(name, letters):
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("name", "led"),
    [
        ("Alandic army", ("AA", "army")),
        ("Aland's air force", ("AA", "air force")),
        ("the Blandish government", ("BB", "government")),
        ("Aland", None),
        ("Red Front", None),
    ],
)
def test_a_name_may_begin_with_a_country(gazetteer, name, led):
    assert leading_country(name, gazetteer) == led


def test_an_entity_has_the_names_words_and_kind_of_its_mentions(write):
    made = write(
        "[Red Front|GROUP|g] fell back. [the group|GROUP|g] regrouped; [Red Front|ORG|g], or [Front|GROUP|g]. [men|CIV|m] fled."
    )
    found = entities_of(made.source)
    assert found["g"].names == ("Red Front", "Front")
    assert found["g"].words == ("Red Front", "the group", "Front")
    assert (found["g"].kind, found["g"].label, found["m"].names) == (MentionKind.GROUP, "Red Front", ())


def test_a_scene_counts_the_countries_an_article_names(write, gazetteer):
    made = write("[Alandic troops|FORCE|t] left [Aland|GPE|a] for [Bland|GPE|b].")
    assert scene_of(made.source, gazetteer).countries == {"AA": 2, "BB": 1}


def test_features_are_summed_within_bounds_and_only_those_that_speak_give_reasons():
    def equal(one, other):
        return Comparison(1.0, "equal") if one == other else SILENT

    def both_even(one, other):
        return Comparison(1.0 if one % 2 == other % 2 == 0 else -1.0, "even or not")

    features = (Feature(equal, 0.9), Feature(both_even, 0.4))
    assert weigh(features, 2, 2).score == 1.0
    assert weigh(features, 3, 3).score == 0.5
    assert weigh(features, 3, 2).score == 0.0
    assert [(r.feature, r.score) for r in weigh(features, 3, 3).reasons] == [("equal", 0.9), ("both_even", -0.4)]
    assert [r.feature for r in weigh(features, 2, 4).reasons] == ["both_even"]
