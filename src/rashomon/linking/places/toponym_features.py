"""What speaks for one place of a name: its size, the words beside it, the article's other places, the outlet's home."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.linking.features import SILENT, Comparison, Feature
from rashomon.linking.places.geography import kilometres
from rashomon.lists.countries import load_countries
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision
from rashomon.text.folding import fold

#: Towns so far apart (kilometres) lend each other a third of what neighbours lend.
REACH_KM = 120.0
#: Precisions of what lies at a point of the map rather than spreads over it.
SPOTS = frozenset({PlacePrecision.TOWN, PlacePrecision.POINT, PlacePrecision.NEAR, PlacePrecision.ADMIN2})
#: What counts as people of a place whose people nobody counted: of a listed site, and of a hamlet (logarithm over 7).
_SITE, _HAMLET = 0.7, 0.25
_PROVINCE, _COUNTRY, _WORLD, _DISTRICT = 0.85, 1.65, 1.1, 0.35


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the rest of the article says, each share between 0 and 1.

    Args:
        lands: how much the article's names of countries and provinces speak for each country (ISO 3166 alpha-2).

        provinces: how much they speak for each province, by country and name.

        found_in: how many of the article's other places are thought to lie in each country.

        others: the other places as far as they are resolved.

        home: where the outlet is at home.

        domain: the country of the outlet's web address.
    """

    lands: Mapping[str, float]
    provinces: Mapping[tuple[str, str], float]
    found_in: Mapping[str, float]
    others: tuple[Place, ...]
    home: Place | None
    domain: str | None


@dataclass(frozen=True, slots=True)
class Naming:
    """A name in its surroundings; ``holders`` are the places that the larger name beside it may mean, ``None``: none there."""

    name: str
    holders: tuple[Place, ...] | None
    larger: str | None
    around: Surroundings


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    return frozenset((fold(country.capital), country.iso2) for country in load_countries().listed if country.capital)


def closeness(one: Place, other: Place, reach: float = REACH_KM) -> float:
    """Return 1 for the same spot and less the farther two places lie apart, 0 where one has no coordinates."""
    apart = kilometres(one, other)
    return 0.0 if apart is None else math.exp(-apart / reach)


def is_large(_naming: Naming, place: Place) -> Comparison:
    """Countries and provinces first, then towns by their people."""
    if place.precision == PlacePrecision.COUNTRY:
        return Comparison(_COUNTRY, "a country")
    if place.country is None or place.precision == PlacePrecision.REGION:
        return Comparison(_WORLD, "a part of the world")
    if place.precision == PlacePrecision.ADMIN1:
        return Comparison(_PROVINCE, "a province")
    size = math.log10(place.population + 1) / 7 if place.population else _SITE if place.source == "supplement" else _HAMLET
    size -= _DISTRICT if place.precision == PlacePrecision.ADMIN2 else 0.0
    return Comparison(size, f"{place.population} people live there")


def is_capital(_naming: Naming, place: Place) -> Comparison:
    """It is the capital of its country."""
    if place.country is None or (fold(place.name), place.country) not in _capitals():
        return SILENT
    return Comparison(1.0, f"the capital of {place.country}")


def lies_in_named(naming: Naming, place: Place) -> Comparison:
    """It lies in the province or country that stands beside its name ("Paris, Texas")."""
    if naming.holders is None:
        return SILENT
    if any(holds(holder, place) for holder in naming.holders):
        return Comparison(1.0, f"the text puts it in {naming.larger}")
    return Comparison(-1 / 3, f"the text puts it in {naming.larger}")


def holds(holder: Place, place: Place) -> bool:
    """Return whether a country or province holds a smaller place."""
    if holder.country != place.country or place.precision == PlacePrecision.COUNTRY:
        return False
    return holder.precision == PlacePrecision.COUNTRY or (
        holder.precision == PlacePrecision.ADMIN1 and place.admin1 == holder.name
    )


def land_is_named(naming: Naming, place: Place) -> Comparison:
    """The article names its country."""
    share = naming.around.lands.get(place.country or "", 0.0)
    return Comparison(share, f"the article names {place.country}") if share else SILENT


def province_is_named(naming: Naming, place: Place) -> Comparison:
    """The article names its province."""
    share = naming.around.provinces.get((place.country or "", place.admin1 or ""), 0.0)
    return Comparison(share, f"the article names {place.admin1}") if share else SILENT


def others_lie_there(naming: Naming, place: Place) -> Comparison:
    """Other places of the article lie in its country."""
    share = naming.around.found_in.get(place.country or "", 0.0)
    return Comparison(share, f"other places of the article lie in {place.country}") if share else SILENT


def has_neighbours(naming: Naming, place: Place) -> Comparison:
    """Other places of the article lie near; the middle of a province counts half."""
    if place.precision not in SPOTS:
        return SILENT
    weights = (closeness(place, other) * (1.0 if other.precision in SPOTS else 0.5) for other in naming.around.others)
    near = min(1.0, sum(weights) / 2)
    return Comparison(near, "other places of the article lie near") if near > 0.01 else SILENT  # noqa: PLR2004 - 500 km


def is_at_home(naming: Naming, place: Place) -> Comparison:
    """It lies near where the outlet is at home."""
    home = naming.around.home
    if home is None or place.precision in (PlacePrecision.COUNTRY, PlacePrecision.REGION):
        return SILENT
    near = closeness(place, home)
    return Comparison(near, f"the outlet is at home in {home.name}") if near > 0.01 else SILENT  # noqa: PLR2004 - 500 km


def is_in_home_province(naming: Naming, place: Place) -> Comparison:
    """It lies in the province in which the outlet is at home, or is that province."""
    home = naming.around.home
    if home is None or home.admin1 is None or home.country != place.country or home.admin1 not in (place.admin1, place.name):
        return SILENT
    return Comparison(1.0, f"the outlet is at home in {home.admin1}")


def has_domain(naming: Naming, place: Place) -> Comparison:
    """The outlet's address is of its country."""
    if place.country is None or naming.around.domain != place.country:
        return SILENT
    return Comparison(1.0, f"the outlet's address is of {place.country}")


def named_otherwise(naming: Naming, place: Place) -> Comparison:
    """The name is another one than it goes by; countries and regions go by many."""
    if place.precision in (PlacePrecision.COUNTRY, PlacePrecision.REGION) or fold(place.name) == fold(naming.name):
        return SILENT
    return Comparison(-1.0, f"it goes by the name of {place.name}")


#: Set on the training parts of four public corpora of news (world, local, epidemics).
FEATURES = (
    Feature(is_large, 1.5),
    Feature(is_capital, 0.3),
    Feature(lies_in_named, 3.0),
    Feature(land_is_named, 0.35),
    Feature(province_is_named, 0.5),
    Feature(others_lie_there, 0.5),
    Feature(has_neighbours, 0.7),
    Feature(is_at_home, 1.2),
    Feature(is_in_home_province, 0.4),
    Feature(has_domain, 0.5),
    Feature(named_otherwise, 0.45),
)
