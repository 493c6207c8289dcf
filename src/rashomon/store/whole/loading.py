"""Take things in: each is looked at, kept in batches, and what the ledger makes of them is made again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, insert
from sqlalchemy.exc import IntegrityError

from rashomon.model.errors import LedgerError
from rashomon.model.reading import Reading
from rashomon.store.articles import index
from rashomon.store.codec import decode
from rashomon.store.database import writing
from rashomon.store.publishing.withheld_index import settle_index
from rashomon.store.readings import findings_of
from rashomon.store.search.claim_lines import put_claims
from rashomon.store.tables import findings
from rashomon.store.whole.checking import Checks, row_of
from rashomon.store.whole.contract import BadThingError, Thing
from rashomon.store.whole.kinds import KINDS

#: Rows of one transaction, and characters of JSON after which it is closed earlier.
ROWS, WEIGHT = 500, 4_000_000
_ORDER = {kind: n for n, kind in enumerate(KINDS)}
_WORDS = ("content", "text", "line")


@dataclass(frozen=True, slots=True)
class _Taken:
    """A row that was looked at, and the line it came from."""

    line: int
    row: Mapping[str, Any]


class Loading:
    """Fills one new ledger. Nothing but a new ledger may be filled so: rows that are there already are not looked at."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._checks = Checks()
        self._kind = next(iter(KINDS))
        self._last: tuple[Any, ...] | None = None
        self._waiting: list[_Taken] = []
        self._weight = 0
        self.counts = dict.fromkeys(KINDS, 0)

    def put(self, line: int, thing: Thing) -> Mapping[str, Any]:
        """Take one thing in and return its row.

        Raises:
            BadThingError: it is none that a ledger can hold, stands out of order, twice, or points at what is not there.
        """
        if thing.kind not in KINDS:
            raise BadThingError(line, f"no kind of thing is called {thing.kind[:40]!r}")
        if thing.kind != self._kind:
            self._turn_to(line, thing.kind)
        try:
            row = row_of(thing.kind, thing.values)
            self._checks.check(thing.kind, row)
        except (ValueError, LedgerError) as error:
            raise BadThingError(line, str(error)) from error
        self._in_order(line, row)
        self._waiting.append(_Taken(line, row))
        self._weight += sum(len(row.get(name) or "") for name in _WORDS)
        self.counts[thing.kind] += 1
        if len(self._waiting) >= ROWS or self._weight > WEIGHT:
            self._flush()
        return row

    def finish(self) -> None:
        """Keep what still waits, take withheld names out of the indexes, and make the columns that search counts by."""
        from rashomon.store.search.columns import keep_columns  # noqa: PLC0415 (numpy, which most commands need not load)

        self._flush()
        with writing(self._engine) as connection:
            settle_index(connection)
            if self.counts["event"]:
                keep_columns(connection)

    def _turn_to(self, line: int, kind: str) -> None:
        if _ORDER[kind] < _ORDER[self._kind]:
            raise BadThingError(line, f"a {kind} cannot stand behind a {self._kind} (things stand kind after kind)")
        self._flush()
        self._kind, self._last = kind, None

    def _in_order(self, line: int, row: Mapping[str, Any]) -> None:
        """Raise BadThingError where a key is not greater than the one before."""
        key = tuple(row[column.name] for column in KINDS[self._kind].primary_key)
        if self._last is not None and key <= self._last:
            twice = "stands twice" if key == self._last else "stands out of order"
            raise BadThingError(
                line, f"{self._kind} {str(key[0])[:80]!r} {twice} (things of a kind stand by their key, each once)"
            )
        self._last = key

    def _flush(self) -> None:
        waiting, self._waiting, self._weight = self._waiting, [], 0
        if not waiting:
            return
        try:
            with writing(self._engine) as connection:
                _keep(connection, self._kind, waiting)
        except IntegrityError:
            self._one_by_one(waiting)

    def _one_by_one(self, waiting: Iterable[_Taken]) -> None:
        """Keep rows one at a time, to find the one that does not fit."""
        for taken in waiting:
            try:
                with writing(self._engine) as connection:
                    _keep(connection, self._kind, [taken])
            except IntegrityError as error:
                raise BadThingError(
                    taken.line,
                    f"this {self._kind} does not fit what stands before it: {error.orig} (points at nothing, or twice)",
                ) from error


def _keep(connection: Connection, kind: str, taken: list[_Taken]) -> None:
    """Insert rows, and make what follows from them."""
    connection.execute(insert(KINDS[kind]), [one.row for one in taken])
    if kind == "article":
        index(connection, [one.row for one in taken])
    elif kind == "reading":
        _keep_findings(connection, taken)


def _keep_findings(connection: Connection, taken: list[_Taken]) -> None:
    """Make the rows of what these readings hold. Raises BadThingError."""
    read = [_reading(one) for one in taken]
    rows = [row for reading in read for row in findings_of(reading)]
    if rows:
        connection.execute(insert(findings).prefix_with("OR IGNORE"), rows)
    put_claims(connection, read)


def _reading(taken: _Taken) -> Reading:
    try:
        reading = decode(Reading, taken.row["content"])
    except LedgerError as error:
        raise BadThingError(taken.line, str(error)) from error
    if reading.article_id != taken.row["article_id"]:
        raise BadThingError(
            taken.line, f"this reading is of article {reading.article_id[:40]}, not of {taken.row['article_id'][:40]}"
        )
    return reading
