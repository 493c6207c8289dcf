"""Rows of contradictions with their sides, and of series with their points."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from sqlalchemy import Connection, select

from rashomon.model.ledger import Contradiction, Series
from rashomon.model.words import ALARMS
from rashomon.store.codec import decode
from rashomon.store.frames.contract import Row, Scope
from rashomon.store.frames.leaves import ShownPage, shown_pages
from rashomon.store.frames.values import among, days
from rashomon.store.passages import figure_view, figures_by_id
from rashomon.store.shelf import take
from rashomon.store.tables import contradictions, findings, series
from rashomon.store.views import FigureView
from rashomon.store.withheld import without_names
from rashomon.store.withholding import contradictions_without, hidden_in


def contradiction_rows(connection: Connection, ids: tuple[str, ...], scope: Scope) -> dict[str, list[Row]]:
    """Return the rows of these contradictions and of their sides; one of which a side may not be told is left out."""
    asked = select(contradictions.c.content).where(among(contradictions.c.id, ids))
    contents = connection.scalars(asked.order_by(contradictions.c.id, contradictions.c.number))
    several = (decode(Contradiction, content) for content in contents)
    found = contradictions_without(connection, (one for one in several if _may_be_told(one, scope)))
    pages = shown_pages(connection, tuple(sorted({side.article_id for one in found for side in one.positions})))
    counted: Counter[str] = Counter()
    rows: dict[str, list[Row]] = {"contradictions": [], "sides": []}
    for one in found:
        counted[one.id] += 1
        reasons = [reason.text for reason in one.reasons]
        alarm = one.severity in ALARMS
        head = (one.id, counted[one.id], str(one.kind), str(one.severity), alarm, one.topic, one.event_id, len(one.positions))
        rows["contradictions"].append((*head, reasons))
        rows["sides"].extend(_sides(one, counted[one.id], pages))
    return rows


def _may_be_told(one: Contradiction, scope: Scope) -> bool:
    return scope.has(one.event_id) and all(scope.shows(side.article_id) for side in one.positions)


def _sides(one: Contradiction, n: int, pages: Mapping[str, ShownPage]) -> Iterator[Row]:
    for number, side in enumerate(one.positions, 1):
        page = pages.get(side.article_id)
        outlet, words = (None, None) if page is None else (page.outlet, page.text[side.start : side.end])
        yield (one.id, n, number, side.article_id, side.ref, side.source, side.says, outlet, side.start, side.end, words)


def series_rows(connection: Connection, ids: tuple[str, ...], scope: Scope) -> dict[str, list[Row]]:
    """Return the rows of these series and of their points; figures that may not be told are left out, with what rests on them."""
    asked = select(series.c.id, series.c.content).where(among(series.c.id, ids)).order_by(series.c.id)
    found = {row.id: decode(Series, row.content) for row in connection.execute(asked)}
    wanted = tuple(sorted({figure for one in found.values() for figure in one.figures}))
    where = set(connection.scalars(select(findings.c.article_id).where(among(findings.c.id, wanted))))
    shelf = take(connection, (article for article in where if scope.shows(article)))
    figures = {key: figure_view(shelf, figure) for key, figure in figures_by_id(shelf.readings).items() if key in wanted}
    rows: dict[str, list[Row]] = {"series": [], "series_points": []}
    names = {name for hidden in hidden_in(connection, where).values() for name in hidden.names}
    for key, one in ((key, _unnamed(each, names)) for key, each in found.items()):
        held = [figures[key] for key in one.figures if key in figures]
        is_whole = len(held) == len(one.figures)
        if held and any(scope.tells(view.figure.article_id) for view in held):
            rows["series"].append((key, one.what, one.source, len(held), list(one.faults) if is_whole else []))
            rows["series_points"].extend((key, *point) for point in _points(one, held, figures))
    return rows


def _unnamed(one: Series, names: Collection[str]) -> Series:
    """Return a series whose words do not name these persons."""
    if not names:
        return one
    source = None if one.source is None else without_names(one.source, names)
    derived = tuple(replace(each, derivation=without_names(each.derivation, names)) for each in one.derived)
    faults = tuple(without_names(fault, names) for fault in one.faults)
    return replace(one, what=without_names(one.what, names), source=source, derived=derived, faults=faults)


def _points(one: Series, held: Iterable[FigureView], figures: Mapping[str, FigureView]) -> Iterator[Row]:
    n = 0
    for n, view in enumerate(held, 1):
        figure = view.figure
        period = None if figure.period is None else str(figure.period)
        value = (figure.value.low, figure.value.high, *days(period), None if figure.as_of is None else str(figure.as_of))
        yield (n, False, figure.id, *value, figure.cumulative, None, [], figure.article_id, view.quote.words)
    for at, derived in enumerate((each for each in one.derived if all(key in figures for key in each.figures)), n + 1):
        value = (derived.value, derived.value, *days(str(derived.period)), None)
        yield (at, True, None, *value, None, derived.derivation, list(derived.figures), None, None)
