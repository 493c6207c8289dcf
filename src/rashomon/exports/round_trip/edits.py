"""What was edited in a row, by the row alone: its cells against the digests of what it was written with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rashomon.exports.round_trip import normal
from rashomon.exports.round_trip.columns import DATE, FIELDS, MERGE, NOTE, REJECT, STATE, STATUS, TOLLS, TYPE, WORDS
from rashomon.exports.round_trip.contract import Sheet, SheetRow
from rashomon.exports.round_trip.dates import Dates
from rashomon.exports.round_trip.state import is_as_written, known


@dataclass(frozen=True, slots=True)
class Edits:
    """The edits of a row.

    Args:
        values: of an account, each edited field with its normal form.

        wrong: cells that have none, by field, each with the cell and why.

        digests: of the fields as the row was written.

        reject, merge, note: what is asked of the whole.
    """

    values: Mapping[str, str]
    wrong: Mapping[str, tuple[str, str]]
    digests: Mapping[str, str]
    reject: bool
    merge: str
    note: str

    @property
    def are_none(self) -> bool:
        """Return whether nobody touched the row."""
        return not (self.values or self.wrong or self.reject or self.merge or self.note)


def edits_of(row: SheetRow, dates: Dates) -> Edits | str:
    """Return the edits of a row, or why none can be told."""
    if not row.target:
        return "the row names no event and no account (events and accounts are added on the desk)"
    digests = known(row.target, row.cells.get(STATE, ""))
    if digests is None:
        return "the id and the state of this row do not belong together: one of them was changed (put them back, or export anew)"
    values: dict[str, str] = {}
    wrong: dict[str, tuple[str, str]] = {}
    for field, cell, value in _cells(row, dates, of_account=len(digests) > 1):
        if isinstance(value, normal.CellError):
            wrong[field] = (cell, str(value))
        elif not is_as_written(row.target, field, value, digests):
            values[field] = value
    try:
        reject = normal.yes(row.cells.get(REJECT, ""))
    except normal.CellError as error:
        reject, wrong[REJECT] = False, (row.cells[REJECT], str(error))
    return Edits(values, wrong, digests, reject, row.cells.get(MERGE, ""), row.cells.get(NOTE, ""))


def untouched(sheet: Sheet) -> int:
    """Return how many values of a sheet are as they were written."""
    dates = Dates(sheet)
    told = (edits_of(row, dates) for row in sheet.rows)
    return sum(len(one.digests) - len(one.values) - len(one.wrong) for one in told if isinstance(one, Edits))


def _cells(row: SheetRow, dates: Dates, *, of_account: bool) -> Iterator[tuple[str, str, str | normal.CellError]]:
    """Yield each field whose columns are there: its name, its cell, and its normal form or why it has none."""
    for field in FIELDS:
        names = TOLLS.get(field, (field,))
        cells = tuple(row.cells.get(name, "") for name in names)
        if not of_account and any(cells):
            yield (
                field,
                " to ".join(cells),
                normal.CellError(f"the {field} of an event follows from its accounts (edit their rows)"),
            )
        elif of_account and all(name in row.cells for name in names):
            yield field, " to ".join(cells), _value(field, cells, row, dates)


def _value(field: str, cells: tuple[str, ...], row: SheetRow, dates: Dates) -> str | normal.CellError:
    try:
        if field in (TYPE, STATUS):
            return normal.code(field, cells[0])
        if field == DATE:
            return dates.read(row)
        return normal.words(cells[0]) if field in WORDS else normal.toll(cells[0], cells[1])
    except normal.CellError as error:
        return error
