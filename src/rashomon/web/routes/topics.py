"""Topics: saved searches, each with a dated archive of briefs."""

from dataclasses import replace
from math import ceil
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from rashomon.model.people import Right
from rashomon.store.topics.questions import question_in
from rashomon.web.addresses import SEARCH, question_address
from rashomon.web.answers import answer
from rashomon.web.archives import archive
from rashomon.web.asked import LONGEST
from rashomon.web.pages import desk_of, ledger_of
from rashomon.web.people.access import Visit, needs

router = APIRouter()
#: What changes topics: only on a desk that lets people in by name.
changing = APIRouter()
#: Briefs on one page, and accounts that each is made of at most.
BRIEFS, ACCOUNTS = 15, 6
Name = Annotated[str, Form(min_length=1, max_length=120)]
Writer = Annotated[Visit, Depends(needs(Right.DECIDE))]
WRITERS = (Depends(needs(Right.DECIDE)),)


@router.get("/topics", name="topics")
def topics(request: Request) -> Response:
    """Show all topics in their order."""
    ledger = ledger_of(request)
    listed = ledger.desk.topics.all()
    counts = {topic.id: ledger.desk.search.count(question_in(topic.question)) for topic in listed}
    return answer(request, "topics.html", listed, counts=counts)


@changing.post("/topics", name="make_topic")
def make(request: Request, visit: Writer, name: Name, question: Annotated[str, Form(max_length=4 * LONGEST)] = "") -> Response:
    """Save a search as a topic."""
    asked = question_address(replace(question_in(question), page=1), "").removeprefix("?")
    made = ledger_of(request).desk.topics.make(name.strip() or name, asked, visit.person.name)
    return RedirectResponse(f"/topics/{made.id}", status_code=303)


@changing.post("/topics/{topic_id}/rename", name="rename_topic", dependencies=WRITERS)
def rename(request: Request, topic_id: str, name: Name) -> Response:
    """Give a topic another name."""
    ledger_of(request).desk.topics.rename(topic_id, name.strip() or name)
    return RedirectResponse(f"/topics/{topic_id}", status_code=303)


@changing.post("/topics/{topic_id}/delete", name="delete_topic", dependencies=WRITERS)
def delete(request: Request, topic_id: str) -> Response:
    """Delete a topic."""
    ledger_of(request).desk.topics.delete(topic_id)
    return RedirectResponse("/topics", status_code=303)


@changing.post("/topics/{topic_id}/move", name="move_topic", dependencies=WRITERS)
def move(request: Request, topic_id: str, places: Annotated[int, Form(ge=-1000, le=1000)]) -> Response:
    """Move a topic up or down the list."""
    ledger_of(request).desk.topics.move(topic_id, places)
    return RedirectResponse("/topics", status_code=303)


@router.get("/topics/{topic_id}", name="topic")
def topic(
    request: Request, topic_id: str, by: Literal["", "day", "week"] = "", page: Annotated[int, Query(ge=1, le=1_000_000)] = 1
) -> Response:
    """Show a topic's archive, newest first."""
    desk = desk_of(request)
    found = desk.ledger.desk.topics.topic(topic_id)
    question = replace(question_in(found.question), page=page, size=BRIEFS)
    total = desk.ledger.desk.search.count(question)
    told = desk.ledger.desk.search.told(question, ACCOUNTS)
    return answer(
        request,
        "topic.html",
        archive(told, desk.say, weekly=by == "week"),
        topic=found,
        total=total,
        by=by or "day",
        page=page,
        pages=max(1, ceil(total / BRIEFS)),
        search=f"{SEARCH}?{found.question}",
    )
