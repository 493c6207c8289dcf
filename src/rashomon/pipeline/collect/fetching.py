"""Fetch an address: robots.txt first, every redirect checked anew, passing faults tried again; what came of it is a value."""

import hashlib
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx

from rashomon.model.evidence import Fetch
from rashomon.pipeline.collect.addresses import checked, joined, shown
from rashomon.pipeline.collect.charsets import with_charset
from rashomon.pipeline.collect.clock import Clock, SystemClock, stamp
from rashomon.pipeline.collect.contract import Forgetful, Memory, Visit, Wanted
from rashomon.pipeline.collect.faults import FetchError
from rashomon.pipeline.collect.lanes import Lane, Lanes
from rashomon.pipeline.collect.limits import STANDARD, Limits
from rashomon.pipeline.collect.requesting import HOLDS_BYTES, Reply, Requesting
from rashomon.pipeline.collect.robots import Robots

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
#: Answers after which the same request may succeed.
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_NOT_MODIFIED = 304
_NOTHING_NEW = "not modified since the last answer"

#: Is asked about an address before every hop; gives the headers to send, or raises FetchError.
Before = Callable[[httpx.URL], Awaitable[dict[str, str]]]


class Fetching:
    """Fetches addresses for one run. Not for use by several event loops.

    Args:
        limits: what it keeps to.

        clock: tells the time and waits; a fake in tests.

        memory: what outlives the run.
    """

    def __init__(self, limits: Limits = STANDARD, clock: Clock | None = None, memory: Memory | None = None) -> None:
        self._limits = limits
        self._clock = clock or SystemClock()
        memory = memory or Forgetful()
        self._requesting = Requesting(limits)
        self._lanes = Lanes(limits, self._clock, memory)
        self._robots = Robots(limits, self._clock, memory)

    def now(self) -> datetime:
        """Return the present time of its clock."""
        return self._clock.now()

    async def close(self) -> None:
        """Close all connections."""
        await self._requesting.close()

    async def fetch(self, wanted: Wanted) -> Visit:
        """Ask for an address and return what came of it. Faults of the address or the server are part of the answer."""
        try:
            reply = await self._follow(wanted)
            return self._visit(wanted, reply)
        except FetchError as error:
            fetch = Fetch(shown(wanted.address), None, stamp(self._clock.now()), error.status, error.headers, None, error.reason)
            return Visit(fetch, after=error.after)

    def _visit(self, wanted: Wanted, reply: Reply) -> Visit:
        """Turn a last answer into what is kept. Raises FetchError."""
        final, at = str(reply.url), stamp(self._clock.now())
        if reply.status == _NOT_MODIFIED and _conditions(wanted, reply.url):
            return Visit(Fetch(wanted.address, final, at, reply.status, reply.headers, None, _NOTHING_NEW), unchanged=True)
        if reply.status not in HOLDS_BYTES or not reply.content:
            raise FetchError(wanted.address, _refused(reply), status=reply.status, headers=reply.headers)
        digest = hashlib.sha256(reply.content).hexdigest()
        fetch = Fetch(wanted.address, final, at, reply.status, reply.headers, digest)
        return Visit(fetch, reply.content, with_charset(reply.header("content-type"), reply.content))

    async def _follow(self, wanted: Wanted) -> Reply:
        """Go where the address points on to, asking every host's robots.txt on the way. Raises FetchError."""
        named = checked(wanted.address)
        inside = named.host if wanted.private else None

        async def for_rules(url: httpx.URL) -> Reply:
            return await self._hops(url, _nothing_first, inside)

        async def rules_first(url: httpx.URL) -> dict[str, str]:
            self._lanes.of(url.host).delay = await self._robots.delay(url, for_rules)
            return _conditions(wanted, url)

        return await self._hops(named, rules_first, inside)

    async def _hops(self, url: httpx.URL, before: Before, inside: str | None) -> Reply:
        """Follow redirects.

        Args:
            url: where to begin.

            before: is asked about each address first, and gives the headers to send.

            inside: the one host that may be in a private network: a redirect cannot lead to another one there.

        Raises:
            FetchError: an address on the way may not be asked for, or gave nothing.
        """
        seen: list[str] = []
        while True:
            reply = await self._tried(url, await before(url), private=url.host == inside)
            if reply.status not in _REDIRECTS:
                return reply
            url = self._next(reply, seen)

    def _next(self, reply: Reply, seen: list[str]) -> httpx.URL:
        """Return where a redirect leads, checked. Raises FetchError."""
        here = str(reply.url)
        seen.append(here)
        target = reply.header("location") or ""
        goal = joined(here, target)
        if not target or goal is None:
            reason = f"it points on to {target[:200]!r}, which is not fetched (only http and https, without a password)"
        elif goal in seen:
            reason = f"its redirects go in a circle ({' → '.join([*seen, goal])})"
        elif len(seen) > self._limits.redirects:
            reason = f"more than {self._limits.redirects} redirects, the last to {goal}"
        else:
            return checked(goal)
        raise FetchError(here, reason, status=reply.status, headers=reply.headers)

    async def _tried(self, url: httpx.URL, conditions: dict[str, str], *, private: bool) -> Reply:
        """Ask, again where a fault may pass, each time in the host's turn. Raises FetchError."""
        for n in range(1, self._limits.tries + 1):
            last = n == self._limits.tries
            async with self._lanes.turn(url.host, str(url)) as lane:
                backoff = self._limits.backoff * 2 ** (n - 1)
                try:
                    reply = await self._requesting.get(url, conditions, private=private)
                except FetchError as error:
                    lane.misses += error.silent
                    if last or not error.passing:
                        raise
                    self._lanes.hold(lane, backoff)
                    continue
                lane.misses = 0
                if reply.status not in _PASSING:
                    return reply
                self._hold(lane, reply, backoff)
                if last:
                    return reply
        raise AssertionError(f"{url} was tried no time (limits.tries must be at least 1)")

    def _hold(self, lane: Lane, reply: Reply, backoff: float) -> None:
        """Leave the host alone for as long as it asks for, or for the backoff.

        Raises:
            FetchError: it asks for more than a run waits.
        """
        asked = _retry_after(reply.header("retry-after"), self._clock.now())
        self._lanes.hold(lane, backoff if asked is None else asked)
        if asked is not None and asked > self._limits.patience:
            reason = f"{_refused(reply)}, and asks to be left alone until {stamp(lane.free_at)}"
            raise FetchError(str(reply.url), reason, after=lane.free_at, status=reply.status, headers=reply.headers)


async def _nothing_first(_url: httpx.URL) -> dict[str, str]:
    """Let a robots.txt be asked for without asking any robots.txt."""
    return {}


def _conditions(wanted: Wanted, url: httpx.URL) -> dict[str, str]:
    """Return the headers that ask for an answer only if it changed, for the address that gave the last one."""
    if wanted.answered != str(url):
        return {}
    stated = {"If-None-Match": wanted.etag, "If-Modified-Since": wanted.last_modified}
    return {name: value for name, value in stated.items() if value is not None and value.isascii()}


def _refused(reply: Reply) -> str:
    """Return why an answer is none."""
    if reply.status in HOLDS_BYTES:
        return f"the server answered {reply.status} with nothing in it (0 bytes)"
    return f"the server answered {reply.status} {reply.phrase}".rstrip()


def _retry_after(value: str | None, now: datetime) -> float | None:
    """Return the seconds that ``Retry-After`` asks for (a number or a date), ``None`` where it says nothing readable."""
    if value is None:
        return None
    if value.strip().isdecimal():
        return float(value)
    try:
        until = parsedate_to_datetime(value)
    except ValueError:
        return None
    until = until if until.tzinfo is not None else until.replace(tzinfo=UTC)
    return max(0.0, (until - now) / timedelta(seconds=1))
