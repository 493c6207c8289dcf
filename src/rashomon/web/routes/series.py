"""Published numbers through time: a drawing and a table for each series, what follows, what does not add up."""

from fastapi import APIRouter, Request, Response

from rashomon.web.answers import answer
from rashomon.web.charts import draw
from rashomon.web.pages import desk_of

router = APIRouter()


@router.get("/series", name="series")
def series(request: Request) -> Response:
    """Show all series, longest first."""
    desk = desk_of(request)
    found = desk.ledger.series()
    return answer(request, "series.html", found, charts=[draw(view, desk.say) for view in found])
