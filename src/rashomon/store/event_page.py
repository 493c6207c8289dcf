"""One event: its accounts side by side, and all that is said about them."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, select

from rashomon.model.errors import NotFoundError
from rashomon.model.ledger import Contradiction, Event, Root
from rashomon.model.reading import Account, Claim, Figure
from rashomon.store.codec import decode
from rashomon.store.containing.containing import parts_of, wholes_of
from rashomon.store.lines import EVENT_COLUMNS, event_line
from rashomon.store.passages import account_view, claim_view, figure_view, in_order
from rashomon.store.shelf import NO_OUTLET, Shelf, take
from rashomon.store.tables import actors, contradictions, event_accounts, events, places, roots
from rashomon.store.views import EventLine, EventView
from rashomon.store.withheld import PRIVATE_PERSON, nth_private_person
from rashomon.store.withholding import PRIVATE_ID, contradictions_without, joins_without, parties_without


def event_page(connection: Connection, event_or_account_id: str) -> EventView:
    """Return an event by its id or the id of one of its accounts. Raises NotFoundError."""
    held, line = _event(connection, event_or_account_id)
    (event,) = parties_without(connection, [held])
    told = connection.execute(select(event_accounts).where(event_accounts.c.event_id == event.id)).all()
    shelf = take(connection, (row.article_id for row in told))
    root_by_id = _roots(connection, event.roots)
    root_by_account = {row.account_id: root_by_id.get(row.root_id) for row in told}
    accounts = _accounts(shelf, event)
    about = _about(shelf, accounts)
    event = replace(event, roots=tuple(root_by_id[one].id if one in root_by_id else one for one in event.roots))
    return EventView(
        joins_without(connection, event, shelf.articles),
        line,
        names=_names(connection, event)
        | {root.id: root.name for root in root_by_id.values()}
        | {account.id: shelf.lines[account.article_id].outlet or NO_OUTLET for account in accounts},
        accounts=tuple(account_view(shelf, account, root_by_account.get(account.id)) for account in accounts),
        claims=tuple(claim_view(shelf, claim) for claim in _claims(shelf, about)),
        figures=tuple(figure_view(shelf, figure) for figure in _figures(shelf, about)),
        contradictions=_contradictions(connection, event.id),
        roots=tuple(root_by_id[root_id] for root_id in held.roots if root_id in root_by_id),
        parts=parts_of(connection, held),
        wholes=wholes_of(connection, held),
    )


def _event(connection: Connection, key: str) -> tuple[Event, EventLine]:
    asked = select(*EVENT_COLUMNS, events.c.content)
    row = connection.execute(asked.where(events.c.id == key)).one_or_none()
    if row is None:
        told = select(event_accounts.c.event_id).where(event_accounts.c.account_id == key)
        row = connection.execute(asked.where(events.c.id.in_(told)).order_by(events.c.id)).first()
    if row is None:
        raise NotFoundError("event", key)
    return replace(decode(Event, row.content), title=row.title), event_line(row)


def _accounts(shelf: Shelf, event: Event) -> tuple[Account, ...]:
    """Return the event's accounts, earliest article first, in reading order within one."""
    ids = set(event.accounts)
    return tuple(account for reading in in_order(shelf, shelf.readings) for account in reading.accounts if account.id in ids)


def _about(shelf: Shelf, accounts: Iterable[Account]) -> frozenset[str]:
    """Return the ids of the accounts and of the figures that belong to them."""
    ids = {account.id for account in accounts}
    figures = (figure for reading in shelf.readings.values() for figure in reading.figures)
    return frozenset(ids | {figure.id for figure in figures if figure.account in ids})


def _claims(shelf: Shelf, about: frozenset[str]) -> Iterable[Claim]:
    return (claim for reading in in_order(shelf, shelf.readings) for claim in reading.claims if not about.isdisjoint(claim.about))


def _figures(shelf: Shelf, about: frozenset[str]) -> Iterable[Figure]:
    return (figure for reading in in_order(shelf, shelf.readings) for figure in reading.figures if figure.id in about)


def _roots(connection: Connection, root_ids: Iterable[str]) -> dict[str, Root]:
    """Return the roots by id; a private person's name is replaced, and two of them stay two."""
    asked = select(roots.c.id, roots.c.content).where(roots.c.id.in_(tuple(root_ids))).order_by(roots.c.name)
    found = {row.id: decode(Root, row.content) for row in connection.execute(asked)}
    named = select(actors.c.name).where(actors.c.name.in_({root.name for root in found.values()}), actors.c.withheld)
    stands = {name: nth_private_person(n) for n, name in enumerate(sorted(connection.scalars(named)), 1)}
    return {key: replace(root, name=stands.get(root.name, root.name)) for key, root in found.items()}


def _names(connection: Connection, event: Event) -> dict[str, str]:
    """Return the names of the actors and places that the event's values speak of."""
    ids = {support.value for support in (*event.agents, *event.patients, *event.places)}
    asked = (select(table.c.id, table.c.name).where(table.c.id.in_(ids)) for table in (actors, places))
    names = {row.id: row.name for question in asked for row in connection.execute(question)}
    return names | {one: PRIVATE_PERSON for one in ids if one.startswith(PRIVATE_ID)}


def _contradictions(connection: Connection, event_id: str) -> tuple[Contradiction, ...]:
    asked = select(contradictions.c.content).where(contradictions.c.event_id == event_id)
    ordered = asked.order_by(contradictions.c.rank, contradictions.c.kind, contradictions.c.id, contradictions.c.number)
    return contradictions_without(connection, (decode(Contradiction, content) for content in connection.scalars(ordered)))
