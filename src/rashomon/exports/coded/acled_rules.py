"""ACLED's columns, words and rules, after its public codebook, and what breaks them in a row or file."""

import csv
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from rashomon.exports.coded.codes import country_codes
from rashomon.lists.schemes import load_schemes

COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"),
    *("iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision"),
    *("source", "source_scale", "notes", "fatalities", "tags", "timestamp"),
)
AGAINST_CIVILIANS = "Violence against civilians"
POLITICAL, DEMONSTRATIONS, STRATEGIC = "Political violence", "Demonstrations", "Strategic developments"
#: Sub-event types whose disorder type is not that of their event type.
_DISORDER_OF_SUB = {
    "Excessive force against protesters": f"{POLITICAL}; {DEMONSTRATIONS}",
    "Mob violence": POLITICAL,
}
_DISORDER = {"Protests": DEMONSTRATIONS, "Riots": DEMONSTRATIONS, STRATEGIC: STRATEGIC}
#: What an actor is, in the order of ACLED's codes 1 to 8.
STATE, REBELS, POLITICAL_MILITIA, IDENTITY_MILITIA = "State forces", "Rebel group", "Political militia", "Identity militia"
RIOTERS, PROTESTERS, CIVILIANS, OTHERS = "Rioters", "Protesters", "Civilians", "External/Other forces"
ACTOR_TYPES = (STATE, REBELS, POLITICAL_MILITIA, IDENTITY_MILITIA, RIOTERS, PROTESTERS, CIVILIANS, OTHERS)
TARGETED = "Civilian targeting"
REGIONS = frozenset(country.acled_region for country in country_codes().values()) | {"Antarctica"}
_ATOMS = ("Local partner", "New media", "Subnational", "National", "Regional", "International", "Other")
_PAIRS = (
    *("Local partner-International", "Local partner-National", "Local partner-Other", "National-International"),
    *("National-Regional", "New media-International", "New media-National", "New media-Regional", "New media-Subnational"),
    *("Other-International", "Other-National", "Other-New media", "Other-Regional", "Other-Subnational"),
    *("Regional-International", "Subnational-International", "Subnational-National", "Subnational-Regional"),
)
SCALES = frozenset((*_ATOMS, *_PAIRS))
#: Event types that may have one side only.
ONE_SIDED = frozenset({"Explosions/Remote violence", "Riots", "Protests", STRATEGIC})
_ID = re.compile(r"[A-Z]{2,3}\d+")
_DEGREES = re.compile(r"-?\d{1,3}(?:\.\d+)?")


def disorder_of(event_type: str, sub_event_type: str) -> str:
    """Return the disorder type.

    >>> disorder_of("Riots", "Mob violence"), disorder_of("Protests", "Peaceful protest")
    ('Political violence', 'Demonstrations')
    """
    return _DISORDER_OF_SUB.get(sub_event_type) or _DISORDER.get(event_type, POLITICAL)


def interaction_of(inter1: str, inter2: str) -> str:
    """Return the standardised pair of two actor types, the second empty for one side alone.

    >>> interaction_of("Civilians", "Rebel group"), interaction_of("Rioters", ""), interaction_of("Civilians", OTHERS)
    ('Rebel group-Civilians', 'Rioters only', 'External/Other forces-Civilians')
    """
    if not inter2:
        return f"{inter1} only"
    if {inter1, inter2} == {CIVILIANS, OTHERS}:
        return f"{OTHERS}-{CIVILIANS}"
    return "-".join(sorted((inter1, inter2), key=ACTOR_TYPES.index))


def problems(row: Mapping[str, object]) -> Iterator[str]:
    """Yield what breaks ACLED's rules in a row, nothing where all is well. Cells may be values or texts."""
    cells = {name: "" if row.get(name) is None else str(row[name]) for name in COLUMNS}
    if not _ID.fullmatch(cells["event_id_cnty"]):
        yield f"event_id_cnty {cells['event_id_cnty']!r} is not letters and a number"
    yield from _when(cells)
    yield from _what(cells)
    yield from _who(cells)
    yield from _where(cells)
    if cells["source_scale"] not in SCALES:
        yield f"source_scale {cells['source_scale']!r} is no scale"
    for name in ("fatalities", "timestamp"):
        if not cells[name].isdecimal():
            yield f"{name} {cells[name]!r} is no whole number"
    for name in ("source", "notes"):
        if not cells[name]:
            yield f"{name} is empty"


def _when(cells: Mapping[str, str]) -> Iterator[str]:
    try:
        day = date.fromisoformat(cells["event_date"])
    except ValueError:
        yield f"event_date {cells['event_date']!r} is no day"
        return
    if cells["year"] != str(day.year):
        yield f"year {cells['year']!r} is not that of {day}"
    if cells["time_precision"] not in {"1", "2", "3"}:
        yield f"time_precision {cells['time_precision']!r} is not 1, 2 or 3"


def _what(cells: Mapping[str, str]) -> Iterator[str]:
    event_type, sub = cells["event_type"], cells["sub_event_type"]
    if load_schemes().acled_events.get(sub) != event_type:
        yield f"{sub!r} is no sub-event type of {event_type!r}"
    elif cells["disorder_type"] != disorder_of(event_type, sub):
        yield f"disorder_type {cells['disorder_type']!r} is not that of {sub!r}"


def _who(cells: Mapping[str, str]) -> Iterator[str]:
    inter1, inter2 = cells["inter1"], cells["inter2"]
    if not cells["actor1"] or inter1 not in ACTOR_TYPES:
        yield f"actor1 {cells['actor1']!r} has the type {inter1!r}"
        return
    if (cells["actor2"] != "") is not (inter2 in ACTOR_TYPES):
        yield f"actor2 {cells['actor2']!r} has the type {inter2!r}"
        return
    if not inter2 and cells["event_type"] not in ONE_SIDED:
        yield f"{cells['event_type']} has one side only"
    if cells["interaction"] != interaction_of(inter1, inter2):
        yield f"interaction {cells['interaction']!r} is not that of {inter1!r} and {inter2!r}"
    if cells["civilian_targeting"] not in {"", TARGETED}:
        yield f"civilian_targeting {cells['civilian_targeting']!r} is no word of it"
    if cells["civilian_targeting"] and cells["event_type"] == "Battles":
        yield "civilian_targeting in Battles"


def _where(cells: Mapping[str, str]) -> Iterator[str]:
    if cells["region"] and cells["region"] not in REGIONS:
        yield f"region {cells['region']!r} is no region"
    if not re.fullmatch(r"\d{0,3}", cells["iso"]):
        yield f"iso {cells['iso']!r} is no number of three digits"
    for name in ("country", "location"):
        if not cells[name]:
            yield f"{name} is empty"
    if cells["geo_precision"] not in {"1", "2", "3"}:
        yield f"geo_precision {cells['geo_precision']!r} is not 1, 2 or 3"
    for name, most in (("latitude", 90.0), ("longitude", 180.0)):
        if cells[name] and not (_DEGREES.fullmatch(cells[name]) and abs(float(cells[name])) <= most):
            yield f"{name} {cells[name]!r} is out of range"
    if bool(cells["latitude"]) is not bool(cells["longitude"]):
        yield "one of latitude and longitude is missing"


def file_problems(path: Path) -> Iterator[str]:
    """Yield what breaks the form in a file: its columns, its rows, and ids that stand twice."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            yield f"the columns are not ACLED's: {reader.fieldnames}"
            return
        seen: set[str] = set()
        for number, row in enumerate(reader, 2):
            yield from (f"line {number}: {problem}" for problem in problems(row))
            if row["event_id_cnty"] in seen:
                yield f"line {number}: the id {row['event_id_cnty']} stands twice"
            seen.add(row["event_id_cnty"])
