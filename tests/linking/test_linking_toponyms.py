import pytest

from rashomon.extraction.toponyms import SURE, Toponym, ToponymKind
from rashomon.linking.places.toponyms import Locator
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision


def town(country: str, admin1: str, lat: float, lon: float, people: int, name: str = "Qarn") -> Place:
    return Place(name, country, PlacePrecision.TOWN, admin1, None, lat, lon, people)


BIG = town("AA", "Coast", 10.0, 10.0, 900_000)
SMALL = town("BB", "Hills", 40.0, 40.0, 5_000)
NEAR_SMALL = town("BB", "Hills", 40.2, 40.1, 2_000, "Vel")
HILLS = Place("Hills", "BB", PlacePrecision.ADMIN1, lat=40.0, lon=40.5)
LAND = Place("Blandia", "BB", PlacePrecision.COUNTRY, lat=41.0, lon=42.0)
OTHER_LAND = Place("Qarn", "CC", PlacePrecision.COUNTRY, lat=0.0, lon=0.0)
LISTED = {"Qarn": (BIG, SMALL), "Vel": (NEAR_SMALL,), "Hills": (HILLS,), "Blandia": (LAND,), "Nowhere": ()}


def use(name: str, start: int = 0, larger: str | None = None, sure: float = SURE, kind: str = "name") -> Toponym:
    return Toponym(start, start + len(name), name, ToponymKind(kind), larger, sure)


@pytest.fixture
def locator() -> Locator:
    return Locator(lambda name: LISTED.get(name, ()))


def places(found) -> list[Place]:
    return [one.place for one in found]


@pytest.mark.parametrize(
    ("names", "home", "domain", "expected"),
    [
        ([use("Qarn")], None, None, BIG),
        ([use("Qarn", larger="Hills")], None, None, SMALL),
        ([use("Qarn", larger="Blandia")], None, None, SMALL),
        ([use("Qarn"), use("Vel", 10), use("Hills", 20)], None, None, SMALL),
        ([use("Qarn")], NEAR_SMALL, None, SMALL),
        ([use("Qarn"), use("Blandia", 10)], None, "BB", SMALL),
        ([use("Qarn"), use("Blandia", 10)], None, "AA", BIG),
    ],
)
def test_the_surroundings_choose_between_places_of_one_name(locator, names, home, domain, expected) -> None:
    assert places(locator.locate(names, home, domain))[0] == expected


def test_one_name_means_one_place_unless_the_text_says_otherwise(locator) -> None:
    found = locator.locate([use("Qarn"), use("Qarn", 10, larger="Hills"), use("Qarn", 20)])
    assert places(found) == [SMALL, SMALL, SMALL]


def test_a_doubtful_name_counts_beside_the_others_or_at_home_only(locator) -> None:
    doubtful = use("Qarn", 10, sure=1.0)
    assert places(locator.locate([use("Vel"), doubtful])) == [NEAR_SMALL, SMALL]
    assert places(locator.locate([doubtful], home=NEAR_SMALL)) == [SMALL]
    assert locator.locate([doubtful]) == ()
    assert locator.locate([use("Qarn", sure=-3.0)], home=SMALL) == ()


def test_an_adjective_means_a_country_or_none(locator) -> None:
    assert places(locator.locate([use("Blandia", kind="adjective")])) == [LAND]
    assert locator.locate([use("Vel", kind="adjective")]) == ()


def test_a_name_that_is_not_listed_is_left_out(locator) -> None:
    assert locator.locate([use("Nowhere")]) == ()


def test_a_link_says_why_and_whether_its_surroundings_spoke(locator) -> None:
    (alone,) = locator.locate([use("Qarn")])
    assert [reason.feature for reason in alone.reasons] == ["is_large"]
    assert not alone.in_context
    (at_home,) = locator.locate([use("Qarn")], home=NEAR_SMALL)
    assert "is_at_home" in {reason.feature for reason in at_home.reasons}
    assert at_home.in_context


def test_a_country_goes_before_a_town_of_its_name() -> None:
    locator = Locator({"Qarn": (OTHER_LAND, BIG)}.__getitem__)
    assert places(locator.locate([use("Qarn")])) == [OTHER_LAND]
