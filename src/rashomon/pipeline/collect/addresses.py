"""Addresses: which may be asked for, and where a link on a page leads."""

import re
from urllib.parse import urljoin

import httpx

from rashomon.pipeline.collect.faults import FetchError

#: Longer ones are no address a person or a page means.
LONGEST = 4096
_USERINFO = re.compile(r"^(\s*[a-zA-Z][\w+.-]*://)[^/?#]*@")
_LAST_PORT = 65_535
_SCHEMES = ("http", "https")


def checked(address: str) -> httpx.URL:
    """Return an address that may be asked for, without its fragment.

    Raises:
        FetchError: it is no http or https address, names no host, or holds a user name or password.
    """
    if len(address) > LONGEST:
        raise FetchError(address[:100], f"an address of {len(address)} characters, the limit is {LONGEST}")
    try:
        url = httpx.URL(address.strip())
    except httpx.InvalidURL as error:
        raise FetchError(address, f"{address!r} is no address: {error} (copy it from the browser)") from error
    if url.scheme not in _SCHEMES:
        raise FetchError(address, f"{address!r} is no http or https address (only those are fetched)")
    if not url.host or (url.port or 0) > _LAST_PORT:
        raise FetchError(address, f"{address!r} names no host that can be reached (copy it from the browser)")
    if url.userinfo:
        raise FetchError(
            address, "an address with a user name or password in it is not fetched (leave out what stands before the @)"
        )
    return url.copy_with(fragment=None)


def joined(base: str, href: str) -> str | None:
    """Return where a link on a page leads, without its fragment; ``None`` where that may not be asked for."""
    try:
        return str(checked(urljoin(base, href.strip())))
    except (FetchError, ValueError):
        return None


def shown(address: str) -> str:
    """Return an address as it may be written down: a user name or password in it is left out.

    >>> shown("https://ann:secret@tarn.example/feed")
    'https://tarn.example/feed'
    """
    return _USERINFO.sub(r"\1", address)


def origin(url: httpx.URL) -> str:
    """Return scheme, host and port: what one robots.txt speaks for."""
    return f"{url.scheme}://{url.netloc.decode('ascii')}"
