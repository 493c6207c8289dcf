"""What every answer rests on: who published it, when, where, and in which words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.model.dates import DateInterval
from rashomon.model.histories import HistoryLine
from rashomon.model.ledger import Contradiction
from rashomon.model.ranges import Range
from rashomon.model.sources import Article
from rashomon.store.articles import headline
from rashomon.store.views import AccountView, ArticleLine, ClaimView, EventLine, FigureView, Named, Quote, TieView

#: Letters of quoted words; a longer quote is cut, and says so.
WORDS = 600
#: Citations of one line of a history.
HISTORY = 3


@dataclass(frozen=True, slots=True)
class Citation:
    """Where something stands: ``words`` are those of the article from ``start`` to ``end``; ``None`` is: not stated."""

    article: str
    title: str
    outlet: str | None
    published: str | None
    address: str | None
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class EventTold:
    """An event as lists show it: ``independent_roots`` counts who it goes back to, copies and relays collapsed."""

    id: str
    title: str
    type: str
    status: str
    date: str | None
    places: tuple[str, ...]
    killed_versions: tuple[str, ...]
    accounts: int
    independent_roots: int
    contradictions: int
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountTold:
    """One article's telling: on whose word (nearest first, ending at the origin), and who it goes back to."""

    id: str
    status: str
    agents: tuple[str, ...]
    patients: tuple[str, ...]
    killed: Range | None
    injured: Range | None
    date: DateInterval | None
    on_the_word_of: tuple[str, ...]
    root: str | None
    copy_of: str | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class ClaimTold:
    """Who says it, through whom, and how they stand to it."""

    id: str
    source: str
    via: tuple[str, ...]
    stance: str
    about: tuple[str, ...]
    citation: Citation


@dataclass(frozen=True, slots=True)
class FigureTold:
    """A published number."""

    value: Range
    what: str
    kind: str
    period: DateInterval | None
    as_of: DateInterval | None
    cumulative: bool | None
    source: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class TieTold:
    """How one actor is tied to another, after an article."""

    subject: str
    relation: str
    object: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class SideTold:
    """One side of a contradiction."""

    source: str | None
    says: str
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class DisputeTold:
    """Accounts or figures that cannot all hold, or seem not to."""

    id: str
    kind: str
    severity: str
    topic: str
    event: str | None
    sides: tuple[SideTold, ...]


@dataclass(frozen=True, slots=True)
class HistoryTold:
    """What is said of an actor: who says so and who denies it (lists, speakers, outlets), and the words of articles."""

    says: str
    other: str | None
    when: str
    said_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    citations: tuple[Citation, ...]


def cited(line: ArticleLine, quote: Quote) -> Citation:
    """Return the citation of a quote."""
    return _citation(line.id, line.title, line.outlet, line.published, line.url, quote.start, quote.end, quote.words)


def _citation(
    article: str, title: str, outlet: str | None, day: str | None, address: str | None, start: int, end: int, words: str
) -> Citation:
    shown = words if len(words) <= WORDS else f"{words[:WORDS]} […]"
    return Citation(article, title, outlet, day, address, start, end, shown)


def event_told(line: EventLine, accounts: Iterable[AccountView] = ()) -> EventTold:
    """Return an event with the words of some of its accounts."""
    return EventTold(
        line.id,
        line.title,
        line.type,
        line.status,
        line.date,
        line.places,
        line.killed,
        line.accounts,
        line.independent,
        line.alarms,
        tuple(cited(one.article, one.quote) for one in accounts),
    )


def _names(several: Iterable[Named]) -> tuple[str, ...]:
    return tuple(one.name for one in several)


def account_told(view: AccountView) -> AccountTold:
    """Return an account."""
    account = view.account
    return AccountTold(
        account.id,
        account.status.value,
        _names(view.agents),
        _names(view.patients),
        account.killed,
        account.injured,
        account.date,
        _names(view.attribution),
        None if view.root is None else view.root.name,
        view.article.copy_of,
        cited(view.article, view.quote),
    )


def claim_told(view: ClaimView) -> ClaimTold:
    """Return a claim."""
    claim = view.claim
    return ClaimTold(
        claim.id, view.source.name, _names(view.via), claim.stance.value, claim.about, cited(view.article, view.quote)
    )


def figure_told(view: FigureView) -> FigureTold:
    """Return a figure."""
    figure = view.figure
    return FigureTold(
        figure.value,
        figure.what,
        figure.kind.value,
        figure.period,
        figure.as_of,
        figure.cumulative,
        view.source.name,
        cited(view.article, view.quote),
    )


def tie_told(view: TieView) -> TieTold:
    """Return a stated tie."""
    return TieTold(view.subject.name, view.tie.relation.value, view.object.name, cited(view.article, view.quote))


def _said(article: Article | None, start: int, end: int) -> Citation | None:
    """Return the citation of a stretch of an article, ``None`` where it is not held."""
    if article is None:
        return None
    words = article.text[start:end]
    return _citation(article.id, headline(article), article.outlet, article.published, article.url, start, end, words)


def dispute_told(found: Contradiction, articles: Mapping[str, Article]) -> DisputeTold:
    """Return a contradiction with the words of each side; ``articles`` are those that they stand in, by id."""
    sides = tuple(
        SideTold(side.source, side.says, _said(articles.get(side.article_id), side.start, side.end)) for side in found.positions
    )
    return DisputeTold(found.id, found.kind.value, found.severity.value, found.topic, found.event_id, sides)


def history_told(line: HistoryLine, articles: Mapping[str, Article]) -> HistoryTold:
    """Return what is said of an actor; ``articles`` are those whose words say so, by id."""
    spans = ((articles.get(one.article_id or ""), one.start or 0, one.end or 0) for one in line.witnesses)
    citations = (_said(*span) for span in spans)
    return HistoryTold(
        line.says,
        line.other,
        line.when,
        tuple(one.name for one in line.witnesses if not one.denies),
        tuple(one.name for one in line.witnesses if one.denies),
        tuple(one for one in citations if one is not None)[:HISTORY],
    )
