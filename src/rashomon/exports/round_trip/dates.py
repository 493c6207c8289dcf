"""Dates of a sheet: whether a spreadsheet wrote the day or the month first, as far as the sheet itself shows it."""

from rashomon.exports.round_trip import normal
from rashomon.exports.round_trip.columns import DATE, STATE
from rashomon.exports.round_trip.contract import Sheet, SheetRow
from rashomon.exports.round_trip.state import is_as_written, known

#: So many dates must be as they were written by one reading, and none by the other, before that reading is believed.
ENOUGH = 3


class Dates:
    """Reads the dates of one sheet.

    A date like 25/03/2024 shows the order, and so do several that by one order only are what the row was written with. Where
    nothing shows it, a date that could be two days is refused.
    """

    def __init__(self, sheet: Sheet) -> None:
        self._day_first = _order(sheet)

    def read(self, row: SheetRow) -> str:
        """Return a row's date in normal form. Raises `normal.CellError`."""
        found = normal.date(row.cells[DATE])
        if isinstance(found, str):
            return found
        if self._day_first is None:
            raise normal.CellError(
                f"{row.cells[DATE]!r} may be {found.day_first} or {found.month_first} (write it as one of these; nothing in the "
                "sheet shows whether the day stands first)"
            )
        return found.day_first if self._day_first else found.month_first


def _order(sheet: Sheet) -> bool | None:
    """Return whether the day stands first in a sheet's dates, ``None`` where it does not show, or shows both."""
    rows = [row for row in sheet.rows if row.cells.get(DATE)]
    shown = normal.shown_order(row.cells[DATE] for row in rows)
    matching = {True: 0, False: 0}
    for row in rows:
        for day_first in _matching(row):
            matching[day_first] += 1
    if not shown:
        shown = {day_first for day_first, count in matching.items() if count >= ENOUGH and not matching[not day_first]}
    return shown.pop() if len(shown) == 1 else None


def _matching(row: SheetRow) -> tuple[bool, ...]:
    """Return by which order a date that could be two days is the one that its row was written with."""
    try:
        found = normal.date(row.cells[DATE])
    except normal.CellError:
        return ()
    digests = known(row.target, row.cells.get(STATE, ""))
    if digests is None or isinstance(found, str):
        return ()
    readings = ((True, found.day_first), (False, found.month_first))
    return tuple(day_first for day_first, day in readings if is_as_written(row.target, DATE, day, digests))
