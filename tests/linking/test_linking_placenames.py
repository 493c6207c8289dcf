"""What the words around a place's name say of it."""

import pytest

from rashomon.linking.places.placenames import Wording, wording
from rashomon.model.words import PlacePrecision


@pytest.mark.parametrize(
    "before",
    [
        "a convoy near ",
        "Near ",
        "outside ",
        "outside of ",
        "in a hamlet close to ",
        "not far from ",
        "in the hills around ",
        "in the desert beyond ",
        "in the vicinity of ",
        "on the outskirts of ",
        "on the southern outskirts of ",
        "about 20 kilometres from ",
        "40 miles from ",
        "west of ",
        "some 12 km north-east of ",
        "southwest of ",
        "near the town of ",
        "north of the ",
        "near the port ",
    ],
)
def test_somewhere_near_is_not_the_place(before):
    assert wording("Qarn", before, "").near


@pytest.mark.parametrize(
    "before",
    ["in ", "inside ", "from ", "towards ", "linear ", "in the city of ", "in the centre of ", "near Sidi and ", "in northern "],
)
def test_other_words_before_a_name_do_not_make_it_near(before):
    assert not wording("Qarn", before, "").near


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("near Qarn", "Qarn"),
        ("outside the city of Qarn", "Qarn"),
        ("30 km north of Qarn", "Qarn"),
        ("southeast of Tall Ghar", "Tall Ghar"),
        ("30 miles from Qarn", "Qarn"),
    ],
)
def test_words_of_nearness_inside_the_mention_are_no_part_of_the_name(name, core):
    words = wording(name, "", "")
    assert (words.name, words.near) == (core, True)


@pytest.mark.parametrize(
    ("name", "side", "core"),
    [
        ("northern Aland", "northern", "Aland"),
        ("north-eastern Aland", "north-eastern", "Aland"),
        ("the southwestern Coast", "southwestern", "Coast"),
        ("central Aland", "central", "Aland"),
        ("rural Tall Ghar", "rural", "Tall Ghar"),
        ("eastern part of the Coast", "eastern", "Coast"),
        ("the upper Coast province", "upper", "Coast"),
    ],
)
def test_a_side_in_lower_case_is_a_part_of_the_place(name, side, core):
    words = wording(name, "", "")
    assert (words.part, words.name) == (side, core)


@pytest.mark.parametrize("name", ["Northampton", "Westoria", "Uppersal", "Centralia", "Eastern", "Qarn", "Southport"])
def test_a_name_that_only_begins_like_a_side_has_no_part(name):
    assert wording(name, "", "") == Wording(name, whole=name)


@pytest.mark.parametrize("name", ["South Sudan", "West Bank", "North Kivu", "Western Sahara", "Central African Republic"])
def test_a_side_that_belongs_to_the_name_can_still_be_looked_up_with_it(name):
    assert wording(name, "", "").whole == name


@pytest.mark.parametrize(
    ("name", "after", "core", "stated"),
    [
        ("Coast province", "", "Coast", PlacePrecision.ADMIN1),
        ("Coast Governorate", "", "Coast", PlacePrecision.ADMIN1),
        ("the governorate of Coast", "", "Coast", PlacePrecision.ADMIN1),
        ("Coast's province", "", "Coast", PlacePrecision.ADMIN1),
        ("Coast", " oblast", "Coast", PlacePrecision.ADMIN1),
        ("Coast", ", province in the north", "Coast", PlacePrecision.ADMIN1),
        ("Lower Ghar district", "", "Ghar", PlacePrecision.ADMIN2),
        ("Qarn", " cercle", "Qarn", PlacePrecision.ADMIN2),
        ("Qarn", " camp", "Qarn", PlacePrecision.TOWN),
        ("village of Qarn", "", "Qarn", PlacePrecision.TOWN),
        ("Qarn", " statement", "Qarn", None),
        ("Qarn", " was a city", "Qarn", None),
        ("Province", "", "Province", None),
    ],
)
def test_a_type_word_states_how_large_it_is(name, after, core, stated):
    words = wording(name, "", after)
    assert (words.name, words.stated) == (core, stated)


def test_the_whole_name_keeps_its_type_word():
    assert wording("Saltland Region", "", "").whole == "Saltland Region"


@pytest.mark.parametrize(
    ("before", "after", "larger"),
    [
        ("", ", Coast, on Monday", "Coast"),
        ("", " in the Tall Ghar valley", "Tall Ghar"),
        ("", ", in northern Aland", "Aland"),
        ("", " district, Coast", "Coast"),
        ("", " province in Aland", "Aland"),
        ("", " on the Coast", None),
        ("", ", where shops burned", None),
        ("", " in march", None),
        ("Aland's ", "", "Aland"),
        ("Aland’s northern ", "", "Aland"),
        ("Tall Ghar’s ", ", Coast", "Coast"),
        ("its ", "", None),
    ],
)
def test_the_larger_place_stands_right_after_or_owns_it(before, after, larger):
    assert wording("Qarn", before, after).larger == larger
