"""One updater at a time: a lock that the system gives back when its process ends, however it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rashomon.model.errors import LedgerError

NAME = "update.lock"


@contextmanager
def updating_alone(folder: Path) -> Iterator[None]:
    """Hold the ledger's update lock.

    Raises:
        LedgerError: another process holds it.
    """
    number = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.read(number, 32).decode("ascii", "replace").strip() or "unknown"
            raise LedgerError(f"another update of {folder} is running (process {holder}; wait for it, or end it)") from error
        os.ftruncate(number, 0)
        os.write(number, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(number)
