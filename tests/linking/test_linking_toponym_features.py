import pytest

from rashomon.linking.places import toponym_features as features
from rashomon.linking.places.toponym_features import Naming, Surroundings, closeness, holds
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision

BARE = Surroundings({}, {}, {}, (), None, None)
TOWN = Place("Qarn", "FR", PlacePrecision.TOWN, "Hills", None, 10.0, 10.0, 50_000)
NEXT = Place("Vel", "FR", PlacePrecision.TOWN, "Hills", None, 10.1, 10.1, 900)
HILLS = Place("Hills", "FR", PlacePrecision.ADMIN1, lat=10.0, lon=11.0)
LAND = Place("Blandia", "FR", PlacePrecision.COUNTRY, lat=12.0, lon=12.0)
OTHER = Place("Qarn", "DE", PlacePrecision.TOWN, "Coast", None, 50.0, 50.0, 50_000)


def naming(around: Surroundings = BARE, holders: tuple[Place, ...] | None = None, name: str = "Qarn") -> Naming:
    return Naming(name, holders, "Hills", around)


@pytest.mark.parametrize(
    ("feature", "around"),
    [
        (features.land_is_named, Surroundings({"FR": 0.5}, {}, {}, (), None, None)),
        (features.province_is_named, Surroundings({}, {("FR", "Hills"): 1.0}, {}, (), None, None)),
        (features.others_lie_there, Surroundings({}, {}, {"FR": 1.0}, (), None, None)),
        (features.has_neighbours, Surroundings({}, {}, {}, (NEXT,), None, None)),
        (features.is_at_home, Surroundings({}, {}, {}, (), NEXT, None)),
        (features.is_in_home_province, Surroundings({}, {}, {}, (), NEXT, None)),
        (features.has_domain, Surroundings({}, {}, {}, (), None, "FR")),
    ],
)
def test_the_surroundings_speak_for_the_place_that_lies_there_alone(feature, around) -> None:
    assert feature(naming(around), TOWN).score > 0
    assert feature(naming(around), OTHER).score == 0
    assert feature(naming(), TOWN).score == 0


def test_the_larger_place_beside_a_name_decides() -> None:
    assert features.lies_in_named(naming(holders=(HILLS,)), TOWN).score == 1.0
    assert features.lies_in_named(naming(holders=(HILLS,)), OTHER).score < 0
    assert features.lies_in_named(naming(), TOWN).score == 0


def test_countries_are_larger_than_provinces_than_towns_than_hamlets() -> None:
    hamlet = Place("Qarn", "FR", PlacePrecision.TOWN, lat=1.0, lon=1.0)
    sizes = [features.is_large(naming(), place).score for place in (LAND, HILLS, TOWN, hamlet)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 4


def test_a_capital_counts_more() -> None:
    paris = Place("Paris", "FR", PlacePrecision.TOWN, lat=48.9, lon=2.3, population=2_000_000)
    assert features.is_capital(naming(), paris).score == 1.0
    assert features.is_capital(naming(), TOWN).score == 0


def test_another_name_counts_less_but_not_for_a_country() -> None:
    assert features.named_otherwise(naming(name="Karn"), TOWN).score == -1.0
    assert features.named_otherwise(naming(), TOWN).score == 0
    assert features.named_otherwise(naming(name="Karn"), LAND).score == 0


def test_a_province_holds_its_towns_and_a_country_its_provinces() -> None:
    assert holds(HILLS, TOWN)
    assert holds(LAND, HILLS)
    assert not holds(HILLS, OTHER)
    assert not holds(LAND, LAND)


def test_closeness_falls_with_distance_and_needs_coordinates() -> None:
    assert closeness(TOWN, TOWN) == 1.0
    assert 0 < closeness(TOWN, OTHER) < closeness(TOWN, NEXT) < 1
    assert closeness(TOWN, Place("Sea", None, PlacePrecision.REGION)) == 0.0
