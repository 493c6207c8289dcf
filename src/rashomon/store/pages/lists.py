"""Long lists a page at a time: contradictions, copies, series with our own count beneath."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, func, select

from rashomon.linking.figures.tallies import tallies
from rashomon.model.ledger import Contradiction, Event, Series
from rashomon.model.words import ALARMS, ATTACKS, Role, Severity
from rashomon.store.codec import decode
from rashomon.store.lines import EVENT_COLUMNS, article_lines, event_line
from rashomon.store.overview import copy_of
from rashomon.store.pages.views import CopyLine, CountedSeries, Disputed, OwnCount, Part
from rashomon.store.passages import figure_view, figures_by_id
from rashomon.store.readings import batches
from rashomon.store.shelf import take
from rashomon.store.tables import actors, contradictions, copies, event_actors, events, findings, series
from rashomon.store.views import SeriesView
from rashomon.store.withholding import contradictions_without, copies_without

CONTRADICTIONS, COPIES, SERIES = 20, 50, 10
_SEVERITIES = tuple(Severity)
_LOUD = tuple(_SEVERITIES.index(one) for one in ALARMS)
#: Our own events of so many actors are counted beneath one series.
_MOST_ACTORS = 20


def contradiction_list(connection: Connection, kind: str | None, *, loud: bool, page: int) -> Part[Disputed]:
    """Return a page of the contradictions, alarms first, with the event each is about."""
    which = (*_loud(loud), *((contradictions.c.kind == kind,) if kind is not None else ()))
    total = connection.scalar(select(func.count()).select_from(contradictions).where(*which)) or 0
    asked = (
        select(*EVENT_COLUMNS, contradictions.c.content)
        .outerjoin_from(contradictions, events, events.c.id == contradictions.c.event_id)
        .where(*which)
        .order_by(contradictions.c.rank, contradictions.c.kind, contradictions.c.id, contradictions.c.number)
    )
    rows = connection.execute(asked.limit(CONTRADICTIONS).offset((page - 1) * CONTRADICTIONS)).all()
    found = contradictions_without(connection, (decode(Contradiction, row.content) for row in rows))
    pairs = tuple((one, None if row.id is None else event_line(row)) for one, row in zip(found, rows, strict=True))
    return Part(pairs, page, CONTRADICTIONS, total)


def one_contradiction(connection: Connection, contradiction_id: str) -> Disputed | None:
    """Return a contradiction by its id with the event it is about, ``None`` where the ledger holds none of it."""
    asked = select(*EVENT_COLUMNS, contradictions.c.content).outerjoin_from(
        contradictions, events, events.c.id == contradictions.c.event_id
    )
    row = connection.execute(asked.where(contradictions.c.id == contradiction_id).order_by(contradictions.c.number)).first()
    if row is None:
        return None
    (found,) = contradictions_without(connection, [decode(Contradiction, row.content)])
    return found, None if row.id is None else event_line(row)


def _loud(loud: bool) -> tuple[ColumnElement[bool], ...]:
    return (contradictions.c.rank.in_(_LOUD),) if loud else ()


def contradiction_kinds(connection: Connection, *, loud: bool) -> dict[str, int]:
    """Return how many contradictions there are of each kind."""
    asked = select(contradictions.c.kind, func.count().label("n")).where(*_loud(loud)).group_by(contradictions.c.kind)
    return {row.kind: row.n for row in connection.execute(asked.order_by(func.count().desc(), contradictions.c.kind))}


def copy_list(connection: Connection, page: int) -> Part[CopyLine]:
    """Return a page of the copies, by the id of the later article."""
    asked = select(copies).order_by(copies.c.article_id, copies.c.original_id).limit(COPIES).offset((page - 1) * COPIES)
    found = copies_without(connection, (copy_of(row) for row in connection.execute(asked)))
    lines = article_lines(connection, (key for one in found for key in (one.article_id, one.original_id)))
    total = connection.scalar(select(func.count()).select_from(copies)) or 0
    return Part(tuple(CopyLine(one, lines[one.article_id], lines[one.original_id]) for one in found), page, COPIES, total)


def series_list(connection: Connection, page: int) -> Part[CountedSeries]:
    """Return a page of the series, longest first, each with our own count beneath its numbers."""
    asked = select(series.c.content).order_by(series.c.length.desc(), series.c.id)
    contents = connection.scalars(asked.limit(SERIES).offset((page - 1) * SERIES)).all()
    total = connection.scalar(select(func.count()).select_from(series)) or 0
    return Part(_counted(connection, [decode(Series, content) for content in contents]), page, SERIES, total)


def one_series(connection: Connection, series_id: str) -> CountedSeries | None:
    """Return a series by its id, ``None`` where the ledger holds none of it."""
    content = connection.scalar(select(series.c.content).where(series.c.id == series_id))
    return None if content is None else _counted(connection, [decode(Series, content)])[0]


def _counted(connection: Connection, found: Sequence[Series]) -> tuple[CountedSeries, ...]:
    ids = sorted({figure_id for one in found for figure_id in one.figures})
    where = (select(findings.c.article_id).where(findings.c.id.in_(some)) for some in batches(ids))
    shelf = take(connection, [article_id for asked in where for article_id in connection.scalars(asked)])
    figures = figures_by_id(shelf.readings)
    made = []
    for one in found:
        view = SeriesView(one, tuple(figure_view(shelf, figures[key]) for key in one.figures if key in figures))
        made.append(CountedSeries(view, _own(connection, view), _gaps(view)))
    return tuple(made)


def _own(connection: Connection, view: SeriesView) -> tuple[OwnCount, ...]:
    """Return how many of the ledger's own events lie in the period of each number, by the series' actor."""
    named = actors.c.name == view.series.source if view.series.source is not None else actors.c.name == ""
    held = func.instr(view.series.what, actors.c.name) > 0
    rows = connection.execute(select(actors.c.id, actors.c.name).where(named | held, ~actors.c.withheld).limit(_MOST_ACTORS))
    names = {row.id: row.name for row in rows}
    if not names:
        return ()
    acted = select(event_actors.c.event_id).where(event_actors.c.actor_id.in_(names), event_actors.c.role == Role.AGENT)
    asked = select(events.c.content).where(events.c.id.in_(acted), events.c.type.in_(sorted(ATTACKS)))
    own = [decode(Event, content) for content in connection.scalars(asked)]
    figures = {shown.figure.id: shown.figure for shown in view.figures}
    return tuple(OwnCount(tally.figure_id, len(tally.events)) for tally in tallies(view.series, figures, own, names))


def _gaps(view: SeriesView) -> tuple[str, ...]:
    """Return the stretches between two counted periods that nobody counts, as ISO intervals."""
    counted = [shown.figure.period for shown in view.figures if shown.figure.period is not None]
    counted += [derived.period for derived in view.series.derived]
    closed = sorted((one.first, one.last) for one in counted if one.first is not None and one.last is not None)
    found, reached = [], None
    for first, last in closed:
        if reached is not None and first - reached > timedelta(days=1):
            found.append(f"{reached + timedelta(days=1)}/{first - timedelta(days=1)}")
        reached = last if reached is None else max(reached, last)
    return tuple(found)
