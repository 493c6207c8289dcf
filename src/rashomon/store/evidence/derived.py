"""Check what was made of the evidence: readings against their digests, and the tables of what readings and events say."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Engine, select

from rashomon.model.errors import LedgerError
from rashomon.model.ids import long_id
from rashomon.model.ledger import Event
from rashomon.model.reading import Reading
from rashomon.store.codec import decode, encode
from rashomon.store.database import reading
from rashomon.store.evidence.views import Problem
from rashomon.store.readings import findings_of
from rashomon.store.tables import event_accounts, events, findings, readings

#: Rows that are in memory at a time.
_TOGETHER = 200
_FINDING = ("id", "kind", "article_id", "key", "other", "says", "standing", "valid")


class Derived:
    """One check of what reading and linking keep; nothing is written."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        #: Readings that were checked, events that were checked, and readings from before there were digests.
        self.readings = self.events = self.undigested = 0

    def of_readings(self) -> Iterator[Problem]:
        """Yield the readings that are not what was read, and those whose index of findings is not theirs."""
        columns = (readings.c.article_id, readings.c.content, readings.c.sum)
        with reading(self._engine) as connection:
            for part in connection.execute(select(*columns).order_by(readings.c.article_id)).partitions(_TOGETHER):
                held = _findings(connection, [row.article_id for row in part])
                for row in part:
                    self.readings += 1
                    self.undigested += row.sum is None
                    wrong = _reading_fault(row.content, row.sum, held.get(row.article_id, set()))
                    if wrong is not None:
                        yield Problem("reading", row.article_id, wrong)

    def of_events(self) -> Iterator[Problem]:
        """Yield the events whose columns, or rows of accounts, are not what the event itself says."""
        names = ("id", "type", "status", "date", "killed", "content")
        with reading(self._engine) as connection:
            asked = select(*(events.c[name] for name in names)).order_by(events.c.id)
            for part in connection.execute(asked).partitions(_TOGETHER):
                told = _accounts(connection, [row.id for row in part])
                for row in part:
                    self.events += 1
                    wrong = _event_fault(row, told.get(row.id, set()))
                    if wrong is not None:
                        yield Problem("event", row.id, wrong)


def _reading_fault(content: str, digest: str | None, held: set[tuple[Any, ...]]) -> str | None:
    if digest is not None and long_id("sum", content) != digest:
        return "is not what was read in its article: it was changed in the database"
    try:
        read = decode(Reading, content)
    except LedgerError as error:
        return str(error)
    if {tuple(row[name] for name in _FINDING) for row in findings_of(read)} != held:
        return "is not what the index of its accounts, claims, figures and ties says: that was changed in the database"
    return None


def _findings(connection: Connection, article_ids: list[str]) -> dict[str, set[tuple[Any, ...]]]:
    found: dict[str, set[tuple[Any, ...]]] = {}
    asked = select(*(findings.c[name] for name in _FINDING)).where(findings.c.article_id.in_(article_ids))
    for row in connection.execute(asked):
        found.setdefault(row.article_id, set()).add(tuple(row))
    return found


def _event_fault(row: Any, told: set[str]) -> str | None:  # noqa: ANN401 (a row of the table)
    try:
        event = decode(Event, row.content)
    except LedgerError as error:
        return str(error)
    said = (event.type, event.status, None if event.date is None else str(event.date))
    killed = encode(tuple(str(version.value) for version in event.killed))
    if event.id != row.id or said != (row.type, row.status, row.date) or killed != row.killed:
        return "is not what its own row says of it: it was changed in the database"
    if not told <= set(event.accounts):
        return "has rows of accounts that are not its own: they were changed in the database"
    return None


def _accounts(connection: Connection, event_ids: list[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    asked = select(event_accounts.c.event_id, event_accounts.c.account_id).where(event_accounts.c.event_id.in_(event_ids))
    for row in connection.execute(asked):
        found.setdefault(row.event_id, set()).add(row.account_id)
    return found
