"""Which alerts and watches a visit sees: one's own, to who keeps the accounts everybody's, and none above the clearance."""

from dataclasses import replace

from fastapi import HTTPException, Request

from rashomon.model.errors import NotFoundError
from rashomon.model.marks import Mark
from rashomon.model.people import Right
from rashomon.pipeline.alerting.wishing import checked_wish
from rashomon.store.alerts.contract import Alert, Watch, Wish
from rashomon.store.contract import Questions
from rashomon.store.views import Question
from rashomon.web.people.access import Visit, access_of
from rashomon.web.watching import Filled, Watchtower, wish_of


def tower_of(request: Request) -> Watchtower:
    """Return the alerts of the desk. Raises HTTPException 404 where it keeps none."""
    tower = access_of(request).alerts
    if tower is None:
        raise HTTPException(404, request.app.state.desk.say("api.no_alerts"))
    return tower


def owner_of(visit: Visit, *, everyone: bool) -> str | None:
    """Return whose alerts a visit asks for; ``None`` is everybody's, for who keeps the accounts only."""
    return None if everyone and visit.may(Right.MANAGE) else visit.person.name


def watches_of(tower: Watchtower, visit: Visit, owner: str | None) -> tuple[Watch, ...]:
    """Return watches, oldest first; the key of a feed only of one's own that tells no more than this visit may see."""
    held = tower.alerts.watches(owner)
    return tuple(one if _is_open(one, visit) else replace(one, secret="") for one in held)


def _is_open(watch: Watch, visit: Visit) -> bool:
    return watch.wish.owner == visit.person.name and watch.wish.clearance.within(visit.clearance)


def alerts_of(
    tower: Watchtower, visit: Visit, owner: str | None, before: int | None, at_most: int
) -> tuple[tuple[Alert, ...], int | None]:
    """Return alerts, newest first, and what ``before`` must be to see older ones, ``None`` at the end.

    A watch may tell more than this visit may see: it was made by a session, and a token asks; or the role became a lesser one.
    """
    found = tower.alerts.alerts(owner, before, at_most + 1)
    seen = {one.id for one in tower.alerts.watches(owner) if one.wish.clearance.within(visit.clearance)}
    shown = tuple(one for one in found[:at_most] if one.watch_id in seen)
    return shown, found[at_most - 1].number if len(found) > at_most else None


def own_secret(tower: Watchtower, visit: Visit, *, renew: bool = False) -> str | None:
    """Return the key of the feed of all one's alerts, ``None`` where one of one's watches tells more than this visit may see."""
    may = visit.by is None or visit.clearance == Mark.RED
    return tower.alerts.feed_secret(visit.person.name, renew=renew) if may else None


def wished(tower: Watchtower, visit: Visit, filled: Filled, question: Question, ledger: Questions) -> Wish:
    """Return the wish of a filled form.

    Raises:
        HTTPException: 403, it would tell more than who asks may see.

        RashomonError: it cannot be watched.
    """
    if not filled.clearance.within(visit.clearance):
        raise HTTPException(403)
    return checked_wish(wish_of(filled, visit.person.name, question, ledger), tower.settings())


def watch_of(tower: Watchtower, visit: Visit, watch_id: str) -> Watch:
    """Return a watch that this visit may end: one's own, to who keeps the accounts anybody's. Raises NotFoundError."""
    held = tower.alerts.watches(owner_of(visit, everyone=True))
    found = next((one for one in held if one.id == watch_id), None)
    if found is None:
        raise NotFoundError("watch", watch_id)
    return found
