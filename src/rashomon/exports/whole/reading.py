"""Read the lines of a whole ledger, with all that can be wrong with a file that somebody sent."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, Never

from rashomon.exports.whole.form import FIRST, FORM, LAST, LONGEST
from rashomon.model.errors import LedgerError
from rashomon.store.schema import HEAD
from rashomon.store.whole.contract import BadThingError, Thing


@dataclass(frozen=True, slots=True)
class Line:
    """A thing with the number of its line, from 1."""

    number: int
    thing: Thing


def read_lines(path: Path, longest: int = LONGEST) -> Iterator[Line]:
    """Yield the things of a file, the first line's values first; the last line is checked and not yielded.

    Args:
        path: of the file of lines.

        longest: bytes of a line that is still read.

    Raises:
        BadThingError: a line is none, the form or the tables are of another version, the file is cut off or was changed.

        LedgerError: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            yield from _lines(file, longest)
    except OSError as error:
        raise LedgerError(f"cannot read {path}: {error.strerror} (name the folder of an export, or its file of lines)") from error


def _lines(file: BinaryIO, longest: int) -> Iterator[Line]:
    digest, number = sha256(), 0
    while line := file.readline(longest + 1):
        number += 1
        thing = _thing(number, line, longest)
        if number == 1:
            _check_first(thing)
        elif thing.kind == LAST:
            _check_last(thing, number, digest.hexdigest(), file)
            return
        digest.update(line)
        yield Line(number, thing)
    raise BadThingError(number + 1, "the file is cut off: its last line must say how many lines there are (copy it again)")


def _thing(number: int, line: bytes, longest: int) -> Thing:
    if not line.endswith(b"\n"):
        too_long = len(line) > longest
        raise BadThingError(
            number,
            f"longer than the {longest} bytes of any line of ours" if too_long else "the file is cut off here (copy it again)",
        )
    try:
        values = json.loads(line, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadThingError(number, f"no JSON: {error}") from error
    if not isinstance(values, dict) or not isinstance(values.get("thing"), str):
        raise BadThingError(number, 'no thing: each line is an object that says which "thing" it is')
    kind = values.pop("thing")
    return Thing(kind, values)


def _no_number(name: str) -> Never:
    raise ValueError(f"{name} is no number")


def _check_first(first: Thing) -> None:
    if first.kind != FIRST:
        raise BadThingError(1, 'no whole ledger: the first line must be the thing "ledger" (see: docs/whole-ledger.md)')
    if first.values.get("form") != FORM:
        raise BadThingError(1, f"form {_said(first, 'form')}, but this Rashomon reads form {FORM} (try: upgrade rashomon)")
    if first.values.get("revision") != HEAD:
        raise BadThingError(
            1,
            f"made of tables at revision {_said(first, 'revision')}, this Rashomon's are at {HEAD} (import it with the version "
            "that wrote it, then open that ledger with this one)",
        )


def _said(thing: Thing, name: str) -> str:
    return repr(thing.values.get(name))[:40]


def _check_last(last: Thing, number: int, digest: str, file: BinaryIO) -> None:
    expected: dict[str, Any] = {"lines": number - 1, "sha256": digest}
    if dict(last.values) != expected:
        what = (
            "counts other lines" if last.values.get("lines") != number - 1 else "has another digest: a line before it was changed"
        )
        raise BadThingError(number, f"the last line {what} (copy the file again)")
    if file.read(1):
        raise BadThingError(number + 1, "something stands behind the last line")
