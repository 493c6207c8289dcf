"""What is watched, what came of it, and how it goes out: the values that the store, the pipeline and the desk share."""

from dataclasses import dataclass, field
from enum import StrEnum

from rashomon.model.marks import Mark
from rashomon.store.views import Question


class WatchKind(StrEnum):
    """What is watched."""

    SEARCH = "search"
    TOPIC = "topic"
    ACTOR = "actor"
    PLACE = "place"
    EVENT = "event"
    CONTRADICTION = "contradiction"
    TOLL = "toll"
    COUNT = "count"
    SERIES = "series"
    SILENCE = "silence"
    DENIAL = "denial"
    DEADLINE = "deadline"


class Change(StrEnum):
    """What made an alert."""

    NEW_EVENT = "new_event"
    NEW_ROOT = "new_root"
    CONTRADICTION = "contradiction"
    TOLL = "toll"
    DENIAL = "denial"
    COUNT = "count"
    SERIES = "series"
    SILENCE = "silence"
    DEADLINE = "deadline"
    REST = "rest"


class Digest(StrEnum):
    """How often what came is put together; ``NONE`` is at once."""

    NONE = "none"
    HOURLY = "hourly"
    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When a watch may be heard.

    Args:
        zone: the time zone of the other fields, as "Europe/Berlin".

        quiet: hours in which nothing goes out, as "22:00-07:00"; empty is none.

        digest: how often what came goes out; ``at`` the time of day of a daily or weekly one, ``day`` its weekday (0 is Monday).

        at_most: alerts that one message tells; it says how many more there are.
    """

    zone: str = "UTC"
    quiet: str = ""
    digest: Digest = Digest.NONE
    at: str = "08:00"
    day: int = 0
    at_most: int = 20


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asks for.

    Args:
        kind: what is watched.

        name: what it is called.

        owner: whose it is.

        question: the events that count; by a question that narrows nothing, all.

        subjects: accounts of the watched event, the quantity and source of a series, or the address of a source (none is all).

        what: of a toll, "killed" or "injured".

        at_least: the value that a toll, count or series must reach.

        roots: of a toll, how many independent roots must give that much.

        clash, severity: kind and severity of contradictions; ``None`` is any (any worth an alarm).

        channels: names of the ledger's channels it goes to; the feed has it always.

        clearance: captures marked above it are not told.
    """

    kind: WatchKind
    name: str
    owner: str
    question: Question = Question()  # noqa: RUF009 (frozen)
    subjects: tuple[str, ...] = ()
    what: str = "killed"
    at_least: float | None = None
    roots: int = 1
    clash: str | None = None
    severity: str | None = None
    channels: tuple[str, ...] = ()
    rhythm: Rhythm = Rhythm()
    clearance: Mark = Mark.CLEAR


@dataclass(frozen=True, slots=True)
class Watch:
    """A wish that is kept: ``seen`` is the number of the last change it looked at, ``secret`` the word in its feed's address."""

    id: str
    wish: Wish
    made_at: str
    seen: int
    secret: str


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody says, as it stands in an article; ``source`` is the root it goes back to, or who said it."""

    text: str
    source: str
    article_id: str
    start: int
    end: int
    outlet: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What an alert says, as it stood when it was decided.

    Args:
        changes: why it was made.

        what: the changes as sentences.

        title: of the event, series, source or claim.

        path: of the page on the desk.

        status: on whose word the event stands, ``None`` for others.

        sources: according to whom.

        roots: how many independent roots.

        words: those it rests on.

        articles: all that its values come from.
    """

    changes: tuple[Change, ...]
    what: tuple[str, ...]
    title: str
    path: str
    status: str | None = None
    sources: tuple[str, ...] = ()
    roots: int = 0
    words: tuple[Words, ...] = ()
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alert:
    """An alert of a watch, numbered in the order in which they were decided."""

    number: int
    watch_id: str
    watch: str
    owner: str
    at: str
    told: Told

    @property
    def id(self) -> str:
        """Return what names it in feeds and messages."""
        return f"{self.watch_id.replace('wat-', 'alr-')}-{self.number}"


class Standing(StrEnum):
    """How a message stands."""

    WAITING = "waiting"
    SENT = "sent"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class Message:
    """Some alerts of a watch that go to one channel together.

    ``id`` is the same at every try: who receives it twice can tell. ``more`` alerts are counted and not told; ``rhythm`` is that
    of the watch.
    """

    id: str
    watch_id: str
    watch: str
    owner: str
    channel: str
    made_at: str
    tries: int
    alerts: tuple[Alert, ...] = ()
    more: int = 0
    rhythm: Rhythm = Rhythm()


@dataclass(frozen=True, slots=True)
class Sending:
    """How the delivery of a message stands, for lists; ``reason`` is why the last try failed."""

    id: str
    watch_id: str
    channel: str
    made_at: str
    standing: Standing
    tries: int
    alerts: int
    next_at: str | None = None
    done_at: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Intent:
    """What deciding asks for: an alert, and what is known to be told from now on, as pairs of subject and mark."""

    told: Told | None
    marks: frozenset[tuple[str, str]] = field(default_factory=frozenset)
