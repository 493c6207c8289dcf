"""Make the feed of a question, and write it as files."""

from dataclasses import replace
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from rashomon.exports.briefs.asking import title_of, topic_named
from rashomon.exports.contract import Order
from rashomon.exports.feeds.entries import ENTRIES, Feed, entry_of, moment_of
from rashomon.exports.feeds.xml import atom, rss
from rashomon.exports.wording.catalogue import read_words
from rashomon.model.errors import NotFoundError
from rashomon.store.desk import DeskStore
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.contract import Publishing, Selection
from rashomon.store.topics.questions import question_in
from rashomon.store.topics.topics import Topic


class Feeding(Protocol):
    """What a feed asks of a ledger."""

    @property
    def desk(self) -> DeskStore:
        """When events last changed."""
        ...

    @property
    def publishing(self) -> Publishing:
        """Events as far as they may be shared."""
        ...


def topic_feed(ledger: Feeding, topic: Topic, selection: Selection, page: str | None = None, own: str | None = None) -> Feed:
    """Return the feed of a topic; it stays the same feed when the topic is renamed."""
    return _feed(ledger, f"urn:rashomon:{topic.id}", topic.name, selection, (topic.made_at, page, own))


def question_feed(ledger: Feeding, selection: Selection, page: str | None = None, own: str | None = None) -> Feed:
    """Return the feed of any question: the newest events that answer it.

    Args:
        ledger: asked.

        selection: the question, and how far its answer may be shared.

        page: address of the answer on a desk, ``None`` without one.

        own: the feed's own address.
    """
    asked = title_of(selection.question)
    name = f"urn:rashomon:question:{sha256(asked.encode()).hexdigest()[:16]}"
    return _feed(ledger, name, f"Rashomon: {asked}", selection, (None, page, own))


def _feed(
    ledger: Feeding, name: str, title: str, selection: Selection, stands: tuple[str | None, str | None, str | None]
) -> Feed:
    """Return a feed; ``stands`` are when it began, its page and its own address."""
    begun, page, own = stands
    say = read_words()
    events = tuple(islice(ledger.publishing.events(_newest(selection)), ENTRIES))
    changed = ledger.desk.today.changed([event.told.line.id for event in events])
    root = None if page is None else "/".join(page.split("/")[:3])
    entries = tuple(entry_of(event, changed, say, root) for event in events)
    updated = max((entry.updated for entry in entries), default=moment_of(begun))
    return Feed(name, title, updated, entries, say.language, page, own)


def _newest(selection: Selection) -> Selection:
    return replace(selection, question=replace(selection.question, order="newest"))


def write_feed(ledger: Ledger, target: Path, order: Order) -> tuple[Path, ...]:
    """Write ``target/NAME.rss`` and ``target/NAME.atom``: of the topic that the order names, else of its question.

    Raises:
        NotFoundError: there is no such topic.
    """
    made = _asked(ledger, order)
    target.mkdir(parents=True, exist_ok=True)
    name = quote(made.id.rpartition(":")[2], safe="")
    paths = target / f"{name}.rss", target / f"{name}.atom"
    for path, content in zip(paths, (rss(made), atom(made)), strict=True):
        path.write_bytes(content)
    return paths


def _asked(ledger: Ledger, order: Order) -> Feed:
    if order.of is None:
        return question_feed(ledger, order.selection)
    topic = topic_named(ledger.desk.topics.all(), order.of)
    if topic is None:
        raise NotFoundError("topic", order.of)
    return topic_feed(ledger, topic, Selection(question_in(topic.question), order.selection.clearance))
