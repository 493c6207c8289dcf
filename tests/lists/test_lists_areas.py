import pytest

from rashomon.lists.areas import load_areas, short_forms
from rashomon.lists.gazetteer import ListedGazetteer
from rashomon.model.words import PlacePrecision
from shipped import shipped_lists


@pytest.fixture(scope="module")
def gazetteer() -> ListedGazetteer:
    return shipped_lists()[1]


def test_every_province_is_in_the_gazetteer_at_its_middle_point(gazetteer: ListedGazetteer) -> None:
    missing = []
    for area in load_areas():
        found = [place for place in gazetteer.exact(area.name) if place.country == area.country]
        if not any((place.lat, place.lon) == (area.lat, area.lon) for place in found):
            missing.append(area.name)
    assert missing == []


def test_no_two_provinces_share_a_short_form() -> None:
    assert sum(len(area.short) for area in load_areas()) == len(short_forms())


@pytest.mark.parametrize(
    ("form", "name", "country"),
    [
        ("Calif.", "California", "US"),
        ("CA", "California", "US"),
        ("W.Va.", "West Virginia", "US"),
        ("D.C.", "District of Columbia", "US"),
        ("B.C.", "British Columbia", "CA"),
        ("NSW", "New South Wales", "AU"),
    ],
)
def test_a_short_form_names_its_province(gazetteer: ListedGazetteer, form: str, name: str, country: str) -> None:
    (found,) = gazetteer.exact(form)
    assert (found.name, found.country, found.precision) == (name, country, PlacePrecision.ADMIN1)
    assert gazetteer.find(form) == (found,)


def test_a_short_form_is_told_by_its_capitals(gazetteer: ListedGazetteer) -> None:
    assert gazetteer.exact("ca") == ()
    assert "or" not in short_forms()


def test_a_town_is_found_inside_a_short_form(gazetteer: ListedGazetteer) -> None:
    assert gazetteer.find("Athens, Ga.")[0].admin1 == "Georgia"


def test_exact_takes_no_looser_spelling_and_no_words_off(gazetteer: ListedGazetteer) -> None:
    assert gazetteer.find("north Baghdad")
    assert gazetteer.exact("north Baghdad") == ()
    assert gazetteer.exact("BAGHDAD")[0].name == "Baghdad"


@pytest.mark.parametrize("name", ["Oxfordshire", "Otter Tail County", "Meadow Grove", "Lake Superior", "Zambezi", "Baltic Sea"])
def test_counties_hamlets_and_waters_are_known_with_coordinates(gazetteer: ListedGazetteer, name: str) -> None:
    assert gazetteer.exact(name)[0].lat is not None
