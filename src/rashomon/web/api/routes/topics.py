"""Topics: saved searches, made, renamed, moved and deleted by those who may decide."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from rashomon.model.people import Right
from rashomon.store.search.telling import ToldEvent
from rashomon.store.topics.questions import question_in
from rashomon.web.addresses import question_address
from rashomon.web.api.cursors import Here, Listing
from rashomon.web.api.shown import TopicTold
from rashomon.web.api.typed import Typed
from rashomon.web.asked import LONGEST
from rashomon.web.pages import ledger_of
from rashomon.web.people.access import Visit, needs
from rashomon.web.routes.topics import ACCOUNTS, BRIEFS

router = APIRouter(route_class=Typed, tags=["topics"])
#: What changes topics: only on a desk that lets people in by name.
changing = APIRouter(route_class=Typed, tags=["topics"])
_Name = Annotated[str, Field(min_length=1, max_length=120, pattern=r"^[^\x00-\x1f\x7f]*[^\x00-\x20\x7f][^\x00-\x1f\x7f]*$")]
Writer = Annotated[Visit, Depends(needs(Right.DECIDE))]


class NewTopic(BaseModel):
    """A topic to be made: ``question`` is what stands behind the ? of a search's address."""

    model_config = ConfigDict(extra="forbid")

    name: _Name
    question: Annotated[str, Field(max_length=4 * LONGEST)] = ""


class TopicChange(BaseModel):
    """What is to change of a topic: its name, and how many places it moves down the list (up where negative)."""

    model_config = ConfigDict(extra="forbid")

    name: _Name | None = None
    move: Annotated[int, Field(ge=-1000, le=1000)] = 0


def _told(request: Request, topic_id: str) -> TopicTold:
    ledger = ledger_of(request)
    topic = ledger.desk.topics.topic(topic_id)
    return TopicTold(topic, ledger.desk.search.count(question_in(topic.question)))


@router.get("/topics")
def topics(request: Request) -> tuple[TopicTold, ...]:
    """Give all topics in their order, each with how many events answer it."""
    return tuple(_told(request, topic.id) for topic in ledger_of(request).desk.topics.all())


@router.get("/topics/{topic_id}")
def topic(request: Request, topic_id: str) -> TopicTold:
    """Give one topic."""
    return _told(request, topic_id)


@router.get("/topics/{topic_id}/events")
def events(
    request: Request, topic_id: str, here: Here, accounts: Annotated[int, Query(ge=1, le=50)] = ACCOUNTS
) -> Listing[ToldEvent]:
    """List the events of a topic with their accounts and words, newest first."""
    search = ledger_of(request).desk.search
    question = here.at(replace(question_in(ledger_of(request).desk.topics.topic(topic_id).question), size=BRIEFS))
    return here.listing(search.told(question, accounts), search.count(question), BRIEFS)


@changing.post("/topics", status_code=201)
def make(request: Request, visit: Writer, new: NewTopic) -> TopicTold:
    """Save a search as a topic."""
    asked = question_address(replace(question_in(new.question), page=1), "").removeprefix("?")
    return _told(request, ledger_of(request).desk.topics.make(new.name.strip(), asked, visit.person.name).id)


@changing.patch("/topics/{topic_id}")
def change(request: Request, _: Writer, topic_id: str, wanted: TopicChange) -> TopicTold:
    """Give a topic another name, or another place in the list."""
    book = ledger_of(request).desk.topics
    if wanted.name is not None:
        book.rename(topic_id, wanted.name.strip())
    if wanted.move:
        book.move(topic_id, wanted.move)
    return _told(request, topic_id)


@changing.delete("/topics/{topic_id}", status_code=204)
def delete(request: Request, _: Writer, topic_id: str) -> Response:
    """Delete a topic; what it found stays in the ledger."""
    ledger_of(request).desk.topics.delete(topic_id)
    return Response(status_code=204)
