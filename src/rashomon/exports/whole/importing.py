"""Make a new ledger of an exported one. It is built beside its place and gets its name when it is whole, so none is left half."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rashomon.exports.whole.building import built
from rashomon.exports.whole.form import BYTES, FIRST, LINES, LISTED
from rashomon.exports.whole.reading import Line, read_lines
from rashomon.model.errors import LedgerError
from rashomon.store.ledger import Ledger
from rashomon.store.whole.checking import DIGEST
from rashomon.store.whole.contract import BadThingError
from rashomon.store.whole.loading import Loading
from rashomon.store.whole.whole import copied

#: Problems that are named where a ledger does not pass its own check.
_NAMED = 3
_LIST_NAME = re.compile(r"[^./\\\x00-\x1f][^/\\\x00-\x1f]{0,199}")


@dataclass(frozen=True, slots=True)
class Imported:
    """What came in.

    Args:
        counts: things by kind.

        left_out: how many captures the ledger lacks, since they were not to be shared so far.

        clearance: up to which mark it was shared.

        private: followed addresses that were allowed to be in a private network.
    """

    counts: Mapping[str, int]
    left_out: int
    clearance: str
    private: tuple[str, ...]


def import_whole(source: Path, target: Path) -> Imported:
    """Make a ledger in a folder of one that was exported whole.

    Args:
        source: the folder of the export, or its file of lines.

        target: a folder that does not exist yet, or is empty.

    Raises:
        LedgerError: the export is damaged, of another version, or the folder is in use; then nothing is left behind.
    """
    lines = source / LINES if source.is_dir() else source
    with built(target) as building:
        return _import(lines, building)


def _import(path: Path, building: Path) -> Imported:
    with Ledger.create(building) as ledger:
        for written in ledger.lists.iterdir():
            written.unlink()
        taking = _Taking(ledger, path.parent / BYTES)
        for line in read_lines(path):
            taking.take(line)
        imported = taking.finish()
        problems = ledger.evidence.verify().problems
    if problems:
        named = "; ".join(f"{one.subject}: {one.what}" for one in problems[:_NAMED])
        raise LedgerError(f"{path} does not pass its own check, {len(problems)} problems: {named} (ask for another copy)")
    return imported


class _Taking:
    """Takes line after line into a new ledger."""

    def __init__(self, ledger: Ledger, folder: Path) -> None:
        self._ledger = ledger
        self._folder = folder
        self._loading: Loading = ledger.whole.loading()
        self._first: Mapping[str, object] = {}
        self._lists: list[str] = []
        self._private: list[str] = []

    def take(self, line: Line) -> None:
        """Take one line in. Raises BadThingError."""
        kind, values = line.thing.kind, line.thing.values
        if line.number == 1:
            self._first = values
        elif kind == FIRST:
            raise BadThingError(line.number, "a second first line")
        elif kind == LISTED:
            self._take_list(line)
        else:
            row = self._loading.put(line.number, line.thing)
            if kind == "capture":
                found = self._bytes(line.number, row["sha256"], row["size"])
                self._kept(line.number, row["sha256"], found)
            elif kind == "follow" and row["private"]:
                self._private.append(row["address"])

    def finish(self) -> Imported:
        """Make what follows from the things, and return what came in."""
        self._loading.finish()
        left_out = self._first.get("left_out")
        counts = {kind: count for kind, count in self._loading.counts.items() if count}
        return Imported(
            counts, left_out if isinstance(left_out, int) else 0, str(self._first.get("clearance", ""))[:20], tuple(self._private)
        )

    def _take_list(self, line: Line) -> None:
        values = line.thing.values
        name, digest, size = (values.get(key) for key in ("name", "sha256", "size"))
        if any(self._loading.counts.values()):
            raise BadThingError(line.number, "a list must stand before the captures")
        if not (isinstance(name, str) and _LIST_NAME.fullmatch(name)) or (self._lists and name <= self._lists[-1]):
            raise BadThingError(line.number, f"no name of a list, or one that stands out of order or twice: {str(name)[:80]!r}")
        if not (isinstance(digest, str) and DIGEST.fullmatch(digest)):
            raise BadThingError(line.number, f"{str(digest)[:80]!r} is no SHA-256 (64 hexadecimal digits)")
        self._lists.append(name)
        if copied(self._bytes(line.number, digest, size), self._ledger.lists / name) != digest:
            raise BadThingError(line.number, f"the bytes of list {name!r} are not those of its digest")

    def _bytes(self, number: int, digest: str, size: object) -> Path:
        """Return the file with these bytes: a real file, of the size that the line says. Raises BadThingError."""
        path = self._folder / digest[:2] / digest
        if path.is_symlink() or not path.is_file():
            raise BadThingError(number, f"the bytes of {digest} are missing from {self._folder} (copy the folder too)")
        found = path.stat().st_size
        if found != size:
            raise BadThingError(number, f"the bytes of {digest} are {found}, not {str(size)[:20]} (copy the folder again)")
        return path

    def _kept(self, number: int, digest: str, path: Path) -> None:
        try:
            self._ledger.whole.keep_bytes(digest, path)
        except LedgerError as error:
            raise BadThingError(number, str(error)) from error
