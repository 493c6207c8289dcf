"""What stands so now: counts reached, values of series, sources fallen silent, deadlines passed; each has a key to be told by."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, select

from rashomon.model.ids import content_id
from rashomon.model.ledger import Series
from rashomon.store.alerts.among import among
from rashomon.store.alerts.contract import WatchKind, Wish, Words
from rashomon.store.alerts.seeing import version_keys_of
from rashomon.store.alerts.sights import FactSight
from rashomon.store.codec import decode
from rashomon.store.collecting.follows import sources
from rashomon.store.collecting.views import SourceState, SourceView
from rashomon.store.database import reading
from rashomon.store.passages import figure_view, figures_by_id
from rashomon.store.publishing.sharing import restricted_articles
from rashomon.store.readings import batches
from rashomon.store.search.answering import lines_at
from rashomon.store.search.searching import Searching
from rashomon.store.shelf import take
from rashomon.store.tables import event_accounts, findings, series
from rashomon.store.today.threats import threats
from rashomon.store.today.views import Threat
from rashomon.store.views import ArticleLine, FigureView, Question, Quote

#: A source that fails for so long is as silent as one that has nothing new.
FAILED_FOR = timedelta(days=1)
#: How far back deadlines are looked for, and how many; a watch that was not asked for longer has missed some.
BACK, MOST = timedelta(days=31), 1000
#: Words that one fact shows.
QUOTED = 3
Standing = Callable[[Engine, Searching, Wish, datetime], tuple[FactSight, ...]]


def _count(engine: Engine, search: Searching, wish: Wish, _now: datetime) -> tuple[FactSight, ...]:
    """Return our own count of the events of a question, once it reaches the value."""
    least = wish.at_least or 0
    with reading(engine) as connection:
        hidden = restricted_articles(connection, wish.clearance)
        rows = connection.execute(select(event_accounts.c.event_id, event_accounts.c.article_id)) if hidden else ()
        shared = {row.event_id for row in rows if row.article_id not in hidden}
    n = len(among(engine, search, wish.question, shared)) if hidden else search.count(wish.question)
    if n < least:
        return ()
    return (FactSight(f"count {least:g}", wish.name, f"The ledger now counts {n:,} events of this question", "/alerts"),)


def _series(engine: Engine, _search: Searching, wish: Wish, _now: datetime) -> tuple[FactSight, ...]:
    """Return the series of a quantity (and source) of which a figure reaches the value."""
    what, source = (*wish.subjects, "", "")[:2]
    with reading(engine) as connection:
        held = (decode(Series, content) for content in connection.scalars(select(series.c.content).order_by(series.c.id)))
        meant = [one for one in held if what.casefold() in one.what.casefold() and source in ("", one.source)]
        hidden = restricted_articles(connection, wish.clearance)
        figures = _figures(connection, [figure for one in meant for figure in one.figures])
    told = [(one, [figures[key] for key in one.figures if key in figures]) for one in meant]
    told = [(one, [v for v in views if v.article.id not in hidden and _reaches(v, wish.at_least or 0)]) for one, views in told]
    with reading(engine) as connection:
        keys = version_keys_of(connection, {view.article.id for _, views in told for view in views})
    facts: dict[str, FactSight] = {}
    for one, views in told:
        if views:
            fact = _figure(one, views[0], tuple(known for view in views for known in _known_by(view, keys)))
            facts.setdefault(fact.key, fact)
    return tuple(facts.values())


def _known_by(view: FigureView, keys: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield what a figure is known by: its words, in its article and in each of its versions."""
    said = str(view.figure.kind), str(view.figure.value), " ".join(view.quote.words.split())
    return (content_id("figure", key, *said) for key in (view.article.id, *keys.get(view.article.id, ())))


def _figures(connection: Connection, ids: list[str]) -> dict[str, FigureView]:
    asked = select(findings.c.article_id)
    told = {
        article_id
        for some in batches(sorted(set(ids)))
        for article_id in connection.scalars(asked.where(findings.c.id.in_(some)))
    }
    shelf = take(connection, told)
    return {figure_id: figure_view(shelf, figure) for figure_id, figure in figures_by_id(shelf.readings).items()}


def _reaches(view: FigureView, least: float) -> bool:
    return view.figure.value.low is not None and view.figure.value.low >= least


def _figure(one: Series, view: FigureView, also: tuple[str, ...]) -> FactSight:
    source = view.source.name
    when = f" ({view.figure.period})" if view.figure.period is not None else ""
    says = f"{one.what}: {view.figure.value}{when}, according to {source}"
    words = (_words(view.quote, view.article, source),)
    return FactSight(f"{one.what}|{one.source or ''}", one.what, says, "/series", words, (source,), 1, also)


def _words(quote: Quote, line: ArticleLine, source: str) -> Words:
    text = " ".join(quote.words.split())
    return Words(text, source, quote.article_id, quote.start, quote.end, line.outlet, line.published, line.url)


def _silence(engine: Engine, _search: Searching, wish: Wish, now: datetime) -> tuple[FactSight, ...]:
    """Return the followed sources that fell silent, or fail for a day."""
    with reading(engine) as connection:
        views = sources(connection, now)
    return tuple(
        _silent(view)
        for view in views
        if (not wish.subjects or view.followed.address in wish.subjects) and view.since is not None and _is_silent(view, now)
    )


def _is_silent(view: SourceView, now: datetime) -> bool:
    failed = view.state is SourceState.FAILING and now - datetime.fromisoformat(view.since or "") > FAILED_FOR
    return failed or view.state is SourceState.SILENT


def _silent(view: SourceView) -> FactSight:
    address, since = view.followed.address, view.since
    silent = view.state is SourceState.SILENT
    says = (
        f"Nothing new came since {since}" if silent else f"It fails since {since}: {view.followed.reason or 'no reason is known'}"
    )
    return FactSight(f"{address}|{since}", address, says, "/status", sources=(view.followed.outlet or address,))


def _deadlines(engine: Engine, search: Searching, wish: Wish, now: datetime) -> tuple[FactSight, ...]:
    """Return threats, warnings and demands whose day has passed, those of one actor and day together."""
    day = now.astimezone(ZoneInfo(wish.rhythm.zone) if wish.rhythm.zone != "UTC" else UTC).date()
    with reading(engine) as connection:
        hidden = restricted_articles(connection, wish.clearance)
        found = threats(connection, day - BACK, day, day - timedelta(days=1), MOST)
        about = _about(connection, found) if wish.question != Question() else {}
    allowed = None if wish.question == Question() else _allowed(engine, search, wish, about)
    several: dict[str, list[Threat]] = {}
    for one in found:
        if one.claim.article.id not in hidden and (allowed is None or one.claim.claim.id in allowed):
            several.setdefault(f"{one.actor_id or one.claim.article.id}|{one.deadline}", []).append(one)
    return tuple(_deadline(key, told) for key, told in several.items())


def _about(connection: Connection, found: tuple[Threat, ...]) -> dict[str, set[str]]:
    """Return by event the claims that stand in an article that tells it."""
    by_article: dict[str, set[str]] = {}
    for one in found:
        by_article.setdefault(one.claim.article.id, set()).add(one.claim.claim.id)
    asked = select(event_accounts.c.event_id, event_accounts.c.article_id)
    events: dict[str, set[str]] = {}
    for row in connection.execute(asked.where(event_accounts.c.article_id.in_(by_article))):
        events.setdefault(row.event_id, set()).update(by_article[row.article_id])
    return events


def _allowed(engine: Engine, search: Searching, wish: Wish, about: Mapping[str, set[str]]) -> set[str]:
    """Return the claims whose article tells an event of the question."""
    numbers = among(engine, search, wish.question, about)
    with reading(engine) as connection:
        return {claim for line in lines_at(connection, numbers) for claim in about[line.id]}


def _deadline(key: str, told: list[Threat]) -> FactSight:
    first = told[0]
    source = first.claim.source.name
    words = tuple(_words(one.claim.quote, one.claim.article, source) for one in told[:QUOTED])
    says = f"The day that {source} named, {first.deadline}, has passed"
    articles = {one.claim.article.id for one in told}
    return FactSight(key, f"{source}: {first.deadline}", says, f"/articles/{min(articles)}", words, (source,), 1)


#: The kinds of watches that look at what stands so, and what each looks at.
STANDING: Mapping[WatchKind, Standing] = MappingProxyType(
    {
        WatchKind.COUNT: _count,
        WatchKind.SERIES: _series,
        WatchKind.SILENCE: _silence,
        WatchKind.DEADLINE: _deadlines,
    }
)
