"""Look at things that come in before they are kept: values of the right types, ids and digests of what they name."""

import math
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import Column

from rashomon.model.dates import DateInterval
from rashomon.model.decisions import Decision
from rashomon.model.errors import LedgerError
from rashomon.model.marks import Mark
from rashomon.model.ranges import Range
from rashomon.model.reading import Reading
from rashomon.store.articles import article_of, digest_of_article
from rashomon.store.codec import decode, decode_tuple
from rashomon.store.evidence.chain import parse
from rashomon.store.evidence.log import NOTHING, digest_of
from rashomon.store.whole.contract import Values
from rashomon.store.whole.dumping import compact
from rashomon.store.whole.kinds import CONTENTS, KINDS

DIGEST = re.compile(r"[0-9a-f]{64}")
#: Characters of a wrong value that an error shows.
SHOWN = 60
_LARGEST = 2**63
_TYPES: Mapping[type, tuple[type, ...]] = MappingProxyType({str: (str,), int: (int,), bool: (bool,), float: (float, int)})


def row_of(kind: str, values: Values) -> dict[str, Any]:
    """Return the row that a thing stands for.

    Raises:
        ValueError: a value is missing, unknown, or of another type than its column; the text says which.
    """
    table = KINDS[kind]
    unknown = sorted(values.keys() - set(table.c.keys()))
    if unknown:
        raise ValueError(f"a {kind} has no value {unknown[0]!r}")
    return {column.name: _value(kind, column, values.get(column.name)) for column in table.columns}


def _value(kind: str, column: Column[Any], value: Any) -> Any:  # noqa: ANN401 (a value of any column)
    if value is None:
        if not column.nullable:
            raise ValueError(f"this {kind} has no {column.name!r}")
        return None
    if (kind, column.name) in CONTENTS:
        return _content(CONTENTS[kind, column.name], value)
    if type(value) not in _TYPES[column.type.python_type]:
        raise ValueError(f"{column.name!r} of a {kind} must be {column.type.python_type.__name__}, not {_short(value)}")
    if isinstance(value, str):
        _encodable(value)
    elif not math.isfinite(value) or abs(value) >= _LARGEST:
        raise ValueError(f"{column.name!r} of a {kind} is too large: {_short(value)}")
    return value


def _content(form: Any, value: Any) -> str:  # noqa: ANN401 (a type, and parsed JSON of it)
    """Return JSON as the ledger keeps it, once it is known to be what it should be."""
    text = value if isinstance(value, str) else compact(value)
    _encodable(text)
    if form is not Reading:
        decode(form, text)  # a reading is decoded once, where it is kept
    return text


def _encodable(text: str) -> None:
    if not text.isascii():
        text.encode()


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


class Checks:
    """What is looked at in the things of one ledger, in their order."""

    def __init__(self) -> None:
        self._head, self._entries = NOTHING, 0
        self._by_kind: Mapping[str, Callable[[Mapping[str, Any]], None]] = MappingProxyType(
            {
                "capture": self._capture,
                "mark": self._mark,
                "article": self._article,
                "event": self._event,
                "decision": self._decision,
                "log": self._entry,
            }
        )

    def check(self, kind: str, row: Mapping[str, Any]) -> None:
        """Raise ValueError or LedgerError where a row is not what it says it is."""
        if kind in self._by_kind:
            self._by_kind[kind](row)

    def _capture(self, row: Mapping[str, Any]) -> None:
        if not DIGEST.fullmatch(row["sha256"]):
            raise ValueError(f"{_short(row['sha256'])} is no SHA-256 (64 hexadecimal digits)")

    def _mark(self, row: Mapping[str, Any]) -> None:
        Mark(row["mark"])

    def _article(self, row: Mapping[str, Any]) -> None:
        if row["published"] is not None:
            DateInterval.parse(row["published"])
        read = article_of(row)  # type: ignore[arg-type]  # any mapping of its columns does
        if read.id != row["id"] or row["digest"] not in ("", digest_of_article(read)):
            raise ValueError(f"article {_short(row['id'])} is not the one that its id and digest name: it was changed")

    def _event(self, row: Mapping[str, Any]) -> None:
        if row["date"] is not None:
            DateInterval.parse(row["date"])
        for killed in decode_tuple(str, row["killed"]):
            Range.parse(killed)

    def _decision(self, row: Mapping[str, Any]) -> None:
        decision = decode(Decision, row["content"])
        if (decision.id, decision.target, decision.when) != (row["id"], row["target"], row["when"]):
            raise ValueError(f"decision {_short(row['id'])} is not the one that its id names: it was changed")

    def _entry(self, row: Mapping[str, Any]) -> None:
        """Follow the chain of the log."""
        entry = parse(row["line"])
        if entry is None or (entry.number, entry.kind, entry.subject) != (row["number"], row["kind"], row["subject"]):
            raise ValueError(f"entry {row['number']} of the log is not in its own form: it was changed")
        if entry.number != self._entries + 1 or entry.previous != self._head:
            raise LedgerError(f"entry {row['number']} of the log does not follow the one before: entries were changed or removed")
        self._head, self._entries = digest_of(entry.line), entry.number
