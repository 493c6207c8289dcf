"""Read places from list entries: the shipped supplement, and a ledger's own places."""

from dataclasses import dataclass

from rashomon.lists.listfile import Entry, ListFile, entries
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision

_KEYS = ("precision", "country", "admin1", "admin2", "lat", "lon", "population", "aliases")


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place and all its names, the place's own first."""

    place: Place
    names: tuple[str, ...]


def read_places(file: ListFile) -> tuple[NamedPlace, ...]:
    """Return a file's places in their order. Raises ListError where an entry breaks the form."""
    return tuple(_place(entry) for entry in entries(file))


def _place(entry: Entry) -> NamedPlace:
    entry.only(_KEYS)
    precision = entry.text("precision") or PlacePrecision.TOWN
    if precision not in PlacePrecision.__members__.values():
        raise entry.error(f"precision must be one of {', '.join(PlacePrecision)}, not {precision!r}")
    lat, lon = entry.number("lat"), entry.number("lon")
    if (lat is None) != (lon is None) or (lat is not None and lon is not None and not (abs(lat) <= 90 and abs(lon) <= 180)):  # noqa: PLR2004 - degrees
        raise entry.error(f"lat and lon must be given together, within 90 and 180 degrees, not {lat!r} and {lon!r}")
    place = Place(
        name=entry.name,
        country=entry.text("country"),
        precision=PlacePrecision(precision),
        admin1=entry.text("admin1"),
        admin2=entry.text("admin2"),
        lat=lat,
        lon=lon,
        population=int(entry.number("population") or 0),
        source=entry.file,
    )
    return NamedPlace(place, (entry.name, *entry.texts("aliases")))
