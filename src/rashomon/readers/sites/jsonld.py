"""Find what a page says of its article in JSON-LD (schema.org), however it is nested and even where it is broken."""

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import html

#: Longer scripts and deeper graphs are no description of an article.
_LONGEST = 2_000_000
_MOST_NODES = 20_000
_ARTICLES = ("BlogPosting", "Report", "Reportage", "SocialMediaPosting", "LiveBlogPosting", "CreativeWork")
_LISTS = ("CollectionPage", "ItemList", "SearchResultsPage", "Blog")
_WRAPPED = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*$")
_FIELD = re.compile(r'"(datePublished|dateModified|headline)"\s{0,9}:\s{0,9}"((?:[^"\\]|\\.){1,400})"')
Node = Mapping[str, Any]


def article_nodes(root: html.HtmlElement) -> list[Node]:
    """Return the nodes of articles, in the order of the page; of broken JSON the fields that can still be read."""
    found: list[Node] = []
    for script in root.xpath("//script[contains(@type, 'ld+json')]"):
        text = _WRAPPED.sub("", script.text or "")[:_LONGEST]
        try:
            described: object = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            fields = dict(reversed(_FIELD.findall(text)))
            found.extend([fields] if "datePublished" in fields else [])
            continue
        found.extend(node for node in _nodes(described) if _is_article(node))
    return found


def is_list(root: html.HtmlElement) -> bool:
    """Return whether the page describes itself as a list of others."""
    scripts = " ".join((script.text or "")[:_LONGEST] for script in root.xpath("//script[contains(@type, 'ld+json')]"))
    return any(f'"{name}"' in scripts for name in _LISTS)


def text_of(value: object) -> str | None:
    """Return a value as one line: a string, the ``name`` of a node, the first of a list."""
    if isinstance(value, list):
        return next((text for text in map(text_of, value[:20]) if text), None)
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("@value") or value.get("@id")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def names_of(value: object) -> tuple[str, ...]:
    """Return the names of one author or several, however written."""
    each = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(name for name in map(text_of, each[:50]) if name and not name.startswith("http")))


def types_of(node: Node) -> tuple[str, ...]:
    """Return the node's types."""
    types = node.get("@type")
    return tuple(kind for kind in (types if isinstance(types, list) else [types]) if isinstance(kind, str))


def _nodes(described: object) -> Iterator[Node]:
    """Yield every node, the outer before the inner. Steps and not recursion: hostile pages nest without end."""
    waiting: deque[object] = deque([described])
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, Mapping):
            yield value
            waiting.extend(inner for inner in value.values() if isinstance(inner, (Mapping, list)))
        elif isinstance(value, list):
            waiting.extend(value)


def _is_article(node: Node) -> bool:
    """An article says when it was published, what it is called or what it says; a mere reference does not."""
    kinds = types_of(node)
    fits = any(kind.endswith("Article") or kind in _ARTICLES for kind in kinds)
    return fits and any(node.get(key) for key in ("headline", "datePublished", "articleBody"))
