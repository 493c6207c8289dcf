"""Briefs on the desk: of a topic or any search, read, saved as a file, and given out."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any, Literal
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Form, HTTPException, Query, Request, Response
from fastapi.responses import RedirectResponse

from rashomon.exports.briefs.asking import ALL, wanted_of
from rashomon.exports.briefs.contract import Brief, Citation, Wanted
from rashomon.exports.briefs.forms import FORMS, MEDIA, MissingExtraError
from rashomon.exports.briefs.giving import given_out
from rashomon.exports.briefs.html import body
from rashomon.exports.briefs.making import make_brief
from rashomon.exports.contract import Aggregation
from rashomon.model.marks import Mark
from rashomon.model.people import Right
from rashomon.store.codec import decode
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.briefs import GivenBrief
from rashomon.store.topics.questions import question_in
from rashomon.store.views import Question
from rashomon.web.addresses import question_address, words_address
from rashomon.web.answers import answer
from rashomon.web.asked import Asked
from rashomon.web.pages import desk_of, whole_of
from rashomon.web.people.access import Visit, needs

router = APIRouter()
#: What gives briefs out: only on a desk that lets people in by name.
changing = APIRouter()
#: Spans that the form offers, in days; 0 is everything.
SPANS = (0, 1, 7, 30, 90, 365)
Ending = Literal["", "md", "html", "docx", "pdf"]
Writer = Annotated[Visit, Depends(needs(Right.DECIDE))]


@dataclass(frozen=True, slots=True)
class Terms:
    """How a brief is told: of which topic, since when, for whom, and which version of a toll leads."""

    topic: str = ""
    days: int = 0
    since: date | None = None
    tlp: Mark = Mark.CLEAR
    leads: Aggregation = Aggregation.REPRESENTATIVE

    def told(self) -> dict[str, str]:
        """Return what of this an address has to say."""
        start = Terms()
        shown = {name: getattr(self, name) for name in ("topic", "days", "since", "tlp", "leads")}
        return {name: str(value) for name, value in shown.items() if value != getattr(start, name)}


def terms_of(
    topic: Annotated[str, Query(max_length=100)] = "",
    days: Annotated[int, Query(ge=0, le=40_000)] = 0,
    since: date | None = None,
    tlp: Mark = Mark.CLEAR,
    leads: Aggregation = Aggregation.REPRESENTATIVE,
) -> Terms:
    """Return how an address wants a brief told."""
    return Terms(topic, days, since, tlp, leads)


Told = Annotated[Terms, Depends(terms_of)]


def whole_ledger(request: Request) -> Ledger:
    """Return the desk's ledger. Raises HTTPException 404 where it is none that gives anything out."""
    ledger = whole_of(request)
    if not isinstance(ledger, Ledger):
        raise HTTPException(404)
    return ledger


def read_up_to(request: Request) -> Mark:
    """Return the highest mark that whoever asks may read."""
    visit = request.scope.get("state", {}).get("visit")
    return visit.clearance if isinstance(visit, Visit) else Mark.CLEAR


def wanted_by(request: Request, question: Question, terms: Terms) -> Wanted:
    """Return what a brief is asked to tell. Raises HTTPException 403 where who asks may not see so far."""
    if not terms.tlp.within(read_up_to(request)):
        raise HTTPException(403)
    today = datetime.now(UTC).date()
    wanted = wanted_of(whole_ledger(request).desk.topics.all(), question, terms.topic or ALL, today)
    since = terms.since or (today - timedelta(days=terms.days) if terms.days else None)
    return replace(wanted, since=since, clearance=terms.tlp, aggregation=terms.leads)


@router.get("/briefs", name="briefs")
def briefs(request: Request) -> Response:
    """List the briefs that were given out, newest first, with a form for a new one."""
    ledger = whole_ledger(request)
    given = ledger.publishing.briefs.all(read_up_to(request))
    return answer(request, "briefs.html", [_line(one) for one in given], narrowing=(), **_choices(request))


def _line(given: GivenBrief) -> dict[str, object]:
    """Return what a list shows of a brief."""
    return {name: getattr(given, name) for name in ("id", "title", "made_at", "who", "clearance", "withdrawn")}


def _choices(request: Request) -> dict[str, Any]:
    """Return what the form offers."""
    clearance = read_up_to(request)
    marks = [mark for mark in Mark if mark.within(clearance)]
    return {"spans": SPANS, "marks": marks, "leads": list(Aggregation), "topics": whole_ledger(request).desk.topics.all()}


@router.get("/brief", name="brief")
def brief(request: Request, question: Asked, terms: Told, form: Ending = "") -> Response:
    """Show a brief of a topic or search as a draft, or give it as a file. Nothing is remembered."""
    wanted = wanted_by(request, question, terms)
    made = make_brief(whole_ledger(request), wanted)
    if form:
        return brief_file(request, made.brief, form)
    at = question_address(question, "/brief", **terms.told())
    asked = question_address(question, "").removeprefix("?")
    known: dict[str, Any] = {"asked": asked, "narrowing": parse_qsl(asked), "terms": terms, "files": _files(at), "made_at": None}
    return _page(request, made.brief, **known, **_choices(request))


@changing.post("/briefs", name="give_brief")
def give(
    request: Request,
    visit: Writer,
    question: Annotated[str, Form(max_length=4000)] = "",
    topic: Annotated[str, Form(max_length=100)] = "",
    days: Annotated[int, Form(ge=0, le=40_000)] = 0,
    since: Annotated[date | None, Form()] = None,
    tlp: Annotated[Mark, Form()] = Mark.CLEAR,
    leads: Annotated[Aggregation, Form()] = Aggregation.REPRESENTATIVE,
) -> Response:
    """Give a brief out: keep it as it is now, so that the next one says what changed."""
    wanted = wanted_by(request, question_in(question), Terms(topic, days, since, tlp, leads))
    ledger = whole_ledger(request)
    kept = given_out(ledger, make_brief(ledger, wanted), wanted, visit.person.name)
    return RedirectResponse(f"/briefs/{kept.id}", status_code=303)


@router.get("/briefs/{brief_id}", name="given_brief")
def given_brief(request: Request, brief_id: str, form: Ending = "") -> Response:
    """Show a brief as it was given out, or give it as a file."""
    kept, read = brief_given(request, brief_id)
    if form:
        return brief_file(request, read, form)
    known: dict[str, Any] = {"terms": None, "files": _files(f"/briefs/{brief_id}"), "made_at": kept.made_at, "who": kept.who}
    return _page(request, read, **known)


def brief_given(request: Request, brief_id: str) -> tuple[GivenBrief, Brief]:
    """Return a brief that was given out. Raises HTTPException 403 where it was withdrawn, NotFoundError."""
    kept = whole_ledger(request).publishing.briefs.one(brief_id, read_up_to(request))
    if kept.withdrawn:
        raise HTTPException(403, desk_of(request).say("briefs.withdrawn"))
    return kept, decode(Brief, kept.content)


def _files(at: str) -> dict[str, str]:
    """Return the addresses of a brief as a file, by form."""
    return {form: f"{at}{'&' if '?' in at else '?'}form={form}" for form in FORMS}


def _page(request: Request, shown: Brief, **known: Any) -> Response:  # noqa: ANN401 (what the template knows)
    return answer(request, "brief.html", shown, shown=body(shown, desk_of(request).say, _words), **known)


def _words(citation: Citation) -> str:
    """Return where the words of a citation stand on the desk."""
    return words_address(citation.ground.article_id, citation.ground.start, citation.ground.end)


def brief_file(request: Request, made: Brief, form: str) -> Response:
    """Return a brief as a file. Raises HTTPException 501 where the form's library is not installed."""
    try:
        content = FORMS[form](made, desk_of(request).say)
    except MissingExtraError as error:
        raise HTTPException(501, str(error)) from error
    named = {"Content-Disposition": f'attachment; filename="brief-{made.day}.{form}"'}
    return Response(content, media_type=MEDIA[form], headers=named)
