"""Read web archives (WARC, old ARC, gzipped or not) record by record, as a stream: memory holds one record."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.readers.inflating import decoded_body, plain

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord  # type: ignore[import-untyped]

#: A longer payload is a film or a dump; it is passed over.
LARGEST_PAYLOAD = 32 * 1024 * 1024
#: What an answer must be for a reader to make articles of it.
_TEXTS = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom", "application/rdf")
_OTHERS = ("application/json", "application/feed+json", "application/pdf", "message/rfc822")
_NO_TEXTS = ("text/css", "text/javascript", "text/vtt")
_KINDS = ("response", "resource", "conversion", "revisit")
_UNKEPT = ("set-cookie", "set-cookie2")
_OK = 200
_BLOCK = 1 << 18


@dataclass(frozen=True, slots=True)
class Record:
    """One record that may hold a page. ``None`` where the archive does not say so.

    Args:
        kind: ``response``, ``resource``, ``conversion`` (text made of a page) or ``revisit`` (same bytes as before).

        address: the address it was fetched from.

        at: when, UTC, ISO with seconds.

        status: HTTP status.

        media_type: as the server says, its charset included.

        headers: of the answer, names in lower case, without cookies.

        content: the payload without chunks and compression; empty where it is not used.

        unused: why the payload is not used, in plain words; ``None`` where it is.

        same_as: of a revisit, the payload digest or address of the record that holds the bytes.
    """

    kind: str
    address: str | None
    at: str | None
    status: int | None
    media_type: str | None
    headers: tuple[tuple[str, str], ...]
    content: bytes
    unused: str | None = None
    same_as: str | None = None


def is_warc(head: bytes) -> bool:
    """Return whether the first bytes (unpacked) are those of a web archive."""
    return head.startswith((b"WARC/1.", b"WARC/0.", b"filedesc://"))


def records(file: BinaryIO, source: str) -> Iterator[Record]:
    """Yield the records that may hold pages, in their order; one that cannot be used says why.

    Args:
        file: the archive; stands at its start and can go back to it.
        source: the name a person knows it by.

    Raises:
        UnreadableSourceError: it is no web archive, or breaks off; what stood before was yielded.
    """
    from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]  # noqa: PLC0415 - few captures are web archives
    from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]  # noqa: PLC0415

    count = 0
    try:
        archive = ArchiveIterator(plain(file, source), arc2warc=True, block_size=_BLOCK)
        archive.INC_RECORD = ""  # it would print a warning
        for found in archive:
            count += 1
            if found.rec_type in _KINDS:
                yield _record(found)
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, OverflowError, AttributeError, TypeError) as error:
        said = " ".join(str(error).split())[:200]
        raise UnreadableSourceError(source, f"the web archive breaks after {count} records: {said} (is it truncated?)") from error
    if count == 0:
        raise UnreadableSourceError(source, "a web archive without any record")


def capture_of(record: Record, container: Capture) -> Capture:
    """Return the capture that a record is: its own digest, address and date; the archive's outlet and, for want of one, date."""
    address = record.address
    return Capture(
        sha256=hashlib.sha256(record.content).hexdigest(),
        name=(address or container.name).rstrip("/").rsplit("/", 1)[-1][:200] or container.name,
        address=address,
        taken_at=record.at or container.taken_at,
        size=len(record.content),
        outlet=container.outlet,
        media_type=record.media_type,
    )


def _record(found: "ArcWarcRecord") -> Record:
    """Return a record with its payload, or why it has none."""
    headers = tuple((name.lower(), value) for name, value in found.http_headers.headers) if found.http_headers else ()
    status = _number(found.http_headers.get_statuscode()) if found.http_headers else None
    said = dict(headers)
    media_type = said.get("content-type") or (found.content_type if found.http_headers is None else None)
    target = found.rec_headers.get_header("WARC-Target-URI")
    unused = "robots.txt" if str(target).endswith("/robots.txt") else _why_not(found.rec_type, status, media_type)
    content = b""
    if unused is None:
        content, unused = _payload(found, said)
    return Record(
        kind=found.rec_type,
        address=target.strip("<>") if target else None,
        at=_moment(found.rec_headers.get_header("WARC-Date")),
        status=status,
        media_type=media_type,
        headers=tuple((name, value) for name, value in headers if name not in _UNKEPT),
        content=content,
        unused=unused,
        same_as=_same_as(found) if found.rec_type == "revisit" else None,
    )


def _why_not(kind: str, status: int | None, media_type: str | None) -> str | None:
    """Return why a payload is not looked at, ``None`` where it is."""
    if kind == "revisit":
        return "fetched again, the same bytes as before"
    if status is not None and status != _OK:
        return f"the server answered {status}"
    plain_type = (media_type or "text/html").split(";")[0].strip().lower()
    if plain_type.startswith(_NO_TEXTS) or not plain_type.startswith((*_TEXTS, *_OTHERS)):
        return f"{plain_type or 'no media type'}, no text"
    return None


def _payload(found: "ArcWarcRecord", said: dict[str, str]) -> tuple[bytes, str | None]:
    """Return the payload, chunks and compression undone, or why there is none."""
    from warcio.bufferedreaders import ChunkedDataReader  # type: ignore[import-untyped]  # noqa: PLC0415

    chunked = said.get("transfer-encoding", "").strip().lower() == "chunked"
    stream = ChunkedDataReader(found.raw_stream) if chunked else found.raw_stream
    raw = _all_of(stream)
    missing = getattr(found.raw_stream, "limit", 0)
    if len(raw) <= LARGEST_PAYLOAD and missing > 0 and not chunked:
        return b"", f"{missing:,} bytes shorter than it says (a wrong length, or the archive breaks off)"
    encoding = said.get("content-encoding", "")
    body = decoded_body(raw, encoding, LARGEST_PAYLOAD + 1)
    if body is None:
        return b"", f"compressed with {encoding!r}, which is not read or does not hold"
    if len(body) > LARGEST_PAYLOAD:
        return b"", f"larger than {LARGEST_PAYLOAD // 1024**2} MB"
    return (body, None) if body else (b"", "empty")


def _all_of(stream: BinaryIO) -> bytes:
    """Return what a stream holds, up to one byte more than the largest payload; a read may give fewer bytes than asked for."""
    pieces: list[bytes] = []
    room = LARGEST_PAYLOAD + 1
    while room > 0 and (piece := stream.read(room)):
        pieces.append(piece)
        room -= len(piece)
    return b"".join(pieces)


def _same_as(found: "ArcWarcRecord") -> str | None:
    """Return which earlier record a revisit names."""
    digest = found.rec_headers.get_header("WARC-Payload-Digest")
    said = digest or found.rec_headers.get_header("WARC-Refers-To-Target-URI")
    return str(said) if said else None


def _moment(said: str | None) -> str | None:
    """Return the record's date with whole seconds, as captures have it."""
    if said is None or len(said) < len("2031-01-01T00:00:00"):
        return None
    return f"{said[:19]}+00:00"


def _number(said: str | None) -> int | None:
    """Return an HTTP status."""
    return int(said) if said is not None and said.isdecimal() else None
