"""What leaves the desk as a file: what is CLEAR, and more only where it is asked for by somebody who may see it."""

from collections.abc import Iterable

from fastapi import HTTPException, Request

from rashomon.model.marks import Mark
from rashomon.store.contract import Questions
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.contract import Selection
from rashomon.store.search.telling import ToldEvent
from rashomon.store.views import Question
from rashomon.web.pages import whole_of
from rashomon.web.people.clearances import leaving


def leaving_ledger(request: Request, tlp: Mark | None) -> Questions:
    """Return the ledger as far as it may leave the desk. Raises HTTPException 403 as `leaving`."""
    clearance = leaving(request, tlp)
    return whole_of(request) if clearance == Mark.RED else whole_of(request).cleared(clearance)


def publishing_ledger(request: Request) -> Ledger:
    """Return the desk's ledger, to write files of. Raises HTTPException 404 where it is none that anything leaves."""
    ledger = whole_of(request)
    if not isinstance(ledger, Ledger):
        raise HTTPException(404)
    return ledger


def told_to_leave(request: Request, question: Question, tlp: Mark | None) -> Iterable[ToldEvent]:
    """Return the events that may leave the desk. Raises HTTPException 403 as `leaving`, 404 where nothing leaves it."""
    clearance = leaving(request, tlp)
    return publishing_ledger(request).publishing.all_told(Selection(question, clearance))
