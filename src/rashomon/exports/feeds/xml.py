"""A feed as RSS 2.0 and as Atom (RFC 4287)."""

import re
from datetime import datetime
from email.utils import format_datetime
from typing import Any

from lxml.etree import Element, SubElement, tostring

from rashomon.exports.feeds.entries import Entry, Feed

ATOM, DUBLIN_CORE = "http://www.w3.org/2005/Atom", "http://purl.org/dc/elements/1.1/"
#: Who writes the feed.
_AUTHOR = "Rashomon"
#: What XML 1.0 cannot hold.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def rss(feed: Feed) -> bytes:
    """Return the feed as RSS 2.0."""
    root = Element("rss", {"version": "2.0"}, nsmap={"atom": ATOM, "dc": DUBLIN_CORE})
    channel = SubElement(root, "channel")
    _text(channel, "title", feed.title)
    _text(channel, "link", feed.page or feed.id)
    _text(channel, "description", f"What happened, according to whom: {feed.title}")
    _text(channel, "language", feed.language)
    _text(channel, "lastBuildDate", format_datetime(feed.updated, usegmt=True))
    _text(channel, "generator", _AUTHOR)
    if feed.own is not None:
        SubElement(channel, _atom("link"), {"href": feed.own, "rel": "self", "type": "application/rss+xml"})
    for entry in feed.entries:
        _rss_entry(SubElement(channel, "item"), entry)
    return _written(root)


def _rss_entry(made: Any, entry: Entry) -> None:  # noqa: ANN401 (an element)
    address = entry.address or next((one.address for one in entry.cited), None)
    _text(made, "title", entry.title)
    if address is not None:
        _text(made, "link", address)
    _text(made, "guid", entry.id, isPermaLink="false")
    _text(made, "pubDate", format_datetime(entry.updated, usegmt=True))
    _text(made, "description", entry.html)
    for category in entry.categories:
        _text(made, "category", category)
    for one in entry.cited:
        _text(made, f"{{{DUBLIN_CORE}}}source", one.address)


def atom(feed: Feed) -> bytes:
    """Return the feed as Atom."""
    root = Element(_atom("feed"), {"{http://www.w3.org/XML/1998/namespace}lang": feed.language}, nsmap={None: ATOM})
    _text(root, _atom("id"), feed.id)
    _text(root, _atom("title"), feed.title)
    _text(root, _atom("updated"), _moment(feed.updated))
    _text(SubElement(root, _atom("author")), _atom("name"), _AUTHOR)
    _text(root, _atom("generator"), _AUTHOR)
    for rel, address, kind in (("self", feed.own, "application/atom+xml"), ("alternate", feed.page, "text/html")):
        if address is not None:
            SubElement(root, _atom("link"), {"rel": rel, "href": address, "type": kind})
    for entry in feed.entries:
        _atom_entry(SubElement(root, _atom("entry")), entry)
    return _written(root)


def _atom_entry(made: Any, entry: Entry) -> None:  # noqa: ANN401 (an element)
    _text(made, _atom("id"), entry.id)
    _text(made, _atom("title"), entry.title)
    _text(made, _atom("updated"), _moment(entry.updated))
    if entry.address is not None:
        SubElement(made, _atom("link"), {"rel": "alternate", "type": "text/html", "href": entry.address})
    for one in entry.cited:
        SubElement(made, _atom("link"), {"rel": "via", "href": one.address, "title": _plain(one.outlet)})
    for category in entry.categories:
        SubElement(made, _atom("category"), {"term": category})
    _text(made, _atom("content"), entry.html, type="html")


def _atom(name: str) -> str:
    return f"{{{ATOM}}}{name}"


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def _text(parent: Any, name: str, words: str, **attributes: str) -> None:  # noqa: ANN401 (an element)
    SubElement(parent, name, attributes).text = _plain(words)


def _plain(words: str) -> str:
    return _NOT_IN_XML.sub(" ", words)


def _written(root: Any) -> bytes:  # noqa: ANN401 (an element)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return written
