"""Countries by name, adjective and code."""

import pytest

from rashomon.lists.countries import Countries, Country, load_countries
from rashomon.lists.listfile import ListFile
from rashomon.text.folding import fold


@pytest.fixture(scope="module")
def countries():
    return load_countries()


def country(name, *adjectives, aliases=(), iso2="XX"):
    return Country(name, iso2, "XXX", adjectives, tuple(aliases), None, 0.0, 0.0, "", 0)


def iso2(found):
    return None if found is None else found.iso2


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Norway", "NO"),
        ("the Norwegian", "NO"),
        ("NORWAY", "NO"),
        ("Норвегия", "NO"),
        ("Yemeni", "YE"),
        ("الأردن", "JO"),
        ("Afghan", "AF"),
        ("US", "US"),
        ("U.S.", "US"),
        ("UK", "GB"),
        ("UAE", "AE"),
        ("Ivory Coast", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("us", None),
        ("uk", None),
        ("IN", None),
        ("IS", None),
        ("NO", None),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_country_is_found_by_name_or_adjective_but_not_by_a_word(countries, name, code):
    assert iso2(countries.find(name)) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [("Norway", "NO"), ("Норвегия", "NO"), ("Norwegian", None), ("Yemeni", None), ("US", "US"), ("us", None), ("", None)],
)
def test_an_adjective_names_no_place(countries, name, code):
    assert iso2(countries.named(name)) == code


def test_codes_and_names_are_unique(countries):
    assert len({one.iso2 for one in countries.listed}) == len({one.iso3 for one in countries.listed}) == len(countries.listed)
    assert len({fold(one.name) for one in countries.listed}) == len(countries.listed)
    assert len(countries.listed) > 190


def test_no_name_leads_to_two_countries(countries):
    owners = {}
    for one in countries.listed:
        for name in (one.name, *one.aliases):
            assert owners.setdefault(fold(name), one.iso2) == one.iso2, name


def test_every_country_is_on_the_map_and_has_proper_codes(countries):
    for one in countries.listed:
        assert abs(one.lat) <= 90, one.name
        assert abs(one.lon) <= 180, one.name
        assert (len(one.iso2), len(one.iso3), one.iso2.isupper(), one.iso3.isupper()) == (2, 3, True, True), one.name
        assert one.region, one.name


def test_doubtful_names_are_names_of_the_country(countries):
    for one in countries.listed:
        own = {fold(name) for name in (one.name, *one.aliases, *one.adjectives, one.capital or one.name)}
        assert {fold(name) for name in one.ambiguous} <= own, one.name


def test_a_country_by_its_code(countries):
    assert countries.by_iso2["NO"].name == "Norway"
    assert countries.by_iso2["JO"].ambiguous == ("Jordan",)


@pytest.mark.parametrize(("adjectives", "first"), [(("Sandorian", "Sandori"), "Sandorian"), ((), "Sandoria")])
def test_the_first_adjective_makes_names(adjectives, first):
    assert country("Sandoria", *adjectives).adjective == first


def test_of_two_countries_of_one_adjective_the_first_listed_is_found():
    listed = Countries(
        (country("North Sandor", "Sandori", iso2="NS"), country("South Sandor", "Sandori", iso2="SS")), ListFile("x", b"")
    )
    assert iso2(listed.find("Sandori")) == "NS"


def test_a_name_counts_more_than_another_s_adjective():
    listed = Countries((country("Sandoria", "Sandor", iso2="SA"), country("Sandor", iso2="SR")), ListFile("x", b""))
    assert iso2(listed.named("Sandor")) == "SR"
