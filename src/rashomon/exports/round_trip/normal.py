"""Cells in one form, so that what a spreadsheet only wrote differently is no edit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.exports.round_trip.columns import STATUS, TYPE
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.model.words import EventType, Status

_YES = frozenset({"yes", "y", "x", "true", "1", "reject", "rejected", "oui", "ja", "si", "sí", "да", "نعم"})
_NO = frozenset({"", "no", "n", "false", "0", "non", "nein", "нет", "لا"})
_CODES = {TYPE: EventType, STATUS: Status}
_MIDNIGHT = re.compile(r"[T ]00:00(:00(\.0+)?)?$")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.](\d{4})")
_NUMBER = re.compile(r"(\d{1,3}(?:[,.'\u2019 \u00a0\u202f]\d{3})+|\d{1,15})(?:[.,]0+)?")
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class EitherWay:
    """A date like "01/03/2024" by both readings."""

    day_first: str
    month_first: str


class CellError(ValueError):
    """A cell has no value that its column may hold."""


def code(field: str, cell: str) -> str:
    """Return the code of a type or status. Raises CellError.

    >>> code("type", "Suicide Attack")
    'suicide_attack'
    """
    known = tuple(str(one) for one in _CODES[field])
    plain = re.sub(r"[\s-]+", "_", cell.casefold().strip())
    if plain not in known:
        raise CellError(f"no {field} {cell!r} (one of: {', '.join(known)})")
    return plain


def words(cell: str) -> str:
    """Return the words of a role, parted by semicolons.

    >>> words(" Karsk  Guards ;; the Front")
    'Karsk Guards; the Front'
    """
    return "; ".join(part for part in (" ".join(one.split()) for one in cell.split(";")) if part)


def toll(low: str, high: str) -> str:
    """Return a toll as a range ("3", "3..", "..5"), empty where none is stated. Raises CellError.

    >>> toll("1,200", "1 200"), toll("3", ""), toll("", "")
    ('1200', '3..', '')
    """
    ends = [_number(cell) for cell in (low, high)]
    if ends == [None, None]:
        return ""
    try:
        return str(Range(*ends))
    except ValueError as error:
        raise CellError(f"{error} (low must not be above high; leave one empty for an open end)") from error


def _number(cell: str) -> float | None:
    if not cell:
        return None
    found = _NUMBER.fullmatch(cell.strip())
    if found is None:
        raise CellError(f"{cell!r} is no whole number")
    return float(re.sub(r"\D", "", found[1]))


def yes(cell: str) -> bool:
    """Return whether a cell says yes. Raises CellError where it says neither yes nor no."""
    plain = cell.casefold().strip()
    if plain not in _YES | _NO:
        raise CellError(f"{cell!r} is neither yes nor no")
    return plain in _YES


def date(cell: str) -> str | EitherWay:
    """Return a date in ISO form, empty where none is stated; both readings where day and month cannot be told apart.

    Raises:
        CellError: it is none that can be understood.
    """
    plain = _MIDNIGHT.sub("", cell.strip())
    if not plain:
        return ""
    year_first, year_last, month = _YEAR_FIRST.fullmatch(plain), _YEAR_LAST.fullmatch(plain), _MONTH_YEAR.fullmatch(plain)
    if year_first is not None:
        plain = _iso(*map(int, year_first.groups()))
    elif month is not None:
        plain = f"{month[2]}-{int(month[1]):02}"
    elif year_last is not None:
        first, mark, second, year = int(year_last[1]), year_last[2], int(year_last[3]), int(year_last[4])
        if mark != "." and first != second and max(first, second) <= _MONTHS:
            return EitherWay(_iso(year, second, first), _iso(year, first, second))
        day, of_month = (first, second) if mark == "." or second <= _MONTHS else (second, first)
        plain = _iso(year, of_month, day)
    try:
        return str(DateInterval.parse(plain))
    except ValueError as error:
        raise CellError(f"cannot understand the date {cell!r} (write 2031-03-04, 2031-03 or 2031-03-01/2031-03-04)") from error


def _iso(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{day:02}"


def shown_order(cells: Iterable[str]) -> set[bool]:
    """Return what dates like "25/03/2024" among the cells show: ``True`` where the day stands first, ``False`` for the month."""
    found = (_YEAR_LAST.fullmatch(_MIDNIGHT.sub("", cell.strip())) for cell in cells)
    pairs = ((int(one[1]), int(one[3])) for one in found if one is not None and one[2] != ".")
    return {first > _MONTHS for first, second in pairs if max(first, second) > _MONTHS}
