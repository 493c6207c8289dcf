"""Let compressed bytes out, but never more than their size warrants: a small file that grows without end is refused."""

import gzip
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO, cast

from rashomon.model.errors import UnreadableSourceError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

#: Text shrinks to a tenth, repeated markup to a fiftieth; a thousandth is a bomb.
MOST_GROWTH = 60
#: Growth is not looked at below this many bytes.
FREE = 16 * 1024 * 1024
#: So many gzip members of fewer bytes each are no file that somebody packed; each costs as much time as a kilobyte.
MANY_MEMBERS, LEAST_EACH = 50_000, 64
_STEP = 1 << 18
GZIP = b"\x1f\x8b"
_ZLIB_MODES = {"gzip": (31,), "x-gzip": (31,), "deflate": (15, -15)}


class _Counted(io.RawIOBase):
    """A file that counts what was read from it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, target: "WriteableBuffer") -> int:
        view = memoryview(target).cast("B")
        piece = self._file.read(len(view))
        view[: len(piece)] = piece
        self.count += len(piece)
        return len(piece)


class _Inflating(io.RawIOBase):
    """The inside of a gzip file; reading raises UnreadableSourceError where it is broken or a bomb."""

    def __init__(self, file: BinaryIO, source: str) -> None:
        self._packed = _Counted(file)
        self._gzip = gzip.GzipFile(fileobj=io.BufferedReader(self._packed), mode="rb")
        self._source = source
        self._count = 0
        #: Reads that gave less than was asked for, as at the end of each member.
        self._short = 0

    def readable(self) -> bool:
        return True

    def readinto(self, target: "WriteableBuffer") -> int:
        view = memoryview(target).cast("B")
        try:
            piece = self._gzip.read1(min(len(view), _STEP))
        except (OSError, EOFError, zlib.error) as error:
            raise UnreadableSourceError(
                self._source, f"gzip data broken after {self._count:,} bytes: {error} (is it truncated?)"
            ) from error
        self._count += len(piece)
        self._short += len(piece) < min(len(view), _STEP)
        if self._short > MANY_MEMBERS and self._count < LEAST_EACH * self._short:
            raise UnreadableSourceError(
                self._source, f"more than {MANY_MEMBERS:,} gzip members of next to nothing (unpack it, and add what is inside)"
            )
        if self._count > FREE and self._count > MOST_GROWTH * self._packed.count:
            raise UnreadableSourceError(
                self._source, f"{self._packed.count:,} compressed bytes grow to {self._count:,} and more (a decompression bomb?)"
            )
        view[: len(piece)] = piece
        return len(piece)


def plain(file: BinaryIO, source: str) -> BinaryIO:
    """Return the file, or its inside where it is a gzip file; a read may give fewer bytes than it was asked for.

    Args:
        file: stands at its start and can go back to it.
        source: the name a person knows it by, for the error that reading may raise.
    """
    head = file.read(len(GZIP))
    file.seek(0)
    return cast("BinaryIO", _Inflating(file, source)) if head == GZIP else file


def inflated(content: bytes, limit: int, source: str) -> bytes:
    """Return the inside of gzip bytes, however many members they have.

    Raises:
        UnreadableSourceError: broken, a bomb, or larger than the limit in bytes.
    """
    inside = bytearray()
    with plain(io.BytesIO(content), source) as file:
        while piece := file.read(_STEP):
            inside += piece
            if len(inside) > limit:
                raise UnreadableSourceError(source, f"its inside is larger than {limit:,} bytes (unpack and split it)")
    return bytes(inside)


def decoded_body(content: bytes, encoding: str, limit: int) -> bytes | None:
    """Return the body of an HTTP answer without its content encoding, at most ``limit`` bytes of it.

    Returns:
        ``None`` where the encoding is not known or does not hold; bytes that were never encoded come back as they are.
    """
    names = [name.strip().lower() for name in encoding.split(",") if name.strip().lower() not in ("", "identity")]
    for name in reversed(names):
        body = _unpacked(content, name, limit)
        if body is None:
            return None
        content = body
    return content


def _unpacked(content: bytes, name: str, limit: int) -> bytes | None:
    """Undo one encoding."""
    if name not in _ZLIB_MODES:
        return None
    if name != "deflate" and not content.startswith(GZIP):
        return content
    for mode in _ZLIB_MODES[name]:
        try:
            return zlib.decompressobj(mode).decompress(content, limit)
        except zlib.error:
            continue
    return None
