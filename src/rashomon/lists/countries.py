"""The countries: their names, adjectives, capitals and centres."""

from dataclasses import dataclass
from functools import cache, cached_property

from rashomon.lists.listfile import Entry, ListFile, entries, shipped
from rashomon.text.folding import fold

_KEYS = ("iso2", "iso3", "adjectives", "aliases", "capital", "lat", "lon", "region", "population", "territory", "ambiguous")


@dataclass(frozen=True, slots=True)
class Country:
    """One country.

    Args:
        adjectives: how its people and things are called; the first one makes names ("Iraqi military").

        aliases: other names and abbreviations of the country itself, in any script.

        lat, lon: a point near the middle, WGS 84 degrees.

        territory: it has no government and army of its own that news would name.

        ambiguous: those of its names that also mean something else ("Jordan", "the Islamic Republic").
    """

    name: str
    iso2: str
    iso3: str
    adjectives: tuple[str, ...]
    aliases: tuple[str, ...]
    capital: str | None
    lat: float
    lon: float
    region: str
    population: int
    territory: bool = False
    ambiguous: tuple[str, ...] = ()

    @property
    def adjective(self) -> str:
        """Return the adjective that makes names; the country's name where it has none."""
        return self.adjectives[0] if self.adjectives else self.name


@dataclass(frozen=True)
class Countries:
    """All countries, found by name, adjective or code."""

    listed: tuple[Country, ...]
    file: ListFile

    @cached_property
    def _by_name(self) -> dict[str, Country]:
        found: dict[str, Country] = {}
        for country in self.listed:
            for name in (country.name, *country.aliases, *country.adjectives):
                found.setdefault(fold(name), country)
        return found

    @cached_property
    def _named(self) -> dict[str, Country]:
        return {fold(name): country for country in self.listed for name in (country.name, *country.aliases)}

    @cached_property
    def by_iso2(self) -> dict[str, Country]:
        """Countries by ISO 3166 alpha-2 code."""
        return {country.iso2: country for country in self.listed}

    def find(self, name: str) -> Country | None:
        """Return the country of this name, abbreviation or adjective, ``None`` where it is none.

        Bare codes are no names here: "IN" and "IS" are words. "US", "UK", "UAE" and the like are listed as aliases,
        and are taken in capitals only.
        """
        if name.islower() and len(name) <= 3:  # noqa: PLR2004 - "us" is a pronoun, "US" a country
            return None
        return self._by_name.get(fold(name))

    def named(self, name: str) -> Country | None:
        """Return the country of this name or abbreviation; an adjective ("Iraqi") names no place and gives ``None``."""
        if name.islower() and len(name) <= 3:  # noqa: PLR2004 - as in `find`
            return None
        return self._named.get(fold(name))


@cache
def load_countries() -> Countries:
    """Read the shipped countries. Raises ListError where the file is broken."""
    (file,) = shipped("countries.yaml")
    return Countries(tuple(_country(entry) for entry in entries(file)), file)


def _country(entry: Entry) -> Country:
    entry.only(_KEYS)
    iso2, iso3, lat, lon = entry.text("iso2"), entry.text("iso3"), entry.number("lat"), entry.number("lon")
    if iso2 is None or iso3 is None or lat is None or lon is None:
        raise entry.error("iso2, iso3, lat and lon must be given")
    return Country(
        name=entry.name,
        iso2=iso2,
        iso3=iso3,
        adjectives=entry.texts("adjectives"),
        aliases=entry.texts("aliases"),
        capital=entry.text("capital"),
        lat=lat,
        lon=lon,
        region=entry.text("region") or "",
        population=int(entry.number("population") or 0),
        territory=entry.text("territory") == "true",
        ambiguous=entry.texts("ambiguous"),
    )
