"""The pages of review: the queue, one event, adding to an article, grades of outlets, the log of decisions."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response

from rashomon.linking.corrections.values import ROLES
from rashomon.model.reading import Account
from rashomon.model.words import EventType, Role, Stance, Status, Verdict
from rashomon.store.review.contract import DecisionError
from rashomon.store.review.grading import OUTLET
from rashomon.store.review.views import LogQuestion
from rashomon.web.answers import answer, wants_json
from rashomon.web.marking import segments
from rashomon.web.pages import desk_of, whole_only
from rashomon.web.people.access import access_of, visit_of
from rashomon.web.review.forms import shown
from rashomon.web.review.values import Values, decided_value, own_last, resent

#: Nobody reviews what is partly hidden from them.
router = APIRouter(dependencies=[Depends(whole_only)])
_Done = Annotated[str, Query(max_length=400)]
_Day = Annotated[str | None, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]


def _just_done(request: Request, done: str) -> tuple[dict[str, object], ...]:
    """Return the decisions that the page was opened after, for its notice."""
    review = access_of(request).review
    return tuple(shown(review.decision(decision_id)) for decision_id in done.split())


@router.get("/review", name="review")
def queue(request: Request, state: str = "open", after: str | None = None, done: _Done = "") -> Response:
    """Show a page of the queue."""
    review = access_of(request).review
    try:
        page = review.queue(state, after or None)
    except DecisionError as error:
        raise HTTPException(422, str(error)) from error
    template = "queue_cards.html" if request.headers.get("x-part") == "cards" else "queue.html"
    return answer(request, template, page, visit=visit_of(request), done=_just_done(request, done))


@router.get("/review/outlets", name="review_outlets")
def outlets(request: Request, done: _Done = "") -> Response:
    """Show the outlets with their grades."""
    lines = access_of(request).review.outlets()
    return answer(
        request, "review_outlets.html", lines, visit=visit_of(request), outlet_prefix=OUTLET, done=_just_done(request, done)
    )


@router.get("/review/events/{event_id}", name="review_event")
def event(request: Request, event_id: str, done: _Done = "") -> Response:
    """Show one event with everything that may be corrected in it."""
    desk, visit = desk_of(request), visit_of(request)
    review = access_of(request).review.event(event_id)
    if wants_json(request):
        return answer(request, "review_event.html", {"event": review.view, "log": [shown(one) for one in review.log]})
    values = Values(review, desk.say)
    return answer(
        request,
        "review_event.html",
        review,
        visit=visit,
        forms={told.account.id: values.of_account(told) for told in review.view.accounts},
        claim_forms={told.claim.id: values.of_claim(told) for told in review.view.claims},
        figure_forms={told.figure.id: values.of_figure(told) for told in review.view.figures},
        keys={told.account.id: _keys(told.account) for told in review.view.accounts},
        named={told.account.id: (*told.agents, *told.patients) for told in review.view.accounts},
        roles=ROLES,
        settled=resent,
        last=own_last(review.log, visit.person.name),
        done=_just_done(request, done),
        in_words=lambda decision, value: decided_value(decision, value, desk.say),
    )


def _keys(account: Account) -> tuple[str, ...]:
    """Return the keys of those who act and those who are acted on, in the order they are named in."""
    return (*account.keys(Role.AGENT), *account.keys(Role.PATIENT))


@router.get("/review/articles/{article_id}", name="review_article")
def article(request: Request, article_id: str, done: _Done = "") -> Response:
    """Show an article's text to select words in, for an event or a claim that the machine missed."""
    view = desk_of(request).ledger.article_page(article_id)
    told = tuple(mark for mark in view.marks if mark.kind == "event")
    return answer(
        request,
        "review_article.html",
        view,
        visit=visit_of(request),
        segments=segments(view.article.text, told),
        types=tuple(EventType),
        statuses=tuple(Status),
        stances=tuple(Stance),
        done=_just_done(request, done),
    )


@router.get("/decisions", name="decisions")
def log(
    request: Request,
    who: str | None = None,
    verdict: str | None = None,
    target: str | None = None,
    since: _Day = None,
    until: _Day = None,
    conflicts: bool = False,
    looks: bool = False,
    before: int | None = None,
) -> Response:
    """Show the log of decisions, newest first."""
    desk = desk_of(request)
    question = LogQuestion(
        who or None, verdict or None, target or None, since or None, until or None, conflicts, before, looks=looks
    )
    page = access_of(request).review.log(question)
    if wants_json(request):
        told = {
            "decisions": [shown(one) for one in page.decisions],
            "older": page.older,
            "conflicts": page.conflicts,
            "looks": page.looks,
            "about": dict(page.about),
        }
        return answer(request, "decisions.html", told)
    return answer(
        request,
        "decisions.html",
        page,
        visit=visit_of(request),
        verdicts=tuple(Verdict),
        in_words=lambda decision, value: decided_value(decision, value, desk.say),
    )


@router.get("/decisions/{decision_id}", name="decision")
def decision(request: Request, decision_id: str) -> Response:
    """Show one decision, with what the machine had made of its target."""
    desk = desk_of(request)
    logged = access_of(request).review.decision(decision_id)
    if wants_json(request):
        return answer(request, "decision.html", shown(logged))
    return answer(
        request,
        "decision.html",
        logged,
        visit=visit_of(request),
        in_words=lambda decision, value: decided_value(decision, value, desk.say),
    )
