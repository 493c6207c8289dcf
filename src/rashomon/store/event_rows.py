"""Rows of events: what questions filter by, what lists show, and their line of the full-text index."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, Table, select, text

from rashomon.model.actors import Actor
from rashomon.model.ledger import Contradiction, Event, Linked
from rashomon.model.places import Place
from rashomon.model.words import ALARMS, Role, Severity, Status
from rashomon.store.codec import encode
from rashomon.store.fulltext import folded
from rashomon.store.readings import batches
from rashomon.store.review.tables import review_kept
from rashomon.store.settling import Row
from rashomon.store.tables import contradictions, event_accounts, event_actors, event_places, events, findings
from rashomon.store.withheld import is_withheld, names_of, without_names

_SEVERITIES = tuple(Severity)
_INDEXED = text("SELECT rowid, title, names FROM event_index")
_ONE_INDEXED = text("SELECT title, names FROM event_index WHERE rowid = :number")
_FROM_INDEX = text("DELETE FROM event_index WHERE rowid = :number")
_TO_INDEX = text("INSERT INTO event_index (rowid, title, names) VALUES (:number, :title, :names)")


def event_rows(connection: Connection, linked: Linked) -> dict[Table, list[Row]]:
    """Return the rows of the events with their accounts, actors and places, and of the contradictions."""
    alarms, where, hidden = _alarms(linked.contradictions), _where(linked), _hidden(linked)
    return {
        events: [_event_row(event, where[event.id], alarms.get(event.id, 0), hidden) for event in linked.events],
        event_accounts: list(_account_rows(connection, linked)),
        event_actors: [row for event in linked.events for row in _actor_rows(event)],
        event_places: [row for event in linked.events for row in _place_rows(event, where[event.id])],
        contradictions: [_contradiction_row(one) for one in linked.contradictions],
    }


def index_events(connection: Connection, linked: Linked, gone: frozenset[int] | None = None) -> None:
    """Bring the full-text index over titles and the names of places and actors to the events that the table holds.

    Args:
        connection: to the ledger, in which the events are put.

        linked: the events, with their actors and places.

        gone: where those are not all events, the numbers of those that are no more; lines of others stay.
    """
    wanted = event_lines(connection, linked)
    held = indexed(connection, None if gone is None else wanted.keys() | gone)
    other = [{"number": number} for number, line in held.items() if wanted.get(number) != line]
    new = [{"number": number, "title": line[0], "names": line[1]} for number, line in wanted.items() if held.get(number) != line]
    if other:
        connection.execute(_FROM_INDEX, other)
    if new:
        connection.execute(_TO_INDEX, new)


def event_lines(connection: Connection, linked: Linked) -> dict[int, tuple[str, str]]:
    """Return the lines that the full-text index should have of these events, by their number in the table."""
    asked, numbers = select(events.c.id, events.c.number), dict[str, int]()
    for ids in batches(sorted(event.id for event in linked.events)):
        numbers.update((row.id, row.number) for row in connection.execute(asked.where(events.c.id.in_(ids))))
    actor_by_id = {actor.id: actor for actor in linked.actors if not is_withheld(actor)}
    where, hidden = _where(linked), _hidden(linked)
    return {
        numbers[event.id]: (
            folded(_title(event, hidden)),
            folded(" ".join([place.name for place in where[event.id]] + _actor_words(event, actor_by_id))),
        )
        for event in linked.events
    }


def indexed(connection: Connection, numbers: Iterable[int] | None) -> dict[int, tuple[str, str]]:
    """Return the lines of the index, all or those of some numbers."""
    if numbers is None:
        return {row.rowid: (row.title, row.names) for row in connection.execute(_INDEXED)}
    lines = ((number, connection.execute(_ONE_INDEXED, {"number": number}).one_or_none()) for number in sorted(numbers))
    return {number: (line.title, line.names) for number, line in lines if line is not None}


def _where(linked: Linked) -> dict[str, list[Place]]:
    place_by_id = {place.id: place for place in linked.places}
    return {event.id: _places(event, place_by_id) for event in linked.events}


def _places(event: Event, place_by_id: Mapping[str, Place]) -> list[Place]:
    """Return an event's places, best supported first, each once."""
    ids = dict.fromkeys(support.value for support in event.places)
    return [place_by_id[place_id] for place_id in ids if place_id in place_by_id]


def _place_rows(event: Event, where: list[Place]) -> Iterable[Row]:
    return ({"event_id": event.id, "place_id": place.id, "country": place.country} for place in where)


def _alarms(found: Iterable[Contradiction]) -> dict[str | None, int]:
    """Return the number of alarms of every event."""
    counted: dict[str | None, int] = {}
    for one in found:
        if one.severity in ALARMS:
            counted[one.event_id] = counted.get(one.event_id, 0) + 1
    return counted


def _hidden(linked: Linked) -> dict[str, tuple[str, ...]]:
    """Return the names of the private persons, by id."""
    return {actor.id: names_of(actor) for actor in linked.actors if is_withheld(actor)}


def _title(event: Event, hidden: Mapping[str, tuple[str, ...]]) -> str:
    """Return an event's title without the names of private persons."""
    ids = {support.value for support in (*event.agents, *event.patients)} & hidden.keys()
    return without_names(event.title, {name for key in ids for name in hidden[key]}) if ids else event.title


def _event_row(event: Event, where: list[Place], alarms: int, hidden: Mapping[str, tuple[str, ...]]) -> Row:
    date = event.date
    day = None if date is None else (date.first or date.last)
    return {
        "id": event.id,
        "title": _title(event, hidden),
        "type": event.type,
        "status": event.status,
        "date": None if date is None else str(date),
        "day": None if day is None else day.isoformat(),
        "month": None if day is None else day.isoformat()[:7],
        "places": encode(tuple(place.name for place in where)),
        "killed": encode(tuple(str(version.value) for version in event.killed)),
        "accounts": len(event.accounts),
        "independent": len(event.roots),
        "alarms": alarms,
        "disputed": alarms > 0 or event.status in {Status.DISPUTED, Status.DENIED},
        "content": encode(event),
    }


def _account_rows(connection: Connection, linked: Linked) -> Iterable[Row]:
    """Return an event's accounts with their articles and roots; accounts that no reading holds any more are left out."""
    article_by_account: dict[str, str] = {}
    for some in batches(sorted({account for event in linked.events for account in event.accounts})):
        told = select(findings.c.id, findings.c.article_id).where(findings.c.kind == "account", findings.c.id.in_(some))
        kept = select(review_kept.c.account_id, review_kept.c.article_id).where(review_kept.c.account_id.in_(some))
        for asked in (told, kept):
            article_by_account.update((account, article) for account, article in connection.execute(asked))
    root_by_account = {account: root.id for root in linked.roots for account in root.accounts}
    return (
        {
            "event_id": event.id,
            "account_id": account,
            "article_id": article_by_account[account],
            "root_id": root_by_account.get(account),
        }
        for event in linked.events
        for account in event.accounts
        if account in article_by_account
    )


def _actor_rows(event: Event) -> Iterable[Row]:
    for role, named in ((Role.AGENT, event.agents), (Role.PATIENT, event.patients)):
        for actor_id in dict.fromkeys(support.value for support in named):
            yield {"event_id": event.id, "actor_id": actor_id, "role": role}


def _actor_words(event: Event, actor_by_id: Mapping[str, Actor]) -> list[str]:
    """Return all names of an event's actors."""
    named = (actor_by_id[support.value] for support in (*event.agents, *event.patients) if support.value in actor_by_id)
    return [words for actor in named for words in (actor.name, *(alias.text for alias in actor.aliases))]


def _contradiction_row(one: Contradiction) -> Row:
    return {
        "id": one.id,
        "rank": _SEVERITIES.index(one.severity),
        "kind": one.kind,
        "event_id": one.event_id,
        "content": encode(one),
    }
