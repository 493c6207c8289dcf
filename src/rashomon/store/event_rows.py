"""Rows of events: what questions filter by, what lists show, and their line of the full-text index."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select, text

from rashomon.model.actors import Actor
from rashomon.model.ledger import Contradiction, Event, Linked
from rashomon.model.places import Place
from rashomon.model.words import ALARMS, Role, Severity, Status
from rashomon.store.codec import encode
from rashomon.store.fulltext import folded
from rashomon.store.linked_rows import fill
from rashomon.store.tables import contradictions, event_accounts, event_actors, event_places, events, findings

_SEVERITIES = tuple(Severity)
_TO_INDEX = text("INSERT INTO event_index (rowid, title, names) VALUES (:number, :title, :names)")


def put_events(connection: Connection, linked: Linked) -> None:
    """Insert the events with their accounts, actors and places, and the contradictions; index their words anew."""
    place_by_id = {place.id: place for place in linked.places}
    alarms = _alarms(linked.contradictions)
    where = {event.id: _places(event, place_by_id) for event in linked.events}
    numbered = list(enumerate(linked.events, start=1))
    fill(connection, events, (_event_row(number, event, where[event.id], alarms.get(event.id, 0)) for number, event in numbered))
    fill(connection, event_accounts, _account_rows(connection, linked))
    fill(connection, event_actors, (row for event in linked.events for row in _actor_rows(event)))
    fill(connection, event_places, (row for event in linked.events for row in _place_rows(event, where[event.id])))
    fill(connection, contradictions, (_contradiction_row(one) for one in linked.contradictions))
    _index(connection, linked, where)


def _index(connection: Connection, linked: Linked, where: Mapping[str, list[Place]]) -> None:
    """Replace the full-text index over titles and the names of places and actors."""
    connection.execute(text("DELETE FROM event_index"))
    actor_by_id = {actor.id: actor for actor in linked.actors}
    lines = [
        {
            "number": number,
            "title": folded(event.title),
            "names": folded(" ".join([place.name for place in where[event.id]] + _actor_words(event, actor_by_id))),
        }
        for number, event in enumerate(linked.events, start=1)
    ]
    if lines:
        connection.execute(_TO_INDEX, lines)


def _places(event: Event, place_by_id: Mapping[str, Place]) -> list[Place]:
    """Return an event's places, best supported first, each once."""
    ids = dict.fromkeys(support.value for support in event.places)
    return [place_by_id[place_id] for place_id in ids if place_id in place_by_id]


def _place_rows(event: Event, where: list[Place]) -> Iterable[dict[str, Any]]:
    return ({"event_id": event.id, "place_id": place.id, "country": place.country} for place in where)


def _alarms(found: Iterable[Contradiction]) -> dict[str | None, int]:
    """Return the number of alarms of every event."""
    counted: dict[str | None, int] = {}
    for one in found:
        if one.severity in ALARMS:
            counted[one.event_id] = counted.get(one.event_id, 0) + 1
    return counted


def _event_row(number: int, event: Event, where: list[Place], alarms: int) -> dict[str, Any]:
    date = event.date
    day = None if date is None else (date.first or date.last)
    return {
        "number": number,
        "id": event.id,
        "title": event.title,
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


def _account_rows(connection: Connection, linked: Linked) -> Iterable[dict[str, Any]]:
    """Return an event's accounts with their articles and roots; accounts that no reading holds any more are left out."""
    asked = select(findings.c.id, findings.c.article_id).where(findings.c.kind == "account")
    article_by_account = {row.id: row.article_id for row in connection.execute(asked)}
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


def _actor_rows(event: Event) -> Iterable[dict[str, Any]]:
    for role, named in ((Role.AGENT, event.agents), (Role.PATIENT, event.patients)):
        for actor_id in dict.fromkeys(support.value for support in named):
            yield {"event_id": event.id, "actor_id": actor_id, "role": role}


def _actor_words(event: Event, actor_by_id: Mapping[str, Actor]) -> list[str]:
    """Return all names of an event's actors."""
    named = (actor_by_id[support.value] for support in (*event.agents, *event.patients) if support.value in actor_by_id)
    return [words for actor in named for words in (actor.name, *(alias.text for alias in actor.aliases))]


def _contradiction_row(one: Contradiction) -> dict[str, Any]:
    return {
        "id": one.id,
        "rank": _SEVERITIES.index(one.severity),
        "kind": one.kind,
        "event_id": one.event_id,
        "content": encode(one),
    }
