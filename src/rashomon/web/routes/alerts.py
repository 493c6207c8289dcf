"""Alerts: what one watches, what came of it, and the feeds of it. A feed's address is its own key."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from rashomon.model.errors import NotFoundError, RashomonError
from rashomon.model.marks import Mark
from rashomon.model.words import ContradictionKind, Severity
from rashomon.pipeline.alerting.wishing import LONGEST as LONGEST_NAME
from rashomon.pipeline.alerting.wishing import TOLLS
from rashomon.store.alerts.contract import Alert, Digest, Sending, Watch, WatchKind
from rashomon.store.topics.questions import question_in
from rashomon.store.views import Question
from rashomon.web.addresses import question_address
from rashomon.web.alerted import alerts_of, owner_of, tower_of, watch_of, watches_of, wished
from rashomon.web.answers import answer
from rashomon.web.asked import LONGEST, Asked
from rashomon.web.pages import desk_of, ledger_of
from rashomon.web.people.access import access_of, visit_of
from rashomon.web.watching import Filled, feed_address, line_of, name_of

router = APIRouter()
#: Alerts on one page and in one feed.
PAGE, FED = 30, 50
_Text = Annotated[str, Form(max_length=4 * LONGEST)]
_Hour = Annotated[str, Form(pattern=r"^(([01]\d|2[0-3]):[0-5]\d)?$")]


@dataclass(frozen=True, slots=True)
class AlertsView:
    """What the page of alerts shows: alerts newest first, watches, and messages that are under way or failed."""

    alerts: tuple[Alert, ...]
    watches: tuple[Watch, ...]
    messages: tuple[Sending, ...]


@router.get("/alerts", name="alerts")
def alerts(
    request: Request, before: Annotated[int | None, Query(ge=1)] = None, everyone: Annotated[str, Query(max_length=1)] = ""
) -> Response:
    """Show one's alerts and watches; to who keeps the accounts also everybody's, without the keys of their feeds."""
    tower, visit = tower_of(request), visit_of(request)
    owner = owner_of(visit, everyone=bool(everyone))
    found, older = alerts_of(tower, visit, owner, before, PAGE)
    watches = watches_of(tower, visit, owner)
    view = AlertsView(found, watches, tower.alerts.sendings(owner))
    return answer(
        request,
        "alerts.html",
        view,
        lines={one.id: line_of(one) for one in watches},
        feed=feed_address(tower.alerts.feed_secret(visit.person.name)),
        older=older,
        kinds=tuple(kind for kind in WatchKind if kind not in (WatchKind.TOPIC, WatchKind.EVENT)),
        everyone=owner is None,
    )


@router.get("/alerts/watch", name="new_watch")
def new_watch(
    request: Request,
    asked: Asked,
    kind: WatchKind = WatchKind.SEARCH,
    topic: Annotated[str, Query(max_length=LONGEST)] = "",
    ref: Annotated[str, Query(max_length=LONGEST)] = "",
    source: Annotated[str, Query(max_length=LONGEST)] = "",
) -> Response:
    """Show the form of a watch, filled in as far as the address says."""
    tower_of(request)
    ledger = ledger_of(request)
    found = ledger.desk.topics.topic(topic) if topic else None
    question = question_in(found.question) if found is not None else replace(asked, page=1)
    actor = ledger.actor_page(question.actor).actor.name if question.actor else None
    title = ledger.event(ref).line.title if kind is WatchKind.EVENT else ""
    filled = Filled(kind, (title or name_of(kind, question, found, ref, actor))[:LONGEST_NAME], ref, source)
    return _form(request, filled, question)


def _form(request: Request, filled: Filled, question: Question, wrong: str | None = None) -> Response:
    """Return the form of a watch, with what is wrong with it."""
    tower, visit = tower_of(request), visit_of(request)
    return answer(
        request,
        "watch.html",
        filled,
        status=200 if wrong is None else 422,
        wrong=wrong,
        question=question_address(question, "").removeprefix("?"),
        search=None if question == Question() else question_address(question),
        channels=tower.settings().of(visit.person.name),
        clashes=tuple(ContradictionKind),
        severities=tuple(Severity)[:4],
        tolls=TOLLS,
        digests=tuple(Digest),
        marks=tuple(mark for mark in Mark if mark.within(visit.clearance)),
        sources=access_of(request).collecting,
    )


@router.post("/alerts/watches", name="make_watch")
def make(
    request: Request,
    kind: Annotated[WatchKind, Form()],
    name: _Text = "",
    question: _Text = "",
    ref: _Text = "",
    source: _Text = "",
    what: _Text = "killed",
    at_least: _Text = "",
    roots: Annotated[int, Form(ge=1, le=1000)] = 1,
    clash: _Text = "",
    severity: _Text = "",
    channels: Annotated[tuple[str, ...], Form()] = (),
    zone: _Text = "UTC",
    quiet_from: _Hour = "",
    quiet_to: _Hour = "",
    digest: Annotated[Digest, Form()] = Digest.NONE,
    at: _Hour = "08:00",
    day: Annotated[int, Form(ge=0, le=6)] = 0,
    at_most: Annotated[int, Form(ge=1, le=1000)] = 20,
    clearance: Annotated[Mark, Form()] = Mark.CLEAR,
) -> Response:
    """Watch for something from now on; a form that cannot be watched comes back with what is wrong."""
    tower, visit, asked = tower_of(request), visit_of(request), question_in(question)
    shared = (kind, name, ref, source, what, _number(at_least), roots, clash, severity, channels)
    filled = Filled(*shared, zone, quiet_from, quiet_to, digest, at, day, at_most, clearance)
    try:
        wish = wished(tower, visit, filled, asked, ledger_of(request))
    except RashomonError as error:
        return _form(request, filled, asked, str(error))
    tower.alerts.watch(wish, datetime.now(UTC))
    return RedirectResponse("/alerts#watches", status_code=303)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


@router.post("/alerts/watches/{watch_id}/delete", name="delete_watch")
def delete(request: Request, watch_id: str) -> Response:
    """Forget one's watch; who keeps the accounts may forget anybody's."""
    tower, visit = tower_of(request), visit_of(request)
    tower.alerts.unwatch(watch_of(tower, visit, watch_id).id)
    return RedirectResponse("/alerts#watches", status_code=303)


@router.post("/alerts/feed", name="renew_feed")
def renew(request: Request) -> Response:
    """Give one's own feed another address; the old one ends."""
    tower_of(request).alerts.feed_secret(visit_of(request).person.name, renew=True)
    return RedirectResponse("/alerts#feed", status_code=303)


@router.get("/alerts/feed/{secret}.atom", name="alert_feed")
def feed(request: Request, secret: str) -> Response:
    """Give the newest alerts of a watch, or of all of a person's, as an Atom feed; no login, the address is the key."""
    tower, access, desk = tower_of(request), access_of(request), desk_of(request)
    owner, watch, told = tower.alerts.feed(secret, FED)
    if access.has_login and owner not in {one.name for one in access.people.people() if one.active}:
        raise NotFoundError("feed", "of this address")
    root = str(request.base_url).rstrip("/")
    known = {"name": watch or desk.say("alerts.of", who=owner), "alerts": told, "root": root}
    updated = told[0].at if told else datetime.fromtimestamp(0, UTC).isoformat(timespec="seconds")
    shown = desk.render(request, "alerts.atom", updated=updated, **known)
    return Response(shown, media_type="application/atom+xml", headers={"Cache-Control": "private", "X-Robots-Tag": "noindex"})
