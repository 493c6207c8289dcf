"""What linking makes of many readings: links, copies, roots, events, contradictions, series. All carry their reasons."""

from dataclasses import dataclass

from rashomon.model.actors import Actor
from rashomon.model.dates import DateInterval
from rashomon.model.ids import content_id
from rashomon.model.places import Place
from rashomon.model.ranges import Range
from rashomon.model.words import ContradictionKind, CopyKind, EventType, RootKind, Severity, Status


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the machine decided so: a feature's name, its score (0 to 1, negative against) and a sentence."""

    feature: str
    score: float
    text: str


@dataclass(frozen=True, slots=True)
class ActorLink:
    """An entity of an article is this actor of the registry."""

    article_id: str
    key: str
    actor_id: str
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """An entity of an article is this place."""

    article_id: str
    key: str
    place_id: str
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """An article repeats another. ``article_id`` is the later one, ``original_id`` the one it repeats."""

    article_id: str
    original_id: str
    kind: CopyKind
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Root:
    """Where an account's information first comes from, after copies, speakers and outlet families are collapsed.

    Two accounts are independent exactly when their roots differ. ``name`` is the speaker's canonical name or the
    outlet family; ``accounts`` are the ids of the accounts that go back to it. ``capture`` is the capture of an outlet
    that is not stated, so that two of them stay two; ``None`` for all others.
    """

    kind: RootKind
    name: str
    accounts: tuple[str, ...]
    capture: str | None = None

    @property
    def id(self) -> str:
        """Return the id made of the kind and name, and of the capture where there is one."""
        return content_id("rot", self.kind, self.name, *(() if self.capture is None else (self.capture,)))


@dataclass(frozen=True, slots=True)
class DateSupport:
    """A date and the accounts that give it."""

    value: DateInterval
    accounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RangeSupport:
    """A count and the accounts that give it."""

    value: Range
    accounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameSupport:
    """An actor id, place id, event type or status, and the accounts that give it."""

    value: str
    accounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """Why an account stands in its event: the earlier account it goes with best, how well, and what spoke for it."""

    account: str
    other: str
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """The accounts that tell the same happening.

    Every value is a list with its support, most supported roots first; nothing is averaged away. ``type``, ``status``
    and ``date`` lead with the best supported one for lists and facets.

    Args:
        accounts: ids, in order of the articles' dates.

        title: a short line made of type, actors and place, for lists.

        roots: ids of the roots of its accounts; their number is the number of independent accounts.

        joins: why each account but the first is one of them.

        happenings: how many happenings it sums up ("eight convoys in 24 hours"); empty for a single one.

        concerned: to what sorts of people and things without a name it is done, each in the singular ("convoy").
    """

    type: EventType
    status: Status
    title: str
    accounts: tuple[str, ...]
    roots: tuple[str, ...]
    types: tuple[NameSupport, ...] = ()
    statuses: tuple[NameSupport, ...] = ()
    dates: tuple[DateSupport, ...] = ()
    places: tuple[NameSupport, ...] = ()
    agents: tuple[NameSupport, ...] = ()
    patients: tuple[NameSupport, ...] = ()
    killed: tuple[RangeSupport, ...] = ()
    injured: tuple[RangeSupport, ...] = ()
    joins: tuple[Join, ...] = ()
    happenings: tuple[RangeSupport, ...] = ()
    concerned: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return the id made of the least of its accounts' ids: it stays when most others come or go."""
        return content_id("evt", min(self.accounts))

    @property
    def date(self) -> DateInterval | None:
        """Return the best supported date."""
        return self.dates[0].value if self.dates else None


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a contradiction: who says what, in which words.

    ``ref`` is the id of the account, claim or figure, else of the article; ``source`` the name shown; ``says`` a short
    reading of it.
    """

    article_id: str
    ref: str
    source: str | None
    says: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Accounts or figures that cannot all hold, or seem not to; ``severity`` says whether that is worth an alarm."""

    kind: ContradictionKind
    severity: Severity
    topic: str
    positions: tuple[Position, ...]
    event_id: str | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def id(self) -> str:
        """Return the id made of the kind, what is at issue (the topic up to the colon) and its sides."""
        return content_id("con", self.kind, self.topic.partition(":")[0], *sorted(position.ref for position in self.positions))


@dataclass(frozen=True, slots=True)
class Derived:
    """A value that follows from others ("June 2016 = 589 - 489 = 100"), with the figures it follows from."""

    value: float
    period: DateInterval
    derivation: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one quantity through time, earliest first.

    Args:
        what: the quantity in words; ``source`` who publishes it.

        figures: ids, by period end then article.

        faults: sentences that say which figures cannot be reconciled, and why.
    """

    what: str
    source: str | None
    figures: tuple[str, ...]
    derived: tuple[Derived, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return the id made of the quantity, the source and the figures."""
        return content_id("ser", self.what, self.source, *self.figures)


@dataclass(frozen=True, slots=True)
class Linked:
    """All that linking made of a set of articles and readings. Sorted, so that equal inputs give equal values."""

    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    actor_links: tuple[ActorLink, ...] = ()
    place_links: tuple[PlaceLink, ...] = ()
    copies: tuple[Copy, ...] = ()
    roots: tuple[Root, ...] = ()
    events: tuple[Event, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    series: tuple[Series, ...] = ()
