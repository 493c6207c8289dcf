"""Briefs: drafts of any question, those that were given out, and both as files."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from rashomon.exports.briefs.contract import Brief
from rashomon.exports.briefs.forms import FORMS, MEDIA
from rashomon.exports.briefs.giving import given_out
from rashomon.exports.briefs.making import make_brief
from rashomon.exports.contract import Aggregation
from rashomon.model.marks import Mark
from rashomon.store.publishing.briefs import GivenBrief
from rashomon.store.topics.questions import question_in
from rashomon.web.api.routes.topics import Writer
from rashomon.web.api.typed import Typed
from rashomon.web.asked import Asked
from rashomon.web.routes.briefs import Terms, Told, brief_file, brief_given, read_up_to, wanted_by, whole_ledger

router = APIRouter(route_class=Typed, tags=["briefs"])
#: What gives briefs out: only on a desk that lets people in by name.
changing = APIRouter(route_class=Typed, tags=["briefs"])
Ending = Literal["md", "html", "docx", "pdf"]
_FILES: dict[int | str, dict[str, Any]] = {
    200: {"content": {MEDIA[form].partition(";")[0]: {"schema": {"type": "string"}} for form in FORMS}}
}


@dataclass(frozen=True, slots=True)
class BriefLine:
    """A brief that was given out; ``withdrawn`` where a capture that it cites was marked above its clearance since."""

    id: str
    title: str
    made_at: str
    who: str
    clearance: Mark
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class BriefTold:
    """A brief as it was given out, and when by whom."""

    line: BriefLine
    brief: Brief


class NewBrief(BaseModel):
    """A brief that is to be given out: ``question`` is what stands behind the ? of a search's address, ``topic`` a topic's id.

    ``days`` back or ``since`` a day narrow it, ``tlp`` is for whom it is told, ``leads`` which version of a toll leads.
    """

    model_config = ConfigDict(extra="forbid")

    question: Annotated[str, Field(max_length=4000)] = ""
    topic: Annotated[str, Field(max_length=100)] = ""
    days: Annotated[int, Field(ge=0, le=40_000)] = 0
    since: date | None = None
    tlp: Mark = Mark.CLEAR
    leads: Aggregation = Aggregation.REPRESENTATIVE


def _line(given: GivenBrief) -> BriefLine:
    return BriefLine(given.id, given.title, given.made_at, given.who, given.clearance, given.withdrawn)


@router.get("/brief")
def draft(request: Request, question: Asked, terms: Told) -> Brief:
    """Give a brief of a topic or question as a draft: sections of sentences with numbered citations. Nothing is remembered."""
    return make_brief(whole_ledger(request), wanted_by(request, question, terms)).brief


@router.get("/brief/file", responses=_FILES)
def draft_file(request: Request, question: Asked, terms: Told, form: Annotated[Ending, Query()] = "md") -> Response:
    """Give that draft as a file."""
    return brief_file(request, draft(request, question, terms), form)


@router.get("/briefs")
def briefs(request: Request) -> tuple[BriefLine, ...]:
    """Give the briefs that were given out, the newest first."""
    return tuple(_line(one) for one in whole_ledger(request).publishing.briefs.all(read_up_to(request)))


@changing.post("/briefs", status_code=201)
def give(request: Request, visit: Writer, new: NewBrief) -> BriefTold:
    """Give a brief out: keep it as it is now, so that the next one of its subject says what changed."""
    terms = Terms(new.topic, new.days, new.since, new.tlp, new.leads)
    wanted = wanted_by(request, question_in(new.question), terms)
    made = make_brief(whole_ledger(request), wanted)
    return BriefTold(_line(given_out(whole_ledger(request), made, wanted, visit.person.name)), made.brief)


@router.get("/briefs/{brief_id}")
def brief(request: Request, brief_id: str) -> BriefTold:
    """Give a brief as it was given out."""
    kept, read = brief_given(request, brief_id)
    return BriefTold(_line(kept), read)


@router.get("/briefs/{brief_id}/file", responses=_FILES)
def given_file(request: Request, brief_id: str, form: Annotated[Ending, Query()] = "md") -> Response:
    """Give that brief as a file."""
    return brief_file(request, brief_given(request, brief_id)[1], form)
