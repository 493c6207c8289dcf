"""Threats, warnings and demands whose deadline passes."""

from datetime import date

from sqlalchemy import Connection, select

from rashomon.store.search.claim_views import views_by_number
from rashomon.store.search.tables import claims
from rashomon.store.today.views import Threat
from rashomon.store.views import ClaimView


def threats(connection: Connection, first: date, day: date, last: date, at_most: int) -> tuple[Threat, ...]:
    """Return what names a deadline from the first day to the last, the earliest first; up to ``day`` it has passed."""
    asked = select(claims.c.number, claims.c.deadline).where(
        claims.c.deadline >= first.isoformat(), claims.c.deadline <= last.isoformat()
    )
    rows = connection.execute(asked.order_by(claims.c.deadline, claims.c.number).limit(at_most)).all()
    deadlines = {row.number: date.fromisoformat(row.deadline) for row in rows}
    views = views_by_number(connection, tuple(deadlines))
    return tuple(Threat(views[n], until, until < day, _actor(views[n])) for n, until in deadlines.items() if n in views)


def _actor(view: ClaimView) -> str | None:
    """Return the id of the actor that threatens, ``None`` where it is not linked to one."""
    return view.source.id if view.source.id is not None and view.source.id.startswith("act-") else None
