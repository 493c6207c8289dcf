"""Countries in the words of a string."""

import pytest

from rashomon.linking.actors.nationality import Nationalities


@pytest.fixture(scope="module")
def nationalities() -> Nationalities:
    return Nationalities()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Chilean fishermen", ["CHL"]),
        ("Chile's fishermen", ["CHL"]),
        ("Chile’s fishermen", ["CHL"]),
        ("two Swedes", ["SWE"]),
        ("Ghanaians in Togo", ["GHA", "TGO"]),
        ("a Mali-based group", ["MLI"]),
        ("the Islamic Republic of Iran", ["IRN"]),
        ("South African miners", ["ZAF"]),
        ("US troops", ["USA"]),
        ("they told us so", []),
        ("a turkey farm", []),
        ("Russian-backed fighters", []),
        ("nobody", []),
    ],
)
def test_countries_are_found_by_name_adjective_and_people(nationalities: Nationalities, text: str, codes: list[str]) -> None:
    assert [named.code for named in nationalities.find(text)] == codes


def test_a_country_covers_its_possessive_and_says_whether_it_is_a_place(nationalities: Nationalities) -> None:
    (owner,) = nationalities.find("Chile's fishermen")
    (people,) = nationalities.find("Chilean fishermen")
    assert ("Chile's fishermen"[owner.start : owner.end], owner.place) == ("Chile's", True)
    assert not people.place


def test_codes_have_three_letters(nationalities: Nationalities) -> None:
    assert (nationalities.iso3("NO"), nationalities.iso3("QQ"), nationalities.iso3(None)) == ("NOR", None, None)
