"""One request to one checked address, and its whole answer; nothing is followed, retried or remembered here."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cached_property

import httpx

from rashomon.pipeline.collect.bodies import ACCEPTED, unpacked
from rashomon.pipeline.collect.faults import FetchError
from rashomon.pipeline.collect.limits import Limits
from rashomon.pipeline.collect.network import reachable

#: Answers that hold a page; the bodies of others are not read.
HOLDS_BYTES = frozenset({200, 203})
_UNTRUSTED = "CERTIFICATE_VERIFY_FAILED"
_PORTS = {"http": 80, "https": 443}
_ALWAYS = {
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.8",
    "Accept-Encoding": ACCEPTED,
}


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: an address as `addresses.checked` gives it, more headers than the usual ones, and what is posted, if so.

    The body of an answer to what was posted is not read.
    """

    url: httpx.URL
    headers: Mapping[str, str]
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered to one request. ``content`` is out of its compression, and empty for other than a page."""

    url: httpx.URL
    status: int
    phrase: str
    headers: tuple[tuple[str, str], ...]
    content: bytes

    def header(self, name: str) -> str | None:
        """Return a header by its lower-case name."""
        return next((value for key, value in self.headers if key == name), None)


class Requesting:
    """Makes requests. One transport a host: connections are shared by number, and two names may share a number.

    A transport and no client, so no proxy, password file, cookie or redirect is ever used: a request is what the address
    says and nothing else.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._transports: dict[tuple[str, str], httpx.AsyncHTTPTransport] = {}

    async def close(self) -> None:
        """Close all connections."""
        for transport in self._transports.values():
            await transport.aclose()
        self._transports.clear()

    async def get(self, url: httpx.URL, headers: Mapping[str, str], *, private: bool) -> Reply:
        """Ask for an address and return the answer; arguments and errors are those of `ask`."""
        return await self.ask(Request(url, headers), private=private)

    async def ask(self, request: Request, *, private: bool) -> Reply:
        """Make a request and return the answer.

        Args:
            request: what is asked.

            private: whether private networks may be reached.

        Raises:
            FetchError: no answer, a broken one, or one beyond the limits.
        """
        url = request.url
        address = str(url)
        try:
            async with asyncio.timeout(self._limits.answer):
                return await self._whole(request, private=private)
        except TimeoutError as error:
            reason = f"no whole answer within {self._limits.answer:g} s (a slow or endless one)"
            raise FetchError(address, reason, silent=True) from error
        except httpx.TimeoutException as error:
            raise FetchError(address, f"no answer in time ({type(error).__name__})", passing=True, silent=True) from error
        except httpx.TransportError as error:
            if _UNTRUSTED in str(error):
                raise FetchError(address, f"the certificate of {url.host} is not valid: {error}") from error
            raise FetchError(address, _words(error), passing=True, silent=True) from error
        except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError) as error:
            raise FetchError(address, _words(error)) from error

    async def _whole(self, request: Request, *, private: bool) -> Reply:
        url = request.url
        host = url.raw_host.decode("ascii")
        numbers = await reachable(str(url), host, url.port or _PORTS[url.scheme], private=private)
        for number in numbers[:-1]:
            try:
                return await self._from(request, number)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return await self._from(request, numbers[-1])

    async def _from(self, request: Request, number: str) -> Reply:
        """Ask one computer of the host, by its number."""
        url = request.url
        async with self._answer(request, number) as answer:
            kept = tuple(
                (name.decode("latin-1").lower(), value.decode("latin-1"))
                for name, value in answer.headers.raw
                if name.lower() != b"set-cookie"
            )
            holds = request.content is None and answer.status_code in HOLDS_BYTES
            content = await self._body(url, answer) if holds else b""
            return Reply(url, answer.status_code, answer.reason_phrase, kept, content)

    @asynccontextmanager
    async def _answer(self, asked: Request, number: str) -> AsyncIterator[httpx.Response]:
        url = asked.url
        timeout = httpx.Timeout(self._limits.silence, connect=self._limits.connect).as_dict()
        server = {"sni_hostname": url.raw_host.decode("ascii")} if url.scheme == "https" else {}
        request = httpx.Request(
            "GET" if asked.content is None else "POST",
            url.copy_with(host=number),
            content=asked.content,
            headers={"Host": url.netloc.decode("ascii"), "User-Agent": self._limits.agent, **_ALWAYS, **asked.headers},
            extensions={"timeout": timeout, **server},
        )
        answer = await self._transport(url).handle_async_request(request)
        try:
            yield answer
        finally:
            await answer.aclose()

    async def _body(self, url: httpx.URL, answer: httpx.Response) -> bytes:
        """Return the body, given up as soon as it is known to be too large."""
        address, limit = str(url), self._limits.size
        stated = answer.headers.get("content-length", "")
        if stated.isdecimal() and int(stated) > limit:
            raise FetchError(address, f"an answer of {int(stated):,} bytes, the limit is {limit:,}")
        body = bytearray()
        async for piece in answer.aiter_raw():
            body += piece
            if len(body) > limit:
                raise FetchError(address, f"the answer is larger than {limit:,} bytes")
        return unpacked(bytes(body), answer.headers.get("content-encoding", ""), limit, address)

    def _transport(self, url: httpx.URL) -> httpx.AsyncHTTPTransport:
        """Return what connects to a host by a scheme; certificates are loaded only where they are needed."""
        key = (url.scheme, url.host)
        if key not in self._transports:
            trust = self._trust if url.scheme == "https" else False
            self._transports[key] = httpx.AsyncHTTPTransport(verify=trust, trust_env=False)
        return self._transports[key]

    @cached_property
    def _trust(self) -> ssl.SSLContext:
        return httpx.create_ssl_context(trust_env=False)


def _words(error: Exception) -> str:
    """Return what went wrong, with the next step."""
    return f"{type(error).__name__}: {error} (is the address right, and the network there?)"
