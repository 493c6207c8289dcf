"""Build a folder beside its place, so that it is either whole or not there."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from rashomon.model.errors import LedgerError

_MODE = 0o755


@contextmanager
def built(target: Path) -> Iterator[Path]:
    """Give a folder to build in, which becomes the target on leaving; where something is raised it goes away.

    Args:
        target: a folder that does not exist yet, or is empty.

    Raises:
        LedgerError: the target is in use, or its place cannot be written to.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise LedgerError(f"{target} is in use already, and what it holds would be mixed with this (name a new folder)")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        building = Path(mkdtemp(prefix=f".{target.name}-", suffix=".unfinished", dir=target.parent))
        building.chmod(_MODE)
    except OSError as error:
        raise LedgerError(f"cannot make {target}: {error.strerror} (may you write there?)") from error
    try:
        yield building
        building.rename(target)
    except OSError as error:
        raise LedgerError(f"cannot write {target}: {error.strerror} (is the disk full?)") from error
    finally:
        shutil.rmtree(building, ignore_errors=True)
