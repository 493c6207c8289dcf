"""One event: its accounts side by side, what is said with its support, claims, contradictions."""

from collections import Counter

from fastapi import APIRouter, Request, Response

from rashomon.web.answers import answer
from rashomon.web.compare import compare, versions
from rashomon.web.disputes import quotes_of
from rashomon.web.pages import desk_of

router = APIRouter()


@router.get("/events/{event_id}", name="event")
def event(request: Request, event_id: str) -> Response:
    """Show an event by its id or the id of one of its accounts."""
    desk = desk_of(request)
    view = desk.ledger.event(event_id)
    return answer(
        request,
        "event.html",
        view,
        rows=compare(view, desk.say),
        versions=versions(view, desk.say),
        titles={told.article.id: told.article.title for told in view.accounts},
        by_root=Counter(told.root.id for told in view.accounts if told.root is not None),
        quotes=quotes_of(desk.ledger, view.contradictions),
    )
