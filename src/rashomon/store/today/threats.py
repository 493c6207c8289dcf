"""Threats, warnings and demands whose deadline passes, and what the ledger has of who made them since."""

from datetime import date

from sqlalchemy import Connection, func, select

from rashomon.model.words import EventType, Role, Status
from rashomon.store.lines import EVENT_COLUMNS, event_lines
from rashomon.store.search.claim_views import views_by_number
from rashomon.store.search.tables import claims
from rashomon.store.tables import event_actors, events
from rashomon.store.today.views import Threat
from rashomon.store.views import ClaimView, EventLine

#: Events that are shown beside a threat.
SHOWN = 3
_UNREAL = tuple(status.value for status in (Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED))


def threats(connection: Connection, first: date, day: date, last: date, at_most: int) -> tuple[Threat, ...]:
    """Return what names a deadline from the first day to the last, the earliest first; up to ``day`` it has passed."""
    asked = select(claims.c.number, claims.c.deadline).where(
        claims.c.deadline >= first.isoformat(), claims.c.deadline <= last.isoformat()
    )
    rows = connection.execute(asked.order_by(claims.c.deadline, claims.c.number).limit(at_most)).all()
    deadlines = {row.number: date.fromisoformat(row.deadline) for row in rows}
    views = views_by_number(connection, tuple(deadlines))
    return tuple(_threat(connection, views[n], until, day) for n, until in deadlines.items() if n in views)


def _threat(connection: Connection, view: ClaimView, until: date, day: date) -> Threat:
    actor, told = _actor(view), (view.article.published or "")[:10]
    if actor is None or not told:
        return Threat(view, until, until < day, actor)
    return Threat(view, until, until < day, actor, *_since(connection, actor, told, day))


def _since(connection: Connection, actor_id: str, told: str, day: date) -> tuple[int, tuple[EventLine, ...]]:
    """Return how many events after the day it was told have the actor as who did it, up to ``day``, and the first of them."""
    acted = select(event_actors.c.event_id).where(
        event_actors.c.event_id == events.c.id, event_actors.c.actor_id == actor_id, event_actors.c.role == Role.AGENT.value
    )
    days = events.c.day > told, events.c.day <= day.isoformat()
    which = (*days, events.c.status.not_in(_UNREAL), events.c.type.concat("") != EventType.THREAT.value, acted.exists())
    shown = select(*EVENT_COLUMNS).where(*which).order_by(events.c.day, events.c.id).limit(SHOWN)
    counted = connection.scalar(select(func.count()).select_from(events).where(*which)) or 0
    return counted, event_lines(connection, shown)


def _actor(view: ClaimView) -> str | None:
    """Return the id of the actor that threatens, ``None`` where it is not linked to one."""
    return view.source.id if view.source.id is not None and view.source.id.startswith("act-") else None
