"""Read captures in several processes; a page that ends its reader's process costs only itself."""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import chain, islice
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Generic, TypeVar

from rashomon.model.sources import Capture
from rashomon.pipeline.attempts import Attempt, attempt
from rashomon.readers.contract import Page
from rashomon.readers.reading import read

Label = TypeVar("Label")
#: A capture with its bytes.
Given = tuple[Capture, bytes]
#: Batches that are under way for each process.
_AHEAD = 2
#: What a page is listed with whose reading ended the process.
FATAL = "reading it ended the reader's process (a fault of the reader; the bytes are kept)"


def read_each(given: Sequence[Given]) -> list[Attempt[Page]]:
    """Return what each capture was read as, or why it could not be."""
    return [attempt(partial(read, capture), content) for capture, content in given]


class ReadersPool(Generic[Label]):
    """Processes that read batches of captures and give them back in order; batches carry a label of the caller's.

    Args:
        processes: how many.

        context: how they are begun; from one that has loaded the readers, by default.
    """

    def __init__(self, processes: int, context: BaseContext | None = None) -> None:
        self._processes = processes
        self._context = context or _context()

    def read(self, batches: Iterable[tuple[Label, Sequence[Given]]]) -> Iterator[tuple[Label, list[Attempt[Page]]]]:
        """Yield each batch's label with what was read; memory holds a few. One alone is read in this process."""
        first_two = list(islice(remaining := iter(batches), 2))
        if len(first_two) > 1:
            yield from self._read(chain(first_two, remaining))
        else:
            yield from ((label, read_each(given)) for label, given in first_two)

    def _read(self, batches: Iterable[tuple[Label, Sequence[Given]]]) -> Iterator[tuple[Label, list[Attempt[Page]]]]:
        waiting: list[tuple[Label, Sequence[Given], Future[list[Attempt[Page]]] | None]] = []
        pool = self._pool()
        try:
            for label, given in batches:
                waiting.append((label, given, _submitted(pool, given)))
                if len(waiting) > self._processes * _AHEAD:
                    first, held, future = waiting.pop(0)
                    made, pool = self._made(pool, held, future)
                    yield first, made
            for first, held, future in waiting:
                made, pool = self._made(pool, held, future)
                yield first, made
        finally:
            pool.shutdown(cancel_futures=True)

    def _pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._processes, mp_context=self._context, initializer=_end_with_parent)

    def _made(
        self, pool: ProcessPoolExecutor, given: Sequence[Given], future: "Future[list[Attempt[Page]]] | None"
    ) -> tuple[list[Attempt[Page]], ProcessPoolExecutor]:
        """Return what a batch was read as, and the pool to go on with: a new one where the old one broke."""
        try:
            if future is not None:
                return future.result(), pool
        except BrokenProcessPool:
            pool.shutdown(wait=False, cancel_futures=True)
            pool = self._pool()
        return [self._alone(one) for one in given], pool

    def _alone(self, given: Given) -> Attempt[Page]:
        """Read one capture in a process of its own."""
        with ProcessPoolExecutor(1, mp_context=self._context, initializer=_end_with_parent) as pool:
            try:
                return pool.submit(read_each, [given]).result()[0]
            except BrokenProcessPool:
                return Attempt(None, FATAL)


def _end_with_parent() -> None:
    """Let this process end when the one that began it is gone, killed as it may be, so that nobody is left behind."""
    Thread(target=_end_after, args=(parent_process(),), daemon=True).start()


def _end_after(parent: BaseProcess | None) -> None:
    if parent is not None:
        parent.join()
        os._exit(1)


def _context() -> BaseContext:
    """Return how processes are begun: from one that has loaded the readers already, where the system knows that."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__, "trafilatura"])
    return context


def _submitted(pool: ProcessPoolExecutor, given: Sequence[Given]) -> "Future[list[Attempt[Page]]] | None":
    """Hand a batch to the pool; ``None`` where a page has ended one of its processes."""
    try:
        return pool.submit(read_each, given)
    except BrokenProcessPool:
        return None
