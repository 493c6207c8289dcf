"""Folders that are dear to make: made once a run, whichever worker of the tests needs them first, and copied."""

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a copy of one's own of a folder that is made once.

    Args:
        factory: of the folders of this run; the workers' folders lie beside each other.

        name: what is made.

        make: makes it in the folder it is given.
    """
    own = factory.getbasetemp()
    shared = own.parent if own.name.startswith("popen-") else own
    kept, copied = shared / f"{name}-once", factory.mktemp(name) / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            make(shared / f"{name}-making")
            (shared / f"{name}-making").rename(kept)
    return Path(shutil.copytree(kept, copied))
