"""Read the first sheet of an Excel workbook (needs the extra ``sheets``)."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from zipfile import BadZipFile, ZipFile

from rashomon.exports.round_trip.contract import SheetError

#: Bytes that a workbook may unpack to.
_UNPACKED = 300_000_000
_ZIP = b"PK\x03\x04"


def is_workbook(content: bytes) -> bool:
    """Return whether the bytes are a packed file, as workbooks are."""
    return content.startswith(_ZIP)


def workbook_rows(content: bytes, name: str) -> Iterator[list[str]]:
    """Yield the rows of a workbook's first sheet as texts, dates in ISO form.

    Raises:
        SheetError: the package that reads workbooks is missing, or the file is none or unpacks to too much.
    """
    try:
        from openpyxl import load_workbook  # type: ignore[import-untyped] # noqa: PLC0415 (an extra, slow to load)
        from openpyxl.utils.exceptions import InvalidFileException  # type: ignore[import-untyped] # noqa: PLC0415
    except ImportError as error:
        raise SheetError(f"{name} is a workbook: pip install 'rashomon[sheets]', or save it as CSV") from error
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            size = sum(part.file_size for part in packed.infolist())
        if size > _UNPACKED:
            raise SheetError(f"{name} unpacks to {size} bytes, more than {_UNPACKED} (save it as CSV)")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for row in book.worksheets[0].iter_rows(values_only=True):
            yield [_text(cell) for cell in row]
    except (BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, SyntaxError) as error:
        raise SheetError(f"{name} is no workbook that can be read: {error} (save it as CSV)") from error


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
