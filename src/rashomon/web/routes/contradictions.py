"""All contradictions, alarms first, with the words of every side."""

from collections import Counter
from math import ceil
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from rashomon.model.words import ALARMS
from rashomon.web.answers import answer
from rashomon.web.disputes import quotes_of
from rashomon.web.pages import desk_of

router = APIRouter()
#: Contradictions on one page; each side's article is opened for its words.
PAGE_SIZE = 20


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
    candidates = [found for found in desk.ledger.contradictions() if not loud or found[0].severity in ALARMS]
    chosen = [found for found in candidates if kind in {"", found[0].kind.value}]
    shown = tuple(chosen[(page - 1) * PAGE_SIZE : page * PAGE_SIZE])
    return answer(
        request,
        "contradictions.html",
        shown,
        quotes=quotes_of(desk.ledger, [found for found, _ in shown]),
        kinds=Counter(found.kind.value for found, _ in candidates),
        kind=kind,
        loud=loud,
        total=len(chosen),
        page=page,
        pages=max(1, ceil(len(chosen) / PAGE_SIZE)),
    )
