"""What review answers with."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rashomon.linking.corrections.standing import Conflict
from rashomon.model.decisions import Decision
from rashomon.model.reading import Account, Claim, Figure
from rashomon.model.sources import Grade
from rashomon.store.views import AccountView, EventLine, EventView

#: What a row of the queue may be: never decided on, other than when it was accepted, accepted as it is, no event at all.
STATES = ("open", "changed", "accepted", "rejected")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why an event waits where it does: a feature of the queue, how much it adds (0 to 1), and what it counts."""

    feature: str
    score: float
    amount: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An event of the queue: its line, why it waits, and the version that accepting it would accept.

    ``accounts`` are the first few with their words, ``more`` is how many others it has, ``saw`` the decisions on it as a whole.
    """

    line: EventLine
    state: str
    doubt: float
    weight: float
    reasons: tuple[Doubt, ...]
    digest: str
    accounts: tuple[AccountView, ...] = ()
    more: int = 0
    saw: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of the queue; ``after`` is where the next one starts, ``None`` at its end; ``counts`` are by state, and go
    no higher than 10,001 (`rashomon.store.review.queue.COUNTED`): so many or more.
    """

    state: str
    waiting: tuple[Waiting, ...]
    counts: dict[str, int]
    after: str | None


@dataclass(frozen=True, slots=True)
class Logged:
    """A decision as the audit log shows it.

    ``stands`` is false once it was taken back, ``linked`` true once lists and events follow it, ``conflict`` true while another
    decision on the same value was made without sight of it. ``look`` is the id of the article's wording of now where the words
    that it was decided on were changed since, so that somebody should look at it; ``None`` where it holds.
    """

    decision: Decision
    stands: bool
    conflict: bool
    linked: bool
    look: str | None = None


@dataclass(frozen=True, slots=True)
class LogQuestion:
    """What is asked of the audit log; ``None`` does not narrow. ``since`` and ``until`` are days, both included.

    ``looks`` asks for those whose words were changed since.
    """

    who: str | None = None
    verdict: str | None = None
    target: str | None = None
    since: str | None = None
    until: str | None = None
    conflicts: bool = False
    before: int | None = None
    size: int = 50
    looks: bool = False


@dataclass(frozen=True, slots=True)
class LogPage:
    """Decisions, newest first; ``older`` is what ``before`` must be to see those before them.

    ``conflicts`` and ``looks`` count those in conflict, and those whose words were changed since; ``about`` says by a decision's
    id what it is about: an event's title, an outlet's name or an article's headline.
    """

    question: LogQuestion
    decisions: tuple[Logged, ...]
    older: int | None
    people: tuple[str, ...]
    conflicts: int
    looks: int = 0
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OutletLine:
    """An outlet, how many articles the ledger has of it, and the grades that people gave it, the latest day first."""

    name: str
    articles: int
    grades: tuple[Grade, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of an article that a value may name."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class EventReview:
    """All that a person needs to correct one event.

    Args:
        view: the event as it stands now.

        accounts, claims, figures: what the machine made of those that people changed, by id.

        texts: of the articles that tell it, by id.

        entities: the words of each article that a role may be filled with, by article.

        log: decisions on the event and all that is in it, newest first.

        rejected: decisions that took an account, claim or figure out of it.

        near: other events that it might be merged with, nearest first.
    """

    view: EventView
    waiting: Waiting | None
    accounts: dict[str, Account]
    claims: dict[str, Claim]
    figures: dict[str, Figure]
    texts: dict[str, str]
    entities: dict[str, tuple[Words, ...]]
    log: tuple[Logged, ...]
    conflicts: tuple[Conflict, ...]
    rejected: tuple[Logged, ...]
    near: tuple[EventLine, ...]

    @property
    def pending(self) -> int:
        """Return how many standing decisions lists and events do not follow yet."""
        return sum(1 for logged in self.log if logged.stands and not logged.linked)
