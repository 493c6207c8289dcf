"""One event: its accounts side by side, what is said with its support, its reporting through time, its copies, its places."""

from collections import Counter

from fastapi import APIRouter, Request, Response

from rashomon.web.answers import answer
from rashomon.web.chain import chains
from rashomon.web.compare import compare, versions
from rashomon.web.disputes import quotes_of
from rashomon.web.event_places import event_map
from rashomon.web.pages import desk_of
from rashomon.web.reporting import reporting

router = APIRouter()


@router.get("/events/{event_id}", name="event")
def event(request: Request, event_id: str) -> Response:
    """Show an event by its id or the id of one of its accounts."""
    desk = desk_of(request)
    view = desk.ledger.event(event_id)
    articles = tuple(dict.fromkeys(told.article.id for told in view.accounts))
    named = {one.id for told in view.accounts for one in told.places if one.id is not None}
    drawing, unplaced = event_map(view, desk.ledger.pages.places(tuple(sorted(named))))
    return answer(
        request,
        "event.html",
        view,
        rows=compare(view, desk.say),
        versions=versions(view, desk.say),
        titles={told.article.id: told.article.title for told in view.accounts},
        by_root=Counter(told.root.id for told in view.accounts if told.root is not None),
        quotes=quotes_of(desk.ledger, view.contradictions),
        reporting=reporting(view, desk.say),
        chains=chains(view, desk.ledger.pages.copies_among(articles)),
        drawing=drawing,
        unplaced=unplaced,
    )
