"""The articles that repeat others."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from rashomon.web.answers import answer
from rashomon.web.pages import ledger_of

router = APIRouter()


@router.get("/copies", name="copies")
def copies(request: Request, page: Annotated[int, Query(ge=1, le=1_000_000)] = 1) -> Response:
    """Show a page of which article repeats which, and why the machine thinks so."""
    return answer(request, "copies.html", ledger_of(request).pages.copies(page))
