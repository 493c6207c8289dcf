"""One article: its text with everything found in it, and what the page states about it."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response

from rashomon.store.views import Mark
from rashomon.web.answers import answer
from rashomon.web.catalogue import Catalogue
from rashomon.web.marking import all_marks, legend, segments
from rashomon.web.pages import desk_of

router = APIRouter()


def _came_for(at: str | None, length: int, say: Catalogue) -> Mark | None:
    """Return the mark of the words that the address names (``120-180``). Raises 422 where they lie outside the text."""
    if at is None:
        return None
    start, _, end = at.partition("-")
    if not int(start) < int(end) <= length:
        raise HTTPException(422, say("error.at_past_end", start=start, end=end, length=length))
    return Mark(int(start), int(end), "here", "")


@router.get("/articles/{article_id}", name="article")
def article(request: Request, article_id: str, at: Annotated[str | None, Query(pattern=r"^\d{1,9}-\d{1,9}$")] = None) -> Response:
    """Show an article; ``at`` names the stretch of its text that the reader came for."""
    desk = desk_of(request)
    view = desk.ledger.article_page(article_id)
    marks = all_marks(view, _came_for(at, len(view.article.text), desk.say))
    return answer(
        request,
        "article.html",
        view,
        segments=segments(view.article.text, marks),
        legend=legend(marks),
        lines={line.id: line for line in (*view.others, view.line)},
    )
