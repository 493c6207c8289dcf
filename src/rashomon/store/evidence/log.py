"""The chained log: one line of canonical JSON an entry, each with the SHA-256 of the line before it.

Whoever knows the hash of the last line (the head) can tell later whether any entry before it was changed, removed, moved or
added. An entry is written in the transaction of the row that it speaks of, so a kill leaves both or neither.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, insert, select

from rashomon.store.evidence.tables import evidence_log

#: What the first entry names as the hash of the one before.
NOTHING = "0" * 64
CAPTURE, FETCH, DECISION, CONTAINER = "capture", "fetch", "decision", "container"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one line of the log says.

    Args:
        number: its place in the log, from 1.

        previous: SHA-256 of the line before.

        kind: ``capture``, ``fetch``, ``decision`` or ``container``.

        subject: the capture's or container's digest, the address asked for, or the decision's id.

        content: the row that was written, value by name.
    """

    number: int
    previous: str
    kind: str
    subject: str
    content: dict[str, Any]

    @property
    def line(self) -> str:
        """Return the entry as canonical JSON: ASCII, names sorted, no spaces."""
        stated = {name: getattr(self, name) for name in ("number", "previous", "kind", "subject", "content")}
        return json.dumps(stated, sort_keys=True, separators=(",", ":"))


def digest_of(line: str) -> str:
    """Return the SHA-256 of a line."""
    return sha256(line.encode("utf-8", "surrogatepass")).hexdigest()


def append(connection: Connection, kind: str, written: Iterable[tuple[str, dict[str, Any]]]) -> None:
    """Append an entry for each subject with the row that was written of it."""
    number, previous = head(connection)
    rows: list[dict[str, Any]] = []
    for subject, content in written:
        entry = Entry(number + len(rows) + 1, previous, kind, subject, content)
        line = entry.line
        rows.append({"number": entry.number, "kind": kind, "subject": subject, "line": line})
        previous = digest_of(line)
    if rows:
        connection.execute(insert(evidence_log), rows)


def head(connection: Connection) -> tuple[int, str]:
    """Return the number and the hash of the last entry."""
    asked = select(evidence_log.c.number, evidence_log.c.line).order_by(evidence_log.c.number.desc()).limit(1)
    last = connection.execute(asked).one_or_none()
    return (0, NOTHING) if last is None else (last.number, digest_of(last.line))


def lines(connection: Connection) -> Iterator[tuple[int, str]]:
    """Yield the number and the line of every entry, in order."""
    asked = select(evidence_log.c.number, evidence_log.c.line).order_by(evidence_log.c.number)
    for row in connection.execute(asked):
        yield row.number, row.line
