"""What is new in a ledger since a moment."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, exists, func, or_, select

from rashomon.model.ledger import Contradiction, Series
from rashomon.model.words import EventType, Status
from rashomon.store.captures import all_faults
from rashomon.store.codec import decode
from rashomon.store.collecting.follows import sources
from rashomon.store.collecting.views import SourceState, SourceView
from rashomon.store.database import reading
from rashomon.store.lines import EVENT_COLUMNS, event_lines, newest_first
from rashomon.store.tables import actors, contradictions, events, series
from rashomon.store.today.log import ChangeKind
from rashomon.store.today.tables import changes
from rashomon.store.today.taken_back import taken_back
from rashomon.store.today.threats import threats
from rashomon.store.today.views import Clash, Misfit, News, StatusChange, TollChange, Version
from rashomon.store.views import EventLine
from rashomon.store.withheld import PRIVATE_PERSON
from rashomon.store.withholding import contradictions_without

#: What one list shows, and changed events that are looked through for claims taken back.
AT_MOST, LOOKED_AT_MOST = 20, 400
#: Above so many new events, the newest are looked for among all events instead of among the new ones.
_MANY = 5_000
#: Where what changed stands, if it is no event.
_TABLES = {ChangeKind.CONTRADICTION: contradictions, ChangeKind.FIGURES: series}
#: Days ahead in which deadlines are shown, and days back where no moment is given.
AHEAD, BACK = 7, 7
#: Claims taken back that are quoted.
QUOTED_AT_MOST = 8


class TodayStore:
    """Answers what is new. Nothing here writes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def news(self, since: str | None, now: datetime) -> News:
        """Return what came after a moment (UTC, ISO); ``now`` tells which deadlines pass and which sources are silent."""
        with reading(self._engine) as connection:
            return _news(connection, since, now)

    def changed(self, event_ids: Iterable[str]) -> dict[str, str]:
        """Return when each of these events changed last."""
        asked = select(changes.c.ref, func.max(changes.c.at).label("at")).where(changes.c.ref.in_(tuple(event_ids)))
        with reading(self._engine) as connection:
            return {row.ref: row.at for row in connection.execute(asked.group_by(changes.c.ref))}

    def holds_events(self) -> bool:
        """Return whether the ledger holds any event."""
        with reading(self._engine) as connection:
            return connection.scalar(select(events.c.number).limit(1)) is not None


def _later(day: date, days: int) -> date:
    """Return the day so many days later, or the first or last that there is."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def _news(connection: Connection, since: str | None, now: datetime) -> News:
    after = since or ""
    counts = _counts(connection, after)
    day = now.date()
    ahead = _later(day, AHEAD)
    first = _later(day, -BACK) if since is None else min(datetime.fromisoformat(since).date(), day)
    tolls, statuses = _rows(connection, after, ChangeKind.TOLL), _rows(connection, after, ChangeKind.STATUS)
    lines = _lines(connection, (row.ref for row in (*tolls, *statuses)))
    faults = tuple(fault for fault in all_faults(connection) if fault.at > after)
    return News(
        since,
        day,
        counts,
        events=_new_events(connection, after, counts.get(ChangeKind.EVENT.value, 0)),
        tolls=tuple(_toll(connection, row, lines[row.ref]) for row in tolls if row.ref in lines),
        statuses=tuple(
            StatusChange(row.at, lines[row.ref], json.loads(row.before), json.loads(row.after))
            for row in statuses
            if row.ref in lines
        ),
        clashes=_clashes(connection, after),
        taken_back=taken_back(connection, _touched(connection, after), QUOTED_AT_MOST),
        misfits=_misfits(connection, after),
        threats=threats(connection, first, day, ahead, AT_MOST),
        planned=_planned(connection, first, ahead),
        sources=_sources(connection, now),
        faults=faults[:AT_MOST],
    )


def _counts(connection: Connection, after: str) -> dict[str, int]:
    """Return how many changes of each kind there are; one stretch of the index for each.

    Changes of what the ledger holds no more are left out, unless there are so many that only their number is asked for.
    """
    found: dict[str, int] = {}
    for kind in ChangeKind:
        counted = select(func.count()).select_from(changes).where(changes.c.at > after, changes.c.kind == kind.value)
        n = connection.scalar(counted) or 0
        if 0 < n <= _MANY:
            table = _TABLES.get(kind, events)
            n = connection.scalar(counted.where(exists().where(table.c.id == changes.c.ref))) or 0
        found[kind.value] = n
    return {kind: n for kind, n in found.items() if n}


def _rows(connection: Connection, after: str, kind: ChangeKind, at_most: int = AT_MOST) -> list[Row[*tuple[Any, ...]]]:
    asked = (
        select(changes).where(changes.c.at > after, changes.c.kind == kind.value).order_by(changes.c.at.desc(), changes.c.number)
    )
    return list(connection.execute(asked.limit(at_most)))


def _lines(connection: Connection, ids: Iterable[str]) -> dict[str, EventLine]:
    return {line.id: line for line in event_lines(connection, select(*EVENT_COLUMNS).where(events.c.id.in_(set(ids))))}


def _new_events(connection: Connection, after: str, count: int) -> tuple[EventLine, ...]:
    """Return the new events of the latest days."""
    fresh = (changes.c.at > after, changes.c.kind == ChangeKind.EVENT.value)
    if count > _MANY:
        # As expressions kind and moment are no keys to look up: each event's few changes are, not all of that kind.
        own = changes.c.ref == events.c.id, changes.c.at.concat("") > after, changes.c.kind.concat("") == ChangeKind.EVENT.value
        asked = select(*EVENT_COLUMNS).where(events.c.day.is_not(None), exists().where(*own))
        return event_lines(connection, asked.order_by(events.c.day.desc(), events.c.id).limit(AT_MOST))
    asked = select(*EVENT_COLUMNS).where(events.c.id.in_(select(changes.c.ref).where(*fresh)))
    return event_lines(connection, newest_first(asked).limit(AT_MOST))


def _touched(connection: Connection, after: str) -> list[str]:
    """Return the events that changed last; one stretch of the index for each kind."""
    found: list[tuple[int, str]] = []
    for kind in (ChangeKind.EVENT, ChangeKind.TOLL, ChangeKind.STATUS):
        asked = select(changes.c.number, changes.c.ref).where(changes.c.at > after, changes.c.kind == kind.value)
        newest = asked.order_by(changes.c.at.desc(), changes.c.number.desc()).limit(LOOKED_AT_MOST)
        found += [(row.number, row.ref) for row in connection.execute(newest)]
    return [ref for _, ref in sorted(found, reverse=True)[:LOOKED_AT_MOST]]


def _toll(connection: Connection, row: Row[*tuple[Any, ...]], line: EventLine) -> TollChange:
    before, after = json.loads(row.before), json.loads(row.after)
    (what,) = after
    named = {name for told in (before[what], after[what]) for _, names in told for name in names}
    hidden = frozenset(connection.scalars(select(actors.c.name).where(actors.c.name.in_(named), actors.c.withheld)))
    return TollChange(row.at, line, what, _versions(before[what], hidden), _versions(after[what], hidden))


def _versions(told: Iterable[tuple[str, list[str]]], hidden: frozenset[str]) -> tuple[Version, ...]:
    """Return the versions of a toll; names that are kept from pages are replaced."""
    return tuple(Version(value, tuple(PRIVATE_PERSON if name in hidden else name for name in names)) for value, names in told)


def _clashes(connection: Connection, after: str) -> tuple[Clash, ...]:
    rows = _rows(connection, after, ChangeKind.CONTRADICTION)
    asked = select(contradictions.c.id, contradictions.c.content).where(contradictions.c.id.in_([row.ref for row in rows]))
    held = contradictions_without(connection, (decode(Contradiction, row.content) for row in connection.execute(asked)))
    found = {one.id: one for one in held}
    lines = _lines(connection, (one.event_id for one in found.values() if one.event_id is not None))
    return tuple(Clash(row.at, found[row.ref], lines.get(found[row.ref].event_id or "")) for row in rows if row.ref in found)


def _misfits(connection: Connection, after: str) -> tuple[Misfit, ...]:
    rows = _rows(connection, after, ChangeKind.FIGURES)
    asked = select(series.c.id, series.c.content).where(series.c.id.in_([row.ref for row in rows]))
    found = {row.id: decode(Series, row.content) for row in connection.execute(asked)}
    return tuple(Misfit(row.at, found[row.ref], tuple(json.loads(row.after))) for row in rows if row.ref in found)


def _planned(connection: Connection, first: date, last: date) -> tuple[EventLine, ...]:
    """Return threats and announced events of these days."""
    announced = or_(events.c.type == EventType.THREAT.value, events.c.status == Status.PLANNED.value)
    asked = select(*EVENT_COLUMNS).where(events.c.day >= first.isoformat(), events.c.day <= last.isoformat(), announced)
    return event_lines(connection, asked.order_by(events.c.day, events.c.id).limit(AT_MOST))


def _sources(connection: Connection, now: datetime) -> tuple[SourceView, ...]:
    moment = now if now.tzinfo else now.replace(tzinfo=UTC)
    return tuple(one for one in sources(connection, moment) if one.state in {SourceState.FAILING, SourceState.SILENT})
