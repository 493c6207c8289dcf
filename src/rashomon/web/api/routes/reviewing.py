"""The review queue, decisions, and their log: what the desk's review does, with the same rights."""

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from rashomon.model.words import Verdict
from rashomon.store.review.contract import Draft
from rashomon.store.review.views import LogQuestion, OutletLine, QueuePage
from rashomon.web.api import shown
from rashomon.web.api.shown import DecisionsTold, DecisionTold, ReviewTold
from rashomon.web.api.typed import Typed
from rashomon.web.pages import whole_only
from rashomon.web.people.access import access_of
from rashomon.web.review.deciding import kept, may_decide, may_take_back
from rashomon.web.review.forms import Decider, now

router = APIRouter(route_class=Typed, tags=["review"], dependencies=[Depends(whole_only)])
_LONGEST, _MOST = 4000, 200
_Text = Annotated[str, Field(max_length=_LONGEST)]
_Short = Annotated[str, Query(max_length=400)]


class Deciding(BaseModel):
    """A decision to be kept.

    Args:
        target: id of an event, account, claim or figure; ``article/key`` for a link; ``outlet:NAME`` for a grade; an article for
            what is added to it.

        values: one text for most fields; stretches ("120-134") or words of the article for roles.

        field: which value an edit changes; ``copy`` for rejecting a copy.

        saw: ids of the decisions on this value that its maker was shown.

        version: of the event, for accepting it (``/review/events/{event_id}``).
    """

    model_config = ConfigDict(extra="forbid")

    verdict: Verdict
    target: Annotated[str, Field(min_length=1, max_length=400)]
    values: Annotated[list[_Text], Field(max_length=_MOST)] = []
    field: Annotated[str, Field(max_length=100)] | None = None
    why: _Text = ""
    saw: Annotated[list[Annotated[str, Field(max_length=100)]], Field(max_length=_MOST)] = []
    version: Annotated[str, Field(max_length=400)] | None = None


class Undoing(BaseModel):
    """Why a decision is taken back."""

    model_config = ConfigDict(extra="forbid")

    why: _Text = ""


@router.get("/review/queue")
def queue(
    request: Request,
    state: Literal["open", "changed", "accepted", "rejected"] = "open",
    after: _Short = "",
    size: Annotated[int, Query(ge=1, le=100)] = 12,
) -> QueuePage:
    """Give a page of the queue, highest rank first; ``after`` of the answer leads to the next."""
    return access_of(request).review.queue(state, after or None, size)


@router.get("/review/events/{event_id}")
def review(request: Request, event_id: str) -> ReviewTold:
    """Give an event with what a correction of it needs."""
    return shown.review(access_of(request).review.event(event_id))


@router.get("/review/outlets")
def outlets(request: Request) -> tuple[OutletLine, ...]:
    """Give the outlets with the grades that people gave them, by name."""
    return access_of(request).review.outlets()


@router.get("/decisions")
def log(
    request: Request,
    who: _Short = "",
    verdict: Verdict | None = None,
    target: _Short = "",
    since: date | None = None,
    until: date | None = None,
    conflicts: bool = False,
    looks: bool = False,
    before: Annotated[int | None, Query(ge=1, le=2**53)] = None,
) -> DecisionsTold:
    """Give the log of decisions, newest first; ``older`` of the answer is the next ``before``.

    ``conflicts`` and ``looks`` narrow it to those that clash, and to those whose words were changed since.
    """
    question = LogQuestion(
        who or None,
        None if verdict is None else verdict.value,
        target or None,
        None if since is None else since.isoformat(),
        None if until is None else until.isoformat(),
        conflicts,
        before,
        looks=looks,
    )
    return shown.decisions(access_of(request).review.log(question))


@router.get("/decisions/{decision_id}")
def decision(request: Request, decision_id: str) -> DecisionTold:
    """Give one decision."""
    return shown.decision(access_of(request).review.decision(decision_id))


@router.post("/decisions")
def decide(request: Request, visit: Decider, deciding: Deciding) -> DecisionTold:
    """Keep a decision: accept, edit, reject, link, merge, split, grade, add or note; what the machine made is kept beside it."""
    may_decide(request, visit, deciding.target)
    draft = Draft(
        deciding.verdict,
        deciding.target,
        visit.person.name,
        now(),
        deciding.why.strip(),
        deciding.field,
        tuple(deciding.values),
        tuple(deciding.saw),
        deciding.version,
    )
    return shown.decision(*kept(request, (draft,)))


@router.post("/decisions/{decision_id}/undo")
def undo(request: Request, visit: Decider, decision_id: str, undoing: Undoing) -> DecisionTold:
    """Take a decision back: one's own, or with the right to overrule anybody's."""
    access = access_of(request)
    may_take_back(request, visit, access.review.decision(decision_id))
    made = access.review.undo(decision_id, visit.person.name, now(), undoing.why.strip())
    access.decided()
    return shown.decision(made)
