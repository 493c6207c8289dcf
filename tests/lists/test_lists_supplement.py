"""Places out of list entries."""

import pytest

from rashomon.lists.listfile import ListFile, shipped
from rashomon.lists.supplement import read_places
from rashomon.model.errors import ListError
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision

FULL = """
- name: Qarn Heights
  precision: region
  country: AA
  admin1: Coast
  admin2: Lower Coast
  lat: -12.5
  lon: 44
  population: 1200
  aliases: [The Heights, مرتفعات قرن, Карнские высоты]
- name: Camp Nine
"""


def read(text, label="ledger: places.yaml"):
    return read_places(ListFile(label, text.encode()))


def test_an_entry_is_a_place_with_all_its_names():
    heights, camp = read(FULL)
    assert heights.place == Place(
        "Qarn Heights", "AA", PlacePrecision.REGION, "Coast", "Lower Coast", -12.5, 44.0, 1200, "ledger: places.yaml"
    )
    assert heights.names == ("Qarn Heights", "The Heights", "مرتفعات قرن", "Карнские высоты")
    assert camp.names == ("Camp Nine",)


def test_what_is_not_stated_is_none_and_a_place_is_a_town():
    place = read("- name: Camp Nine\n")[0].place
    assert (place.precision, place.country, place.admin1, place.lat, place.lon) == (PlacePrecision.TOWN, None, None, None, None)
    assert place.population == 0


@pytest.mark.parametrize("code", ["NO", "ON", "YE"])
def test_a_country_code_stays_text(code):
    assert read(f"- name: Qarn\n  country: {code}\n")[0].place.country == code


@pytest.mark.parametrize("precision", list(PlacePrecision))
def test_every_precision_may_be_given(precision):
    assert read(f"- name: Qarn\n  precision: {precision}\n")[0].place.precision == precision


@pytest.mark.parametrize(("lat", "lon"), [("90", "180"), ("-90", "-180"), ("0", "0"), ("12.25", "-3")])
def test_coordinates_up_to_the_poles_and_the_date_line(lat, lon):
    place = read(f"- name: Qarn\n  lat: {lat}\n  lon: {lon}\n")[0].place
    assert (place.lat, place.lon) == (float(lat), float(lon))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("precision: street", "precision must be one of point, town, near, admin2, admin1, region, country, not 'street'"),
        ("precision: Town", "not 'Town'"),
        ("lat: 3", "lat and lon must be given together, within 90 and 180 degrees, not 3.0 and None"),
        ("lon: 3", "not None and 3.0"),
        ("lat: 90.1\n  lon: 0", "not 90.1 and 0.0"),
        ("lat: 0\n  lon: -181", "not 0.0 and -181.0"),
        ("lat: nan\n  lon: 0", "lat and lon"),
        ("lat: north\n  lon: 0", "lat must be a number, not 'north'"),
        ("population: many", "population must be a number, not 'many'"),
        ("aliases: Heights", "aliases must be a list of texts"),
        ("country: [AA, BB]", "country must be one text"),
        ("latitude: 3", "unknown key 'latitude'"),
    ],
)
def test_a_mistake_names_file_entry_and_reason(lines, said):
    with pytest.raises(ListError) as caught:
        read(f"- name: Qarn\n  {lines}\n")
    assert str(caught.value).startswith("ledger: places.yaml: entry 'Qarn': ")
    assert said in str(caught.value)


def test_the_shipped_supplement_is_whole():
    (file,) = shipped("places.yaml")
    places = read_places(file)
    assert len(places) > 100
    assert all(named.names[0] == named.place.name for named in places)
    assert len({named.place.id for named in places}) == len(places)
    assert {named.place.source for named in places} == {"places.yaml"}
