"""The places that are known: countries, the shipped file of places, and a ledger's own places over them."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path

from rashomon.lists.areas import Area, short_forms
from rashomon.lists.countries import Countries, Country, load_countries
from rashomon.lists.listfile import digest, own
from rashomon.lists.placefile import PlaceFile
from rashomon.lists.placetypes import is_bare, shortened
from rashomon.lists.supplement import NamedPlace, read_places
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision
from rashomon.text.folding import fold

#: How alike two spellings with one looser key must be to be taken for one name (`difflib` ratio of the folded forms).
ALIKE = 0.6
#: Regions ("Sahel", "Africa") come before towns that bear the name; places of our own list and air bases count as towns
#: of this size.
_KNOWN = frozenset({"supplement", "airportsdata"})
REGION_WEIGHT = 1_000_000_000
KNOWN_WEIGHT = 20_000
_ADMIN = frozenset({PlacePrecision.ADMIN1, PlacePrecision.ADMIN2})


class ListedGazetteer:
    """Places by name; implements `rashomon.linking.contract.Gazetteer`. Safe to read from many threads.

    Args:
        countries: the countries, for those who need adjectives, regions or capitals.

        file: the shipped file of places.

        own_places: a ledger's own places; they hide shipped ones of the same name.

        digest: eight hexadecimal digits that change when a list or the file of places does.
    """

    def __init__(self, countries: Countries, file: PlaceFile, own_places: Iterable[NamedPlace], digest: str) -> None:
        self.countries = countries
        self.digest = digest
        self._file = file
        self._own = _by_name(own_places)
        self._found = lru_cache(maxsize=50_000)(self._search)
        self._exact = lru_cache(maxsize=50_000)(self._written)
        self._loose = lru_cache(maxsize=50_000)(self._only_alike)

    def find(self, name: str) -> tuple[Place, ...]:
        """Return the places of this name once both are folded: countries first, then the most populous.

        Where the name is not known as it stands, a looser spelling is tried, then the name without its type word and side
        ("western Anbar province" finds the province, "Tanf base" Tanf). A province counts the people of its listed towns
        and stands behind the town it is called after, unless its type word is there.
        """
        return self._found(name)

    def exact(self, name: str) -> tuple[Place, ...]:
        """Return the places that are written so, but for case and marks: no looser spelling, no words taken off."""
        return self._exact(name)

    def unwritten(self, name: str) -> bool:
        """Return whether no place is written so, nor without type word and side: what `find` gives is of a looser spelling."""
        return self._loose(name)

    def _only_alike(self, name: str) -> bool:
        folded = fold(name.partition(",")[0])
        if name in short_forms() or self._capital(folded):
            return False
        return not any(self._listed(form) for form in (folded, *(shorter for shorter, _ in shortened(folded))))

    def _listed(self, folded: str) -> bool:
        return folded in self._own or self.countries.named(folded) is not None or bool(self._file.exact(folded))

    def country(self, name: str) -> str | None:
        """Return the ISO 3166 alpha-2 code of a country's name or adjective ("Iraqi"), ``None`` where it is none."""
        found = self.countries.find(name)
        return None if found is None else found.iso2

    def _search(self, name: str) -> tuple[Place, ...]:
        area = short_forms().get(name)
        if area is not None:
            return self._area(area)
        folded = fold(name)
        if is_bare(folded) or (name.islower() and len(name) <= 3):  # noqa: PLR2004 - "us" is a word, and a town
            return ()
        head, comma, rest = name.partition(",")
        if comma and head.strip():
            return self._within(self._search(head), rest)
        country = self.countries.named(name)
        named = () if country is None else (country_place(country),)
        return (*named, *self._known(folded)) or self._capital(folded) or self._shorter(folded)

    def _written(self, name: str) -> tuple[Place, ...]:
        area = short_forms().get(name)
        if area is not None:
            return self._area(area)
        folded = fold(name)
        if is_bare(folded) or (name.islower() and len(name) <= 3):  # noqa: PLR2004 - as in `_search`
            return ()
        country = self.countries.named(name)
        known = self._own.get(folded) or _ordered(self._file.exact(folded))
        return known if country is None else (country_place(country), *known)

    def _area(self, area: Area) -> tuple[Place, ...]:
        """Return the province that a short form means."""
        found = self._known(fold(area.name))
        return tuple(place for place in found if place.precision in _ADMIN and place.country == area.country)[:1]

    def _shorter(self, folded: str) -> tuple[Place, ...]:
        for shorter, allowed in shortened(folded):
            country = self.countries.named(shorter)
            if country is not None:
                return (country_place(country),)
            fitting = tuple(place for place in self._known(shorter) if not allowed or place.precision in allowed)
            if fitting:
                return fitting
        return ()

    def _capital(self, folded: str) -> tuple[Place, ...]:
        """Return the capital that "Iraqi capital" or "capital of Iraq" means."""
        rest = folded.removeprefix("capital of ").removesuffix(" capital")
        country = self.countries.find(rest) if rest != folded else None
        if country is None or country.capital is None:
            return ()
        return tuple(place for place in self._known(fold(country.capital)) if place.country == country.iso2)[:1]

    def _within(self, places: tuple[Place, ...], holder: str) -> tuple[Place, ...]:
        """Return those of the places that lie in what follows the comma ("Paris, Texas"); all where none is known to."""
        short = short_forms()
        parts = (part.strip() for part in holder.split(","))
        country, areas = self.country(holder), {fold(short[part].name if part in short else part) for part in parts}
        inside = tuple(place for place in places if place.country == country or fold(place.admin1 or "") in areas)
        return inside or places

    def _known(self, folded: str) -> tuple[Place, ...]:
        if not folded:
            return ()
        own_places = self._own.get(folded)
        if own_places:
            return own_places
        return _ordered(self._file.exact(folded)) or _ordered(_alike(folded, self._file.loose(folded)))


def country_place(country: Country) -> Place:
    """Return the country as a place, as imprecise as a country is."""
    return Place(
        country.name,
        country.iso2,
        PlacePrecision.COUNTRY,
        lat=country.lat,
        lon=country.lon,
        population=country.population,
        source="countries.yaml",
    )


def _by_name(named: Iterable[NamedPlace]) -> Mapping[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    for entry in named:
        for name in entry.names:
            found[fold(name)] = _ordered((*found.get(fold(name), ()), entry.place))
    return found


def _alike(folded: str, candidates: Iterable[tuple[Place, str]]) -> Iterator[Place]:
    for place, name in candidates:
        if SequenceMatcher(None, folded, name, autojunk=False).ratio() >= ALIKE:
            yield place


def _ordered(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return each place once, most populous first, a province behind the town of its name that lies in it."""
    unique = list(dict.fromkeys(places))

    def weight(place: Place) -> tuple[int, int]:
        if place.precision == PlacePrecision.REGION:
            return -REGION_WEIGHT, 0
        if place.precision in _ADMIN:
            return -place.population, 1
        holders = [area.population for area in unique if area.precision in _ADMIN and _holds(area, place)]
        known = KNOWN_WEIGHT if place.source in _KNOWN else 0
        return -max([place.population, known, *holders]), 0

    return tuple(sorted(unique, key=lambda place: (*weight(place), place.name, place.id)))


def _holds(area: Place, place: Place) -> bool:
    inside = area.name == (place.admin1 if area.precision == PlacePrecision.ADMIN1 else place.admin2)
    return inside and area.country == place.country and place.population > 0


def load_gazetteer(extra: Path | None = None) -> ListedGazetteer:
    """Open the shipped places.

    Args:
        extra: a folder that may hold ``places.yaml``, a ledger's own places.

    Raises:
        ListError: a list breaks its form, or the file of places is missing.
    """
    countries, file = load_countries(), PlaceFile()
    own_files = own(extra, "places.yaml")
    own_places = [place for own_file in own_files for place in read_places(own_file)]
    total = hashlib.sha256(f"{file.digest} {digest((countries.file, *own_files))}".encode())
    return ListedGazetteer(countries, file, own_places, total.hexdigest()[:8])
