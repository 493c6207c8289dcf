"""Published numbers through time: a drawing and a table for each series, what follows, what does not add up, as files too."""

import csv
import io
from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response

from rashomon.exports.drawings.series_drawing import conflicting, draw_series
from rashomon.model.marks import Mark
from rashomon.store.pages.views import CountedSeries
from rashomon.web.answers import answer
from rashomon.web.leaving import leaving_ledger
from rashomon.web.pages import desk_of

router = APIRouter()
_COLUMNS = ("role", "period", "as_of", "value", "printed", "cumulative", "source", "outlet", "published", "words", "derivation")


@router.get("/series", name="series")
def series(request: Request, page: Annotated[int, Query(ge=1, le=1_000_000)] = 1) -> Response:
    """Show a page of the series, longest first."""
    desk = desk_of(request)
    part = desk.ledger.pages.series(page)
    return answer(
        request,
        "series.html",
        part,
        charts=[draw_series(one, desk.say) for one in part.shown],
        owns=[{one.figure_id: one.events for one in counted.own} for counted in part.shown],
        clashing=[conflicting(one.view.figures) for one in part.shown],
    )


@router.get("/series/{series_id}.svg", name="series_drawing")
def drawing(request: Request, series_id: str) -> Response:
    """Give a series as a drawing."""
    desk = desk_of(request)
    chart = draw_series(desk.ledger.pages.one_series(series_id), desk.say)
    if chart is None:
        raise HTTPException(404, desk.say("series.not_drawn"))
    image = desk.render(request, "series.svg", chart=chart)
    named = {"Content-Disposition": f'inline; filename="{series_id}.svg"'}
    return Response(image, media_type="image/svg+xml", headers=named)


@router.get("/series/{series_id}.csv", name="series_table")
def table(request: Request, series_id: str, tlp: Annotated[Mark | None, Query()] = None) -> Response:
    """Give a series as a table: numbers, what follows from them, our own counts; nothing that is marked above ``tlp`` (CLEAR)."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(_COLUMNS)
    writer.writerows([_safe(cell) for cell in row] for row in _rows(leaving_ledger(request, tlp).pages.one_series(series_id)))
    named = {"Content-Disposition": f'attachment; filename="{series_id}.csv"'}
    return Response(lines.getvalue(), media_type="text/csv; charset=utf-8", headers=named)


def _rows(counted: CountedSeries) -> Iterator[tuple[object, ...]]:
    own = {one.figure_id: one.events for one in counted.own}
    for shown in counted.view.figures:
        figure, line = shown.figure, shown.article
        times = (figure.period, figure.as_of)
        told = (figure.cumulative, shown.source.name, line.outlet, line.published, shown.quote.words, "")
        yield ("published", *times, figure.value, figure.printed, *told)
        if figure.id in own:
            yield ("own", *times, own[figure.id], own[figure.id], "", "", "", "", "", "")
    for derived in counted.view.series.derived:
        yield ("derived", derived.period, "", derived.value, derived.value, "", "", "", "", "", derived.derivation)


def _safe(cell: object) -> str:
    """Return a cell's text; one that a spreadsheet would take for a formula is led by an apostrophe."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") and not text[1:2].isdigit() else text
