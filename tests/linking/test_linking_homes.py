import pytest

from rashomon.extraction.toponyms import SURE, Toponym, ToponymKind
from rashomon.linking.places.homes import domain_of, home_of
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision


def town(name: str, lat: float, lon: float, people: int = 10_000) -> Place:
    return Place(name, "US", PlacePrecision.TOWN, "Hills", None, lat, lon, people)


HERE = [town("Marlow", 40.0, -90.0), town("Benton", 40.1, -90.1), town("Elmira", 39.9, -90.1)]
FAR = [town("Marlow", 20.0, -10.0, 500_000), town("Osgood", 0.0, 60.0), town("Tilden", -30.0, 20.0), town("Wexley", 65.0, 100.0)]
LAND = Place("Blandia", "BB", PlacePrecision.COUNTRY, lat=0.0, lon=0.0)


def listed(name: str) -> tuple[Place, ...]:
    known = {"Blandia": (LAND,)}
    return known.get(name) or tuple(place for place in (*FAR, *HERE) if place.name == name)


def article(*names: str) -> list[Toponym]:
    return [Toponym(n, n + 1, name, ToponymKind.NAME, None, SURE) for n, name in enumerate(names)]


def test_a_paper_is_at_home_where_its_articles_places_cluster() -> None:
    home = home_of([article("Marlow", "Benton"), article("Elmira", "Osgood", "Blandia")], "thepaper.example", listed)
    assert home in HERE


def test_an_address_that_names_a_town_of_the_articles_decides() -> None:
    found = home_of([article("Marlow", "Benton", "Elmira")], "themarlowtimes.example", listed)
    assert found == HERE[0]


@pytest.mark.parametrize(
    "articles",
    [
        [article("Osgood", "Tilden", "Wexley", "Elmira", "Marlow")],
        [article("Benton", "Elmira")],
        [article("Blandia"), article("Blandia")],
        [],
    ],
    ids=["everywhere", "one article", "a country", "none"],
)
def test_an_outlet_of_everywhere_or_of_one_article_has_no_home(articles: list[list[Toponym]]) -> None:
    assert home_of(articles, "wire.example", listed) is None


def test_the_order_of_articles_does_not_matter() -> None:
    articles = [article("Marlow", "Benton"), article("Elmira", "Osgood"), article("Benton")]
    assert home_of(articles, "a.example", listed) == home_of(articles[::-1], "a.example", listed)


@pytest.mark.parametrize(
    ("url", "land"),
    [
        ("http://www.paper.co.uk/a", "GB"),
        ("https://paper.ie/b", "IE"),
        ("https://paper.com/c", None),
        ("https://station.tv/d", None),
        (None, None),
    ],
)
def test_an_address_tells_its_country(url: str | None, land: str | None) -> None:
    assert domain_of(url) == land
