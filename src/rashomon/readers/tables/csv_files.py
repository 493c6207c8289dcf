"""Read CSV files whose rows are articles or coded events: delimiter found out, columns known by their names."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.readers.contract import Page
from rashomon.readers.drafts import Story, assembled
from rashomon.readers.tables.coded import scheme_of
from rashomon.readers.tables.headers import columns_of, folded, holds_articles
from rashomon.readers.tables.rows import Form, day_order, row_story
from rashomon.text.decoding import encoding_of

_DELIMITERS = ",;\t|"
_HEAD = 65_536
_LONGEST_NAME = 60
_LEAST_COLUMNS = 2
#: A longer cell is a quotation mark that is never closed.
_LONGEST_CELL = 4 * 1024 * 1024
#: Rows that are looked at to find whether the day stands before the month.
_SAMPLE = 500
#: More rows than these are a data base; each article takes a few kilobytes of memory.
MOST_ROWS = 100_000


class TableReader:
    """Reads CSV files of articles, of ACLED and of UCDP GED."""

    name = "table/1"

    def accepts(self, capture: Capture, content: bytes) -> bool:
        """Return whether the first line names columns that articles or coded events have."""
        del capture
        names = _names(_opening(content))
        return len(names) >= _LEAST_COLUMNS and (scheme_of(names) is not None or holds_articles(columns_of(names)))

    def read(self, capture: Capture, content: bytes) -> Page:
        """Return one article a row.

        Raises:
            UnreadableSourceError: no text, or no row with words.
        """
        encoding, note = encoding_of(content, capture.name)
        counts: Counter[str] = Counter()
        unused = [note] if note else []
        page = assembled(capture, _stories(content, encoding, counts, unused), self.name, unused)
        if not page.articles:
            said = f" ({'; '.join(unused)})" if unused else ""
            raise UnreadableSourceError(capture.name, f"a table without an article in its {counts['rows']} rows{said}")
        return page


def _opening(content: bytes) -> str:
    """Return the beginning as text; a character that is cut at its end does no harm."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content[:_HEAD].decode("utf-16", "replace")
    return content[:_HEAD].decode("utf-8-sig", "replace")


def _delimiter(opening: str) -> str:
    """Return the mark that parts the first line into most columns."""
    first = opening.partition("\n")[0]
    return max(_DELIMITERS, key=first.count)


def _names(opening: str) -> list[str]:
    """Return the names of the columns, nothing where the first line is no header."""
    first = opening.lstrip().partition("\n")[0]
    if not first or first[0] in "<{[" or len(first) > _HEAD // 2:
        return []
    try:
        names = next(csv.reader([first], delimiter=_delimiter(opening.lstrip())), [])
    except csv.Error:
        return []
    return names if all(len(name) <= _LONGEST_NAME for name in names) else []


def _rows(content: bytes, encoding: str) -> Iterator[list[str]]:
    """Yield the rows, the header first. Raises csv.Error where a quotation mark is never closed."""
    csv.field_size_limit(_LONGEST_CELL)
    lines = io.TextIOWrapper(io.BytesIO(content), encoding=encoding, errors="replace", newline="")
    kept = (line.replace("\x00", "") for line in lines)
    yield from csv.reader(kept, delimiter=_delimiter(_opening(content).lstrip()))


def _stories(content: bytes, encoding: str, counts: Counter[str], unused: list[str]) -> Iterator[Story]:
    """Yield the rows as stories; what was left out is counted and, at the end, put in words."""
    rows = _rows(content, encoding)
    try:
        names = next((row for row in rows if any(row)), [])
        read = _reading(names, content, encoding, unused)
        for row in rows:
            if counts["rows"] == MOST_ROWS:
                unused.append(f"rows after the first {MOST_ROWS:,} (split the file)")
                break
            counts["rows"] += bool(row)
            story = read(dict(zip(names, row, strict=False)))
            counts["wordless"] += bool(row) and story is None
            counts["uneven"] += bool(row) and len(row) != len(names)
            if story is not None:
                yield story
    except csv.Error as error:
        unused.append(f"the table breaks after {counts['rows']} rows: {error}")
    unused.extend(
        f"{counts[key]} {what}"
        for key, what in (("wordless", "rows without any text"), ("uneven", "rows with more or fewer cells than the header"))
        if counts[key]
    )


class _Row:
    """Reads rows of one table."""

    def __init__(self, names: Sequence[str], form: Form) -> None:
        self._scheme = scheme_of(names)
        self._folded = {name: folded(name) for name in names}
        self._form = form

    def __call__(self, row: Mapping[str, str]) -> Story | None:
        if self._scheme is not None:
            return self._scheme.story({self._folded[name]: cell for name, cell in row.items()})
        return row_story(row, self._form)


def _reading(names: Sequence[str], content: bytes, encoding: str, unused: list[str]) -> _Row:
    """Return what reads the rows, and name the columns that it does not look at."""
    columns = columns_of(names)
    order: bool | None = None
    if scheme_of(names) is None:
        at = names.index(columns["published"]) if "published" in columns else None
        sample = islice(_rows(content, encoding), 1, _SAMPLE)
        order = None if at is None else day_order(row[at] for row in sample if len(row) > at)
        left = [name for name in names if name and name not in columns.values()]
        unused.extend([f"columns that no field is known for: {', '.join(left[:20])}"] if left else [])
    return _Row(names, Form(columns, order))
