"""Keep what changed: written just before linking's rows are put, by comparing them with those that the ledger holds."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, insert, select

from rashomon.model.ledger import Contradiction, Event, Linked, RangeSupport, Series
from rashomon.model.words import ALARMS
from rashomon.store.codec import decode
from rashomon.store.evidence.tables import version_keys
from rashomon.store.readings import batches
from rashomon.store.tables import contradictions, event_accounts, events, roots, series
from rashomon.store.today.tables import changes

#: The sides of a contradiction in its row; ids need no escaping.
_REF = re.compile(r'"ref":"([^"]+)"')
#: Columns of which one changes whenever a toll or status does.
_WATCHED = ("killed", "status", "accounts", "independent", "alarms")


class ChangeKind(StrEnum):
    """What a change is about; ``ref`` of its row is an event, for the last two a contradiction and a series.

    ``after`` of the first two are the event's accounts by articles that told nothing before: what came, not what was read anew.
    ``before`` of a contradiction is the one it grew from, where the ledger held it with fewer or more sides.
    """

    EVENT = "event"
    ACCOUNTS = "accounts"
    TOLL = "toll"
    STATUS = "status"
    CONTRADICTION = "contradiction"
    FIGURES = "figures"


def keep_changes(connection: Connection, linked: Linked, told: Sequence[Mapping[str, Any]]) -> None:
    """Write down how what linking made differs from what the ledger holds. Call it before the rows are put.

    Args:
        connection: to the ledger.

        linked: what linking made.

        told: the rows of its accounts (`rashomon.store.tables.event_accounts`).
    """
    came = _came(connection, told)
    rows = [*_of_events(connection, linked, came), *_of_contradictions(connection, linked), *_of_series(connection, linked)]
    at = datetime.now(UTC).isoformat(timespec="seconds")
    if rows:
        connection.execute(insert(changes), [{"at": at, **row} for row in rows])


def _row(kind: ChangeKind, ref: str, before: Any = None, after: Any = None) -> dict[str, Any]:  # noqa: ANN401 (plain values)
    return {"kind": kind.value, "ref": ref, "before": _text(before), "after": _text(after)}


def _text(value: Any) -> str | None:  # noqa: ANN401 (plain values)
    return None if value is None else json.dumps(value, ensure_ascii=False)


def _came(connection: Connection, told: Sequence[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Return by event the accounts of articles of which no version told anything before."""
    held = set(connection.scalars(select(event_accounts.c.article_id).distinct()))
    new = {row["article_id"] for row in told} - held
    if held and new:
        new -= _versions_of(connection, held, new)
    found: dict[str, list[str]] = {}
    for row in told:
        if row["article_id"] in new:
            found.setdefault(row["event_id"], []).append(row["account_id"])
    return found


def _versions_of(connection: Connection, held: set[str], new: set[str]) -> set[str]:
    """Return those of the new articles that are another version of a held one."""
    own, other = version_keys.alias(), version_keys.alias()
    asked = select(own.c.article_id, other.c.article_id.label("other")).join(other, other.c.key == own.c.key)
    rows = (row for ids in batches(sorted(new)) for row in connection.execute(asked.where(own.c.article_id.in_(ids))))
    return {row.article_id for row in rows if row.other in held}


def _of_events(connection: Connection, linked: Linked, came: Mapping[str, list[str]]) -> Iterator[dict[str, Any]]:
    """Yield new events, and changed tolls and statuses of known ones; an event that got another id is no new one."""
    watched = select(events.c.id, *(events.c[name] for name in _WATCHED))
    held = {row.id: tuple(row)[1:] for row in connection.execute(watched)}
    fresh = [event for event in linked.events if event.id not in held]
    known = _held_under(connection, fresh) if held else {}
    new = dict.fromkeys(event.id for event in fresh if event.id not in known)
    yield from (_row(ChangeKind.EVENT, event_id, after=came.get(event_id, [])) for event_id in new)
    yield from (_row(ChangeKind.ACCOUNTS, event_id, after=ids) for event_id, ids in came.items() if event_id not in new)
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
        names: dict[str, dict[str, str]] = {}
        for one in connection.execute(
            asked.join(roots, roots.c.id == event_accounts.c.root_id).where(event_accounts.c.event_id.in_(some))
        ):
            names.setdefault(one.event_id, {})[one.account_id] = one.name
        for row in connection.execute(select(events.c.id, events.c.content).where(events.c.id.in_(some))):
            found[row.id] = decode(Event, row.content), names.get(row.id, {})
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
    sides = _sides(connection, {side.ref for one in loud.values() for side in one.positions}) if loud and held else {}
    return (_row(ChangeKind.CONTRADICTION, one.id, _grown_from(one, sides), one.event_id) for one in loud.values())


def _at_issue(one: Contradiction) -> tuple[str, str]:
    return one.kind.value, one.topic.partition(":")[0]


def _sides(connection: Connection, refs: set[str]) -> dict[tuple[str, str, str], str]:
    """Return the contradiction that each side of the held ones stands in, by what is at issue; all with one of these sides."""
    contents = connection.scalars(select(contradictions.c.content))
    several = (decode(Contradiction, content) for content in contents if not refs.isdisjoint(_REF.findall(content)))
    return {(*_at_issue(one), side.ref): one.id for one in several for side in one.positions}


def _grown_from(one: Contradiction, sides: Mapping[tuple[str, str, str], str]) -> str | None:
    """Return the held contradiction of which two sides or more stand in this one."""
    shared = [sides[key] for side in one.positions if (key := (*_at_issue(one), side.ref)) in sides]
    return shared[0] if len(shared) > 1 else None


def _of_series(connection: Connection, linked: Linked) -> Iterator[dict[str, Any]]:
    """Yield the series with sentences on what does not add up that its quantity and source had not before."""
    held = (decode(Series, content) for content in connection.scalars(select(series.c.content)))
    known = {(one.what, one.source, fault) for one in held for fault in one.faults}
    for one in linked.series:
        fresh = [fault for fault in one.faults if (one.what, one.source, fault) not in known]
        if fresh:
            yield _row(ChangeKind.FIGURES, one.id, after=fresh)
