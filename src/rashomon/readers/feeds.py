"""Read RSS, Atom and RDF feeds. Nothing is fetched: a saved feed reads the same as a live one."""

import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.model.words import PartKind
from rashomon.readers.contract import Page
from rashomon.readers.credits import credited
from rashomon.readers.drafts import Story, assembled
from rashomon.readers.entries import Entry, is_feed, opened
from rashomon.readers.lines import kind_of
from rashomon.readers.markup import absolute, captions_in, links_in, one_line, paragraphs
from rashomon.readers.names import names_in
from rashomon.readers.printed_dates import printed_date
from rashomon.readers.sites.declared import moment

_EMAIL_NAME = re.compile(r"^\S+@\S+\s+\((?P<name>[^)]{1,100})\)$")
_SITE = re.compile(r"\s+[–—|»-]\s+")
#: A name of fewer letters stands in many hosts by chance.
_LEAST_NAME = 4
_NO_LETTER = re.compile(r"[\W_]+")
_KIND = "http://schemas.google.com/g/2005#kind"
_KINDS = ("#post", "#page")


class FeedReader:
    """Reads feeds that are still XML, and the Atom exports of Blogger."""

    name = "feed/3"

    def accepts(self, capture: Capture, content: bytes) -> bool:
        """Return whether the root element is that of a feed."""
        del capture
        return is_feed(content)

    def read(self, capture: Capture, content: bytes) -> Page:
        """Return the feed's articles, in its order.

        Raises:
            UnreadableSourceError: no entry of it can be read, or it breaks off before the first ends; a whole feed that has no
                entries is no fault.
        """
        feed = opened(content, capture.name, capture.media_type)
        unused: list[str] = [feed.note] if feed.note else []
        page = assembled(capture, _stories(feed.entries(unused), feed.channel, capture.address, unused), self.name, unused)
        if feed.is_empty:
            return replace(page, unused=(*page.unused, "a feed without entries"))
        if not page.articles:
            raise UnreadableSourceError(
                capture.name, f"a feed without a readable entry ({len(feed.starts) - 1} entries found; is it truncated?)"
            )
        return page


def _stories(entries: Iterator[Entry], channel: Entry, address: str | None, unused: list[str]) -> Iterator[Story]:
    """Yield the entries as stories; what was left out is counted and, at the end, put in words.

    An address without a host is one of the site that the channel names, else of where the feed lies.
    """
    outlet, site = outlet_of(channel), absolute(str(channel.get("link") or ""), address) or address
    empty = others = 0
    for entry in entries:
        if _is_other(entry):
            others += 1
            continue
        story = story_of(entry, outlet, site)
        empty += story is None
        if story is not None:
            yield story
    unused.extend([f"{empty} entries without any text"] if empty else [])
    unused.extend([f"{others} entries that are comments, settings or drafts of a blog"] if others else [])


def _is_other(entry: Entry) -> bool:
    """Whether an entry of a blog's export is no post that was published."""
    kinds = [str(tag.get("term") or "") for tag in entry.get("tags") or () if tag.get("scheme") == _KIND]
    return (bool(kinds) and not any(kind.endswith(_KINDS) for kind in kinds)) or entry.get("app_draft") == "yes"


def outlet_of(channel: Entry) -> str | None:
    """Return the site's name out of the channel's title: the piece that its host is called by, else the usual one."""
    title = one_line(str(channel.get("title") or ""))
    pieces = [piece for piece in _SITE.split(title) if piece]
    if not pieces:
        return None
    host = _letters(urlsplit(absolute(str(channel.get("link") or ""), None) or "").hostname or "")
    own = [piece for piece in pieces if len(_letters(piece)) >= _LEAST_NAME and _letters(piece) in host]
    return max(own, key=len) if own else pieces[0] if "»" in title else pieces[-1]


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text.lower())


def story_of(entry: Entry, outlet: str | None, site: str | None = None) -> Story | None:
    """Turn one entry into a story; ``None`` where it has neither title nor text."""
    title = one_line(str(entry.get("title") or "")) or None
    contents = [str(content.get("value") or "") for content in entry.get("content") or ()]
    summary = str(entry.get("summary") or "")
    body = [words for content in contents for words in paragraphs(content)]
    lead = paragraphs(without_debris(summary))
    body = [without_debris(words) for words in body if without_debris(words)]
    if not body:
        body, lead = lead, []
    if " ".join(lead) == " ".join(body):
        lead = []
    if title is None and not body:
        return None
    pieces: list[tuple[PartKind, str]] = [(PartKind.TITLE, title)] if title is not None else []
    pieces.extend((_lead_kind(words), words) for words in lead)
    captions = captions_in(" ".join(contents or [summary]))
    pieces.extend((PartKind.CAPTION if words in captions else kind_of(words), words) for words in body)
    said = str(entry.get("link") or "")
    address = (absolute(said, site) if said.startswith("/") else None) or said or None
    authors = authors_of(entry)
    source = _source(entry)
    published = _published(entry)
    links = [link for markup in (summary, *contents) for link in links_in(markup, absolute(address, None))]
    return Story(
        tuple(pieces),
        title,
        authors,
        published,
        source or outlet,
        address,
        modified=_modified(entry),
        credits=credited(body, authors, (source,) if source is not None else (), outlet),
        links=tuple(link for link in dict.fromkeys(links) if link != address),
        identity=str(entry.get("id") or "").strip() or None,
    )


def without_debris(text: str) -> str:
    """Drop ``]]>`` that belongs to no CDATA section."""
    return text.replace("]]>", "").strip()


def _lead_kind(words: str) -> PartKind:
    """A description is lead but for its boilerplate."""
    kind = kind_of(words)
    return PartKind.LEAD if kind is PartKind.BODY else kind


def _source(entry: Entry) -> str | None:
    """Return the outlet that an aggregator's entry names as its source."""
    source = entry.get("source")
    return (one_line(str(source.get("title") or "")) or None) if isinstance(source, Mapping) else None


def authors_of(entry: Entry) -> tuple[str, ...]:
    """Return the authors as names; "mail@site (Name)" is the name."""
    names: list[str] = []
    for author in entry.get("authors") or ():
        name = one_line(str(author.get("name") or "")).removeprefix("By ").removeprefix("by ")
        mail = _EMAIL_NAME.match(name)
        name = mail["name"] if mail else name
        names.extend(names_in(name) or ((name,) if name else ()))
    return tuple(dict.fromkeys(names))


def _published(entry: Entry) -> str | None:
    """Return the day as the feed prints it, not moved to another time zone; ``None`` where it cannot be read."""
    said = dict(entry)
    for key in ("published", "created", "updated"):
        printed = str(said.get(key) or "")
        day = printed_date(printed)
        if day is not None:
            return day
        parsed = said.get(f"{key}_parsed")
        if printed and isinstance(parsed, time.struct_time):
            return time.strftime("%Y-%m-%d", parsed)
    return None


def _modified(entry: Entry) -> str | None:
    """Return when the entry says it was changed, where it says something else than when it was published."""
    said = dict(entry)  # the parser's own mapping gives `published` for want of `updated`
    updated, published = str(said.get("updated") or ""), str(said.get("published") or "")
    return moment(updated) if updated and published and updated != published else None
