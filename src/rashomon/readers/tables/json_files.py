"""Read JSON whose objects are articles: one a line (JSONL), a list of them, or a list inside one object; and JSON Feed."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.readers.contract import Page
from rashomon.readers.drafts import Story, assembled
from rashomon.readers.json_stream import streamed
from rashomon.readers.tables.headers import columns_of, holds_articles
from rashomon.readers.tables.rows import Form, row_story

_HEAD = 262_144
_FEED = b"jsonfeed.org/version"
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,100}\{")
_LIST = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,100}(?:\[|\{\s{0,100}\"[^\"]{1,60}\"\s{0,100}:)")
_LISTED = ("", "articles", "items", "results", "documents", "docs", "stories", "posts", "entries", "rows", "news", "hits")
#: What a feed says of all its articles.
_OF_FEED = {"title": "outlet", "language": "language"}
_FEED_COLUMNS = {
    "title": "title",
    "lead": "summary",
    "published": "date_published",
    "modified": "date_modified",
    "url": "url",
    "authors": "authors",
    "identity": "id",
    "language": "language",
}


class JsonLinesReader:
    """Reads files with one JSON object of an article a line."""

    name = "json-lines/1"

    def accepts(self, capture: Capture, content: bytes) -> bool:
        """Return whether the first line is an object with the fields of an article."""
        del capture
        if _OBJECT.match(content[:200]) is None:
            return False
        first = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
        return _is_article(_loaded(first))

    def read(self, capture: Capture, content: bytes) -> Page:
        """Return one article a line.

        Raises:
            UnreadableSourceError: no line holds an article.
        """
        return _page(capture, self.name, _lines(content))


class JsonArticlesReader:
    """Reads JSON Feed, and lists of objects that are articles."""

    name = "json-articles/1"

    def accepts(self, capture: Capture, content: bytes) -> bool:
        """Return whether the file is a JSON Feed, or the first object of its list has the fields of an article."""
        if _LIST.match(content[:200]) is None:
            return False
        if _FEED in content[:_HEAD]:
            return True
        try:
            first = next((value for key, value in streamed(content[:_HEAD], capture.name) if key in _LISTED), None)
        except UnreadableSourceError:
            return False
        return _is_article(first)

    def read(self, capture: Capture, content: bytes) -> Page:
        """Return one article an object.

        Raises:
            UnreadableSourceError: broken before the first article, or without one.
        """
        return _page(capture, self.name, streamed(content, capture.name), feed=_FEED in content[:_HEAD])


def _loaded(line: bytes) -> object:
    """Return a line as JSON, ``None`` where it is none."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _lines(content: bytes) -> Iterator[tuple[str, object]]:
    """Yield each line's object."""
    at = 3 if content.startswith(b"\xef\xbb\xbf") else 0
    while at < len(content):
        end = content.find(b"\n", at)
        end = len(content) if end < 0 else end
        if content[at:end].strip():
            yield "", _loaded(content[at:end])
        at = end + 1


def _is_article(value: object) -> bool:
    """Whether a value is an object with a text and something that says which."""
    return isinstance(value, Mapping) and holds_articles(columns_of(map(str, value)))


def _page(capture: Capture, reader: str, values: Iterator[tuple[str, object]], *, feed: bool = False) -> Page:
    """Return the page of the objects that are articles."""
    counts: Counter[str] = Counter()
    unused: list[str] = []
    page = assembled(capture, _stories(values, counts, unused, feed=feed), reader, unused)
    if not page.articles:
        reason = unused[0] if unused else "no object with a text"
        raise UnreadableSourceError(capture.name, f"JSON without an article in its {counts['all']} objects: {reason}")
    return page


def _stories(values: Iterator[tuple[str, object]], counts: Counter[str], unused: list[str], *, feed: bool) -> Iterator[Story]:
    """Yield the objects as stories; what was left out is counted and, at the end, put in words."""
    stated: dict[str, object] | None = {} if feed else None
    try:
        for key, value in values:
            if key not in _LISTED:
                if stated is not None and key in _OF_FEED:
                    stated[_OF_FEED[key]] = value
                continue
            counts["all"] += 1
            story = _story(value, stated) if isinstance(value, Mapping) else None
            counts["lost"] += story is None
            if story is not None:
                yield story
    except UnreadableSourceError as error:
        unused.append(f"{error.reason}; what follows is lost")
    unused.extend([f"{counts['lost']} lines or objects that are broken or without any text"] if counts["lost"] else [])


def _story(value: Mapping[str, object], stated: Mapping[str, object] | None) -> Story | None:
    """Return one object as a story; ``stated`` is what its feed says of all, where it is one."""
    if stated is None:
        return row_story(value, Form(columns_of(map(str, value))))
    columns = {**_FEED_COLUMNS, "text": "content_html" if value.get("content_html") else "content_text"}
    if "authors" not in value:
        columns["authors"] = "author"
    return row_story({**stated, **value, "outlet": stated.get("outlet")}, Form({**columns, "outlet": "outlet"}))
