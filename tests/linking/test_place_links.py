"""Which place an entity is linked to, and how precise it stays."""

import pytest

from rashomon.linking.places.geography import Lie, lie
from rashomon.linking.places.placenames import wording
from rashomon.linking.run import link
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision


def only(found):
    (link,) = [link for link in found.place_links if link.key == "x"]
    return next(place for place in found.places if place.id == link.place_id)


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        ("A blast in [Marsa|PLACE|x], [Bland|GPE|b].", "BB"),
        ("A blast in [Marsa|PLACE|x] killed [Alandic soldiers|FORCE|s].", "AA"),
        ("A blast in [Marsa|PLACE|x], Hills province, in [Bland|GPE|b].", "BB"),
    ],
)
def test_the_country_around_decides_between_towns_of_one_name(linked, write, marked, country):
    assert only(linked(write(marked))).country == country


def test_towns_of_one_name_and_no_context_stay_unlinked(linked, write):
    assert not linked(write("A blast in [Marsa|PLACE|x].")).place_links


def test_a_great_city_needs_no_context_beside_a_hamlet_of_its_name(write, registry, gazetteer):
    hamlet = Place("Wadd", "BB", PlacePrecision.TOWN, population=800)
    city = Place("Wadd", "AA", PlacePrecision.TOWN, population=4_000_000)
    made = write("A blast in [Wadd|PLACE|x].")
    assert link([made.source], registry, type(gazetteer)((hamlet, city))).places == (city,)


def test_near_a_town_is_not_the_town(linked, write):
    near = only(linked(write("A blast in a village north of [Tall Ghar|PLACE|x].")))
    town = only(linked(write("A blast in [Tall Ghar|PLACE|x].")))
    assert (near.precision, town.precision) == (PlacePrecision.NEAR, PlacePrecision.TOWN)
    assert near.id != town.id
    assert (near.lat, near.lon) == (town.lat, town.lon)


def test_part_of_a_country_is_a_region_without_a_pin(linked, write):
    north = only(linked(write("A blast in [Northern Aland|PLACE|x].")))
    assert (north.precision, north.lat, north.country) == (PlacePrecision.REGION, None, "AA")


def test_a_province_is_not_its_town(linked, write):
    assert only(linked(write("A blast in [Coast|PLACE|x] province, [Aland|GPE|a]."))).precision == PlacePrecision.ADMIN1


def test_an_event_is_near_where_its_own_words_say_near(linked, write):
    made = write("Shops in [Tall Ghar|PLACE|x] closed. A blast near [Tall Ghar|PLACE|x] hit a convoy.")
    near = next(mention.span for mention in made.mentions if mention.span.start > 20)
    account = made.event("blast", "bombing", place="x")
    moved = account.fillers[0].__class__(account.fillers[0].role, "x", near)
    made.accounts[0] = account.__class__(account.type, account.status, account.trigger, account.evidence, (moved,))
    found = linked(made)
    by_id = {place.id: place.precision for place in found.places}
    assert [by_id[support.value] for support in found.events[0].places] == [PlacePrecision.NEAR]
    assert [by_id[link.place_id] for link in found.place_links] == [PlacePrecision.TOWN]


@pytest.mark.parametrize(
    ("name", "before", "after", "expected"),
    [
        ("Gao", "12 km from ", "", ("Gao", True, None, None)),
        ("outskirts of Gao", "on the ", "", ("outskirts of Gao", False, None, None)),
        ("near Gao", "", "", ("Gao", True, None, None)),
        ("the eastern Coast", "", "", ("Coast", False, "eastern", None)),
        ("Diyala province", "", "", ("Diyala", False, None, PlacePrecision.ADMIN1)),
        ("province of Diyala", "", "", ("Diyala", False, None, PlacePrecision.ADMIN1)),
        ("Diyala", "", " district", ("Diyala", False, None, PlacePrecision.ADMIN2)),
    ],
)
def test_words_around_a_name_say_what_and_how_near(name, before, after, expected):
    words = wording(name, before, after)
    assert (words.name, words.near, words.part, words.stated) == expected


@pytest.mark.parametrize(
    ("before", "after", "larger"),
    [("", ", Bland, on Monday", "Bland"), ("Bland's ", " fell", "Bland"), ("", ", killing three", None), ("", " fell", None)],
)
def test_the_larger_place_is_read_beside_the_name(before, after, larger):
    assert wording("Marsa", before, after).larger == larger


MARSA = Place("Marsa", "AA", PlacePrecision.TOWN, admin1="Coast", lat=10.0, lon=10.0)
COAST = Place("Coast", "AA", PlacePrecision.ADMIN1, admin1="Coast")
ALAND = Place("Aland", "AA", PlacePrecision.COUNTRY)
SIDI = Place("Sidi", "AA", PlacePrecision.TOWN, admin1="Coast", lat=10.1, lon=10.1)
FAR = Place("Tall Ghar", "AA", PlacePrecision.TOWN, admin1="Inland", lat=13.0, lon=12.0)
INLAND = Place("Inland", "AA", PlacePrecision.ADMIN1, admin1="Inland")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (MARSA, MARSA, Lie.SAME),
        (MARSA, COAST, Lie.INSIDE),
        (MARSA, ALAND, Lie.INSIDE),
        (MARSA, SIDI, Lie.NEAR),
        (MARSA, FAR, Lie.APART),
        (MARSA, INLAND, Lie.APART),
        (COAST, INLAND, Lie.APART),
        (MARSA, Place("Marsa", "BB", PlacePrecision.TOWN), Lie.APART),
        (MARSA, Place("Qarn", "AA", PlacePrecision.TOWN), Lie.UNKNOWN),
    ],
)
def test_how_places_lie_to_each_other(one, other, expected):
    assert lie(one, other) == expected
    assert lie(other, one) == expected
