"""Fetch an address a person asked for. The only place that opens the network."""

from dataclasses import dataclass

import httpx

from rashomon import __version__
from rashomon.model.errors import UnreadableSourceError

#: Seconds to connect, and between two pieces of an answer.
TIMEOUT = 20.0
#: Bytes of one answer, after decompression.
LIMIT = 64_000_000
#: How many times an address may point on.
REDIRECTS = 5
_ERROR_STATUS = 400


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: where it came from in the end, its media type and bytes."""

    address: str
    media_type: str | None
    content: bytes


def is_address(source: str) -> bool:
    """Return whether a person's words mean an address rather than a file."""
    return source.lower().startswith(("http://", "https://"))


def fetch(address: str) -> Fetched:
    """Return what the address answers.

    Raises:
        UnreadableSourceError: no answer, an error status, too many redirects, or an answer beyond `LIMIT`.
    """
    pieces: list[bytes] = []
    size = 0
    try:
        with (
            httpx.Client(
                timeout=TIMEOUT, follow_redirects=True, max_redirects=REDIRECTS, headers={"User-Agent": f"rashomon/{__version__}"}
            ) as client,
            client.stream("GET", address) as answer,
        ):
            if answer.status_code >= _ERROR_STATUS:
                raise UnreadableSourceError(address, f"the server answered {answer.status_code} {answer.reason_phrase}")
            for piece in answer.iter_bytes():
                size += len(piece)
                if size > LIMIT:
                    raise UnreadableSourceError(address, f"the answer is larger than {LIMIT} bytes")
                pieces.append(piece)
            media_type = answer.headers.get("content-type", "").partition(";")[0].strip() or None
            return Fetched(str(answer.url), media_type, b"".join(pieces))
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise UnreadableSourceError(
            address, f"{type(error).__name__}: {error} (is the address right, and the network there?)"
        ) from error
