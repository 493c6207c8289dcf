"""Keep what changed: written just before linking's rows are put, by comparing them with those that the ledger holds."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, insert, select

from rashomon.model.ledger import Contradiction, Event, Linked, RangeSupport, Series
from rashomon.model.words import ALARMS
from rashomon.store.codec import decode
from rashomon.store.readings import batches
from rashomon.store.tables import contradictions, event_accounts, events, roots, series
from rashomon.store.today.tables import changes

#: Columns of which one changes whenever a toll or status does.
_WATCHED = ("killed", "status", "accounts", "independent", "alarms")


class ChangeKind(StrEnum):
    """What a change is about; ``ref`` of its row is an event, for the last two a contradiction and a series."""

    EVENT = "event"
    TOLL = "toll"
    STATUS = "status"
    CONTRADICTION = "contradiction"
    FIGURES = "figures"


def keep_changes(connection: Connection, linked: Linked) -> None:
    """Write down how what linking made differs from what the ledger holds. Call it before the rows are put."""
    rows = [*_of_events(connection, linked), *_of_contradictions(connection, linked), *_of_series(connection, linked)]
    at = datetime.now(UTC).isoformat(timespec="seconds")
    if rows:
        connection.execute(insert(changes), [{"at": at, **row} for row in rows])


def _row(kind: ChangeKind, ref: str, before: Any = None, after: Any = None) -> dict[str, Any]:  # noqa: ANN401 (plain values)
    return {"kind": kind.value, "ref": ref, "before": _text(before), "after": _text(after)}


def _text(value: Any) -> str | None:  # noqa: ANN401 (plain values)
    return None if value is None else json.dumps(value, ensure_ascii=False)


def _of_events(connection: Connection, linked: Linked) -> Iterator[dict[str, Any]]:
    """Yield new events, and changed tolls and statuses of known ones; an event that got another id is no new one."""
    watched = select(events.c.id, *(events.c[name] for name in _WATCHED))
    held = {row.id: tuple(row)[1:] for row in connection.execute(watched)}
    fresh = [event for event in linked.events if event.id not in held]
    known = _held_under(connection, fresh) if held else {}
    yield from (_row(ChangeKind.EVENT, event.id) for event in fresh if event.id not in known)
    alarms = _alarms(linked.contradictions)
    touched = {
        event.id: event.id for event in linked.events if event.id in held and held[event.id] != _seen(event, alarms)
    } | known
    old = _old(connection, touched.values())
    names = {account: root.name for root in linked.roots for account in root.accounts}
    for event in linked.events:
        if (before_id := touched.get(event.id)) in old:
            yield from _differences(event, *old[before_id], names)


def _alarms(found: Iterable[Contradiction]) -> dict[str | None, int]:
    counted: dict[str | None, int] = {}
    for one in found:
        counted[one.event_id] = counted.get(one.event_id, 0) + (one.severity in ALARMS)
    return counted


def _seen(event: Event, alarms: Mapping[str | None, int]) -> tuple[Any, ...]:
    """Return an event's values of the watched columns, as its row will hold them."""
    killed = json.dumps([str(version.value) for version in event.killed], ensure_ascii=False, separators=(",", ":"))
    return killed, event.status.value, len(event.accounts), len(event.roots), alarms.get(event.id, 0)


def _held_under(connection: Connection, fresh: list[Event]) -> dict[str, str]:
    """Return for new ids the id under which the ledger holds one of the event's accounts."""
    owner = {account: event.id for event in fresh for account in event.accounts}
    found: dict[str, str] = {}
    for ids in batches(sorted(owner)):
        asked = select(event_accounts.c.account_id, event_accounts.c.event_id).where(event_accounts.c.account_id.in_(ids))
        for row in connection.execute(asked.order_by(event_accounts.c.account_id)):
            found.setdefault(owner[row.account_id], row.event_id)
    return found


def _old(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[Event, dict[str, str]]]:
    """Return events as the ledger holds them, with the names behind their accounts."""
    found: dict[str, tuple[Event, dict[str, str]]] = {}
    for some in batches(sorted(set(ids))):
        asked = select(event_accounts.c.event_id, event_accounts.c.account_id, roots.c.name)
        told = connection.execute(
            asked.join(roots, roots.c.id == event_accounts.c.root_id).where(event_accounts.c.event_id.in_(some))
        ).all()
        for row in connection.execute(select(events.c.id, events.c.content).where(events.c.id.in_(some))):
            names = {one.account_id: one.name for one in told if one.event_id == row.id}
            found[row.id] = decode(Event, row.content), names
    return found


def _differences(event: Event, old: Event, old_names: Mapping[str, str], names: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for what in ("killed", "injured"):
        before, after = _versions(getattr(old, what), old_names), _versions(getattr(event, what), names)
        if {version for version, _ in before} != {version for version, _ in after}:
            yield _row(ChangeKind.TOLL, event.id, {what: before}, {what: after})
    if event.status != old.status:
        yield _row(ChangeKind.STATUS, event.id, old.status.value, event.status.value)


def _versions(told: Iterable[RangeSupport], names: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """Return each version of a toll with who gives it."""
    return [(str(one.value), sorted({names[account] for account in one.accounts if account in names})) for one in told]


def _of_contradictions(connection: Connection, linked: Linked) -> Iterator[dict[str, Any]]:
    held = set(connection.scalars(select(contradictions.c.id)))
    loud = {one.id: one for one in linked.contradictions if one.severity in ALARMS and one.id not in held}
    return (_row(ChangeKind.CONTRADICTION, one.id, after=one.event_id) for one in loud.values())


def _of_series(connection: Connection, linked: Linked) -> Iterator[dict[str, Any]]:
    """Yield the series with sentences on what does not add up that its quantity and source had not before."""
    held = (decode(Series, content) for content in connection.scalars(select(series.c.content)))
    known = {(one.what, one.source, fault) for one in held for fault in one.faults}
    for one in linked.series:
        fresh = [fault for fault in one.faults if (one.what, one.source, fault) not in known]
        if fresh:
            yield _row(ChangeKind.FIGURES, one.id, after=fresh)
