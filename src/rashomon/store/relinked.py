"""Change what linking made: rows of what was made anew are compared with those that the ledger holds, all others stay."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection, Integer, Table, cast, func, select
from sqlalchemy.exc import IntegrityError

from rashomon.linking.relinking.contract import Change
from rashomon.model.actors import Actor
from rashomon.model.errors import LedgerError
from rashomon.model.ledger import Contradiction, Event, Linked, Root
from rashomon.model.places import Place
from rashomon.store.codec import decode
from rashomon.store.event_rows import event_rows, index_events
from rashomon.store.linked import all_linked, finish
from rashomon.store.linked_rows import link_rows, registry_rows
from rashomon.store.readings import batches
from rashomon.store.review.filling import awaiting, fill_queue, is_outdated
from rashomon.store.settling import Row, Within, settle
from rashomon.store.tables import (
    LINKED,
    actor_links,
    actor_names,
    actors,
    contradictions,
    event_accounts,
    event_actors,
    event_places,
    events,
    place_links,
    place_months,
    places,
    roots,
    series,
)
from rashomon.store.today.log import keep_changes
from rashomon.store.withheld import is_withheld

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Scope:
    """Which rows a change may touch: of events, by their ids; of contradictions, those that are put or gone, by theirs."""

    events: frozenset[str]
    contradictions: frozenset[str]


def put_change(connection: Connection, change: Change, digest: str) -> None:
    """Make a change of what linking made, and clear the faults of linking.

    Raises:
        LedgerError: it speaks of articles, actors or places that neither it nor the ledger holds.
    """
    clashes = frozenset(one.id for one in change.contradictions) | change.gone["contradictions"]
    shown = _shown_otherwise(connection, change, clashes) | (awaiting(connection) - change.gone["events"])
    shown -= {event.id for event in change.events}
    told = _beside(connection, change, shown)
    scope = _Scope(frozenset(event.id for event in told.events) | change.gone["events"], clashes)
    among = frozenset(connection.scalars(select(events.c.number).where(events.c.id.in_(change.gone["events"]))))
    wanted = _wanted(connection, change, told, clashes)
    keep_changes(connection, told, wanted[event_accounts])
    try:
        settle(connection, wanted, [table for table in LINKED if table is not place_months], _within(change, scope))
    except IntegrityError as error:
        raise LedgerError(f"what was linked does not fit the ledger: {error.orig} (try: rashomon update)") from error
    settle(connection, {place_months: _months(connection)}, [place_months])
    index_events(connection, told, among)
    if is_outdated(connection):
        fill_queue(connection, all_linked(connection))
    else:
        fill_queue(connection, told, scope.events)
    finish(connection, digest)


def _wanted(connection: Connection, change: Change, told: Linked, clashes: frozenset[str]) -> dict[Table, list[Row]]:
    """Return the rows to put; those of contradictions that only count for an event are left out."""
    own = change.linked
    wanted = registry_rows(own) | link_rows(own) | event_rows(connection, told)
    wanted[contradictions] = [row for row in wanted[contradictions] if row["id"] in clashes]
    return wanted


def _within(change: Change, scope: _Scope) -> dict[Table, Within]:
    """Return by which ids the rows of each table are among those that the change is about; copies are all put."""
    articles = frozenset((*change.articles, *change.lost))
    several = {
        name: frozenset(one.id for one in made) | change.gone[name]
        for name, made in (
            ("actors", change.actors),
            ("places", change.places),
            ("roots", change.roots),
            ("series", change.series),
        )
    }
    return {
        actors: Within(actors.c.id, several["actors"]),
        actor_names: Within(actor_names.c.actor_id, several["actors"]),
        places: Within(places.c.id, several["places"]),
        actor_links: Within(actor_links.c.article_id, articles),
        place_links: Within(place_links.c.article_id, articles),
        roots: Within(roots.c.id, several["roots"]),
        series: Within(series.c.id, several["series"]),
        contradictions: Within(contradictions.c.id, scope.contradictions),
        events: Within(events.c.id, scope.events),
        event_accounts: Within(event_accounts.c.event_id, scope.events),
        event_actors: Within(event_actors.c.event_id, scope.events),
        event_places: Within(event_places.c.event_id, scope.events),
    }


def _shown_otherwise(connection: Connection, change: Change, clashes: frozenset[str]) -> frozenset[str]:
    """Return the events that were not made anew, but of which other alarms or names are to be shown."""
    found = {one.event_id for one in change.contradictions if one.event_id is not None}
    for ids in batches(sorted(clashes)):
        asked = select(contradictions.c.event_id).where(contradictions.c.id.in_(ids), contradictions.c.event_id.is_not(None))
        found.update(connection.scalars(asked))
    was = {actor.id: actor for actor in held(connection, actors, Actor, (actor.id for actor in change.actors))}
    other = [actor.id for actor in change.actors if actor.id in was and _called(actor) != _called(was[actor.id])]
    for ids in batches(sorted(other)):
        found.update(connection.scalars(select(event_actors.c.event_id).where(event_actors.c.actor_id.in_(ids))))
    return frozenset(found) - change.gone["events"]


def _called(actor: Actor) -> tuple[object, ...]:
    """How an actor is shown in events, and found."""
    return actor.name, is_withheld(actor), actor.listed, [alias.text for alias in actor.aliases]


def _beside(connection: Connection, change: Change, shown: frozenset[str]) -> Linked:
    """Return the events whose rows are made, with all that these rows are made of."""
    told = (*change.events, *held(connection, events, Event, shown))
    clashes: list[Contradiction] = []
    for ids in batches(sorted(event.id for event in told)):
        asked = select(contradictions.c.content).where(contradictions.c.event_id.in_(ids))
        clashes += (decode(Contradiction, content) for content in connection.scalars(asked))
    new = {one.id for one in change.contradictions} | change.gone["contradictions"]
    named = {support.value for event in told for support in (*event.agents, *event.patients)}
    where = {support.value for event in told for support in event.places}
    behind = {root for event in told for root in event.roots}
    return Linked(
        actors=_both(change.actors, held(connection, actors, Actor, named)),
        places=_both(change.places, held(connection, places, Place, where)),
        roots=_both(change.roots, held(connection, roots, Root, behind)),
        events=tuple(sorted(told, key=lambda event: event.id)),
        contradictions=(*change.contradictions, *(one for one in clashes if one.id not in new)),
        series=change.series,
    )


Made = TypeVar("Made", Actor, Place, Root)


def _both(made: Iterable[Made], others: Iterable[Made]) -> tuple[Made, ...]:
    """Return what was made and what the ledger holds, by id; of one id what was made."""
    by_id: dict[str, Made] = {one.id: one for one in others}
    by_id.update((one.id, one) for one in made)
    return tuple(by_id[key] for key in sorted(by_id))


def held(connection: Connection, table: Table, kind: type[T], ids: Iterable[str]) -> tuple[T, ...]:
    """Return those of these things that the ledger holds."""
    found: list[T] = []
    for some in batches(sorted(set(ids))):
        found += (decode(kind, text) for text in connection.scalars(select(table.c.content).where(table.c.id.in_(some))))
    return tuple(found)


def _months(connection: Connection) -> list[Row]:
    """Return how many events each place has in each month, as `rashomon.store.pages.monthly` counts them."""
    month = func.coalesce(events.c.month, "")
    counted = (func.count().label("events"), func.sum(cast(events.c.disputed, Integer)).label("disputed"))
    asked = select(event_places.c.place_id, month.label("month"), events.c.type, *counted)
    asked = asked.join(events, events.c.id == event_places.c.event_id).group_by(event_places.c.place_id, month, events.c.type)
    return [dict(row) for row in connection.execute(asked).mappings()]
