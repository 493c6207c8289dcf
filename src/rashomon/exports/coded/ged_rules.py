"""UCDP-GED's columns and rules, and what breaks them in a row or file."""

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from rashomon.model.dates import DateInterval

COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence"),
    *("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name"),
    *("side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b"),
    *("number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original"),
    *("where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt"),
    *("priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end"),
    *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"),
)
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
CIVILIANS = "Civilians"
REGIONS = frozenset({"Africa", "Americas", "Asia", "Europe", "Middle East"})
_CODES = {"type_of_violence": 3, "where_prec": 7, "event_clarity": 2, "date_prec": 5}
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2}) 00:00:00\.000")
_DEGREES = re.compile(r"-?\d{1,3}(?:\.\d+)?")
#: Cells of a degree, north to south and west to east, and the cells of one row.
_CELLS, _ROW = 2, 720


def priogrid(lat: float, lon: float) -> int:
    """Return the number of the PRIO-GRID cell of half a degree that a position lies in.

    >>> priogrid(-90.0, -180.0), priogrid(33.3, 44.4)
    (1, 177569)
    """
    row = min(int((lat + 90) * _CELLS), 180 * _CELLS - 1)
    column = min(int((lon + 180) * _CELLS), 360 * _CELLS - 1)
    return row * _ROW + column + 1


def problems(row: Mapping[str, object]) -> Iterator[str]:
    """Yield what breaks the rules in a row, nothing where all is well. Cells may be values or texts."""
    cells = {name: "" if row.get(name) is None else str(row[name]) for name in COLUMNS}
    for name, most in _CODES.items():
        if not (cells[name].isdecimal() and 1 <= int(cells[name]) <= most):
            yield f"{name} {cells[name]!r} is not 1 to {most}"
    yield from _when(cells)
    yield from _deaths(cells)
    yield from _where(cells)
    if not cells["side_a"] or not cells["side_b"] or cells["dyad_name"] != f"{cells['side_a']} - {cells['side_b']}":
        yield f"dyad_name {cells['dyad_name']!r} is not that of its sides"
    if (cells["type_of_violence"] == str(ONE_SIDED)) is not (cells["side_b"] == CIVILIANS):
        yield f"side_b {cells['side_b']!r} does not go with the type of violence {cells['type_of_violence']}"
    if not cells["id"].isdecimal():
        yield f"id {cells['id']!r} is no number"


def _when(cells: Mapping[str, str]) -> Iterator[str]:
    found = [_DAY.fullmatch(cells[name]) for name in ("date_start", "date_end")]
    if found[0] is None or found[1] is None:
        yield f"{cells['date_start']!r} to {cells['date_end']!r} are no days of that form"
        return
    try:
        DateInterval.parse(f"{found[0][1]}/{found[1][1]}")
    except ValueError as error:
        yield str(error)
    if cells["year"] not in {found[0][1][:4], found[1][1][:4]}:
        yield f"year {cells['year']!r} is neither that of the first day nor of the last"


def _deaths(cells: Mapping[str, str]) -> Iterator[str]:
    names = ("low", "best", "high", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    unread = [name for name in names if not cells[name].isdecimal()]
    if unread:
        yield f"{unread[0]} {cells[unread[0]]!r} is no whole number"
        return
    low, best, high, *sides = (int(cells[name]) for name in names)
    if not low <= best <= high:
        yield f"low {low}, best {best}, high {high} are out of order"
    if high == 0:
        yield "no estimate has a death"
    if sum(sides) != best:
        yield f"the deaths of the sides make {sum(sides)}, not {best}"


def _where(cells: Mapping[str, str]) -> Iterator[str]:
    if not cells["country"]:
        yield "country is empty"
    if cells["region"] and cells["region"] not in REGIONS:
        yield f"region {cells['region']!r} is no region"
    if not cells["latitude"] and not cells["longitude"]:
        return
    for name, most in (("latitude", 90.0), ("longitude", 180.0)):
        if not (_DEGREES.fullmatch(cells[name]) and abs(float(cells[name])) <= most):
            yield f"{name} {cells[name]!r} is out of range"
            return
    lat, lon = float(cells["latitude"]), float(cells["longitude"])
    if cells["geom_wkt"] != f"POINT ({cells['longitude']} {cells['latitude']})":
        yield f"geom_wkt {cells['geom_wkt']!r} is not the position"
    if cells["priogrid_gid"] != str(priogrid(lat, lon)):
        yield f"priogrid_gid {cells['priogrid_gid']!r} is not the cell of the position"


def file_problems(path: Path) -> Iterator[str]:
    """Yield what breaks the form in a file: its columns, its rows, and ids that stand twice."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            yield f"the columns are not UCDP-GED's: {reader.fieldnames}"
            return
        seen: set[str] = set()
        for number, row in enumerate(reader, 2):
            yield from (f"line {number}: {problem}" for problem in problems(row))
            if row["id"] in seen:
                yield f"line {number}: the id {row['id']} stands twice"
            seen.add(row["id"])
