"""Events with their accounts and the words of each: what exports and briefs are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from rashomon.model.ledger import Event, Root
from rashomon.model.reading import Account
from rashomon.store.codec import decode
from rashomon.store.pages.origins import bare_roots
from rashomon.store.passages import account_view
from rashomon.store.search.answering import lines_at
from rashomon.store.shelf import Shelf, take
from rashomon.store.tables import event_accounts, event_places, events
from rashomon.store.views import AccountView, EventLine
from rashomon.store.withholding import parties_without


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event with its accounts, those of the earliest article first, and its countries by code.

    ``sources`` are the names behind all its accounts by their ids, those that are cut off included. The ledger's id of the event
    is the line's: where accounts are left out, that of ``event`` may be another.
    """

    line: EventLine
    event: Event
    accounts: tuple[AccountView, ...]
    countries: tuple[str, ...]
    sources: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Batch:
    """Some events as the ledger holds them, before any of it is told.

    Args:
        lines: in the order that was asked for.

        held: the events by the lines' ids, under the title that names no private person.

        article_of, root_of: of each account, the article it stands in and the id of its root.

        countries: of each event, its places with their countries.
    """

    lines: tuple[EventLine, ...]
    held: Mapping[str, Event]
    article_of: Mapping[str, str]
    root_of: Mapping[str, str | None]
    countries: Mapping[str, Mapping[str, str]]


def told_events(connection: Connection, numbers: Sequence[int], at_most: int | None = None) -> tuple[ToldEvent, ...]:
    """Return events by their row numbers, in this order.

    Args:
        connection: to the ledger.

        numbers: of the events.

        at_most: so many accounts of each, one of every root before a second; ``None`` is all.
    """
    return unlinked(connection, tell(connection, batch_at(connection, numbers), at_most)[0])


def unlinked(connection: Connection, told: Sequence[ToldEvent]) -> tuple[ToldEvent, ...]:
    """Return events whose parties do not have the ids of private persons."""
    events_ = parties_without(connection, (one.event for one in told))
    return tuple(replace(one, event=event) for one, event in zip(told, events_, strict=True))


def batch_at(connection: Connection, numbers: Sequence[int]) -> Batch:
    """Return events by their row numbers."""
    lines = lines_at(connection, numbers)
    ids = [line.id for line in lines]
    asked = select(event_accounts.c.event_id, event_accounts.c.account_id, event_accounts.c.article_id, event_accounts.c.root_id)
    told = connection.execute(asked.where(event_accounts.c.event_id.in_(ids))).all()
    where = select(event_places.c.event_id, event_places.c.place_id, event_places.c.country).where(
        event_places.c.event_id.in_(ids), event_places.c.country.is_not(None)
    )
    countries: dict[str, dict[str, str]] = {}
    for row in connection.execute(where):
        countries.setdefault(row.event_id, {})[row.place_id] = row.country
    titles = {line.id: line.title for line in lines}
    contents = connection.execute(select(events.c.id, events.c.content).where(events.c.id.in_(ids)))
    return Batch(
        lines,
        {row.id: replace(decode(Event, row.content), title=titles[row.id]) for row in contents},
        {row.account_id: row.article_id for row in told},
        {row.account_id: row.root_id for row in told},
        countries,
    )


def tell(connection: Connection, batch: Batch, at_most: int | None = None) -> tuple[tuple[ToldEvent, ...], Shelf]:
    """Return the events of a batch with their accounts, and the shelf that holds the articles of these."""
    chosen = {line.id: _chosen(batch.held[line.id], batch.root_of, at_most) for line in batch.lines}
    shelf = take(connection, {batch.article_of[account] for accounts in chosen.values() for account in accounts})
    known = bare_roots(connection, set(batch.root_of.values()))
    read = {
        account.id: account
        for article_id in shelf.lines
        if article_id in shelf.readings
        for account in shelf.readings[article_id].accounts
    }
    telling = _Telling(batch, shelf, known, read, {account_id: n for n, account_id in enumerate(read)})
    return tuple(telling.told(line, chosen[line.id]) for line in batch.lines), shelf


@dataclass(frozen=True, slots=True)
class _Telling:
    """What the events of one batch are told with."""

    batch: Batch
    shelf: Shelf
    roots: Mapping[str | None, Root]
    read: Mapping[str, Account]
    order: Mapping[str, int]

    def told(self, line: EventLine, chosen: Sequence[str]) -> ToldEvent:
        event, root_of = self.batch.held[line.id], self.batch.root_of
        accounts = sorted((one for one in chosen if one in self.read), key=self.order.__getitem__)
        held = [account for account in event.accounts if root_of.get(account) in self.roots]
        return ToldEvent(
            line,
            event,
            tuple(account_view(self.shelf, self.read[one], self.roots.get(root_of[one])) for one in accounts),
            tuple(sorted(set(self.batch.countries.get(line.id, {}).values()))),
            {account: self.roots[root_of[account]].name for account in held},
        )


def _chosen(event: Event, root_of: Mapping[str, str | None], at_most: int | None) -> list[str]:
    """Return an event's accounts, one of every root first."""
    held = [account for account in event.accounts if account in root_of]
    firsts = {root_of[account]: account for account in reversed(held)}
    order = [account for account in held if firsts[root_of[account]] == account]
    return [*order, *(account for account in held if account not in order)][:at_most]
