"""All contradictions, alarms first, with the words of every side."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from rashomon.web.answers import answer
from rashomon.web.disputes import quotes_of
from rashomon.web.pages import desk_of

router = APIRouter()


@router.get("/contradictions", name="contradictions")
def contradictions(
    request: Request,
    kind: Annotated[str, Query(max_length=100)] = "",
    alarms: Literal["", "0", "1"] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> Response:
    """Show a page of contradictions, of one kind or alarms only where the address asks for it."""
    desk = desk_of(request)
    loud = alarms == "1"
    part = desk.ledger.pages.contradictions(kind or None, loud=loud, page=page)
    return answer(
        request,
        "contradictions.html",
        part.shown,
        part=part,
        quotes=quotes_of(desk.ledger, [found for found, _ in part.shown]),
        kinds=desk.ledger.pages.contradiction_kinds(loud=loud),
        kind=kind,
        loud=loud,
    )
