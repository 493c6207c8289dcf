"""One updater at a time: a lock that the system gives back when its process ends, however it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from rashomon.model.errors import LedgerError

NAME = "update.lock"


def updating_alone(folder: Path) -> AbstractContextManager[None]:
    """Hold the ledger's update lock. Raises as `alone`."""
    return alone(folder, NAME, "update")


@contextmanager
def alone(folder: Path, name: str, doing: str) -> Iterator[None]:
    """Hold a lock of a ledger.

    Args:
        folder: of the ledger.

        name: of the lock's file in it.

        doing: what is done under it, in one word.

    Raises:
        LedgerError: another process holds it.
    """
    number = os.open(folder / name, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.read(number, 32).decode("ascii", "replace").strip() or "unknown"
            raise LedgerError(f"another {doing} of {folder} is running (process {holder}; wait for it, or end it)") from error
        os.ftruncate(number, 0)
        os.write(number, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(number)
