"""Take an XML feed or export apart into its entries, so that debris in one loses no other and memory holds a few at a time."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import feedparser
from feedparser.mixin import _FeedParserMixin

from rashomon.model.errors import UnreadableSourceError
from rashomon.text.decoding import codec_named, declared_encoding, encoding_of

#: More entries than this are a dump of something else; parsing takes half a millisecond an entry.
MOST_ENTRIES = 60_000
_HEAD = 40_000
ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<(?:!--(?:(?!-->).){0,2000}--|\?[^>]{0,500}|!DOCTYPE[^\[>]{0,300}"
    rb"(?:\[[^\]]{0,20000}\]\s*)?)>\s*){0,20}(?P<tag><(?P<name>rss|feed|rdf:RDF|RDF)\b[^>]{0,20000}>)",
    re.DOTALL,
)
_ENTRY = re.compile(rb"<(?:item|entry)(?=[\s>])", re.IGNORECASE)
_ENTRY_END = re.compile(rb"</(?:item|entry)\s*>", re.IGNORECASE)
_ROOT_END = re.compile(rb"</(?:rss|feed|rdf:RDF|RDF)\s*>\s*(?:<!--.{0,500}-->\s*)?$", re.DOTALL)
_TAIL = 1000
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_TOGETHER = 40
_DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>'
#: Longer is no author; the parser looks for an address in it, and its time grows with the square of the length.
_LONGEST_AUTHOR = 2_000
#: What the parser raises on references and namespaces that are none; it does not catch them itself.
_GIVEN_UP = (ValueError, OverflowError, TypeError, LookupError, AttributeError, AssertionError, RecursionError)
Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed whose entries were not parsed yet.

    Args:
        head: what stands before the first entry, document type left out.

        starts: where the entries begin in ``content``, the end of it last.

        note: what had to be guessed to read it.
    """

    content: bytes
    encoding: str
    head: bytes
    frame: tuple[bytes, bytes]
    starts: tuple[int, ...]
    note: str | None

    @property
    def channel(self) -> Entry:
        """What the feed says of itself."""
        opening, closing = self.frame
        inside = self._utf8(self.head)
        parsed = _parsed(_DECLARATION + opening + inside + closing, relative=True)
        channel: Entry = {} if parsed is None else parsed.feed
        return channel

    @property
    def is_empty(self) -> bool:
        """Whether it is whole and has no entries: nothing was published lately."""
        return len(self.starts) == 1 and _ROOT_END.search(self.content[-_TAIL:]) is not None

    def entries(self, lost: list[str]) -> Iterator[Entry]:
        """Yield the entries in order; how many break off or cannot be parsed is added to ``lost`` at the end."""
        missing = 0
        for at in range(0, len(self.starts) - 1, _TOGETHER):
            pieces = [self._piece(n) for n in range(at, min(at + _TOGETHER, len(self.starts) - 1))]
            found = self._parsed(pieces)
            missing += len(pieces) - len(found)
            yield from found
        if missing:
            lost.append(f"{missing} of {len(self.starts) - 1} entries break off or cannot be parsed")

    def _parsed(self, pieces: Sequence[bytes]) -> list[Entry]:
        """Parse some entries together; where one is lost to debris, each by itself."""
        whole = [piece for piece in pieces if piece]
        together = self._parse(b"".join(whole))
        if len(together) == len(whole):
            return together
        return [entry for piece in whole for entry in self._parse(piece)[:1]]

    def _parse(self, markup: bytes) -> list[Entry]:
        opening, closing = self.frame
        parsed = _parsed(_DECLARATION + opening + markup + closing, relative=False)
        return [] if parsed is None else list(parsed.entries)

    def _piece(self, n: int) -> bytes:
        """Return one entry up to its end, nothing where it breaks off."""
        closed = _ENTRY_END.search(self.content, self.starts[n], self.starts[n + 1])
        return self._utf8(self.content[self.starts[n] : closed.end()]) if closed is not None else b""

    def _utf8(self, piece: bytes) -> bytes:
        return piece if self.encoding == "utf-8" else piece.decode(self.encoding, "replace").encode()


def _parsed(markup: bytes, *, relative: bool) -> feedparser.FeedParserDict | None:
    """Parse XML, ``None`` where the parser gives up on debris; ``relative`` addresses in it are made whole, or left."""
    try:
        # Bytes, for a string that looks like an address or file name would be opened.
        return feedparser.parse(markup, sanitize_html=False, resolve_relative_uris=relative)
    except _GIVEN_UP:
        return None


def is_feed(content: bytes) -> bool:
    """Return whether the root element is that of a feed."""
    head = content[:_HEAD]
    if head.startswith(_WIDE):
        head = head[: len(head) // 2 * 2].decode("utf-16", "replace").encode()
    return ROOT.match(head) is not None


def opened(content: bytes, source: str, media_type: str | None) -> Feed:
    """Return a feed, not yet parsed.

    Args:
        content: its bytes.
        source: the name a person knows it by.
        media_type: as the server says.

    Raises:
        UnreadableSourceError: no text, or too many entries.
    """
    if content.startswith(_WIDE):
        content = content.decode("utf-16", "replace").encode()
    encoding, note = _encoding(content, source, media_type)
    root = ROOT.match(content[:_HEAD])
    starts = [found.start() for found in islice(_ENTRY.finditer(content), MOST_ENTRIES + 1)]
    if len(starts) > MOST_ENTRIES:
        raise UnreadableSourceError(source, f"a feed of more than {MOST_ENTRIES:,} entries, which is the limit (split it)")
    tag = root["tag"] if root is not None else b"<rss>"
    name = root["name"] if root is not None else b"rss"
    listed = name == b"rss"
    frame = (tag + (b"<channel>" if listed else b""), (b"</channel>" if listed else b"") + b"</" + name + b">")
    begin = root.end() if root is not None else 0
    head = content[begin : min(starts[0] if starts else len(content), begin + _HEAD)]
    return Feed(content, encoding, re.sub(rb"^\s*<channel>", b"", head), frame, (*starts, len(content)), note)


def _encoding(content: bytes, source: str, media_type: str | None) -> tuple[str, str | None]:
    """Return the encoding that the feed declares, else the one that fits."""
    said = re.search(r"charset=[\"']?([\w.:-]+)", media_type or "")
    stated = (codec_named(said[1]) if said is not None else None) or declared_encoding(content)
    fitting, note = encoding_of(content, source)
    if stated is None or stated == "utf-8" or fitting == "utf-8-sig":
        return ("utf-8" if fitting == "utf-8-sig" else fitting), note
    return stated, None


_sync_author = _FeedParserMixin._sync_author_detail  # noqa: SLF001 - there is no other way to keep the parser from it


def _sync_short_author(parser: _FeedParserMixin, key: str = "author") -> None:
    """Take an author apart as the parser does, where it may be one."""
    if len(str(parser._get_context().get(key) or "")) <= _LONGEST_AUTHOR:  # noqa: SLF001
        _sync_author(parser, key)


_FeedParserMixin._sync_author_detail = _sync_short_author  # noqa: SLF001
