"""Read RSS, Atom and RDF feeds. Nothing is fetched: a saved feed reads the same as a live one."""

import re
import time
from collections.abc import Mapping
from typing import Any

import feedparser

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.model.words import PartKind
from rashomon.readers.contract import Page
from rashomon.readers.drafts import Story, assembled
from rashomon.readers.lines import kind_of
from rashomon.readers.markup import one_line, paragraphs
from rashomon.readers.names import names_in
from rashomon.readers.printed_dates import printed_date
from rashomon.text.decoding import decode

#: More entries than this are a dump of something else; parsing takes half a millisecond an entry.
MOST_ENTRIES = 20_000
_ROOT = re.compile(
    r"\s*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<(?:!--(?:(?!-->).){0,2000}--|\?[^>]{0,500}|!DOCTYPE[^\[>]{0,300}(?:\[[^\]]{0,20000}\]\s*)?)>\s*){0,20}<(?:rss|feed|rdf:RDF|RDF)\b",
    re.DOTALL,
)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,2000}(?:\[(?:[^\]\"']|\"[^\"]*\"|'[^']*'){0,200000}\]\s*)?>")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_ENTRY = re.compile(r"<(?:item|entry)(?=[\s>])", re.IGNORECASE)
_ENTRY_END = re.compile(r"</(?:item|entry)\s*>", re.IGNORECASE)
_HEAD = 40_000
_EMAIL_NAME = re.compile(r"^\S+@\S+\s+\((?P<name>[^)]{1,100})\)$")
_SITE = re.compile(r"\s+[–—|»-]\s+")


class FeedReader:
    """Reads feeds that are still XML."""

    name = "feed/1"

    def accepts(self, capture: Capture, content: bytes) -> bool:
        """Return whether the root element is that of a feed."""
        del capture
        head = content[:_HEAD].lstrip(b"\xef\xbb\xbf\xff\xfe\x00").replace(b"\x00", b"").decode("latin-1")
        return _ROOT.match(head) is not None

    def read(self, capture: Capture, content: bytes) -> Page:
        """Return the feed's articles, in its order.

        Raises:
            UnreadableSourceError: it has no entries, or breaks off before the first ends.
        """
        markup = _DECLARATION.sub("", _DOCTYPE.sub("", decode(content, capture.name), count=1), count=1)
        count = sum(1 for _ in _ENTRY.finditer(markup))
        if count > MOST_ENTRIES:
            raise UnreadableSourceError(capture.name, f"a feed of {count:,} entries, the limit is {MOST_ENTRIES:,} (split it)")
        channel, entries, unused = _parse(markup)
        stories = [_story(entry, _outlet(channel)) for entry in entries]
        told = [story for story in stories if story is not None]
        if not told:
            raise UnreadableSourceError(
                capture.name, f"a feed without a readable entry ({len(entries)} entries found; is it truncated?)"
            )
        if len(told) < len(stories):
            unused = (*unused, f"{len(stories) - len(told)} entries without any text")
        return assembled(capture, told, self.name, unused)


def _parse(markup: str) -> tuple[Mapping[str, Any], list[Mapping[str, Any]], tuple[str, ...]]:
    """Parse the feed; where entries are lost to debris, parse each by itself.

    Returns:
        The channel, the entries, and what was left out.
    """
    starts = [found.start() for found in _ENTRY.finditer(markup)]
    whole = feedparser.parse(_bytes(markup), sanitize_html=False, resolve_relative_uris=False)
    if len(whole.entries) >= len(starts):
        return whole.feed, list(whole.entries), ()
    head = markup[: starts[0]]
    entries: list[Mapping[str, Any]] = []
    for start, end in zip(starts, [*starts[1:], len(markup)], strict=True):
        closed = _ENTRY_END.search(markup, start, end)
        if closed is not None:
            entries.extend(feedparser.parse(_bytes(head + markup[start : closed.end()]), sanitize_html=False).entries[:1])
    lost = len(starts) - len(entries)
    unused = (f"{lost} of {len(starts)} entries break off or cannot be parsed",) if lost else ()
    return whole.feed, entries, unused


def _bytes(markup: str) -> bytes:
    """Return bytes: a string that looks like an address or file name would be opened."""
    return b'<?xml version="1.0" encoding="utf-8"?>' + markup.lstrip().encode("utf-8", "replace")


def _outlet(channel: Mapping[str, Any]) -> str | None:
    """Return the site's name out of the channel's title."""
    title = one_line(str(channel.get("title") or ""))
    pieces = [piece for piece in _SITE.split(title) if piece]
    return (pieces[0] if "»" in title else pieces[-1]) if pieces else None


def _story(entry: Mapping[str, Any], outlet: str | None) -> Story | None:
    """Turn one entry into a story; ``None`` where it has neither title nor text."""
    title = one_line(str(entry.get("title") or "")) or None
    body = [words for content in entry.get("content") or () for words in paragraphs(str(content.get("value") or ""))]
    lead = paragraphs(_without_debris(str(entry.get("summary") or "")))
    body = [_without_debris(words) for words in body if _without_debris(words)]
    if not body:
        body, lead = lead, []
    if " ".join(lead) == " ".join(body):
        lead = []
    if title is None and not body:
        return None
    pieces: list[tuple[PartKind, str]] = [(PartKind.TITLE, title)] if title is not None else []
    pieces.extend((_lead_kind(words), words) for words in lead)
    pieces.extend((kind_of(words), words) for words in body)
    return Story(
        tuple(pieces), title, _authors(entry), _published(entry), _source(entry) or outlet, str(entry.get("link") or "") or None
    )


def _without_debris(text: str) -> str:
    """Drop ``]]>`` that belongs to no CDATA section."""
    return text.replace("]]>", "").strip()


def _lead_kind(words: str) -> PartKind:
    """A description is lead but for its boilerplate."""
    kind = kind_of(words)
    return PartKind.LEAD if kind is PartKind.BODY else kind


def _source(entry: Mapping[str, Any]) -> str | None:
    """Return the outlet that an aggregator's entry names as its source."""
    source = entry.get("source")
    return (one_line(str(source.get("title") or "")) or None) if isinstance(source, Mapping) else None


def _authors(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the authors as names; "mail@site (Name)" is the name."""
    names: list[str] = []
    for author in entry.get("authors") or ():
        name = one_line(str(author.get("name") or "")).removeprefix("By ").removeprefix("by ")
        mail = _EMAIL_NAME.match(name)
        name = mail["name"] if mail else name
        names.extend(names_in(name) or ((name,) if name else ()))
    return tuple(dict.fromkeys(names))


def _published(entry: Mapping[str, Any]) -> str | None:
    """Return the day as the feed prints it, not moved to another time zone; ``None`` where it cannot be read."""
    for key in ("published", "created", "updated"):
        printed = str(entry.get(key) or "")
        day = printed_date(printed)
        if day is not None:
            return day
        parsed = entry.get(f"{key}_parsed")
        if printed and isinstance(parsed, time.struct_time):
            return time.strftime("%Y-%m-%d", parsed)
    return None
