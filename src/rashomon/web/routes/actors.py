"""Actors: those most often named, those whose names match, and one actor's page."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from rashomon.model.histories import Chapter
from rashomon.store.search.facets import FacetValue
from rashomon.store.views import Named, Question
from rashomon.web.answers import answer
from rashomon.web.pages import desk_of, ledger_of
from rashomon.web.rolebars import role_bars

router = APIRouter()
#: The chapters of a history in the order they are shown.
CHAPTERS = (Chapter.ROLE, Chapter.SUCCESSION, Chapter.TIE, Chapter.DESIGNATION, Chapter.CUSTODY, Chapter.DEATH)


@dataclass(frozen=True, slots=True)
class ActorList:
    """Actors whose names match the words asked for, and those that the most events name."""

    text: str | None
    matching: tuple[Named, ...]
    often: tuple[FacetValue, ...]


@router.get("/actors", name="actors")
def actors(request: Request, q: Annotated[str, Query(max_length=500)] = "") -> Response:
    """Show the actors that match, or else those most often named."""
    found = ledger_of(request).ask(Question(text=q.strip() or None))
    often = next((facet.values for facet in found.facets if facet.name == "actor"), ())
    return answer(request, "actors.html", ActorList(found.question.text, found.actors, often))


@router.get("/actors/{actor_id:path}", name="actor")
def actor(request: Request, actor_id: str) -> Response:
    """Show an actor by id, name or alias."""
    desk = desk_of(request)
    view = desk.ledger.actor_page(actor_id)
    pages = desk.ledger.pages
    return answer(
        request,
        "actor.html",
        view,
        chapters=[(chapter, [line for line in view.history if line.chapter == chapter]) for chapter in CHAPTERS],
        bars=role_bars(pages.roles(view.actor.id), desk.say),
        record=pages.speaker(view.actor.name),
        accusations=pages.accusations(view.actor.id),
    )
