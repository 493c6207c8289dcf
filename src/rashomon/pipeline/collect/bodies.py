"""Let the body of an answer out of its compression, and never more than its size warrants."""

import zlib
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]

from rashomon.model.errors import UnreadableSourceError
from rashomon.pipeline.collect.faults import FetchError
from rashomon.readers.inflating import FREE, MOST_GROWTH, inflated

#: What we tell servers that we understand.
ACCEPTED = "gzip, deflate, br"
#: More encodings around one body than this are no mistake.
MOST_LAYERS = 2
_STEP = 1 << 16
_ZLIB_METHOD, _ZLIB_CHECK = 8, 31


def unpacked(content: bytes, encoding: str, limit: int, address: str) -> bytes:
    """Return the body without its content encoding.

    Args:
        content: as it came over the wire.

        encoding: the header ``Content-Encoding``.

        limit: bytes that may come out at most.

        address: where it came from, for the error.

    Raises:
        FetchError: an encoding we did not ask for, broken or truncated bytes, or a bomb.
    """
    names = [name for name in (part.strip().lower() for part in encoding.split(",")) if name not in ("", "identity")]
    if len(names) > MOST_LAYERS:
        raise FetchError(address, f"the answer is compressed {len(names)} times, the limit is {MOST_LAYERS}")
    for name in reversed(names):
        if name not in _UNPACKING:
            raise FetchError(address, f"the answer is encoded as {name!r}, which was not asked for (accepted: {ACCEPTED})")
        if content:
            content = _UNPACKING[name](content, limit, address)
    return content


def _gzip(content: bytes, limit: int, address: str) -> bytes:
    try:
        return inflated(content, limit, address)
    except UnreadableSourceError as error:
        raise FetchError(address, f"the answer's {error.reason}", passing="truncated" in error.reason) from error


def _deflate(content: bytes, limit: int, address: str) -> bytes:
    """Undo deflate; servers send it with and without the zlib wrapper that the standard asks for."""
    wrapped = content[0] & 0x0F == _ZLIB_METHOD and int.from_bytes(content[:2]) % _ZLIB_CHECK == 0
    stream = zlib.decompressobj(15 if wrapped else -15)
    allowed = _allowed(content, limit)
    try:
        body = stream.decompress(content, allowed + 1)
    except zlib.error as error:
        raise FetchError(address, f"the answer's deflate data is broken: {error}") from error
    return _whole(body, content, stream.eof, allowed, address)


def _brotli(content: bytes, limit: int, address: str) -> bytes:
    stream = brotli.Decompressor()
    allowed = _allowed(content, limit)
    body = bytearray()
    given = content
    try:
        while not stream.is_finished() and len(body) <= allowed:
            piece = stream.process(given, output_buffer_limit=_STEP)
            given = b""
            body += piece
            if not piece:
                break
    except brotli.error as error:
        raise FetchError(address, f"the answer's Brotli data is broken: {error}") from error
    return _whole(bytes(body), content, stream.is_finished(), allowed, address)


def _allowed(content: bytes, limit: int) -> int:
    """Return how many bytes may come out of these."""
    return min(limit, max(FREE, MOST_GROWTH * len(content)))


def _whole(body: bytes, content: bytes, ended: bool, allowed: int, address: str) -> bytes:
    """Return the body where it is whole and no larger than allowed. Raises FetchError."""
    if len(body) > allowed:
        raise FetchError(address, f"{len(content):,} compressed bytes grow to more than {allowed:,} (a decompression bomb?)")
    if not ended:
        raise FetchError(address, f"the answer breaks off within its {len(content):,} compressed bytes", passing=True)
    return body


_UNPACKING: dict[str, Callable[[bytes, int, str], bytes]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
}
