"""Outlets: the list of them, and one outlet with its grade, its track record, and whom it copies."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from rashomon.web.answers import answer
from rashomon.web.pages import ledger_of

router = APIRouter()


@router.get("/outlets", name="outlets")
def outlets(request: Request, page: Annotated[int, Query(ge=1, le=1_000_000)] = 1) -> Response:
    """Show a page of the outlets, most articles first."""
    return answer(request, "outlets.html", ledger_of(request).pages.outlets(page))


@router.get("/outlets/{name:path}", name="outlet")
def outlet(request: Request, name: str) -> Response:
    """Show an outlet by any of its names."""
    return answer(request, "outlet.html", ledger_of(request).pages.outlet(name))
