"""What watches were told: marks by subject, kept so that nothing is told twice."""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, literal, select
from sqlalchemy.dialects.sqlite import insert

from rashomon.store.alerts.sights import EventSight, FactSight
from rashomon.store.alerts.tables import alert_marks
from rashomon.store.evidence.tables import version_keys
from rashomon.store.readings import batches
from rashomon.store.tables import event_accounts, events

#: The mark of an event as such; others say what of it was told.
EVENT = "event"
#: Row numbers that one statement may name.
_MANY = 500
#: Marks as pairs of subject and mark.
Marks = frozenset[tuple[str, str]]


def marks_of_events(connection: Connection, watch_id: str, seen: Sequence[EventSight]) -> Marks:
    """Return what a watch was told of the accounts of some events."""
    own = (subject for sight in seen for one in sight.tellings for subject in (one.account, *one.threads))
    sides = (subject for sight in seen for one in sight.disputes for side in one.sides for subject in side.subjects)
    return _marks(connection, watch_id, {*own, *sides})


def marks_of_facts(connection: Connection, watch_id: str, facts: Sequence[FactSight]) -> Marks:
    """Return what a watch was told of some facts."""
    return _marks(connection, watch_id, {subject for fact in facts for subject, _ in fact.marks})


def keep_marks(connection: Connection, watch_id: str, marks: Iterable[tuple[str, str]]) -> None:
    """Note what a watch is told; what it was told before stays as it is."""
    rows = [{"watch_id": watch_id, "subject": subject, "mark": mark} for subject, mark in marks]
    if rows:
        connection.execute(insert(alert_marks).on_conflict_do_nothing(), rows)


def keep_known(connection: Connection, watch_id: str, numbers: Sequence[int]) -> None:
    """Note that a watch knows these events (by row number): by their accounts, and by the versions of their articles."""
    told = select(literal(watch_id), event_accounts.c.account_id, literal(EVENT))
    thread = select(literal(watch_id), event_accounts.c.article_id + "|" + events.c.type, literal(EVENT))
    version = select(literal(watch_id), version_keys.c.key + "|" + events.c.type, literal(EVENT))
    keyed = version.join_from(event_accounts, version_keys, version_keys.c.article_id == event_accounts.c.article_id)
    for begin in range(0, len(numbers), _MANY):
        some = events.c.number.in_(numbers[begin : begin + _MANY])
        for asked in (told.select_from(event_accounts), thread.select_from(event_accounts), keyed):
            rows = asked.join(events, events.c.id == event_accounts.c.event_id).where(some)
            connection.execute(insert(alert_marks).from_select(["watch_id", "subject", "mark"], rows).prefix_with("OR IGNORE"))


def _marks(connection: Connection, watch_id: str, subjects: Collection[str]) -> Marks:
    asked = select(alert_marks.c.subject, alert_marks.c.mark).where(alert_marks.c.watch_id == watch_id)
    rows = (connection.execute(asked.where(alert_marks.c.subject.in_(some))) for some in batches(sorted(subjects)))
    return frozenset((row.subject, row.mark) for several in rows for row in several)
