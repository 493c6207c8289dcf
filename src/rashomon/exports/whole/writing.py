"""Write the whole ledger: one line of JSON a thing, and the bytes of captures beside them."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from rashomon.exports.contract import Order
from rashomon.exports.whole.building import built
from rashomon.exports.whole.form import BYTES, FIRST, FORM, LAST, LINES, LISTED, NOTICE
from rashomon.model.errors import LedgerError
from rashomon.store.ledger import Ledger
from rashomon.store.views import Question
from rashomon.store.whole.contract import Dump
from rashomon.store.whole.whole import copied


class _Lines:
    """A file of lines that counts and digests what is written to it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = sha256()
        self._count = 0

    def write(self, kind: str, values: Mapping[str, object]) -> None:
        """Write a thing."""
        line = json.dumps({"thing": kind, **values}, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode() + b"\n"
        self._digest.update(line)
        self._file.write(line)
        self._count += 1

    def end(self) -> None:
        """Write the last line: how many stand before it, and the digest of them all."""
        self.write(LAST, {"lines": self._count, "sha256": self._digest.hexdigest()})


def write_whole(ledger: Ledger, folder: Path, order: Order) -> tuple[Path, ...]:
    """Write ``ledger.jsonl`` and ``bytes/`` into a new or empty folder, and return the file of lines.

    What captures marked above the order's clearance hold is left out, and then also what linking made and the followed addresses.

    Raises:
        LedgerError: the folder holds files, the order narrows by a question, or a capture's bytes are missing or damaged.
    """
    if order.selection.question != Question():
        raise LedgerError("the whole ledger is not narrowed by words or options (leave them out, or choose another --form)")
    clearance = order.selection.clearance
    with built(folder) as building, (building / LINES).open("wb") as file, ledger.whole.dump(clearance) as dump:
        lines = _Lines(file)
        shared = {"clearance": clearance.value, "left_out": dump.left_out}
        lines.write(FIRST, {"form": FORM, "revision": dump.revision, **shared, "notice": NOTICE})
        _write(lines, ledger, building / BYTES, dump)
        lines.end()
    return (folder / LINES,)


def _write(lines: _Lines, ledger: Ledger, folder: Path, dump: Dump) -> None:
    """Write the lists and all things, and the bytes of lists and captures into a folder."""
    for path in _lists(ledger.lists):
        digest = _kept(path, folder)
        lines.write(LISTED, {"name": path.name, "sha256": digest, "size": path.stat().st_size})
    for thing in dump.things():
        if thing.kind == "capture":
            ledger.whole.copy_bytes(thing.values["sha256"], placed(folder, thing.values["sha256"]))
        lines.write(thing.kind, thing.values)


def _lists(folder: Path) -> Iterator[Path]:
    """Yield the files of the ledger's own lists, by name."""
    return iter(sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith(".")))


def _kept(path: Path, folder: Path) -> str:
    """Copy a file under the digest of its bytes, and return the digest."""
    digest = sha256(path.read_bytes()).hexdigest()
    copied(path, placed(folder, digest))
    return digest


def placed(folder: Path, digest: str) -> Path:
    """Return where bytes stand in a folder, which is made where it does not exist."""
    path = folder / digest[:2] / digest
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
