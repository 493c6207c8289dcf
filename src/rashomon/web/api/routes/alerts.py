"""What one watches and what came of it, as the desk's page of alerts has it."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from rashomon.model.errors import NotFoundError, RashomonError
from rashomon.model.marks import Mark
from rashomon.model.words import ContradictionKind, Severity
from rashomon.pipeline.alerting.settings import ChannelKind
from rashomon.pipeline.alerting.wishing import LONGEST as LONGEST_NAME
from rashomon.pipeline.alerting.wishing import checked_wish
from rashomon.store.alerts.contract import Alert, Digest, Rhythm, Sending, Watch, WatchKind, Wish
from rashomon.store.contract import Questions
from rashomon.store.topics.questions import question_in
from rashomon.web.alerted import alerts_of, own_secret, owner_of, tower_of, watch_of, watches_of, wished
from rashomon.web.api.typed import Typed
from rashomon.web.asked import LONGEST
from rashomon.web.pages import ledger_of
from rashomon.web.people.access import visit_of
from rashomon.web.watching import Filled, asked_of, feed_address, subjects_of

router = APIRouter(route_class=Typed, tags=["alerts"])
_MOST_CHANNELS = 20
_Text = Annotated[str, Field(max_length=LONGEST)]
_Name = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
_Hour = Annotated[str, Field(pattern=r"^(([01]\d|2[0-3]):[0-5]\d)?$")]
_Channels = Annotated[list[_Text], Field(max_length=_MOST_CHANNELS)]
_Most = Annotated[int, Field(ge=1, le=1000)]
_Weekday = Annotated[int, Field(ge=0, le=6)]
#: Fields of a wish that say what it looks for, and may be changed as they are.
_LOOKS = frozenset({"what", "at_least", "roots", "clash", "severity", "clearance"})


@dataclass(frozen=True, slots=True)
class AlertsTold:
    """Alerts, newest first; ``older`` is what ``before`` must be to see those before them."""

    alerts: tuple[Alert, ...]
    older: int | None


@dataclass(frozen=True, slots=True)
class WatchTold:
    """A watch: what is wished for, and the path of its feed, ``None`` where who asks may not have it. The path is a key."""

    id: str
    wish: Wish
    made_at: str
    feed: str | None


@dataclass(frozen=True, slots=True)
class FeedTold:
    """The path of the feed of all one's alerts; ``None`` where a token sees less than one's watches tell. The path is a key."""

    feed: str | None


@dataclass(frozen=True, slots=True)
class ChannelTold:
    """A way out that the ledger's own file of channels has."""

    name: str
    kind: ChannelKind


class NewWatch(BaseModel):
    """What is to be watched, as the desk's form has it.

    Args:
        question: what stands behind the ? of a search's address: the events that count.

        ref: an event's id, a series' quantity, or the address of a source that may fall silent; ``source`` who says a series.

        what: of a toll what is counted, ``at_least`` the value to be reached, ``roots`` on how many independent roots.

        zone: the time zone of the hours; ``quiet_from``, ``quiet_to``, ``at`` as 22:00; ``day`` 0 is Monday.

        clearance: captures marked above it are not told.
    """

    model_config = ConfigDict(extra="forbid")

    kind: WatchKind
    name: _Name
    question: Annotated[str, Field(max_length=4 * LONGEST)] = ""
    ref: _Text = ""
    source: _Text = ""
    what: _Text = "killed"
    at_least: Annotated[float, Field(allow_inf_nan=False)] | None = None
    roots: _Most = 1
    clash: ContradictionKind | None = None
    severity: Severity | None = None
    channels: _Channels = []
    zone: _Text = "UTC"
    quiet_from: _Hour = ""
    quiet_to: _Hour = ""
    digest: Digest = Digest.NONE
    at: _Hour = "08:00"
    day: _Weekday = 0
    at_most: _Most = 20
    clearance: Mark = Mark.CLEAR

    def filled(self) -> Filled:
        """Return it as a form."""
        shared = (self.kind, self.name, self.ref, self.source, self.what, self.at_least, self.roots)
        clash, severity = (self.clash.value if self.clash else ""), (self.severity.value if self.severity else "")
        hours = (self.zone, self.quiet_from, self.quiet_to, self.digest, self.at, self.day, self.at_most)
        return Filled(*shared, clash, severity, tuple(self.channels), *hours, self.clearance)


class WatchChange(BaseModel):
    """What is to change of a watch; what is left out stays, and so does its kind.

    Args:
        question, ref, source, what, at_least, roots, clash, severity, clearance: what it looks for, as in a new watch. What
            stands so already is taken as told, and what it told is not told again.
    """

    model_config = ConfigDict(extra="forbid")

    name: _Name | None = None
    channels: _Channels | None = None
    zone: _Text | None = None
    quiet: Annotated[str, Field(pattern=r"^(\d\d:\d\d-\d\d:\d\d)?$")] | None = None
    digest: Digest | None = None
    at: _Hour | None = None
    day: _Weekday | None = None
    at_most: _Most | None = None
    question: Annotated[str, Field(max_length=4 * LONGEST)] | None = None
    ref: _Text | None = None
    source: _Text = ""
    what: _Text | None = None
    at_least: Annotated[float, Field(allow_inf_nan=False)] | None = None
    roots: _Most | None = None
    clash: ContradictionKind | None = None
    severity: Severity | None = None
    clearance: Mark | None = None

    def of(self, wish: Wish, ledger: Questions) -> Wish:
        """Return a wish with these changes. Raises NotFoundError where its event is not there."""
        stated = self.model_dump(exclude_none=True)
        rhythm = replace(wish.rhythm, **{key: value for key, value in stated.items() if key in Rhythm.__slots__})
        looks = {key: value for key, value in stated.items() if key in _LOOKS}
        question = wish.question if self.question is None else asked_of(wish.kind, question_in(self.question))
        subjects = wish.subjects if self.ref is None else subjects_of(wish.kind, self.ref, self.source, ledger)
        channels = wish.channels if self.channels is None else tuple(self.channels)
        name = self.name or wish.name
        return replace(wish, name=name, channels=channels, rhythm=rhythm, question=question, subjects=subjects, **looks)


def _told(watch: Watch) -> WatchTold:
    return WatchTold(watch.id, watch.wish, watch.made_at, feed_address(watch.secret) if watch.secret else None)


@router.get("/alerts")
def alerts(
    request: Request,
    before: Annotated[int | None, Query(ge=1, le=2**53)] = None,
    size: Annotated[int, Query(ge=1, le=100)] = 30,
    everyone: bool = False,
) -> AlertsTold:
    """Give one's alerts, newest first, as they may be told now; to who keeps the accounts everybody's, if asked for."""
    tower, visit = tower_of(request), visit_of(request)
    return AlertsTold(*alerts_of(tower, visit, owner_of(visit, everyone=everyone), before, size))


@router.get("/alerts/messages")
def messages(request: Request, everyone: bool = False) -> tuple[Sending, ...]:
    """Say how the newest messages with alerts stand: waiting, sent, given up, and why."""
    return tower_of(request).alerts.sendings(owner_of(visit_of(request), everyone=everyone))


@router.get("/alerts/channels")
def channels(request: Request) -> tuple[ChannelTold, ...]:
    """Give the ways out that one may use; only who can write into the ledger's folder adds one."""
    try:
        found = tower_of(request).settings().of(visit_of(request).person.name)
    except RashomonError as error:
        raise HTTPException(422, str(error)) from error
    return tuple(ChannelTold(one.name, one.kind) for one in found)


@router.get("/alerts/feed")
def feed(request: Request) -> FeedTold:
    """Give the path of the feed of all one's alerts."""
    return _feed(request, renew=False)


@router.post("/alerts/feed")
def renew(request: Request) -> FeedTold:
    """Give that feed another path; the old one ends."""
    return _feed(request, renew=True)


def _feed(request: Request, *, renew: bool) -> FeedTold:
    secret = own_secret(tower_of(request), visit_of(request), renew=renew)
    return FeedTold(None if secret is None else feed_address(secret))


@router.get("/watches")
def watches(request: Request, everyone: bool = False) -> tuple[WatchTold, ...]:
    """Give one's watches, oldest first; to who keeps the accounts everybody's, without the keys of their feeds."""
    tower, visit = tower_of(request), visit_of(request)
    return tuple(_told(one) for one in watches_of(tower, visit, owner_of(visit, everyone=everyone)))


@router.post("/watches", status_code=201)
def watch(request: Request, new: NewWatch) -> WatchTold:
    """Watch for something from now on; what stands so already is taken as told."""
    tower, visit = tower_of(request), visit_of(request)
    try:
        wish = wished(tower, visit, new.filled(), question_in(new.question), ledger_of(request))
    except NotFoundError:
        raise
    except RashomonError as error:
        raise HTTPException(422, str(error)) from error
    return _told(tower.alerts.watch(wish, datetime.now(UTC)))


@router.patch("/watches/{watch_id}")
def change(request: Request, watch_id: str, wanted: WatchChange) -> WatchTold:
    """Change what one's watch looks for, or how it is heard: its name, channels, hours and digest."""
    tower, visit = tower_of(request), visit_of(request)
    held = next((one for one in watches_of(tower, visit, visit.person.name) if one.id == watch_id), None)
    if held is None:
        raise NotFoundError("watch", watch_id)
    if not (held.wish.clearance.within(visit.clearance) and (wanted.clearance or Mark.CLEAR).within(visit.clearance)):
        raise HTTPException(403)
    try:
        wish = checked_wish(wanted.of(held.wish, ledger_of(request)), tower.settings())
    except NotFoundError:
        raise
    except RashomonError as error:
        raise HTTPException(422, str(error)) from error
    return _told(tower.alerts.change(held, wish, datetime.now(UTC)))


@router.delete("/watches/{watch_id}", status_code=204)
def end(request: Request, watch_id: str) -> Response:
    """Forget a watch with its alerts: one's own; who keeps the accounts may forget anybody's."""
    tower = tower_of(request)
    tower.alerts.unwatch(watch_of(tower, visit_of(request), watch_id).id)
    return Response(status_code=204)
