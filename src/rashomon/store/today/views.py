"""What is new, as the desk's first page shows it."""

from dataclasses import dataclass
from datetime import date

from rashomon.model.ledger import Contradiction, Series
from rashomon.store.collecting.views import SourceView
from rashomon.store.views import ClaimView, EventLine, Fault


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a toll ("12", "20..") and who gives it."""

    value: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TollChange:
    """A toll that changed: of which event, of what (killed, injured), the versions before and after."""

    at: str
    event: EventLine
    what: str
    before: tuple[Version, ...]
    after: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class StatusChange:
    """An event that stands on another word than before."""

    at: str
    event: EventLine
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Clash:
    """A contradiction that was not there before."""

    at: str
    contradiction: Contradiction
    event: EventLine | None


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What somebody said and later denied: both claims, about one event."""

    event: EventLine
    before: ClaimView
    after: ClaimView


@dataclass(frozen=True, slots=True)
class Misfit:
    """Figures of a series that do not add up: the sentences that were not there before."""

    at: str
    series: Series
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Threat:
    """A threat, warning or demand with a day by which something is to happen.

    Args:
        claim: the threat; ``passed`` whether its deadline lies before the day taken for today.

        actor_id: of who threatens, ``None`` where it is not linked.

        since: how many events by that actor are told of the days after the threat, and the first ``events`` of them. Whether
            they are what was threatened, nobody says.
    """

    claim: ClaimView
    deadline: date
    passed: bool
    actor_id: str | None
    since: int = 0
    events: tuple[EventLine, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """What came since a moment; ``None`` is the beginning. Lists are cut, ``counts`` (by kind of change) are not.

    Args:
        since: the moment; ``day`` what is taken for today.

        planned: events that are announced for these days.

        sources: followed sources that fail or fell silent; ``faults`` what could not be read since.
    """

    since: str | None
    day: date
    counts: dict[str, int]
    events: tuple[EventLine, ...]
    tolls: tuple[TollChange, ...]
    statuses: tuple[StatusChange, ...]
    clashes: tuple[Clash, ...]
    taken_back: tuple[TakenBack, ...]
    misfits: tuple[Misfit, ...]
    threats: tuple[Threat, ...]
    planned: tuple[EventLine, ...]
    sources: tuple[SourceView, ...]
    faults: tuple[Fault, ...]
