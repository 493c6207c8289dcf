"""What the ledger holds, what went wrong, what is unread."""

from fastapi import APIRouter, Request, Response

from rashomon.web.answers import answer
from rashomon.web.pages import ledger_of, marks_of

router = APIRouter()


@router.get("/status", name="status")
def status(request: Request) -> Response:
    """Show counts, faults with their reasons, unread articles and all captures."""
    return answer(request, "status.html", ledger_of(request).status(), tlp=marks_of(request))
