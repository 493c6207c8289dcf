"""Politeness: one request at a time to a host, a pause between two, and longer ones where the host asks for them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from rashomon.pipeline.collect.clock import Clock, stamp
from rashomon.pipeline.collect.contract import Memory
from rashomon.pipeline.collect.faults import FetchError
from rashomon.pipeline.collect.limits import Limits


class Lane:
    """The turns of one host.

    Args:
        host: its name.

        free_at: before this time nothing is asked of it.

        delay: seconds between two requests.
    """

    def __init__(self, host: str, free_at: datetime, delay: float) -> None:
        self.host = host
        self.free_at = free_at
        self.delay = delay
        #: Requests in a row that it did not answer.
        self.misses = 0
        self.lock = asyncio.Lock()

    def hold(self, until: datetime) -> None:
        """Ask nothing of the host before this time."""
        self.free_at = max(self.free_at, until)


class Lanes:
    """The lanes of all hosts of a run; long waits are kept in the ledger, so that a restart does not forget them."""

    def __init__(self, limits: Limits, clock: Clock, memory: Memory) -> None:
        self._limits = limits
        self._clock = clock
        self._memory = memory
        self._lanes: dict[str, Lane] = {}
        self._at_once = asyncio.Semaphore(limits.at_once)

    def of(self, host: str) -> Lane:
        """Return the lane of a host."""
        if host not in self._lanes:
            kept = self._memory.free_at(host)
            self._lanes[host] = Lane(host, kept or self._clock.now(), self._limits.delay)
        return self._lanes[host]

    @asynccontextmanager
    async def turn(self, host: str, address: str) -> AsyncIterator[Lane]:
        """Wait for one's turn, and leave the pause behind it.

        Raises:
            FetchError: the host asked for a longer wait than a run has patience for, or answered none of many requests.
        """
        lane = self.of(host)
        async with lane.lock:
            await self._wait(lane, address)
            async with self._at_once:
                try:
                    yield lane
                finally:
                    self.hold(lane, lane.delay)

    async def _wait(self, lane: Lane, address: str) -> None:
        if lane.misses >= self._limits.misses:
            raise FetchError(
                address, f"{lane.host} did not answer {lane.misses} requests in a row (its other addresses are left alone)"
            )
        wait = (lane.free_at - self._clock.now()).total_seconds()
        if wait > self._limits.patience:
            raise FetchError(
                address,
                f"{lane.host} asks to be left alone until {stamp(lane.free_at)} (it is asked again then)",
                after=lane.free_at,
            )
        if wait > 0:
            await self._clock.sleep(wait)

    def hold(self, lane: Lane, seconds: float) -> None:
        """Ask nothing of a host for so long; what is more than the usual pause is written down."""
        lane.hold(self._clock.now() + timedelta(seconds=min(seconds, self._limits.put_off)))
        if seconds > self._limits.delay:
            self._memory.keep_free_at(lane.host, lane.free_at)
