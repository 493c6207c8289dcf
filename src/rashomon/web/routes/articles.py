"""One article: its text with everything found in it, the kept file beside it, and what the page states about it."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response

from rashomon.exports.wording.catalogue import Catalogue
from rashomon.store.views import Mark
from rashomon.store.withheld import BLOT
from rashomon.web.answers import answer
from rashomon.web.captured import shown
from rashomon.web.labels import in_words, with_kinds
from rashomon.web.marking import all_marks, legend, segments
from rashomon.web.pages import desk_of, marks_of

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
    shown_marks = tuple(with_kinds(in_words(marks, desk.say), desk.say))
    unread = sorted((span.start, span.end) for span in (view.reading.unread if view.reading else ()))
    return answer(
        request,
        "article.html",
        view,
        segments=segments(view.article.text, shown_marks),
        legend=legend(shown_marks),
        lines={line.id: line for line in (*view.others, view.line)},
        withheld=BLOT in view.article.text,
        beside=not desk.ledger.pages.withholds(view.capture.sha256),
        versions=desk.ledger.pages.versions(article_id),
        tlp=marks_of(request).get(view.capture.sha256),
        unread=[(start, end, view.article.text[start:end]) for start, end in unread],
    )


@router.get("/articles/{article_id}/capture", name="article_capture")
def capture(request: Request, article_id: str) -> Response:
    """Give the kept file of an article, without scripts and network; not where it names private persons (403)."""
    desk = desk_of(request)
    view = desk.ledger.article_page(article_id)
    if desk.ledger.pages.withholds(view.capture.sha256):
        raise HTTPException(403, desk.say("article.capture_withheld"))
    kept = shown(view.capture, desk.ledger.pages.content(view.capture.sha256))
    return Response(kept.content, media_type=kept.media_type, headers=kept.headers)
