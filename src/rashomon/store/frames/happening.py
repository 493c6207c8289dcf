"""Rows of events and of every version of their values, from what linking stored and only as far as it may be told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from rashomon.model.ledger import Event
from rashomon.model.words import ALARMS, Status
from rashomon.store.codec import decode, encode
from rashomon.store.frames.contract import Row, Scope
from rashomon.store.frames.naming import Names, names_of_events
from rashomon.store.frames.registered import Registered, Source
from rashomon.store.frames.stored import Several, StoredEvent, refers_to, stored_event
from rashomon.store.frames.values import NO_DAYS, NO_ENDS, among, days, ends, fetched
from rashomon.store.publishing.restricting import without_accounts
from rashomon.store.review.tables import review_queue
from rashomon.store.tables import contradictions, event_accounts, events

_DISPUTED = (Status.DISPUTED, Status.DENIED)
_NAMED, _COUNTS = frozenset({"place", "agent", "patient"}), frozenset({"killed", "injured"})


@dataclass(frozen=True, slots=True)
class Happening:
    """One event as far as it may be told.

    Args:
        id: of the ledger's event, also where a part of it may not be told.

        content: the event in its stored form.

        title: its title, without names of private persons.

        told: its accounts that may be told, with the root of each.

        articles: how many articles these stand in.

        alarms: how many alarms its accounts raise.

        review: where its review stands, ``None`` where nothing waits.
    """

    id: str
    content: StoredEvent
    title: str
    told: Mapping[str, str | None]
    articles: int
    alarms: int
    review: str | None

    def roots(self, accounts: Several) -> int:
        """Return how many roots some of its accounts have."""
        if len(accounts) == 1:
            return int(self.told.get(accounts[0]) is not None)
        return len({root for one in accounts if (root := self.told.get(one)) is not None})


@dataclass(frozen=True, slots=True)
class _Accounts:
    """Of some events, by event: the root of each account that may be told and of each that may not, and where the told stand."""

    told: Mapping[str, dict[str, str | None]]
    gone: Mapping[str, dict[str, str | None]]
    articles: Mapping[str, set[str]]


def _accounts(connection: Connection, ids: tuple[str, ...], scope: Scope) -> _Accounts:
    told: dict[str, dict[str, str | None]] = {}
    gone: dict[str, dict[str, str | None]] = {}
    where: dict[str, set[str]] = {}
    hidden = scope.hidden
    columns = (event_accounts.c[name] for name in ("event_id", "account_id", "article_id", "root_id"))
    for event_id, account, article, root in fetched(connection, select(*columns).where(among(event_accounts.c.event_id, ids))):
        if article in hidden:
            gone.setdefault(event_id, {})[account] = root
        else:
            told.setdefault(event_id, {})[account] = root
            where.setdefault(event_id, set()).add(article)
    return _Accounts(told, gone, where)


def happenings(
    connection: Connection, ids: tuple[str, ...], scope: Scope, registered: Registered
) -> tuple[list[Happening], Names]:
    """Return these events by id with the names they need; one of which no account may be told is left out."""
    held = select(events.c.id, events.c.title, events.c.content, events.c.alarms)
    rows = fetched(connection, held.where(among(events.c.id, ids)).order_by(events.c.id))
    whole = [stored_event(content) for _, _, content, _ in rows]
    names = names_of_events(connection, whole, registered)
    accounts = _accounts(connection, ids, scope)
    states = select(review_queue.c.event_id, review_queue.c.state).where(among(review_queue.c.event_id, ids))
    review = dict(fetched(connection, states))
    alarms = _alarms(connection, ids, scope) if scope.hidden else {}
    found: list[Happening] = []
    for (key, title, content, raised), event in zip(rows, whole, strict=True):
        told, gone = accounts.told.get(key, {}), accounts.gone.get(key)
        left = event if gone is None else _left(content, told, gone, names)
        if left is not None:
            shown, warned = title if gone is None else left.title, alarms.get(key, 0) if scope.hidden else raised
            found.append(Happening(key, left, shown, told, len(accounts.articles.get(key, ())), warned, review.get(key)))
    return found, names


def _left(content: str, told: Mapping[str, str | None], gone: Mapping[str, str | None], names: Names) -> StoredEvent | None:
    """Return a stored event without what only some accounts give, ``None`` where nothing is left."""
    left = without_accounts(decode(Event, content), frozenset(gone), {**told, **gone}, names.name)
    return None if left is None else stored_event(encode(left))


def event_rows(connection: Connection, ids: tuple[str, ...], scope: Scope, registered: Registered) -> dict[str, list[Row]]:
    """Return the rows of these events and of all versions of their values."""
    found, names = happenings(connection, ids, scope, registered)
    known = registered.roots(connection, {root for one in found for root in one.content.roots})
    return {
        "events": [_event(one, names, known) for one in found],
        "event_values": [row for one in found for row in _value_rows(one, names)],
    }


def _alarms(connection: Connection, ids: tuple[str, ...], scope: Scope) -> dict[str, int]:
    """Return how many alarms each event has, of those whose sides may all be told."""
    asked = select(contradictions.c.event_id, contradictions.c.content).where(contradictions.c.rank < len(ALARMS))
    counted: dict[str, int] = {}
    for event_id, content in fetched(connection, asked.where(among(contradictions.c.event_id, ids))):
        if scope.hidden.isdisjoint(refers_to(content)):
            counted[event_id] = counted.get(event_id, 0) + 1
    return counted


def _event(one: Happening, names: Names, root_names: Mapping[str, Source]) -> Row:
    event = one.content
    roots, dates, killed, injured = event.roots, event.dates, event.killed, event.injured
    where = names.places([version.value for version in event.places])
    first = where[0][1] if where else None
    return (
        one.id,
        one.title,
        event.type,
        event.status,
        *(days(dates[0].value) if dates else NO_DAYS),
        [place.name for _, place in where],
        [key for key, _ in where],
        sorted({place.country for _, place in where if place.country}),
        *((None, None, None) if first is None else (first.lat, first.lon, first.precision)),
        *names.actors(event.agents),
        *names.actors(event.patients),
        *(ends(killed[0].value) if killed else NO_ENDS),
        *(ends(injured[0].value) if injured else NO_ENDS),
        [version.value for version in killed],
        [version.value for version in injured],
        len(event.accounts),
        one.articles,
        len(roots),
        roots,
        [root_names[root][2] if root in root_names else "" for root in roots],
        one.alarms,
        one.alarms > 0 or event.status in _DISPUTED,
        one.review,
    )


def _value_rows(one: Happening, names: Names) -> Iterator[Row]:
    event = one.content
    for field, versions in (
        ("type", event.types),
        ("status", event.statuses),
        ("date", event.dates),
        ("place", event.places),
        ("agent", event.agents),
        ("patient", event.patients),
        ("killed", event.killed),
        ("injured", event.injured),
    ):
        for rank, version in enumerate(versions, 1):
            value, accounts = version.value, version.accounts
            shown, key = names.of(value) if field in _NAMED else (value, None)
            date = days(value) if field == "date" else NO_DAYS
            bounds = ends(value) if field in _COUNTS else NO_ENDS
            yield (one.id, field, rank, shown, key, *date, *bounds, len(accounts), one.roots(accounts), accounts)
