"""The articles that repeat others."""

from fastapi import APIRouter, Request, Response

from rashomon.model.errors import NotFoundError
from rashomon.store.contract import Questions
from rashomon.store.views import ArticleLine
from rashomon.web.answers import answer
from rashomon.web.pages import ledger_of

router = APIRouter()
#: How many copies are shown; each one's article is opened for its title.
MOST_SHOWN = 100


def _line(ledger: Questions, article_id: str) -> ArticleLine | None:
    """Return what a list shows of an article, ``None`` where the ledger no longer holds it."""
    try:
        return ledger.article_page(article_id).line
    except NotFoundError:
        return None


@router.get("/copies", name="copies")
def copies(request: Request) -> Response:
    """Show which article repeats which, and why the machine thinks so."""
    ledger = ledger_of(request)
    found = ledger.copies()[:MOST_SHOWN]
    ids = {one for copy in found for one in (copy.article_id, copy.original_id)}
    return answer(request, "copies.html", found, lines={one: _line(ledger, one) for one in sorted(ids)})
