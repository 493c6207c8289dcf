"""Fetching for code that does not wait: the network runs in a thread of its own, what came is taken one by one."""

import asyncio
from collections.abc import Coroutine, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from datetime import datetime
from itertools import islice
from threading import Thread
from types import TracebackType
from typing import Any, Self

from rashomon.model.evidence import Fetch
from rashomon.pipeline.collect.addresses import shown
from rashomon.pipeline.collect.clock import stamp
from rashomon.pipeline.collect.contract import Visit, Wanted
from rashomon.pipeline.collect.fetching import Fetching

#: How many addresses are under way or wait to be taken; each may hold an answer in memory.
WINDOW = 16


class Collector:
    """Fetches while its ``with`` statement lasts.

    Args:
        fetching: what fetches; one for the whole run, so that it stays polite.
    """

    def __init__(self, fetching: Fetching) -> None:
        self._fetching = fetching
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="fetching", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._begin(self._end()).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def now(self) -> datetime:
        """Return the present time of its clock."""
        return self._fetching.now()

    def fetch(self, wanted: Wanted) -> Visit:
        """Ask for one address and wait for what came of it."""
        future = self._begin(self._fetching.fetch(wanted))
        wait((future,))
        return self._visit(wanted, future)

    def fetch_all(self, wanted: Iterable[Wanted]) -> Iterator[tuple[Wanted, Visit]]:
        """Ask for addresses, several hosts at a time, and yield what came of each as it comes."""
        waiting = iter(wanted)
        under_way: dict[Future[Visit], Wanted] = {}
        while True:
            for one in islice(waiting, WINDOW - len(under_way)):
                under_way[self._begin(self._fetching.fetch(one))] = one
            if not under_way:
                return
            done, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                one = under_way.pop(future)
                yield one, self._visit(one, future)

    def _visit(self, wanted: Wanted, future: Future[Visit]) -> Visit:
        """Return what came; an error nobody foresaw becomes a fault of this address alone."""
        error = future.exception()
        if error is None:
            return future.result()
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:500]
        return Visit(Fetch(shown(wanted.address), None, stamp(self._fetching.now()), reason=reason))

    def _begin(self, work: Coroutine[Any, Any, Any]) -> Future[Any]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _end(self) -> None:
        """Give up what is still under way, and close all connections."""
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self._fetching.close()
        await asyncio.get_running_loop().shutdown_default_executor()
