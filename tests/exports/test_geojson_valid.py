"""Events as GeoJSON by the rules of the `geojson` package, which knows nothing of ours."""

import json

import pytest
from coded_events import Happening, published, setting

from rashomon.exports.coded import geojson as ours
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision

theirs = pytest.importorskip("geojson", reason="not installed (it is in the group dev)")

NOWHERE = Place("Mali", "ML", PlacePrecision.COUNTRY, lat=17.0, lon=-4.0)


def taken(*features):
    """Return features as the package reads them from a file."""
    return theirs.loads(json.dumps({"type": "FeatureCollection", "features": list(features)}))


def test_the_package_finds_no_fault_in_our_features():
    made = [ours.code(published(happening), setting()) for happening in (Happening(), Happening(places=(NOWHERE,)))]
    read = taken(*made)

    assert read.is_valid, read.errors()
    assert [feature.is_valid for feature in read.features] == [True, True]
    assert [feature.geometry and feature.geometry.type for feature in read.features] == ["Point", None]


def test_the_package_would_find_one():
    made = ours.code(published(Happening()), setting())

    assert (
        not taken({**made, "geometry": {**made["geometry"], "coordinates": [181.0, "north"][:1]}}).features[0].geometry.is_valid
    )
