"""Fill the queue when linking is stored: every event with its doubt, its importance, and whether a person settled it."""

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import Connection, select, update

from rashomon.model.decisions import Decision
from rashomon.model.ledger import Event, Linked
from rashomon.model.reading import Reading
from rashomon.model.words import ALARMS, Verdict
from rashomon.store.codec import decode, encode
from rashomon.store.review.scoring import Signs, day_of, scored, version_of
from rashomon.store.review.tables import review_log, review_queue
from rashomon.store.settling import settle
from rashomon.store.tables import decisions, readings

_WHOLE = (Verdict.ACCEPT, Verdict.REJECT)


def fill_queue(connection: Connection, linked: Linked) -> None:
    """Bring the queue to what was linked. All decisions known by now count as linked."""
    settled = _settled(connection)
    alarms = Counter(one.event_id for one in linked.contradictions if one.severity in ALARMS)
    unlisted = frozenset(actor.id for actor in linked.actors if not actor.listed)
    differing = _differing(connection)
    newest = max((day for event in linked.events if (day := day_of(event)) is not None), default=None)
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
    settle(connection, {review_queue: rows}, [review_queue])
    connection.execute(update(review_log).where(~review_log.c.linked).values(linked=True))


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
