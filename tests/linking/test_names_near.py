import pytest

from rashomon.linking.names.kinds import NameKind
from rashomon.linking.names.near import NearNames


@pytest.fixture
def near():
    names: NearNames[str] = NearNames(NameKind.PERSON)
    for name, bearer in [
        ("Nadir Hashmat", "nadir"),
        ("Abu Karst", "nadir"),
        ("Omar Hadi", "omar"),
        ("Sergei Orlikov", "sergei"),
        ("Omar Hashmat", "uncle"),
    ]:
        names.add(name, bearer)
    return names


@pytest.mark.parametrize(
    ("sought", "first"),
    [
        ("Nadeer Hashmat", "nadir"),
        ("HASHMAT, Nadir", "nadir"),
        ("نادر حشمت", "nadir"),
        ("Сергей Орликов", "sergei"),
        ("Abou Karsd", "nadir"),
        ("Nadir Hahsmat", "nadir"),
    ],
)
def test_the_nearest_name_comes_first_in_any_spelling(near, sought, first):
    assert near.find(sought)[0] == first


def test_a_bearer_comes_once_and_those_with_fewer_sounds_later(near):
    assert near.find("Nadir Abu Hashmat Karst") == ("nadir", "uncle")


@pytest.mark.parametrize("sought", ["Jill Swenson-Bloggs", "", "?"])
def test_far_names_are_not_found(near, sought):
    assert near.find(sought) == ()


def test_no_more_than_twelve_are_returned():
    names: NearNames[int] = NearNames(NameKind.PERSON)
    for number in range(30):
        names.add("Nadir Hashmat", number)
    assert names.find("Nadir Hashmat") == tuple(range(12))
