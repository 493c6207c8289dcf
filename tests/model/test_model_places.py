from dataclasses import FrozenInstanceError, replace

import pytest

from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision

SORREL = Place("Sorrel Bay", "TV", PlacePrecision.TOWN, "North", "Bay", 61.5, 5.25, 4000, "own list")


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Sorrel"},
        {"country": "MU"},
        {"country": None},
        {"admin1": "South"},
        {"admin2": None},
        {"precision": PlacePrecision.NEAR},
    ],
)
def test_a_place_is_known_by_where_it_lies_and_how_precisely(change):
    assert replace(SORREL, **change).id != SORREL.id


@pytest.mark.parametrize("change", [{"lat": 61.6}, {"lon": None}, {"population": 0}, {"source": "another list"}])
def test_better_coordinates_do_not_make_another_place(change):
    assert replace(SORREL, **change).id == SORREL.id


def test_a_province_and_a_district_of_one_name_are_two_places():
    assert (
        Place("North", "TV", PlacePrecision.ADMIN1, admin1="X").id != Place("North", "TV", PlacePrecision.ADMIN1, admin2="X").id
    )


def test_a_sea_has_no_country_and_no_pin_until_one_is_known():
    sea = Place("Murr Sea", None, PlacePrecision.REGION)

    assert (sea.country, sea.lat, sea.lon, sea.admin1) == (None, None, None, None)
    assert sea.id.startswith("plc-")


def test_a_place_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        SORREL.lat = 0.0
