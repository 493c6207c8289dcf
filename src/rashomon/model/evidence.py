"""What was asked of an address and what it answered, whether or not bytes came of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fetch:
    """One try to get an address. ``None`` where the server never said so.

    Args:
        address: what was asked for.

        final: where the answer came from after redirects.

        at: UTC time, ISO with seconds.

        status: HTTP status.

        headers: the answer's headers in their order, names in lower case; no cookies.

        sha256: digest of the bytes that were kept; ``None`` where none were (not modified, refused, failed).

        reason: why no bytes were kept, in plain words; ``None`` where some were.
    """

    address: str
    final: str | None
    at: str
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    sha256: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Container:
    """A file of many captures (a web archive) that were taken from it, each with its own bytes; itself it is not kept.

    Args:
        sha256: digest of its bytes.

        name: the name of the file.

        size: length in bytes.

        added_at: UTC time, ISO with seconds.
    """

    sha256: str
    name: str
    size: int
    added_at: str
