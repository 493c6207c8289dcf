"""Have a ledger's file in memory before all of it is read in another order than it lies there."""

import os
from pathlib import Path

#: Bytes that the system is asked for at a time: it cuts longer wishes short.
_AT_ONCE = 1 << 22
#: A file is read ahead where memory has room for so many of it: less would drive out what was read before it is used.
_ROOM = 2


def read_ahead(path: Path) -> bool:
    """Ask the system to read a file in one go, and return whether it was asked: where it can be, and has the room.

    Rows are told by id, which is no order of the file. Fetched one by one from a disk, they take longer than all that is made
    of them; in memory that the system lends and takes back they take a fraction of it.
    """
    size = path.stat().st_size
    if not hasattr(os, "posix_fadvise") or _ROOM * size > os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"):
        return False
    with path.open("rb") as file:
        for begin in range(0, size, _AT_ONCE):
            os.posix_fadvise(file.fileno(), begin, _AT_ONCE, os.POSIX_FADV_WILLNEED)
    return True
