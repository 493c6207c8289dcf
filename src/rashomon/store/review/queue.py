"""Pages of the queue, by an index: the highest rank first, so a page costs the same on half a million events."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, func, select, tuple_

from rashomon.linking.corrections.standing import heads, standing
from rashomon.model.reading import Account
from rashomon.model.words import Verdict
from rashomon.store.codec import decode_tuple
from rashomon.store.lines import EVENT_COLUMNS, event_line
from rashomon.store.passages import account_view
from rashomon.store.review.contract import DecisionError
from rashomon.store.review.known import on_targets
from rashomon.store.review.tables import review_queue
from rashomon.store.review.views import STATES, Doubt, QueuePage, Waiting
from rashomon.store.shelf import Shelf, take
from rashomon.store.tables import event_accounts, events
from rashomon.store.views import AccountView

#: So many accounts of an event stand in the queue with their words; the event's own page has all.
SHOWN = 3
#: Events of one state are counted up to here.
COUNTED = 10_000
_COLUMNS = tuple(review_queue.c[name] for name in ("state", "rank", "doubt", "weight", "reasons", "digest"))


def queue_page(connection: Connection, state: str, after: str | None, size: int) -> QueuePage:
    """Return a page of the queue.

    Args:
        connection: in a reading transaction.

        state: one of `STATES`; events that changed since they were accepted stand with the open ones.

        after: the mark where the page before ended ("0.5123~evt-1"), ``None`` for the first page.

        size: how many events.

    Raises:
        DecisionError: there is no such state, or ``after`` is no mark.
    """
    if state not in STATES:
        raise DecisionError(f"the queue has no state {state!r} (one of: {', '.join(STATES)})")
    asked = (
        select(*EVENT_COLUMNS, *_COLUMNS)
        .join(events, events.c.id == review_queue.c.event_id)
        .where(review_queue.c.state == state)
        .order_by(review_queue.c.rank.desc(), review_queue.c.event_id.desc())
    )
    if after is not None:
        rank, event_id = _mark(after)
        asked = asked.where(tuple_(review_queue.c.rank, review_queue.c.event_id) < (rank, event_id))
    rows = connection.execute(asked.limit(size + 1)).all()
    shown = rows[:size]
    following = f"{shown[-1].rank!r}~{shown[-1].id}" if len(rows) > size else None
    return QueuePage(state, waiting(connection, shown), counts(connection), following)


def _mark(after: str) -> tuple[float, str]:
    rank, _, event_id = after.partition("~")
    try:
        return float(rank), event_id
    except ValueError as error:
        raise DecisionError(f"the queue has no place {after!r} (start at its first page)") from error


def waiting_of(connection: Connection, event_id: str) -> Waiting | None:
    """Return an event's row of the queue, ``None`` where it has none (the ledger was linked by an older Rashomon)."""
    asked = select(*EVENT_COLUMNS, *_COLUMNS).join(events, events.c.id == review_queue.c.event_id)
    rows = connection.execute(asked.where(review_queue.c.event_id == event_id)).all()
    return next(iter(waiting(connection, rows)), None)


def counts(connection: Connection) -> dict[str, int]:
    """Return how many events are in each state; of more than `COUNTED` one more than that, so that a page costs the same."""
    found = {}
    for state in STATES:
        some = select(review_queue.c.event_id).where(review_queue.c.state == state).limit(COUNTED + 1).subquery()
        found[state] = connection.scalar(select(func.count()).select_from(some)) or 0
    return found


def waiting(connection: Connection, rows: Sequence[Row[*tuple[Any, ...]]]) -> tuple[Waiting, ...]:
    """Return the events of these rows with the first of their accounts, read together."""
    told = _first_accounts(connection, [row.id for row in rows])
    shelf = take(connection, (article_id for several in told.values() for _, article_id in several[:SHOWN]))
    accounts = {account.id: account for reading in shelf.readings.values() for account in reading.accounts}
    saw = _whole(connection, [row.id for row in rows])
    return tuple(
        Waiting(
            event_line(row),
            row.state,
            row.doubt,
            row.weight,
            decode_tuple(Doubt, row.reasons),
            row.digest,
            _views(shelf, accounts, [account for account, _ in told.get(row.id, [])[:SHOWN]]),
            max(0, len(told.get(row.id, [])) - SHOWN),
            saw.get(row.id, ()),
        )
        for row in rows
    )


def _first_accounts(connection: Connection, ids: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    """Return the accounts of each event with their articles, by id."""
    asked = select(event_accounts).where(event_accounts.c.event_id.in_(ids)).order_by(event_accounts.c.account_id)
    found: dict[str, list[tuple[str, str]]] = {}
    for row in connection.execute(asked):
        found.setdefault(row.event_id, []).append((row.account_id, row.article_id))
    return found


def _views(shelf: Shelf, accounts: dict[str, Account], ids: Sequence[str]) -> tuple[AccountView, ...]:
    return tuple(account_view(shelf, accounts[account_id], None) for account_id in ids if account_id in accounts)


def _whole(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the decisions on each event as a whole that nobody has decided beyond."""
    found = heads(standing(on_targets(connection, ids)))
    own = (Verdict.ACCEPT, Verdict.REJECT)
    return {
        target: tuple(decision.id for decision in several if decision.verdict in own)
        for (target, field), several in found.items()
        if field == "whole"
    }
