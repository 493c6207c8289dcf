"""What a host's robots.txt allows us: asked once a day, kept, and obeyed (RFC 9309).

A missing one allows everything, and so does one that can never be had (a circle of redirects). While a server fails
to answer for it, nothing of that host is asked for.
"""

import asyncio
from collections.abc import Awaitable, Callable

import httpx
from protego import Protego

from rashomon.pipeline.collect.addresses import origin
from rashomon.pipeline.collect.clock import Clock
from rashomon.pipeline.collect.contract import Memory
from rashomon.pipeline.collect.faults import FetchError
from rashomon.pipeline.collect.limits import NAME, Limits
from rashomon.pipeline.collect.requesting import Reply
from rashomon.store.collecting.views import RobotsFile

#: What is read of a robots.txt (the standard asks for at least 500 KiB).
MOST_BYTES = 512_000
_SERVER_ERROR, _TOO_MANY = 500, 429

#: Asks for an address, redirects and passing faults included.
Ask = Callable[[httpx.URL], Awaitable[Reply]]


class Robots:
    """The robots.txt of every host of a run."""

    def __init__(self, limits: Limits, clock: Clock, memory: Memory) -> None:
        self._limits = limits
        self._clock = clock
        self._memory = memory
        self._rules: dict[str, Protego] = {}
        self._failed: dict[str, FetchError] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def delay(self, url: httpx.URL, ask: Ask) -> float:
        """Return how many seconds the host wants between two requests, where the address may be asked for.

        Raises:
            FetchError: it may not be, or the robots.txt cannot be had just now.
        """
        rules = await self._of(url, ask)
        if not rules.can_fetch(str(url), NAME):
            raise FetchError(
                str(url), f"{url.host} does not want it fetched (its robots.txt forbids {url.raw_path.decode('ascii')})"
            )
        rate = rules.request_rate(NAME)
        by_rate = rate.seconds / rate.requests if rate is not None and rate.requests else 0.0
        return max(self._limits.delay, rules.crawl_delay(NAME) or 0.0, by_rate)

    async def _of(self, url: httpx.URL, ask: Ask) -> Protego:
        site = origin(url)
        async with self._locks.setdefault(site, asyncio.Lock()):
            if site in self._failed:
                raise self._unknown(site)
            if site not in self._rules:
                self._rules[site] = Protego.parse(await self._text(site, ask))
            return self._rules[site]

    async def _text(self, site: str, ask: Ask) -> str:
        """Return the kept file where it is fresh, else the host's own. Raises FetchError."""
        now = self._clock.now()
        kept = self._memory.robots(site)
        if kept is not None and 0 <= (now - kept.at).total_seconds() < self._limits.robots_age:
            return kept.text
        try:
            reply = await ask(httpx.URL(f"{site}/robots.txt"))
        except FetchError as error:
            if not error.passing and error.after is None:
                return ""
            self._failed[site] = error
            raise self._unknown(site) from error
        if reply.status >= _SERVER_ERROR or reply.status == _TOO_MANY:
            self._failed[site] = FetchError(site, f"the server answered {reply.status} {reply.phrase}", status=reply.status)
            raise self._unknown(site)
        text = reply.content[:MOST_BYTES].decode("utf-8", "replace")
        self._memory.keep_robots(site, RobotsFile(now, text))
        return text

    def _unknown(self, site: str) -> FetchError:
        """Return why nothing of this host may be asked for in this run."""
        error = self._failed[site]
        reason = f"its robots.txt cannot be had, so nothing is fetched: {error.reason}"
        return FetchError(f"{site}/robots.txt", reason, after=error.after, status=error.status, headers=error.headers)
