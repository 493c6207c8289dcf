"""The map's data: near places as one from far, alone from near, and only what the map sees."""

import pytest
from fastapi import HTTPException

from rashomon.model.words import PlacePrecision
from rashomon.store.pages.views import PlaceLine
from rashomon.web.map_files import drawn
from rashomon.web.placing import CLOSEST, MOST_FEATURES, Window


def town(name: str, lon: float, lat: float, months: tuple[tuple[str, int], ...] = (("2031-05", 1),)) -> PlaceLine:
    events = sum(n for _, n in months)
    return PlaceLine(name, name, "KX", PlacePrecision.TOWN, lat, lon, months, events, 0)


NEAR = [town("Ostrel", 10.0, 10.0, (("2031-05", 2), ("2031-06", 1))), town("Durin", 10.01, 10.01), town("Vale", 60.0, 10.0)]


def properties(made: dict[str, object]) -> list[dict[str, object]]:
    features = made["features"]
    assert isinstance(features, list)
    return [feature["properties"] for feature in features]


def test_near_places_are_one_from_far_with_their_months_added_up():
    made = drawn(NEAR, 3, "")
    one, other = properties(made)
    assert (one["name"], one["places"], one["events"], one["months"]) == ("Ostrel", 2, 4, {"2031-05": 3, "2031-06": 1})
    assert (other["name"], other["places"]) == ("Vale", 1)
    assert made["together"] is True


def test_places_stand_alone_from_near_and_where_they_are_few():
    assert [one["places"] for one in properties(drawn(NEAR, CLOSEST, ""))] == [1, 1, 1]
    few = drawn(NEAR, None, "")
    assert (len(properties(few)), few["together"]) == (3, False)
    many = [town(f"t{n}", (n % 360) / 10, n / 400) for n in range(MOST_FEATURES + 1)]
    assert len(properties(drawn(many, None, ""))) < 200


def test_only_a_place_that_stands_alone_has_an_address():
    made = drawn(NEAR, 3, "", lambda line: f"/search?place={line.id}")
    assert [one["href"] for one in properties(made)] == [None, "/search?place=Vale"]


def test_only_what_the_map_sees_is_given():
    assert [one["name"] for one in properties(drawn(NEAR, 9, "50,0,70,20"))] == ["Vale"]
    assert [one["name"] for one in properties(drawn(NEAR, 9, "170,0,20,20"))] == ["Ostrel", "Durin"]
    assert Window(170, -10, -170, 10).holds(town("Far", 179.0, 0.0))
    with pytest.raises(HTTPException, match="no stretch of the world"):
        drawn(NEAR, 9, "50,0,70")
