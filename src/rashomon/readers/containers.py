"""Read what holds other captures: web archives (WARC, WACZ) and gzip files.

Here all of one archive becomes one page. `rashomon.readers.warc.records` gives the records one after the other instead, so that
each can be kept as a capture of its own.
"""

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO, cast

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Article, Capture
from rashomon.readers.contract import Page, Reader
from rashomon.readers.drafts import MOST_MEMORY, weight_of
from rashomon.readers.inflating import FREE, GZIP, MOST_GROWTH, inflated, plain
from rashomon.readers.warc import Record, capture_of, is_warc, records

_ZIP = b"PK\x03\x04"
_DIRECTORY = 262_144
#: A WACZ holds a few archives; more, or larger ones, are refused.
_MOST_FILES = 1_000
_LARGEST_INSIDE = 4 * 1024**3
_LARGEST_GZIP = 128 * 1024 * 1024
#: Reasons named in what is left out.
_NAMED = 30


class WarcReader:
    """Reads web archives, gzipped or not.

    Args:
        readers: what reads the pages inside.
    """

    name = "warc/1"

    def __init__(self, readers: Sequence[Reader]) -> None:
        self._readers = readers

    def accepts(self, capture: Capture, content: bytes) -> bool:
        """Return whether the bytes, unpacked where they are gzipped, begin like a web archive."""
        del capture
        return is_warc(content[:64]) or is_warc(_unpacked_head(content))

    def read(self, capture: Capture, content: bytes) -> Page:
        """Return the articles of all pages in the archive.

        Raises:
            UnreadableSourceError: broken before the first article, or without one.
        """
        return _page(capture, records(io.BytesIO(content), capture.name), self._readers, self.name)


class WaczReader:
    """Reads WACZ files, the web archives inside them.

    Args:
        readers: what reads the pages inside.
    """

    name = "wacz/1"

    def __init__(self, readers: Sequence[Reader]) -> None:
        self._readers = readers

    def accepts(self, capture: Capture, content: bytes) -> bool:
        """Return whether the bytes are a ZIP file that names a web archive in its directory."""
        del capture
        return content.startswith(_ZIP) and b".warc" in content[-_DIRECTORY:]

    def read(self, capture: Capture, content: bytes) -> Page:
        """Return the articles of all pages in the archives.

        Raises:
            UnreadableSourceError: broken, a bomb, or without an article.
        """
        return _page(capture, wacz_records(io.BytesIO(content), capture.name), self._readers, self.name)


class GzipReader:
    """Reads what a gzip file holds.

    Args:
        readers: what reads the inside.
    """

    name = "gzip/1"

    def __init__(self, readers: Sequence[Reader]) -> None:
        self._readers = readers

    def accepts(self, capture: Capture, content: bytes) -> bool:
        """Return whether the bytes begin like a gzip file."""
        del capture
        return content.startswith(GZIP)

    def read(self, capture: Capture, content: bytes) -> Page:
        """Return the page of the inside.

        Raises:
            UnreadableSourceError: broken, a bomb, or what is inside cannot be read.
        """
        inside = inflated(content, _LARGEST_GZIP, capture.name)
        named = replace(capture, name=capture.name.removesuffix(".gz"), media_type=None)
        return replace(_first(self._readers, named, inside).read(named, inside), reader=self.name)


def wacz_records(file: BinaryIO, source: str) -> Iterator[Record]:
    """Yield the records of the web archives in a WACZ file, one archive after the other.

    Args:
        file: the ZIP file; can be searched.
        source: the name a person knows it by.

    Raises:
        UnreadableSourceError: broken or a bomb; what stood before was yielded.
    """
    try:
        with zipfile.ZipFile(file) as packed:
            inside = [found for found in packed.infolist() if found.filename.lower().endswith((".warc", ".warc.gz"))]
            if len(inside) > _MOST_FILES or sum(found.file_size for found in inside) > _LARGEST_INSIDE:
                raise UnreadableSourceError(source, f"{len(inside)} web archives of too many bytes (add the archives themselves)")
            for found in inside:
                if found.file_size > FREE and found.file_size > MOST_GROWTH * max(1, found.compress_size):
                    raise UnreadableSourceError(
                        source, f"{found.filename!r} grows to {found.file_size:,} bytes (a decompression bomb?)"
                    )
                with packed.open(found) as archive:
                    yield from records(cast("BinaryIO", archive), f"{source}/{found.filename}")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise UnreadableSourceError(source, f"a broken ZIP file: {error} (is it truncated?)") from error


def _unpacked_head(content: bytes) -> bytes:
    """Return the first bytes of the inside of a gzip file, nothing where it is none or broken."""
    if not content.startswith(GZIP):
        return b""
    try:
        return plain(io.BytesIO(content[:_DIRECTORY]), "head").read(64)
    except UnreadableSourceError:
        return b""


def _first(readers: Sequence[Reader], capture: Capture, content: bytes) -> Reader:
    """Return the first reader that accepts the bytes."""
    return next(reader for reader in readers if reader.accepts(capture, content))


def _page(capture: Capture, found: Iterator[Record], readers: Sequence[Reader], name: str) -> Page:
    """Return one page of the articles of all records."""
    counts: Counter[str] = Counter()
    unused: list[str] = []
    articles = tuple(_articles(capture, found, readers, counts, unused))
    told = [f"{count} records: {reason}" for reason, count in counts.most_common(_NAMED)]
    if not articles:
        raise UnreadableSourceError(capture.name, f"a web archive without an article ({'; '.join((unused + told)[:5])})")
    return Page(articles, name, (*unused, *told))


def _articles(
    capture: Capture, found: Iterator[Record], readers: Sequence[Reader], counts: Counter[str], unused: list[str]
) -> Iterator[Article]:
    """Yield the articles of the records, numbered and placed as those of one page."""
    at = n = weight = 0
    try:
        for record in found:
            reason = record.unused or (None if weight <= MOST_MEMORY else "no memory for more (split the archive)")
            if reason is not None:
                counts[reason] += 1
                continue
            base = n
            for article in _read(capture, record, readers, counts):
                weight += weight_of(article)
                end = at + len(article.text)
                repeats = None if article.repeats is None else base + article.repeats
                yield replace(article, capture=capture.sha256, n=n, start=at, end=end, repeats=repeats)
                at, n = end + 2, n + 1
    except UnreadableSourceError as error:
        if n == 0:
            raise
        unused.append(f"{error.reason}; what follows is lost")


def _read(capture: Capture, record: Record, readers: Sequence[Reader], counts: Counter[str]) -> tuple[Article, ...]:
    """Return the articles of one record, nothing where it cannot be read; the reason is counted."""
    own = capture_of(record, capture)
    try:
        page = _first(readers, own, record.content).read(own, record.content)
    except UnreadableSourceError as error:
        counts[error.reason] += 1
        return ()
    return page.articles
