"""Columns as cells of CSV files: quoted where they must be, and read back as they were by the standard library's reader."""

import csv
import io
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.exports.tables.cells import cells_of
from rashomon.exports.tables.csvfiles import encode
from rashomon.store.frames.columns import code, text
from rashomon.store.frames.contract import FlatTable, Kind

TWO = FlatTable("two", "Two columns.", ("id",), (code("id", "."), text("words", ".")))
LETTERS = st.text(alphabet="a;\",\r\n='é漢٣\u2028")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(LETTERS, LETTERS), min_size=1))
def test_whatever_cells_hold_is_read_back(rows: list[tuple[str, str]]) -> None:
    read = list(csv.reader(io.StringIO(encode(TWO, rows).decode(), newline="")))

    assert [
        (one, words.removeprefix("'") if was[:1] in ("=", "\r", "\n") else words)
        for (one, words), (_, was) in zip(read, rows, strict=True)
    ] == rows


def test_only_what_must_be_quoted_is() -> None:
    assert encode(TWO, [("a", "b"), ("c", 'd "e", f'), ("g", "h\ri")]) == b'a,b\nc,"d ""e"", f"\ng,"h\ri"\n'


def test_numbers_days_and_flags_are_written_plainly() -> None:
    assert cells_of(Kind.NUMBER, [3.0, 2.5, None, -0.0, float("inf")]) == ["3", "2.5", "", "0", "inf"]
    assert cells_of(Kind.DAY, [date(2031, 2, 3), None]) == ["2031-02-03", ""]
    assert cells_of(Kind.FLAG, [True, False, None, 0]) == ["true", "false", "", "false"]
    assert cells_of(Kind.INTEGER, [0, 12, None]) == ["0", "12", ""]


def test_lists_keep_their_length_and_begin_no_formula() -> None:
    assert cells_of(Kind.CODES, [("x", None, "y"), (None,), ()]) == ["x; ; y", "", ""]
    assert cells_of(Kind.TEXTS, [("=a;b",), ("-x", "y"), ("p, q",), []]) == ['"\'=a,b"', "'-x; y", '"p, q"', ""]
