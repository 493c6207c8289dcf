"""A set's text as the article a reader would make of it."""

from rashomon.model.ids import content_id
from rashomon.model.sources import Article, Part
from rashomon.model.words import PartKind


def article_of(text: str, *, outlet: str | None = None, published: str | None = None) -> Article:
    """Return a text as one article: its first paragraph is the title where a blank line follows it."""
    head, blank, _ = text.partition("\n\n")
    parts = [Part(PartKind.BODY, 0, len(text))]
    title = None
    if blank and "\n" not in head.strip():
        title = head.strip()
        parts = [Part(PartKind.TITLE, 0, len(head)), Part(PartKind.BODY, len(head) + len(blank), len(text))]
    return Article(
        capture=content_id("set", text),
        n=0,
        start=0,
        end=len(text),
        text=text,
        title=title,
        outlet=outlet,
        published=published,
        language="en",
        parts=tuple(parts),
    )
