"""Fill the queue when linking is stored: every event with its doubt, its importance, and whether a person settled it."""

from calendar import monthrange
from collections import Counter
from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects.sqlite import insert

from rashomon.model.decisions import Decision
from rashomon.model.ledger import Event, Linked
from rashomon.model.reading import Reading
from rashomon.model.words import ALARMS, Verdict
from rashomon.store.codec import decode, encode
from rashomon.store.review.scoring import Signs, scored, version_of
from rashomon.store.review.tables import review_log, review_queue
from rashomon.store.settling import Within, settle
from rashomon.store.tables import decisions, event_accounts, events, meta, readings

#: The row of ``meta`` that says from which day newness counts.
_NEWEST = "queue_newest"
_WHOLE = (Verdict.ACCEPT, Verdict.REJECT)


def fill_queue(connection: Connection, linked: Linked, among: frozenset[str] | None = None) -> None:
    """Bring the queue to what was linked. All decisions known by now count as linked.

    Newness counts from the end of the month of the newest event, so that an event more changes no row but its own.

    Args:
        connection: to the ledger, in which the events are put.

        linked: the events, with their actors and contradictions.

        among: where those are not all events, their ids and those of events that are no more; other rows stay.
    """
    settled = _settled(connection)
    alarms = Counter(one.event_id for one in linked.contradictions if one.severity in ALARMS)
    unlisted = frozenset(actor.id for actor in linked.actors if not actor.listed)
    differing = _differing(connection)
    newest = newest_month(connection)
    rows = []
    for event in linked.events:
        named = {support.value for support in (*event.agents, *event.patients)}
        signs = Signs(alarms[event.id], len(named & unlisted), len(differing & set(event.accounts)))
        found = scored(event, signs, newest)
        version = version_of(event)
        rows.append(
            {
                "event_id": event.id,
                "state": state_of(_decision_on(event, settled), version),
                "rank": found.rank,
                "doubt": found.doubt,
                "weight": found.weight,
                "reasons": encode(found.reasons),
                "digest": version,
            }
        )
    within = {} if among is None else {review_queue: Within(review_queue.c.event_id, among)}
    settle(connection, {review_queue: rows}, [review_queue], within)
    row = {"key": _NEWEST, "value": str(newest)}
    connection.execute(insert(meta).values(row).on_conflict_do_update(index_elements=["key"], set_=row))
    connection.execute(update(review_log).where(~review_log.c.linked).values(linked=True))


def newest_month(connection: Connection) -> date | None:
    """Return the last day of the month of the newest event that the ledger holds; ``None`` where none is dated."""
    newest = connection.scalar(select(func.max(events.c.month)))
    if newest is None:
        return None
    year, month = map(int, newest.split("-"))
    return date(year, month, monthrange(year, month)[1])


def is_outdated(connection: Connection) -> bool:
    """Return whether the newest event is of another month than when the whole queue was filled."""
    return connection.scalar(select(meta.c.value).where(meta.c.key == _NEWEST)) != str(newest_month(connection))


def awaiting(connection: Connection) -> frozenset[str]:
    """Return the ids of the events on which people decided since linking last obeyed."""
    asked = select(decisions.c.content).join(review_log, review_log.c.id == decisions.c.id).where(~review_log.c.linked)
    found: set[str] = set()
    for decision in (decode(Decision, content) for content in connection.scalars(asked)):
        ids = [decision.target, *(account.id for account in decision.anchor.accounts)]
        of_accounts = select(event_accounts.c.event_id).where(event_accounts.c.account_id.in_(ids))
        found.update(connection.scalars(of_accounts))
        found.update(connection.scalars(select(events.c.id).where(events.c.id == decision.target)))
    return frozenset(found)


def _differing(connection: Connection) -> frozenset[str]:
    """Return the ids of the accounts on which rules and model differ."""
    asked = select(readings.c.content).where(readings.c.content.like('%"differs":true%'))
    found = (decode(Reading, content) for content in connection.scalars(asked))
    return frozenset(account.id for reading in found for account in reading.accounts if account.differs)


def state_of(decision: Decision | None, version: str) -> str:
    """Return the state of an event's row after the last standing decision on it as a whole."""
    if decision is None:
        return "open"
    if decision.verdict == Verdict.REJECT:
        return "rejected"
    return "accepted" if decision.after == f'"{version}"' else "changed"


def _settled(connection: Connection) -> Mapping[str, Decision]:
    """Return the last standing decision on each event as a whole, by its id and by the account it was named after."""
    asked = (
        select(decisions.c.content)
        .join(review_log, review_log.c.id == decisions.c.id)
        .where(review_log.c.verdict.in_(_WHOLE), review_log.c.stands, review_log.c.undoes.is_(None))
        .where(review_log.c.field.is_(None), review_log.c.target.startswith("evt-"))
        .order_by(decisions.c.when, decisions.c.number)
    )
    found: dict[str, Decision] = {}
    for content in connection.scalars(asked):
        decision = decode(Decision, content)
        found[decision.target] = decision
        found |= {account.id: decision for account in decision.anchor.accounts[:1]}
    return found


def _decision_on(event: Event, settled: Mapping[str, Decision]) -> Decision | None:
    return settled.get(event.id) or next((settled[account] for account in event.accounts if account in settled), None)
