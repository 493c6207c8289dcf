"""The readers in order of trial, and the one call that turns a capture into a page."""

import codecs

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.readers.containers import GzipReader, WaczReader, WarcReader
from rashomon.readers.contract import Page, Reader
from rashomon.readers.documents.pdf import PdfReader
from rashomon.readers.feeds import FeedReader
from rashomon.readers.mail.readers import MailboxReader, MailReader
from rashomon.readers.pages import PageTextReader
from rashomon.readers.sites.pages import WebPageReader
from rashomon.readers.tables.csv_files import TableReader
from rashomon.readers.tables.json_files import JsonArticlesReader, JsonLinesReader
from rashomon.readers.telegram.exports import ChannelReader
from rashomon.readers.telegram.pages import ChannelPageReader
from rashomon.readers.wordpress import WordPressReader

#: Larger captures are refused: a page, feed or export of that size is a dump of something else.
LARGEST = 128 * 1024 * 1024
_MEGABYTE = 1024 * 1024
#: Marks of texts whose characters take two or four bytes; the longest first, for one begins like another.
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: Readers of single captures; page text takes what is left.
PAGES: tuple[Reader, ...] = (
    PdfReader(),
    WordPressReader(),
    FeedReader(),
    JsonLinesReader(),
    JsonArticlesReader(),
    ChannelReader(),
    ChannelPageReader(),
    WebPageReader(),
    MailboxReader(),
    MailReader(),
    TableReader(),
    PageTextReader(),
)
#: All readers; those of archives come first and read what they hold with the others.
READERS: tuple[Reader, ...] = (WarcReader(PAGES), WaczReader(PAGES), GzipReader(PAGES), *PAGES)


def versions() -> tuple[str, ...]:
    """Return name and version of every reader, as `Page.reader` holds them."""
    return tuple(reader.name for reader in READERS)


def read(capture: Capture, content: bytes) -> Page:
    """Return the page that the first reader that accepts the bytes makes of them.

    Args:
        capture: what is known of the bytes.
        content: the bytes themselves.

    Raises:
        UnreadableSourceError: with the reason in plain words (empty, binary, wrong encoding, too large, no article).
    """
    if len(content) > LARGEST:
        size = f"{len(content) / _MEGABYTE:,.0f} MB"
        raise UnreadableSourceError(
            capture.name, f"it is {size} large, the limit is {LARGEST // _MEGABYTE} MB (split it and add the pieces)"
        )
    content = _narrow(content)
    reader = next(reader for reader in READERS if reader.accepts(capture, content))
    return reader.read(capture, content)


def _narrow(content: bytes) -> bytes:
    """Return a text in UTF-16 or UTF-32 in UTF-8, its mark kept, for readers know their kind by the bytes; others as they are."""
    encoding = next((name for mark, name in _WIDE if content.startswith(mark)), None)
    try:
        return content if encoding is None else content.decode(encoding).encode("utf-8-sig")
    except UnicodeError:
        return content
