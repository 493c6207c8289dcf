"""Events with their accounts and the words of each: what exports and briefs are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from rashomon.model.ledger import Event
from rashomon.store.codec import decode
from rashomon.store.pages.origins import bare_roots
from rashomon.store.passages import account_view
from rashomon.store.search.answering import lines_at
from rashomon.store.shelf import take
from rashomon.store.tables import event_accounts, event_places, events
from rashomon.store.views import AccountView, EventLine


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event with its accounts, those of the earliest article first, and its countries by code.

    ``sources`` are the names behind all its accounts by their ids, those that are cut off included.
    """

    line: EventLine
    event: Event
    accounts: tuple[AccountView, ...]
    countries: tuple[str, ...]
    sources: Mapping[str, str]


def told_events(connection: Connection, numbers: Sequence[int], at_most: int | None = None) -> tuple[ToldEvent, ...]:
    """Return events by their row numbers, in this order.

    Args:
        connection: to the ledger.

        numbers: of the events.

        at_most: so many accounts of each, one of every root before a second; ``None`` is all.
    """
    lines = lines_at(connection, numbers)
    ids = [line.id for line in lines]
    contents = {
        row.id: decode(Event, row.content)
        for row in connection.execute(select(events.c.id, events.c.content).where(events.c.id.in_(ids)))
    }
    asked = select(event_accounts.c.event_id, event_accounts.c.account_id, event_accounts.c.article_id, event_accounts.c.root_id)
    told = connection.execute(asked.where(event_accounts.c.event_id.in_(ids))).all()
    root_of = {row.account_id: row.root_id for row in told}
    article_of = {row.account_id: row.article_id for row in told}
    chosen = {event_id: _chosen(event, root_of, at_most) for event_id, event in contents.items()}
    shelf = take(connection, {article_of[account] for accounts in chosen.values() for account in accounts})
    known = bare_roots(connection, set(root_of.values()))
    read = {
        account.id: account
        for article_id in shelf.lines
        if article_id in shelf.readings
        for account in shelf.readings[article_id].accounts
    }
    order = {account_id: n for n, account_id in enumerate(read)}
    where = select(event_places.c.event_id, event_places.c.country).where(
        event_places.c.event_id.in_(ids), event_places.c.country.is_not(None)
    )
    countries = [(row.event_id, row.country) for row in connection.execute(where)]
    return tuple(
        ToldEvent(
            line,
            contents[line.id],
            tuple(
                account_view(shelf, read[account], known.get(root_of[account]))
                for account in sorted((one for one in chosen[line.id] if one in read), key=order.__getitem__)
            ),
            tuple(sorted({country for event_id, country in countries if event_id == line.id})),
            {row.account_id: known[row.root_id].name for row in told if row.event_id == line.id and row.root_id in known},
        )
        for line in lines
    )


def _chosen(event: Event, root_of: dict[str, str | None], at_most: int | None) -> list[str]:
    """Return an event's accounts, one of every root first."""
    held = [account for account in event.accounts if account in root_of]
    firsts = {root_of[account]: account for account in reversed(held)}
    order = [account for account in held if firsts[root_of[account]] == account]
    return [*order, *(account for account in held if account not in order)][:at_most]
