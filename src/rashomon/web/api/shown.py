"""What the API shows that no page's view has ready: two values together, or a decision without the words it stands on."""

from dataclasses import dataclass

from rashomon.model.ledger import Contradiction
from rashomon.model.places import Place
from rashomon.store.pages.views import Disputed
from rashomon.store.review.views import EventReview, Logged, LogPage
from rashomon.store.topics.topics import Topic
from rashomon.store.views import EventLine, EventView
from rashomon.web.api.cursors import Listing
from rashomon.web.review.forms import shown


@dataclass(frozen=True, slots=True)
class Me:
    """Who asks.

    Args:
        name: what changes are signed with; ``None`` where everybody may read and nobody change.

        rights: what the role allows.

        clearance: captures marked above it are not shown.

        token: the id of the token, ``None`` for a session of the desk.

        csrf: the word that a change must carry as ``X-CSRF-Token`` where no token is sent.
    """

    name: str | None
    role: str | None
    rights: tuple[str, ...]
    clearance: str
    token: str | None
    csrf: str | None


@dataclass(frozen=True, slots=True)
class PlaceTold:
    """A place with a stretch of its events, newest first."""

    place: Place
    events: Listing[EventLine]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A contradiction with the event it is about, ``None`` where it is about none."""

    contradiction: Contradiction
    event: EventLine | None


@dataclass(frozen=True, slots=True)
class TopicTold:
    """A topic and how many events answer it."""

    topic: Topic
    events: int


@dataclass(frozen=True, slots=True)
class DecisionTold:
    """A decision: ``before`` and ``after`` are JSON texts; ``stands`` is false once it was taken back.

    ``saw`` are the decisions its maker was shown, ``conflict`` says that another one was made without sight of it, ``linked``
    that lists and events follow it, ``look`` is the article whose words of now are not those it was
    made on, ``None`` where it holds.
    """

    id: str
    verdict: str
    target: str
    field: str | None
    who: str
    when: str
    why: str
    before: str | None
    after: str | None
    undoes: str | None
    saw: tuple[str, ...]
    stands: bool
    conflict: bool
    look: str | None
    linked: bool


@dataclass(frozen=True, slots=True)
class DecisionsTold:
    """Decisions, newest first; ``older`` is what ``before`` must be to see those before them.

    ``conflicts`` counts those that clash, ``looks`` those whose words were changed since.
    """

    decisions: tuple[DecisionTold, ...]
    older: int | None
    conflicts: int
    looks: int


@dataclass(frozen=True, slots=True)
class ReviewTold:
    """An event with what a correction of it needs.

    Args:
        version: what accepting it would accept; ``None`` where it is not in the queue.

        saw: the decisions on it as a whole, to come back with one of one's own.

        log: decisions on it and all that is in it, newest first.

        near: other events that it might be merged with.

        pending: how many standing decisions lists and events do not follow yet.
    """

    event: EventView
    state: str | None
    version: str | None
    saw: tuple[str, ...]
    log: tuple[DecisionTold, ...]
    near: tuple[EventLine, ...]
    pending: int


def dispute(found: Disputed) -> Dispute:
    """Return a contradiction with its event by name."""
    return Dispute(*found)


def decision(logged: Logged) -> DecisionTold:
    """Return a decision without the words it was anchored to, which may hold withheld names."""
    return DecisionTold(**shown(logged))  # type: ignore[arg-type]  # the same fields, by name


def decisions(page: LogPage) -> DecisionsTold:
    """Return a page of the log."""
    return DecisionsTold(tuple(decision(one) for one in page.decisions), page.older, page.conflicts, page.looks)


def review(found: EventReview) -> ReviewTold:
    """Return an event as a correction needs it."""
    waiting = found.waiting
    return ReviewTold(
        found.view,
        None if waiting is None else waiting.state,
        None if waiting is None else waiting.digest,
        () if waiting is None else waiting.saw,
        tuple(decision(one) for one in found.log),
        found.near,
        found.pending,
    )
