"""The search: what answers a question, as list, timeline, map, chart or table, with facets to narrow it."""

from collections.abc import Iterable
from functools import partial
from itertools import groupby
from math import ceil
from typing import Any

from fastapi import APIRouter, Request, Response

from rashomon.exports.drawings.stacking import stack
from rashomon.store.search import ORDERS
from rashomon.store.search.claims import LOOKED_AT_MOST
from rashomon.store.search.drawing import KINDS
from rashomon.store.search.views import Answer
from rashomon.store.views import EventLine, Question
from rashomon.web.addresses import at_page, narrowed, question_address
from rashomon.web.answers import answer
from rashomon.web.asked import VIEWS, Asked, Seen, Shown, chosen_in, facet_label, facets_shown
from rashomon.web.pages import Desk, desk_of
from rashomon.web.people.clearances import clearance_of_request
from rashomon.web.placing import CLOSEST, place_address
from rashomon.web.timeline import strip

router = APIRouter()
#: What a file is asked for besides: a map that is kept has every place by itself.
_APART = {"geojson": {"zoom": str(CLOSEST)}}


@router.get("/search", name="search")
def search(request: Request, question: Asked, shown: Seen) -> Response:
    """Show what answers the question."""
    desk = desk_of(request)
    found = desk.ledger.ask(question)
    facets = facets_shown(found.facets, desk)
    claims = min(found.found_claims, LOOKED_AT_MOST)
    total = {"articles": found.found_articles, "claims": claims}.get(shown.view, found.total)
    known: dict[str, Any] = {**_view(request, desk, question, shown, found), "facets": facets}
    return answer(
        request,
        "search.html",
        found,
        chosen=chosen_in(question, facets, desk),
        strip=strip([value for value, _ in facets.get("month", ())], desk.say),
        pages=max(1, ceil(total / question.size)),
        shown=shown,
        views=VIEWS,
        orders=ORDERS,
        kinds=KINDS,
        claims_listed=claims,
        to=partial(narrowed, question, **shown.told()),
        page_at=lambda page: at_page(question, page, **shown.told()),
        viewed=lambda view: at_page(question, 1, **shown.told(view)),
        file=lambda form: question_address(question, f"/search.{form}", **_APART.get(form, {})),
        sheet=question_address(question, "/review/sheet.csv"),
        query=question_address(question, "").removeprefix("?"),
        **known,
    )


def _view(request: Request, desk: Desk, question: Question, shown: Shown, found: Answer) -> dict[str, object]:
    """Return what only one of the views needs."""
    match shown.view:
        case "timeline":
            return {"months": _by_month(found.events)}
        case "map":
            where = desk.ledger.desk.search.placed(question)
            return {
                "placed": where,
                "list_here": question_address(question, view="list"),
                "drawn": question_address(question, "/search.geojson", tlp=clearance_of_request(request)),
                "place_of": partial(place_address, question=question),
            }
        case "chart":
            counts = desk.ledger.desk.search.counts(question, shown.by)
            return {"counts": counts, "chart": stack(counts, desk.say, partial(facet_label, desk=desk))}
        case "claims":
            return {"claims": desk.ledger.desk.search.claims(question)}
    return {}


def _by_month(lines: Iterable[EventLine]) -> list[tuple[str | None, list[EventLine]]]:
    """Return events under the month they began in, in their order."""

    def month(line: EventLine) -> str | None:
        return None if line.date is None else line.date.strip("/")[:7]

    return [(key, list(several)) for key, several in groupby(lines, key=month)]
