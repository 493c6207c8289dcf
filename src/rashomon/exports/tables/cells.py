"""The values of a column as cells of a CSV file, whole columns at once.

The standard library's writer looks at every letter of every cell, which takes half the time of an export; here a column is
searched once, and its cells only where something in it must be quoted.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from rashomon.exports.cells import FORMULA_SIGNS, joined, safe
from rashomon.store.frames.contract import Kind

#: What makes a cell stand in quotation marks (RFC 4180).
_QUOTED = ('"', ",", "\n", "\r")
_HAS_QUOTED = re.compile(r'[",\n\r]').search


def cells_of(kind: Kind, values: Sequence[Any]) -> list[str]:
    """Return the values of a column as they stand between commas; what is not stated is empty.

    >>> cells_of(Kind.TEXT, ["=1+1", "this, that", None]), cells_of(Kind.CODES, [["x", None], []])
    (["'=1+1", '"this, that"', ''], ['x; ', ''])
    """
    cells = _SHOWN[kind](values)
    return cells if kind in _PLAIN else _quoted(cells)


def _quoted(cells: list[str]) -> list[str]:
    whole = "".join(cells)
    if not any(sign in whole for sign in _QUOTED):
        return cells
    return ['"' + cell.replace('"', '""') + '"' if _HAS_QUOTED(cell) else cell for cell in cells]


def _codes_alone(values: Sequence[str | None]) -> list[str]:
    return [code or "" for code in values]


def _texts_alone(values: Sequence[str | None]) -> list[str]:
    return [(safe(text) if text[0] in FORMULA_SIGNS else text) if text else "" for text in values]


def _integers(values: Sequence[int | None]) -> list[str]:
    return ["" if value is None else str(value) for value in values]


def _numbers(values: Sequence[float | None]) -> list[str]:
    return ["" if value is None else _number(value) for value in values]


@lru_cache(maxsize=1 << 14)
def _number(value: float) -> str:
    """Return a number, a whole one without its point; few are distinct."""
    return str(int(value) if value == value // 1 else value)


def _flags(values: Sequence[bool | None]) -> list[str]:
    return ["" if value is None else "true" if value else "false" for value in values]


def _days(values: Sequence[object]) -> list[str]:
    return ["" if day is None else _day(day) for day in values]


#: A day as it is written; few are distinct.
_day = lru_cache(maxsize=1 << 14)(str)


def _codes(values: Sequence[Sequence[str | None]]) -> list[str]:
    return ["; ".join([one or "" for one in codes]) if codes else "" for codes in values]


def _texts(values: Sequence[Sequence[str]]) -> list[str]:
    return [(_only(texts[0]) if len(texts) == 1 else safe("; ".join(map(_one, texts)))) if texts else "" for texts in values]


@lru_cache(maxsize=1 << 14)
def _one(name: str) -> str:
    """Return a name as it stands among others in one cell; few are distinct."""
    return joined([name])


@lru_cache(maxsize=1 << 14)
def _only(name: str) -> str:
    """Return a name as it stands alone in the cell of a list."""
    return safe(joined([name]))


_SHOWN: dict[Kind, Callable[[Sequence[Any]], list[str]]] = {
    Kind.CODE: _codes_alone,
    Kind.TEXT: _texts_alone,
    Kind.INTEGER: _integers,
    Kind.NUMBER: _numbers,
    Kind.FLAG: _flags,
    Kind.DAY: _days,
    Kind.CODES: _codes,
    Kind.TEXTS: _texts,
}
#: What holds nothing that must be quoted.
_PLAIN = frozenset({Kind.INTEGER, Kind.NUMBER, Kind.FLAG, Kind.DAY})
