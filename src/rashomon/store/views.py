"""What the ledger answers with: model values with their names resolved and their words beside them.

The desk, the command line and the exports all show these, so that one question has one answer.
"""

from dataclasses import dataclass

from rashomon.model.actors import Actor
from rashomon.model.histories import HistoryLine
from rashomon.model.ledger import Contradiction, Copy, Event, Reason, Root, Series
from rashomon.model.reading import Account, Claim, Figure, Reading, Tie
from rashomon.model.sources import Article, Capture
from rashomon.model.words import CopyKind


@dataclass(frozen=True, slots=True)
class Named:
    """An actor or place with the name to show; ``id`` is ``None`` where it is not linked, ``words`` as the text has it."""

    name: str
    words: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Evidence words with their place in the article, and the sentence around them."""

    article_id: str
    start: int
    end: int
    words: str
    context: str


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """What a list shows of an article; ``title`` falls back to the first words of the text, marked by ``stated_title``."""

    id: str
    title: str
    stated_title: bool
    outlet: str | None
    published: str | None
    url: str | None
    copy_of: str | None = None
    copy_kind: CopyKind | None = None


@dataclass(frozen=True, slots=True)
class EventLine:
    """What a list shows of an event. ``killed`` is every version ("20..", "31"), best supported first."""

    id: str
    title: str
    type: str
    status: str
    date: str | None
    places: tuple[str, ...]
    killed: tuple[str, ...]
    accounts: int
    independent: int
    alarms: int


@dataclass(frozen=True, slots=True)
class AccountView:
    """An account with its article, its actors by name, the words, and the root it goes back to."""

    account: Account
    article: ArticleLine
    quote: Quote
    agents: tuple[Named, ...]
    patients: tuple[Named, ...]
    places: tuple[Named, ...]
    attribution: tuple[Named, ...]
    root: Root | None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its source, relays and words."""

    claim: Claim
    article: ArticleLine
    source: Named
    via: tuple[Named, ...]
    quote: Quote


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure with its source and words."""

    figure: Figure
    article: ArticleLine
    source: Named
    quote: Quote


@dataclass(frozen=True, slots=True)
class TieView:
    """A tie with its ends by name and its words."""

    tie: Tie
    article: ArticleLine
    subject: Named
    object: Named
    quote: Quote


@dataclass(frozen=True, slots=True)
class ContainedView:
    """An event that a sum of many contains, or the sum that contains one, and why."""

    event: EventLine
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """An event's page: accounts earliest article first, claims about them, contradictions, copies, names of all ids.

    Args:
        parts: single events that it contains where it sums up many.

        wholes: sums of many that contain it: it is no happening beside them.
    """

    event: Event
    line: EventLine
    names: dict[str, str]
    accounts: tuple[AccountView, ...]
    claims: tuple[ClaimView, ...]
    figures: tuple[FigureView, ...]
    contradictions: tuple[Contradiction, ...]
    roots: tuple[Root, ...]
    parts: tuple[ContainedView, ...] = ()
    wholes: tuple[ContainedView, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor's page: names, ties, events by newest date, what it said or was said to have said, and its history."""

    actor: Actor
    ties: tuple[TieView, ...]
    events: tuple[EventLine, ...]
    claims: tuple[ClaimView, ...]
    articles: tuple[ArticleLine, ...]
    history: tuple[HistoryLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of an article's text to highlight: ``kind`` for the look, ``label`` for the words, ``href_id`` to open."""

    start: int
    end: int
    kind: str
    label: str
    href_id: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article's page: its text with everything found, its capture, copies and events."""

    article: Article
    line: ArticleLine
    capture: Capture
    reading: Reading | None
    marks: tuple[Mark, ...]
    copies: tuple[Copy, ...]
    claims: tuple[ClaimView, ...]
    figures: tuple[FigureView, ...]
    ties: tuple[TieView, ...]
    events: tuple[EventLine, ...]
    others: tuple[ArticleLine, ...]


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A series with its figures and the words of each."""

    series: Series
    figures: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the ledger. ``text`` goes to the full-text index; the others narrow; ``None`` does not.

    Args:
        text: words, "phrases", OR, -without and field:values, as `rashomon.store.search.words` reads them.

        outlet: its name as printed; ``grade`` the letter of the best graded outlet that tells the event.

        roots: how many independent roots: "2", or "2+" for at least two.

        after, before: days, months or years that the event must reach into or past.

        place: id or name of a place.

        area: "west,south,east,north" in degrees; the centre of one of the event's places lies there.

        parts: whether the actor's parts count as the actor.

        order: one of `rashomon.store.search.ORDERS`.

        meaning: one of `rashomon.store.search.meaning.MEANINGS`: what is done with words of a like meaning.
    """

    text: str | None = None
    type: str | None = None
    status: str | None = None
    actor: str | None = None
    country: str | None = None
    month: str | None = None
    disputed: bool = False
    page: int = 1
    size: int = 50
    outlet: str | None = None
    grade: str | None = None
    roots: str | None = None
    after: str | None = None
    before: str | None = None
    place: str | None = None
    area: str | None = None
    parts: bool = False
    order: str = "newest"
    meaning: str = "beside"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that could not be added, read or linked: what, at which stage, why, and when it was last tried.

    ``capture`` is the digest of the capture it stands in, ``None`` where none could be kept.
    """

    source: str
    stage: str
    reason: str
    at: str
    capture: str | None = None
