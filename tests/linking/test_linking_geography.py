"""How far places are from each other, and how they lie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.places.geography import APART_KM, NEAR_KM, NEAR_POINT_KM, Lie, kilometres, lie
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision

#: Kilometres in a degree of latitude.
DEGREE = 111.195
PLACES = st.builds(
    Place,
    st.sampled_from(["Qarn", "Sidi", "Coast", "Aland"]),
    st.sampled_from(["AA", "BB", None]),
    st.sampled_from(list(PlacePrecision)),
    st.sampled_from(["Coast", "Inland", None]),
    st.sampled_from(["Lower", None]),
    st.none() | st.floats(-90, 90),
    st.none() | st.floats(-180, 180),
)


def town(name="Qarn", lat=None, lon=0.0, precision="town", country="AA", **more):
    return Place(name, country, PlacePrecision(precision), lat=lat, lon=None if lat is None else lon, **more)


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        ((0.0, 0.0), (1.0, 0.0), DEGREE),
        ((0.0, 0.0), (0.0, 1.0), DEGREE),
        ((60.0, 20.0), (60.0, 21.0), DEGREE / 2),
        ((0.0, 179.0), (0.0, -179.0), 2 * DEGREE),
        ((90.0, 0.0), (-90.0, 0.0), 180 * DEGREE),
        ((12.5, 33.3), (12.5, 33.3), 0.0),
        ((33.3152, 44.3661), (36.3489, 43.1577), 355.0),
    ],
)
def test_distances_are_great_circles(one, other, far):
    assert kilometres(town(lat=one[0], lon=one[1]), town(lat=other[0], lon=other[1])) == pytest.approx(far, rel=0.005, abs=0.001)


def test_without_coordinates_there_is_no_distance():
    assert kilometres(town(), town(lat=1.0)) is None
    assert kilometres(town(lat=1.0), Place("Qarn", "AA", PlacePrecision.TOWN, lat=1.0)) is None


@pytest.mark.parametrize(
    ("far", "expected"),
    [
        (0.0, Lie.NEAR),
        (NEAR_KM - 0.1, Lie.NEAR),
        (NEAR_KM + 0.1, Lie.UNKNOWN),
        (APART_KM - 0.1, Lie.UNKNOWN),
        (APART_KM + 0.1, Lie.APART),
    ],
)
def test_towns_are_near_apart_or_in_between(far, expected):
    assert lie(town("Qarn", 0.0), town("Sidi", far / DEGREE)) == expected


COAST = town("Coast", precision="admin1")
LOWER = town("Lower", precision="admin2", admin1="Coast")
QARN = town("Qarn", lat=1.0, admin1="Coast", admin2="Lower")
NORTH = town("northern Coast", precision="region", admin1="Coast")
INLAND = town("Inland", precision="admin1")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (QARN, LOWER, Lie.INSIDE),
        (QARN, COAST, Lie.INSIDE),
        (LOWER, COAST, Lie.INSIDE),
        (NORTH, COAST, Lie.INSIDE),
        (NORTH, town("Aland", precision="country"), Lie.INSIDE),
        (QARN, NORTH, Lie.UNKNOWN),
        (NORTH, INLAND, Lie.APART),
        (LOWER, INLAND, Lie.APART),
        (QARN, town("Lower", precision="admin2", admin1="Inland", country="BB"), Lie.APART),
        (town("Sidi", admin2=None), LOWER, Lie.UNKNOWN),
        (QARN, town("Sea of Sand", precision="region", country=None), Lie.UNKNOWN),
        (town("Sahra", precision="region"), INLAND, Lie.UNKNOWN),
        (town("Coast", admin1="Coast"), COAST, Lie.INSIDE),
        (QARN, town("Qarn", lat=1.0, admin1="Coast", precision="near"), Lie.SAME),
        (QARN, town("Qarn", lat=1.0, admin1="Inland"), Lie.NEAR),
        (town("Sidi", lat=1.0, country=None), town("Qarn", lat=1.05), Lie.NEAR),
    ],
)
def test_provinces_districts_and_regions_hold_what_lies_in_them(one, other, expected):
    assert lie(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("point", "point", Lie.UNKNOWN), ("point", "town", Lie.NEAR), ("town", "town", Lie.NEAR)],
)
def test_two_facilities_are_near_within_walking_distance_only(one, other, expected):
    assert lie(town("Mill", lat=0.0, precision=one), town("Gate", lat=(NEAR_POINT_KM + 2) / DEGREE, precision=other)) == expected
    assert lie(town("Mill", lat=0.0, precision=one), town("Gate", lat=(NEAR_POINT_KM - 2) / DEGREE, precision=other)) == Lie.NEAR


def test_two_countries_are_apart_however_near_their_towns():
    assert lie(town("Qarn", 1.0), town("Sidi", 1.001, country="BB")) == Lie.APART
    assert lie(town("Aland", precision="country"), town("Bland", precision="country", country="BB")) == Lie.APART


@given(PLACES, PLACES)
def test_the_order_of_two_places_does_not_matter(one, other):
    assert lie(one, other) == lie(other, one)
    assert kilometres(one, other) == pytest.approx(kilometres(other, one))


@given(PLACES)
def test_a_place_is_the_same_as_itself(one):
    assert lie(one, one) == Lie.SAME
    assert kilometres(one, one) in (None, 0.0)
