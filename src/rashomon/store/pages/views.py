"""What the pages of outlets, network, map and lists show."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from rashomon.linking.sources.track_record import Case
from rashomon.model.ledger import Contradiction, Copy
from rashomon.model.sources import Grade, Outlet
from rashomon.model.words import ActorKind, CopyKind, PlacePrecision, Relation
from rashomon.store.views import ArticleLine, EventLine, SeriesView, TieView

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ActorLine:
    """What a list shows of an actor; ``listed`` is false for one met in texts only."""

    id: str
    name: str
    kind: ActorKind
    country: str | None
    listed: bool


@dataclass(frozen=True, slots=True)
class OutletLine:
    """What a list shows of an outlet: its articles, the first and last day they print, and what is listed of it.

    ``copying`` counts its articles that repeat others; ``listed`` is ``None`` where no list has it.
    """

    name: str
    articles: int
    first: str | None
    last: str | None
    copying: int
    listed: Outlet | None


@dataclass(frozen=True, slots=True)
class Sharing:
    """Another outlet that copies, or is copied: how many articles, and in which ways."""

    name: str | None
    articles: int
    kinds: tuple[CopyKind, ...]
    example: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Fared:
    """What became of one claim of a source, with its event."""

    case: Case
    event: EventLine


@dataclass(frozen=True, slots=True)
class Record:
    """How a source's claims fared, over its newest ``judged`` events."""

    judged: int
    corroborated: int
    contradicted: int
    followed: int
    alone: int
    cases: tuple[Fared, ...]


@dataclass(frozen=True, slots=True)
class OutletView:
    """An outlet's page. ``copies`` are those it repeats, ``copied_by`` those that repeat it; ``relatives`` share its family.

    ``graded`` are the grades that people of this ledger gave it, the latest day first; they go before those of lists.
    """

    line: OutletLine
    record: Record
    copies: tuple[Sharing, ...]
    copied_by: tuple[Sharing, ...]
    relatives: tuple[str, ...]
    articles: tuple[ArticleLine, ...]
    graded: tuple[Grade, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """An actor of a network; ``grown`` says that its own ties are shown."""

    id: str
    name: str
    kind: ActorKind
    country: str | None
    grown: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie between two actors, with all that states it.

    Args:
        lists: lists that have it.

        articles: how many articles state it.

        standing: "denied" where everybody who states it has it denied, "disputed" where some do, "listed" or "told" else.

        first, last: from when to when it holds; ``first`` is the first telling where nobody says.
    """

    subject: str
    relation: Relation
    object: str
    lists: tuple[str, ...]
    articles: int
    standing: str
    first: date | None
    last: date | None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class NetworkView:
    """Actors and their ties at a day; ``days`` are those on which something begins or ends, ``left_out`` ties not shown."""

    day: date | None
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    days: tuple[date, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class ToldTieView:
    """A stated tie with its words; ``standing`` is "denied" or "doubted" where the article has somebody say so."""

    tie: TieView
    standing: str | None


@dataclass(frozen=True, slots=True)
class TieEvidence:
    """A tie between two actors and everything that states it."""

    subject: Node
    object: Node
    edge: Edge
    told: tuple[ToldTieView, ...]


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place of the map with its events by month ("2031-06"; empty for no date) and how many of all are disputed.

    On a map of very many places and months, ``months`` are years ("2031").
    """

    id: str
    name: str
    country: str | None
    precision: PlacePrecision
    lat: float | None
    lon: float | None
    months: tuple[tuple[str, int], ...]
    events: int
    disputed: int


@dataclass(frozen=True, slots=True)
class Hold:
    """A claim of control: who is said to have taken or left a place, when, and on whose word."""

    place_id: str
    event: EventLine
    actors: tuple[str, ...]
    leaves: bool


@dataclass(frozen=True, slots=True)
class MapView:
    """The places of all events asked for, most events first, and who is said to hold which."""

    places: tuple[PlaceLine, ...]
    holds: tuple[Hold, ...]


@dataclass(frozen=True, slots=True)
class RolesByMonth:
    """In how many events of a month an actor has each role."""

    month: str
    agent: int
    patient: int


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """A page of a long list: what it shows, which page, of how many in all."""

    shown: tuple[T, ...]
    page: int
    size: int
    total: int

    @property
    def pages(self) -> int:
        """Return how many pages there are, at least one."""
        return max(1, -(-self.total // self.size))


#: A contradiction with the event it is about.
Disputed = tuple[Contradiction, EventLine | None]


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A copy with the lines of both articles."""

    copy: Copy
    later: ArticleLine
    original: ArticleLine


@dataclass(frozen=True, slots=True)
class OwnCount:
    """A published count beside the number of the ledger's own events of its period and actor."""

    figure_id: str
    events: int


@dataclass(frozen=True, slots=True)
class CountedSeries:
    """A series with the ledger's own count beneath each published number; ``gaps`` are months nobody counted."""

    view: SeriesView
    own: tuple[OwnCount, ...]
    gaps: tuple[str, ...]
