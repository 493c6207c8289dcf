"""Where decisions are sent to: one at a time, all changed values of one account at once, and taking one back."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request, Response

from rashomon.model.people import Right
from rashomon.model.words import Verdict
from rashomon.store.review.contract import DecisionError, Draft
from rashomon.store.review.grading import OUTLET
from rashomon.store.review.views import Logged
from rashomon.web.pages import desk_of
from rashomon.web.people.access import Visit, access_of
from rashomon.web.review.forms import Decider, Text, decided, edits, now, seen

router = APIRouter()


def kept(request: Request, drafts: tuple[Draft, ...]) -> tuple[Logged, ...]:
    """Keep decisions in their order. Raises HTTPException 422 at the first that cannot be taken; those before it stand."""
    access = access_of(request)
    try:
        made = tuple(access.review.decide(draft) for draft in drafts)
    except DecisionError as error:
        raise HTTPException(422, str(error)) from error
    if any(not logged.linked for logged in made):
        access.decided()
    return made


def may_decide(request: Request, visit: Visit, target: str) -> None:
    """Raise HTTPException 403 where only others may decide on this: outlets are graded by those who may overrule."""
    if target.startswith(OUTLET) and not visit.person.may(Right.OVERRULE):
        say = desk_of(request).say
        raise HTTPException(403, say("people.not_allowed", role=visit.person.role, right=say.code("right", Right.OVERRULE)))


@router.post("/decisions", name="decide")
def decide(
    request: Request,
    visit: Decider,
    verdict: Annotated[Verdict, Form()],
    target: Text,
    value: Annotated[list[str] | None, Form()] = None,
    field: Text = "",
    why: Text = "",
    saw: Text = "",
    version: Text = "",
    back: Text = "/review",
) -> Response:
    """Keep one decision."""
    may_decide(request, visit, target)
    draft = Draft(
        verdict, target, visit.person.name, now(), why.strip(), field or None, tuple(value or ()), seen(saw), version or None
    )
    return decided(request, kept(request, (draft,)), back)


async def _edits(request: Request, visit: Decider, target: str) -> tuple[Draft, ...]:
    return await edits(request, visit, target)


@router.post("/review/values/{target}", name="edit")
def edit(request: Request, _: Decider, drafts: Annotated[tuple[Draft, ...], Depends(_edits)], back: Text = "/review") -> Response:
    """Keep a decision for every value that the form changed."""
    if not drafts:
        raise HTTPException(422, desk_of(request).say("review.nothing_changed"))
    return decided(request, kept(request, drafts), back)


@router.post("/decisions/{decision_id}/undo", name="undo")
def undo(request: Request, visit: Decider, decision_id: str, why: Text = "", back: Text = "/review") -> Response:
    """Take a decision back: one's own, or with the right to overrule anybody's."""
    access = access_of(request)
    may_take_back(request, visit, access.review.decision(decision_id))
    try:
        made = access.review.undo(decision_id, visit.person.name, now(), why.strip())
    except DecisionError as error:
        raise HTTPException(422, str(error)) from error
    access.decided()
    return decided(request, (made,), back)


def may_take_back(request: Request, visit: Visit, found: Logged) -> None:
    """Raise HTTPException 403 where a decision is another's, and the visitor may not overrule."""
    if found.decision.who != visit.person.name and not visit.person.may(Right.OVERRULE):
        raise HTTPException(403, desk_of(request).say("review.not_yours", who=found.decision.who))
