"""Actors and their ties at a day, grown from one actor step by step; every tie opens its evidence."""

from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Query, Request, Response

from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import date_words
from rashomon.model.words import SYMMETRIC, Relation
from rashomon.store.pages.views import Edge, NetworkView
from rashomon.store.views import Question
from rashomon.web.answers import answer
from rashomon.web.pages import desk_of, ledger_of

router = APIRouter()
#: Actors whose ties one network shows.
MOST_GROWN = 25


@router.get("/network", name="network")
def network(
    request: Request,
    actor: Annotated[list[str] | None, Query(max_length=MOST_GROWN)] = None,
    day: Annotated[str, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = "",
) -> Response:
    """Show the ties of some actors on a day; without an actor, those to begin with."""
    desk = desk_of(request)
    try:
        asked = date.fromisoformat(day) if day else None
    except ValueError as error:
        raise HTTPException(422, desk.say("network.no_day", day=day)) from error
    names = [name for name in actor or () if name.strip()]
    view = desk.ledger.pages.network(names, asked)
    whole = view if asked is None else desk.ledger.pages.network(names, None)
    return answer(
        request,
        "network.html",
        view,
        often=() if names else _often(request),
        by_id={node.id: node for node in view.nodes},
        days=whole.days,
        drawn=_drawn(whole, asked, desk.say),
    )


def _drawn(whole: NetworkView, day: date | None, say: Catalogue) -> dict[str, object]:
    """Return what the script draws: all ties of any day, each with its days, and the days in words."""
    return {
        "nodes": [{"id": one.id, "name": one.name, "kind": one.kind.value, "grown": one.grown} for one in whole.nodes],
        "names": {one.id: one.name for one in whole.nodes},
        "edges": [_line(edge, say) for edge in whole.edges],
        "days": [{"iso": str(one), "words": date_words(str(one), say)} for one in whole.days],
        "day": None if day is None else str(day),
    }


def _line(edge: Edge, say: Catalogue) -> dict[str, object]:
    asked = {"subject": edge.subject, "relation": edge.relation.value, "object": edge.object}
    return {
        "subject": edge.subject,
        "object": edge.object,
        "word": say.code("relation", edge.relation),
        "mutual": edge.relation in SYMMETRIC,
        "standing": edge.standing,
        "standing_word": say.code("standing", edge.standing),
        "first": None if edge.first is None else str(edge.first),
        "last": None if edge.last is None else str(edge.last),
        "href": f"/network/tie?{urlencode(asked)}",
    }


def _often(request: Request) -> tuple[tuple[str, str], ...]:
    """Return the actors named in most events, by id and name."""
    facets = ledger_of(request).ask(Question(size=1)).facets
    values = next((facet.values for facet in facets if facet.name == "actor"), ())
    return tuple((value.value, value.label) for value in values[:30])


@router.get("/network/tie", name="tie")
def tie(request: Request, subject: str, relation: Relation, object: str) -> Response:  # noqa: A002 - the address says object
    """Show everything that states a tie."""
    desk = desk_of(request)
    found = desk.ledger.pages.tie(subject, relation, object)
    if found is None:
        raise HTTPException(404, desk.say("network.no_tie"))
    return answer(request, "tie.html", found)
