"""Why the machine decided so, as rows: joins of accounts, links of names, copies, contradictions."""

from collections.abc import Iterable, Iterator

from rashomon.model.errors import NotFoundError
from rashomon.model.ledger import Contradiction, Reason
from rashomon.store.contract import Questions
from rashomon.store.frames.columns import code, number, text
from rashomon.store.frames.contract import FlatTable, Row
from rashomon.store.link_view import LinkView
from rashomon.store.views import ArticleView, EventView

WHY = FlatTable(
    "why",
    "Why the machine decided so.",
    ("decided", "one", "other", "feature"),
    (
        code("decided", "one event (of two accounts), part (one event contains the other), link (a name), copy or contradiction"),
        code("one", "the id of what it is about: an account, an article or a contradiction"),
        code("other", "the id of the other: the account it goes with, the actor or place, the original, the event"),
        text("name", "what the other is called"),
        number("weight", "how sure the machine is of all reasons together", "0 to 1"),
        code("feature", "what was looked at"),
        number("score", "how much it speaks for it; negative against", "-1 to 1"),
        text("reason", "what was found"),
    ),
)


def why(ledger: Questions, what: str) -> tuple[Row, ...]:
    """Return the reasons for what an id names. Raises NotFoundError."""
    kind = what.partition("-")[0]
    if kind == "art":
        return (*_copied(ledger.article_page(what)), *_linked(what, ledger.links(what)))
    if kind == "con":
        found = tuple(one for one, _ in ledger.contradictions() if one.id == what)
        if not found:
            raise NotFoundError("contradiction", what)
        return tuple(_contradicted(found))
    view = ledger.event(what)
    return (*_joined(view), *_parts(view), *_contradicted(view.contradictions))


def _rows(head: tuple[str, str, str | None, str | None, float | None], reasons: Iterable[Reason]) -> Iterator[Row]:
    return ((*head, reason.feature, reason.score, reason.text) for reason in reasons)


def _joined(view: EventView) -> Iterator[Row]:
    for join in view.event.joins:
        yield from _rows(("one event", join.account, join.other, view.names.get(join.other), join.score), join.reasons)


def _parts(view: EventView) -> Iterator[Row]:
    for one in view.parts:
        yield from _rows(("part", view.line.id, one.event.id, one.event.title, None), one.reasons)
    for one in view.wholes:
        yield from _rows(("part", one.event.id, view.line.id, view.line.title, None), one.reasons)


def _contradicted(found: Iterable[Contradiction]) -> Iterator[Row]:
    for one in found:
        yield from _rows(("contradiction", one.id, one.event_id, one.topic, None), one.reasons)


def _copied(view: ArticleView) -> Iterator[Row]:
    for copy in view.copies:
        yield from _rows(("copy", copy.article_id, copy.original_id, str(copy.kind), copy.score), copy.reasons)


def _linked(article_id: str, links: Iterable[LinkView]) -> Iterator[Row]:
    for link in links:
        yield from _rows(("link", article_id, link.id, link.name, link.score), link.reasons)
