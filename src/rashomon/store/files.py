"""The bytes of captures as files named by their SHA-256: never half written, never changed, checked when read."""

import os
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import mkstemp
from time import time

from rashomon.model.errors import LedgerError

#: Unfinished files older than this many seconds belong to a process that was killed.
STALE = 3600.0
_UNFINISHED = ".unfinished"


class CaptureFiles:
    """A folder of captures, ``ab/abcdef...``, two digits to a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, digest: str) -> Path:
        """Return where a capture's bytes stand, or would."""
        return self.folder / digest[:2] / digest

    def keep(self, digest: str, content: bytes) -> None:
        """Write the bytes under their digest: to another name, to the disk, then renamed.

        Raises:
            LedgerError: the digest is not that of the bytes, or they cannot be written.
        """
        _check(digest, content)
        try:
            _write(content, self.folder / _UNFINISHED, self.path(digest))
        except OSError as error:
            raise LedgerError(f"cannot keep capture {digest} in {self.folder}: {error.strerror} (is the disk full?)") from error

    def keep_all(self, contents: Mapping[str, bytes]) -> None:
        """Write several captures at the price of one: all to other names, to the disk together, then renamed.

        Raises:
            LedgerError: as `keep`.
        """
        for digest, content in contents.items():
            _check(digest, content)
        unfinished = self.folder / _UNFINISHED
        try:
            written = {digest: _unfinished(content, unfinished) for digest, content in contents.items()}
            os.sync()
            for digest, name in written.items():
                self.path(digest).parent.mkdir(parents=True, exist_ok=True)
                Path(name).replace(self.path(digest))
            os.sync()
        except OSError as error:
            raise LedgerError(f"cannot keep captures in {self.folder}: {error.strerror} (is the disk full?)") from error

    def content(self, digest: str) -> bytes:
        """Return a capture's bytes.

        Raises:
            LedgerError: the file is missing, or no longer what was kept.
        """
        path = self.path(digest)
        try:
            content = path.read_bytes()
        except FileNotFoundError as error:
            raise LedgerError(f"capture {digest} is missing from {self.folder} (add its file again, or restore it)") from error
        if sha256(content).hexdigest() != digest:
            raise LedgerError(f"capture {digest} is damaged: {path} has other bytes (restore it, or remove it and add it again)")
        return content

    def fault(self, digest: str) -> str | None:
        """Return what is wrong with a capture's bytes, ``None`` where they are what was kept."""
        try:
            self.content(digest)
        except LedgerError as error:
            return str(error)
        return None

    def digests(self) -> tuple[str, ...]:
        """Return the digests of all files, sorted."""
        return tuple(sorted(path.name for path in self.folder.glob("??/*")))

    def sweep(self) -> None:
        """Remove what killed processes left unfinished."""
        for path in (self.folder / _UNFINISHED).glob("*"):
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < time() - STALE:
                    path.unlink()


def _check(digest: str, content: bytes) -> None:
    """Raise LedgerError where the digest is not that of the bytes."""
    found = sha256(content).hexdigest()
    if found != digest:
        raise LedgerError(f"capture {digest!r} was given bytes whose SHA-256 is {found} (it must be that of the bytes)")


def _unfinished(content: bytes, folder: Path) -> str:
    """Write the bytes to a file of their own and return its name; they need not be on the disk yet."""
    folder.mkdir(parents=True, exist_ok=True)
    number, name = mkstemp(dir=folder)
    with os.fdopen(number, "wb") as file:
        file.write(content)
    return name


def _write(content: bytes, unfinished: Path, goal: Path) -> None:
    """Write the bytes to a file of their own, and give it its name once they are on the disk."""
    for folder in (unfinished, goal.parent):
        folder.mkdir(parents=True, exist_ok=True)
    number, name = mkstemp(dir=unfinished)
    with os.fdopen(number, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(goal)
    _sync_folder(goal.parent)


def _sync_folder(folder: Path) -> None:
    """Write the folder itself to the disk, so that the new name outlives a power cut."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
