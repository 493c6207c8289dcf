"""Cells and lines of CSV files that people open in spreadsheets."""

import csv
import io
from collections.abc import Iterable

#: Signs that make a spreadsheet read a cell as a formula; the wide ones count where East Asian input is common.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe(cell: object) -> str:
    """Return a cell's text; one that a spreadsheet would take for a formula is kept as text by a quotation mark before it.

    >>> safe("=1+1"), safe(-12.5), safe(None)
    ("'=1+1", '-12.5', '')
    """
    if cell is None:
        return ""
    text = str(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(FORMULA_SIGNS) else text


def is_made_safe(cell: str) -> bool:
    """Return whether a cell begins with the quotation mark that `safe` puts before a formula.

    >>> is_made_safe("'=1+1"), is_made_safe("'tis")
    (True, False)
    """
    return cell.startswith("'") and cell[1:].startswith(FORMULA_SIGNS)


def csv_line(cells: Iterable[object]) -> str:
    """Return one line of a CSV file (RFC 4180), its end included."""
    out = io.StringIO()
    csv.writer(out).writerow([safe(cell) for cell in cells])
    return out.getvalue()


def joined(several: Iterable[str]) -> str:
    """Return texts in one cell, parted by semicolons as these schemes do; one inside a text becomes a comma.

    >>> joined(["Hill; Dale", "Vale"])
    'Hill, Dale; Vale'
    """
    return "; ".join(" ".join(text.replace(";", ",").split()) for text in several)
