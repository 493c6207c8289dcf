from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from rashomon.lists.gazetteer import ListedGazetteer, load_gazetteer
from rashomon.lists.placefile import PlaceFile
from rashomon.model.errors import ListError
from rashomon.model.words import PlacePrecision
from shipped import shipped_lists


@pytest.fixture(scope="module")
def gazetteer() -> ListedGazetteer:
    return shipped_lists()[1]


@pytest.mark.parametrize(
    ("text", "name", "country", "precision"),
    [
        ("Iraq", "Iraq", "IQ", PlacePrecision.COUNTRY),
        ("the United Kingdom", "United Kingdom", "GB", PlacePrecision.COUNTRY),
        ("DRC", "Democratic Republic of the Congo", "CD", PlacePrecision.COUNTRY),
        ("Georgia", "Georgia", "GE", PlacePrecision.COUNTRY),
        ("eastern Syria", "Syria", "SY", PlacePrecision.COUNTRY),
        ("Mosul", "Mosul", "IQ", PlacePrecision.TOWN),
        ("الموصل", "Mosul", "IQ", PlacePrecision.TOWN),
        ("Бахмут", "Bakhmut", "UA", PlacePrecision.TOWN),
        ("Deir Ezzour", "Deir ez-Zor", "SY", PlacePrecision.TOWN),
        ("Deir al-Zour", "Deir ez-Zor", "SY", PlacePrecision.TOWN),
        ("Ninewa", "Nineveh", "IQ", PlacePrecision.ADMIN1),
        ("Nineveh Province", "Nineveh", "IQ", PlacePrecision.ADMIN1),
        ("western Anbar province", "Anbar", "IQ", PlacePrecision.ADMIN1),
        ("Ain al-Asad", "Ain al-Asad", "IQ", PlacePrecision.POINT),
        ("Ayn al Assad", "Ain al-Asad", "IQ", PlacePrecision.POINT),
        ("Tanf base", "Tanf", "SY", PlacePrecision.POINT),
        ("Hamrin Mountains", "Hamrin Mountains", "IQ", PlacePrecision.REGION),
        ("Yusufiyah", "Yusufiyah", "IQ", PlacePrecision.TOWN),
        ("Sahel", "Sahel", None, PlacePrecision.REGION),
        ("Africa", "Africa", None, PlacePrecision.REGION),
        ("north Baghdad", "Baghdad", "IQ", PlacePrecision.TOWN),
        ("Baghdad province", "Baghdad", "IQ", PlacePrecision.ADMIN1),
        ("Maiduguri", "Maiduguri", "NG", PlacePrecision.TOWN),
        ("Cabo Delgado", "Cabo Delgado", "MZ", PlacePrecision.ADMIN1),
        ("San Salvador", "San Salvador", "SV", PlacePrecision.TOWN),
        ("Hodeida", "Hodeidah", "YE", PlacePrecision.TOWN),
        ("Karrada district of Baghdad", "Karrada", "IQ", PlacePrecision.TOWN),
        ("southern Yemen near the coast", "Yemen", "YE", PlacePrecision.COUNTRY),
        ("Iraqi capital", "Baghdad", "IQ", PlacePrecision.TOWN),
        ("the capital of Somalia", "Mogadishu", "SO", PlacePrecision.TOWN),
        ("Tripoli, Lebanon", "Tripoli", "LB", PlacePrecision.TOWN),
        ("Paris, Texas", "Paris", "US", PlacePrecision.TOWN),
    ],
)
def test_the_likeliest_place_of_a_name_comes_first(
    gazetteer: ListedGazetteer, text: str, name: str, country: str | None, precision: PlacePrecision
) -> None:
    first = gazetteer.find(text)[0]
    assert (first.name, first.country, first.precision) == (name, country, precision)


@pytest.mark.parametrize("text", ["", "us", "Iraqi", "Qwrtzplk", "the base", "province", "the gunmen"])
def test_what_names_no_place_finds_none(gazetteer: ListedGazetteer, text: str) -> None:
    assert gazetteer.find(text) == ()


def test_towns_lie_in_their_province_with_coordinates(gazetteer: ListedGazetteer) -> None:
    mosul = gazetteer.find("Mosul")[0]
    assert (mosul.admin1, mosul.population > 1_000_000) == ("Nineveh", True)
    assert mosul.lat == pytest.approx(36.34, abs=0.05)
    assert mosul.lon == pytest.approx(43.12, abs=0.05)


def test_a_province_without_coordinates_of_its_own_has_the_middle_of_its_towns(gazetteer: ListedGazetteer) -> None:
    helmand = gazetteer.find("Helmand")[0]
    assert helmand.precision == PlacePrecision.ADMIN1
    assert helmand.lat == pytest.approx(31.5, abs=1)


def test_more_people_come_first(gazetteer: ListedGazetteer) -> None:
    paris = [place for place in gazetteer.find("Paris") if place.precision == PlacePrecision.TOWN]
    assert paris[0].country == "FR"
    assert [place.population for place in paris] == sorted((place.population for place in paris), reverse=True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Iraqi", "IQ"),
        ("U.S.", "US"),
        ("American", "US"),
        ("the Netherlands", "NL"),
        ("Burmese", "MM"),
        ("Côte d’Ivoire", "CI"),
        ("us", None),
        ("Mosul", None),
        ("KRG", None),
    ],
)
def test_countries_are_known_by_name_adjective_and_abbreviation(gazetteer: ListedGazetteer, text: str, code: str | None) -> None:
    assert gazetteer.country(text) == code


def test_every_country_has_a_centre_and_a_unique_code(gazetteer: ListedGazetteer) -> None:
    listed = gazetteer.countries.listed
    assert len({country.iso2 for country in listed}) == len({country.iso3 for country in listed}) == len(listed) > 200
    assert all(-90 <= country.lat <= 90 and -180 <= country.lon <= 180 for country in listed)
    assert all(country.adjectives for country in listed if not country.territory and country.population > 200_000)


@pytest.mark.parametrize(
    ("name", "unwritten"),
    [("Mosul", False), ("Tanf base", False), ("western Anbar province", False), ("Iraqi capital", False), ("Korvena", True)],
)
def test_a_looser_spelling_is_told_from_a_listed_one(gazetteer: ListedGazetteer, name: str, unwritten: bool) -> None:
    assert gazetteer.unwritten(name) == unwritten
    assert gazetteer.find(name)


def test_many_threads_read_the_same(gazetteer: ListedGazetteer) -> None:
    names = ["Kabul", "Goma", "Sirte", "Marib", "Kidal", "Bakhmut", "Mocimboa da Praia", "Zinjibar"] * 20
    fresh = load_gazetteer()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(fresh.find, names)) == [gazetteer.find(name) for name in names]


def test_a_ledgers_own_places_come_before_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "places.yaml").write_text(
        "- name: Port Amaro\n  country: XK\n  lat: 1.5\n  lon: 2.5\n  aliases: [Amaro harbour, Kabul]\n", encoding="utf-8"
    )
    own = load_gazetteer(tmp_path)
    assert [place.name for place in own.find("Kabul")] == ["Port Amaro"]
    (place,) = own.find("port amaro")
    assert (place.lat, place.precision, place.source) == (1.5, PlacePrecision.TOWN, "ledger: places.yaml")
    assert own.digest != shipped_lists()[1].digest


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("- name: X\n  lat: 5\n", "lat and lon must be given together"),
        ("- name: X\n  lat: 95\n  lon: 5\n", "within 90 and 180"),
        ("- name: X\n  lat: north\n  lon: 5\n", "lat must be a number"),
        ("- name: X\n  precision: exact\n", "precision must be one of"),
        ("- name: X\n  province: Y\n", "unknown key 'province'"),
    ],
)
def test_a_broken_place_is_named(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "places.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(ListError, match="entry 'X'") as caught:
        load_gazetteer(tmp_path)
    assert said in str(caught.value)


def test_a_missing_or_wrong_file_of_places_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(ListError, match="build_gazetteer"):
        PlaceFile(tmp_path / "none.db")
    (tmp_path / "text.db").write_text("not a database, but long enough to be told from one\n" * 20, encoding="utf-8")
    with pytest.raises(ListError, match="no file of places"):
        PlaceFile(tmp_path / "text.db")
