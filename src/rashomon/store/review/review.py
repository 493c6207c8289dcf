"""Review as the other rooms use it. Keeps to `rashomon.store.review.contract`."""

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, select, update

from rashomon.linking.contract import Source
from rashomon.linking.corrections.standing import in_force
from rashomon.model.decisions import Decision
from rashomon.model.sources import Grade
from rashomon.store.database import reading, writing
from rashomon.store.decisions import decide
from rashomon.store.readings import batches
from rashomon.store.review.audit import log_page, logged, shown
from rashomon.store.review.contract import DecisionError, Draft
from rashomon.store.review.drafting import drafted
from rashomon.store.review.event_review import event_review
from rashomon.store.review.filling import state_of
from rashomon.store.review.grading import outlet_grades
from rashomon.store.review.known import on_targets, touched_articles
from rashomon.store.review.outlets import outlet_lines
from rashomon.store.review.queue import queue_page
from rashomon.store.review.retelling import events_of, retell
from rashomon.store.review.tables import review_log, review_queue
from rashomon.store.review.views import EventReview, Logged, LogPage, LogQuestion, OutletLine, QueuePage
from rashomon.store.shelf import take

#: Decisions of these verdicts change no value of an account.
_ON_EVENTS = frozenset({"accept", "note", "grade", "link"})


class ReviewStore:
    """The queue, the decisions and their log of one ledger. Every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def queue(self, state: str = "open", after: str | None = None, size: int = 12) -> QueuePage:
        """Return a page of the queue, highest rank first. Raises DecisionError where there is no such place."""
        with reading(self._engine) as connection:
            return queue_page(connection, state, after, size)

    def event(self, event_id: str) -> EventReview:
        """Return all that a person needs to correct one event. Raises NotFoundError."""
        with reading(self._engine) as connection:
            return event_review(connection, event_id)

    def decide(self, draft: Draft) -> Logged:
        """Keep a decision, and bring what it is about to what it says. Raises DecisionError and NotFoundError."""
        with writing(self._engine) as connection:
            decision = drafted(connection, draft)
            return self._kept(connection, decision)

    def weigh(self, draft: Draft) -> Decision:
        """Return the decision that a draft would make now; nothing is kept. Raises DecisionError and NotFoundError."""
        with reading(self._engine) as connection:
            return drafted(connection, draft)

    def undo(self, decision_id: str, who: str, when: str, why: str) -> Logged:
        """Take a decision back, by another one. Raises NotFoundError, and DecisionError where it is taken back already."""
        with writing(self._engine) as connection:
            found = logged(connection, decision_id)
            if not found.stands:
                raise DecisionError(f"decision {decision_id} is taken back already (see: the log of decisions)")
            past = found.decision
            undone = Decision(past.verdict, past.target, who, when, why, past.field, past.after, past.before, undoes=past.id)
            return self._kept(connection, undone)

    def _kept(self, connection: Connection, decision: Decision) -> Logged:
        decide(connection, decision)
        past = logged(connection, decision.undoes).decision if decision.undoes is not None else decision
        accounts = [account.id for account in (*past.anchor.accounts, *past.anchor.others)]
        if past.anchor.figure is not None and past.anchor.figure.account is not None:
            accounts.append(past.anchor.figure.account)
        for event_id in events_of(connection, past.target, accounts):
            if past.verdict not in _ON_EVENTS:
                retell(connection, event_id, past.field)
            _settle(connection, event_id)
        if past.verdict in ("note", "grade"):
            connection.execute(update(review_log).where(review_log.c.id == decision.id).values(linked=True))
        return shown(connection, decision.id)

    def decision(self, decision_id: str) -> Logged:
        """Return one decision. Raises NotFoundError."""
        with reading(self._engine) as connection:
            return shown(connection, decision_id)

    def log(self, question: LogQuestion) -> LogPage:
        """Return decisions, newest first."""
        with reading(self._engine) as connection:
            return log_page(connection, question)

    def outlets(self) -> tuple[OutletLine, ...]:
        """Return the outlets of the ledger with the grades that people gave them, by name."""
        with reading(self._engine) as connection:
            return outlet_lines(connection)

    def grades(self, outlet: str) -> tuple[Grade, ...]:
        """Return the grades that people gave an outlet, the latest day first."""
        with reading(self._engine) as connection:
            return outlet_grades(connection, outlet)

    def corrected_sources(self) -> Iterator[Source]:
        """Return the articles that standing decisions touch, with their readings as corrected, sorted by article id."""
        with reading(self._engine) as connection:
            wanted = touched_articles(connection)
        for ids in batches(wanted):
            with reading(self._engine) as connection:
                shelf = take(connection, ids)
            yield from (Source(shelf.articles[one], shelf.readings[one]) for one in ids if one in shelf.readings)


def _settle(connection: Connection, event_id: str) -> None:
    """Bring an event's state in the queue to the last standing decision on it as a whole."""
    whole = [d for d in in_force(on_targets(connection, [event_id])) if d.field is None and d.verdict in ("accept", "reject")]
    version = connection.scalar(select(review_queue.c.digest).where(review_queue.c.event_id == event_id))
    if version is not None:
        state = state_of(whole[-1] if whole else None, version)
        connection.execute(update(review_queue).where(review_queue.c.event_id == event_id).values(state=state))
