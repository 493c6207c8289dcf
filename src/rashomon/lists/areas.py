"""Provinces and states as news shortens them ("Calif.", "NSW"), and a point near the middle of each."""

from dataclasses import dataclass
from functools import cache

from rashomon.lists.listfile import Entry, entries, shipped

_KEYS = ("country", "lat", "lon", "aliases", "short")


@dataclass(frozen=True, slots=True)
class Area:
    """One province.

    Args:
        country: ISO 3166 alpha-2.

        lat, lon: a point near the middle, WGS 84 degrees.

        short: how news shortens it, told by its capitals and stops; a postal code stands last.
    """

    name: str
    country: str
    lat: float
    lon: float
    aliases: tuple[str, ...]
    short: tuple[str, ...]


@cache
def load_areas() -> tuple[Area, ...]:
    """Read the shipped provinces. Raises ListError where the file is broken."""
    (file,) = shipped("place_areas.yaml")
    return tuple(_area(entry) for entry in entries(file))


@cache
def short_forms() -> dict[str, Area]:
    """Return the provinces by their short forms as printed: "Ga." is one, "GA" another, "ga" is none."""
    return {form: area for area in load_areas() for form in area.short}


def _area(entry: Entry) -> Area:
    entry.only(_KEYS)
    country, lat, lon = entry.text("country"), entry.number("lat"), entry.number("lon")
    if country is None or lat is None or lon is None:
        raise entry.error("country, lat and lon must be given")
    return Area(entry.name, country, lat, lon, entry.texts("aliases"), entry.texts("short"))
