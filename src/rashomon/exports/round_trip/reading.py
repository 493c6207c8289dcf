"""Read a sheet as spreadsheets save it: any separator, encoding and order of columns; of workbooks the first sheet."""

import csv
import io
from collections.abc import Iterable, Iterator

from rashomon.exports.cells import is_made_safe
from rashomon.exports.round_trip.columns import EDITED, STATE, column_of
from rashomon.exports.round_trip.contract import ACCOUNT, EVENT, Sheet, SheetError, SheetRow
from rashomon.exports.round_trip.edits import untouched
from rashomon.exports.round_trip.workbooks import is_workbook, workbook_rows
from rashomon.model.errors import UnreadableSourceError
from rashomon.text.decoding import encoding_of

#: Bytes of a file, and rows, that are still read.
LARGEST, MOST_ROWS = 100_000_000, 500_000
_SEPARATORS = ",;\t|"
#: Letters that a cell of a sheet may have; the libraries' own limit can be another one in each process.
_LONGEST = 100_000
#: What spreadsheets save in where they do not say so, by the script of their user's country.
_OLD_ENCODINGS = ("cp1252", "cp1250", "cp1251", "cp1254", "cp1256", "mac_roman")


def read_sheet(content: bytes, name: str) -> Sheet:
    """Return the rows of a file.

    Args:
        content: its bytes.

        name: what a person calls it. Of several encodings that it may be in, the one counts by which most cells are as written.

    Raises:
        SheetError: it is no table, or one without the columns that a comparison needs.
    """
    if len(content) > LARGEST:
        raise SheetError(f"{name} has {len(content)} bytes, more than {LARGEST} (export fewer events, and edit those)")
    if is_workbook(content):
        return _sheet(workbook_rows(content, name), name)
    sheets = [_sheet(_csv_rows(text, name), name, note) for text, note in _texts(content, name)]
    return max(sheets, key=untouched) if len(sheets) > 1 else sheets[0]


def _texts(content: bytes, name: str) -> Iterator[tuple[str, str | None]]:
    """Yield a file's text; in every old encoding that fits where it says none and is no UTF-8, each with a note."""
    try:
        encoding, note = encoding_of(content, name)
        if note is None:
            yield content.decode(encoding), None
            return
        several: Iterable[str] = dict.fromkeys((*_OLD_ENCODINGS, encoding))
    except UnreadableSourceError as error:
        raise SheetError(f"cannot read {name}: {error.reason}") from error
    except UnicodeDecodeError as error:
        raise SheetError(f"cannot read {name}: {error} (save it as CSV in UTF-8)") from error
    for one in several:
        try:
            yield content.decode(one), f"the file is not UTF-8 and was read as {one}"
        except UnicodeDecodeError:
            continue


def _csv_rows(text: str, name: str) -> Iterator[list[str]]:
    """Yield the rows of a CSV file, whatever parts its cells."""
    first, _, rest = text.lstrip("\ufeff").partition("\n")
    said = first.strip().strip('"').casefold()
    if said.startswith("sep=") and len(said) == len("sep=") + 1:
        text, first = rest, rest.partition("\n")[0]
    separator = max(_SEPARATORS, key=lambda one: sum(column_of(cell.strip('"\r')) is not None for cell in first.split(one)))
    try:
        for row in csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=separator):
            if any(len(cell) > _LONGEST for cell in row):
                raise SheetError(
                    f"cannot read {name}: a cell has more than {_LONGEST} letters (a quotation mark that is never closed?)"
                )
            yield row
    except csv.Error as error:
        raise SheetError(f"cannot read {name}: {error} (a cell too long, or a quotation mark that is never closed)") from error


def _sheet(rows: Iterator[list[str]], name: str, note: str | None = None) -> Sheet:
    names = [column_of(cell) for cell in next(rows, [])]
    known = [column for column in names if column is not None]
    twice = next((column for column in known if known.count(column) > 1), None)
    if twice is not None:
        raise SheetError(f"{name} has two columns {twice!r} (remove the one you added)")
    missing = [column for column in (EVENT, ACCOUNT, STATE) if column not in known]
    if missing:
        raise SheetError(
            f"no column {missing[0]!r} in {name}: without it nobody knows what was edited (keep its first line, or export anew)"
        )
    left = [] if all(names) else [f"{names.count(None)} columns that are not of this sheet were left aside"]
    gone = [column for column in EDITED if column not in known]
    left += [f"columns that are gone count as not edited: {', '.join(gone)}"] if gone else []
    return Sheet(tuple(known), tuple(_rows(rows, names, name)), ((note,) if note else ()) + tuple(left))


def _rows(rows: Iterator[list[str]], names: list[str | None], name: str) -> Iterator[SheetRow]:
    for number, row in enumerate(rows, start=2):
        if number > MOST_ROWS:
            raise SheetError(f"{name} has more than {MOST_ROWS} rows (export fewer events, and edit those)")
        cells = {column: _bare(cell) for column, cell in zip(names, row, strict=False) if column is not None}
        if any(cells.values()):
            yield SheetRow(number, cells)


def _bare(cell: str) -> str:
    """Return a cell without what keeps spreadsheets from taking it for a formula, and without space around it."""
    plain = cell.strip(" \u00a0")
    return plain[1:].strip() if is_made_safe(plain) else plain.strip()
