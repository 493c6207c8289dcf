"""Tell a ledger's tables piece by piece, in several processes where there are many pieces; memory holds a few of them."""

import gc
import os
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue

from rashomon.exports.tables.contract import Encoder
from rashomon.model.errors import LedgerError, RashomonError
from rashomon.store.frames.catalogue import TABLES
from rashomon.store.frames.contract import Cut, Frames, Scope
from rashomon.store.frames.read_ahead import read_ahead
from rashomon.store.ledger import DATABASE, Ledger

#: A piece's bytes and how many rows they are, by the names of the tables.
Pieces = Mapping[str, tuple[bytes, int]]
#: So few pieces are told in this process: beginning another takes longer.
FEW = 24
#: Pieces of each process that are under way or wait for their turn.
_AHEAD = 4
#: New objects after which a telling process looks for cycles: rows have none, and to look for them costs a third of the time.
_RARELY = 2_000_000
_BY_NAME = {table.name: table for table in TABLES}


def pieces(ledger: Ledger, scope: Scope, encode: Encoder, processes: int | None = None) -> Iterator[Pieces]:
    """Yield the pieces of all tables in the order of their rows.

    Args:
        ledger: what is told.

        scope: which part of it.

        encode: turns rows into bytes.

        processes: how many tell; ``None`` is one for each processor. Few pieces are told in this process.

    Raises:
        LedgerError: the ledger cannot be read, or a process ended before its time.
    """
    frames = ledger.frames
    cuts = frames.cuts(scope)
    first = list(islice(cuts, FEW + 1))
    if len(first) <= FEW or processes == 1:
        yield from (_piece(frames, scope, encode, cut) for cut in chain(first, cuts))
        return
    crew = [Teller(ledger.folder, scope, encode) for _ in range(processes or os.cpu_count() or 1)]
    read_ahead(ledger.folder / DATABASE)  # while they begin
    try:
        yield from _told(crew, chain(first, cuts))
    finally:
        for teller in crew:
            teller.end()


def _piece(frames: Frames, scope: Scope, encode: Encoder, cut: Cut) -> Pieces:
    told = frames.rows(cut, scope)
    return {name: (encode(_BY_NAME[name], rows), len(rows)) for name, rows in told.items() if rows}


def _told(crew: "list[Teller]", cuts: Iterator[Cut]) -> Iterator[Pieces]:
    """Hand each piece to a process that is free, and yield them in their order; what is told is taken at once, so none waits."""
    free = SimpleQueue["Teller"]()
    for teller in crew:
        free.put(teller)
    with ThreadPoolExecutor(len(crew)) as threads:
        waiting: deque[Future[Pieces]] = deque()
        try:
            for cut in cuts:
                if len(waiting) == len(crew) * _AHEAD:
                    yield waiting.popleft().result()
                waiting.append(threads.submit(_told_by, free, cut))
            while waiting:
                yield waiting.popleft().result()
        finally:
            for one in waiting:
                one.cancel()


def _told_by(free: "SimpleQueue[Teller]", cut: Cut) -> Pieces:
    teller = free.get()
    try:
        return teller.tell(cut)
    finally:
        free.put(teller)


class Teller:
    """A process that tells pieces, one after the other.

    Args:
        folder: of the ledger.

        scope: which part of it is told.

        encode: turns rows into bytes.
    """

    def __init__(self, folder: Path, scope: Scope, encode: Encoder) -> None:
        context = get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_tell, args=(folder, scope, encode, theirs), daemon=True)
        self._process.start()
        theirs.close()

    def tell(self, cut: Cut) -> Pieces:
        """Return a piece, told there. Raises LedgerError."""
        try:
            self._line.send(cut)
            found: Pieces | str = self._line.recv()
        except (EOFError, ConnectionError):
            code = self._process.exitcode
            raise LedgerError(
                f"a process that told {cut.family} ended with code {code} (is there memory left? try once more)"
            ) from None
        if isinstance(found, str):
            raise LedgerError(found)
        return found

    def end(self) -> None:
        """Let the process end."""
        self._line.close()
        self._process.join(10)
        if self._process.is_alive():
            self._process.terminate()
            self._process.join()


def _tell(folder: Path, scope: Scope, encode: Encoder, line: "Connection[Pieces | str, Cut]") -> None:
    """Tell pieces until nobody asks any more; what is known to go wrong is said in its own words."""
    gc.set_threshold(_RARELY)
    try:
        with Ledger.open(folder) as ledger:
            while True:
                line.send(_piece(ledger.frames, scope, encode, line.recv()))
    except RashomonError as error:
        line.send(str(error))
    except (EOFError, ConnectionError):
        return
