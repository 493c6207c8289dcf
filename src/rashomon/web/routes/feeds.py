"""Feeds of topics and of any search, as RSS 2.0 and Atom.

What is marked above TLP:CLEAR stands in none of them: programs read feeds, and pass them on.
"""

from fastapi import APIRouter, Request, Response

from rashomon.exports.feeds.entries import Feed
from rashomon.exports.feeds.writing import question_feed, topic_feed
from rashomon.exports.feeds.xml import atom, rss
from rashomon.model.marks import Mark
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.contract import Selection
from rashomon.store.topics.questions import question_in
from rashomon.web.addresses import question_address
from rashomon.web.asked import Asked
from rashomon.web.pages import whole_of

router = APIRouter()


@router.get("/topics/{topic_id}/feed.atom", name="topic_feed")
@router.get("/topics/{topic_id}/feed.rss", name="topic_rss")
def of_topic(request: Request, topic_id: str) -> Response:
    """Give the newest events of a topic; an entry is updated when its event last changed."""
    ledger = _whole(request)
    topic = ledger.desk.topics.topic(topic_id)
    page = f"{_root(request)}/topics/{topic.id}"
    selection = Selection(question_in(topic.question), Mark.CLEAR)
    return _answer(request, topic_feed(ledger, topic, selection, page, str(request.url)))


@router.get("/search.atom", name="search_feed")
@router.get("/search.rss", name="search_rss")
def of_search(request: Request, question: Asked) -> Response:
    """Give the newest events that answer a search; the feed's address is the search's, with .atom or .rss behind it."""
    page = f"{_root(request)}{question_address(question)}"
    return _answer(request, question_feed(_whole(request), Selection(question, Mark.CLEAR), page, str(request.url)))


def _whole(request: Request) -> Ledger:
    """Return the ledger behind the desk: what may be shared of it is for the feed to say."""
    ledger = whole_of(request)
    assert isinstance(ledger, Ledger)
    return ledger


def _root(request: Request) -> str:
    return str(request.base_url).rstrip("/")


def _answer(request: Request, feed: Feed) -> Response:
    kind = request.url.path.rpartition(".")[2]
    return Response(rss(feed) if kind == "rss" else atom(feed), media_type=f"application/{kind}+xml")
