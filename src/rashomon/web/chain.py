"""The chain of copies of one event: each root, the articles that first bring its word, and those that repeat them."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.model.ledger import Copy, Root
from rashomon.model.words import CopyKind
from rashomon.store.views import ArticleLine, EventView


@dataclass(frozen=True, slots=True)
class Link:
    """An article with those that repeat it; ``kind`` says how it repeats the one above, ``None`` for the first."""

    article: ArticleLine
    kind: CopyKind | None
    copies: tuple["Link", ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """A root (``None``: not known) with the articles that go back to it."""

    root: Root | None
    links: tuple[Link, ...]


def chains(view: EventView, copies: Iterable[Copy]) -> tuple[Chain, ...]:
    """Return an event's articles under the root they go back to, copies under what they repeat, earliest first.

    Args:
        view: the event.

        copies: those among its articles.
    """
    lines = {told.article.id: told.article for told in view.accounts}
    above: dict[str, Copy] = {}
    for copy in sorted(copies, key=lambda copy: (-copy.score, copy.original_id)):
        if copy.article_id in lines and copy.original_id in lines and not _leads_to(above, copy.original_id, copy.article_id):
            above.setdefault(copy.article_id, copy)
    first_root: dict[str, Root | None] = {}
    for told in view.accounts:
        if told.article.id not in above:
            first_root.setdefault(told.article.id, told.root)
    roots = dict.fromkeys(first_root.values())
    return tuple(
        Chain(root, tuple(_link(lines, above, key, None) for key, own in first_root.items() if own == root)) for root in roots
    )


def _leads_to(above: dict[str, Copy], start: str, goal: str) -> bool:
    """Return whether going up from an article comes to another, so that a link from there would close a ring."""
    while start != goal and start in above:
        start = above[start].original_id
    return start == goal


def _link(lines: dict[str, ArticleLine], above: dict[str, Copy], article_id: str, kind: CopyKind | None) -> Link:
    below = [copy for copy in above.values() if copy.original_id == article_id]
    below.sort(key=lambda copy: (lines[copy.article_id].published or "9999", copy.article_id))
    return Link(lines[article_id], kind, tuple(_link(lines, above, copy.article_id, copy.kind) for copy in below))
