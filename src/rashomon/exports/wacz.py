"""Write captures as one WACZ file (Web Archive Collection Zipped 1.1.1): the form that web archives exchange and replay.

It holds the captures as a web archive, an index, a list of pages, the lines of the ledger's own log about them, and a manifest
with the size and SHA-256 of each of these files. The same captures give the same bytes.
"""

import json
import re
import tempfile
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Protocol
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from rashomon import __version__
from rashomon.exports.contract import Order
from rashomon.exports.shared import SharedLedger
from rashomon.exports.warcs import Archive, Written
from rashomon.model.sources import Capture
from rashomon.store.evidence.contract import Evidence
from rashomon.store.ledger import Ledger

#: The version of the form that is written.
VERSION = "1.1.1"
#: All files of the package have this time, so that the same captures give the same bytes.
_WHEN = (1980, 1, 1, 0, 0, 0)
_ARCHIVE = "archive/data.warc.gz"
_LOG = "evidence/log.jsonl"
_BLOCK = 1 << 20
#: Which captures were left out, where some were.
LEFT_OUT = "left-out.txt"


class Holdings(Protocol):
    """What an export of evidence asks of a ledger."""

    @property
    def evidence(self) -> Evidence:
        """Captures, fetches and the log."""
        ...

    def captures(self) -> tuple[Capture, ...]:
        """Return all captures."""
        ...

    def content(self, sha256: str) -> bytes:
        """Return a capture's bytes."""
        ...


def write_wacz(ledger: Ledger, target: Path, order: Order) -> tuple[Path, ...]:
    """Write the captures that may be shared, as they came; whoever must not learn the names of private persons must not get them.

    Captures that name private persons are left out unless the order asks for names; ``left-out.txt`` names them by digest.
    """
    shared = {one.sha256 for one in SharedLedger(ledger, order.selection.clearance).captures()}
    named = () if order.names else tuple(one for one in shared if ledger.pages.withholds(one))
    kept = shared.difference(named)
    paths = export_wacz(ledger, target, order.of, kept.__contains__)
    if not named:
        return paths
    said = "Left out, as these captures name private persons (to write them too: rashomon export --form wacz --names):\n"
    (target / LEFT_OUT).write_text(said + "".join(f"{one}\n" for one in sorted(named)), encoding="utf-8")
    return (*paths, target / LEFT_OUT)


def export_wacz(
    ledger: Holdings, target: Path, of: str | None = None, may: Callable[[str], bool] = lambda _: True
) -> tuple[Path, ...]:
    """Write captures into ``target/NAME.wacz`` and return that path.

    Args:
        ledger: whose captures.

        target: a folder, made where there is none.

        of: an article's id (all its versions), an address or a digest; all captures where it is ``None``.

        may: whether the capture of a digest may be written.

    Raises:
        NotFoundError: the ledger holds nothing of that.
        LedgerError: a capture's bytes are missing or damaged.
    """
    held = ledger.captures() if of is None else ledger.evidence.captures_of(of)
    wanted = tuple(capture for capture in held if may(capture.sha256))
    target.mkdir(parents=True, exist_ok=True)
    path = target / f"{re.sub(r'[^A-Za-z0-9.-]+', '-', of or 'captures').strip('-')[:100]}.wacz"
    with tempfile.TemporaryDirectory(dir=target) as folder:
        written, log = _write_archive(ledger, wanted, Path(folder, "data.warc.gz"))
        files = {
            "indexes/index.cdxj": "".join(f"{line}\n" for line in sorted(record.line for record in written)).encode(),
            "pages/pages.jsonl": _pages(written),
            _LOG: "".join(f"{line}\n" for line in log).encode(),
        }
        unfinished = Path(folder, "unfinished.wacz")
        _package(unfinished, Path(folder, "data.warc.gz"), files, written, of or "all captures")
        unfinished.replace(path)
    return (path,)


def _write_archive(ledger: Holdings, wanted: Iterable[Capture], path: Path) -> tuple[list[Written], list[str]]:
    """Write the captures, one record a fetch, and return the records and the lines of the log about them."""
    written: list[Written] = []
    log: dict[str, None] = {}
    with path.open("wb") as file:
        archive = Archive(file, path.name)
        for capture in wanted:
            content = ledger.content(capture.sha256)
            fetches, lines = ledger.evidence.how_it_came(capture.sha256)
            log.update(dict.fromkeys(lines))
            written += [archive.write(capture, content, fetch) for fetch in fetches or (None,)]
    return written, sorted(log, key=lambda line: int(json.loads(line)["number"]))


def _pages(written: Sequence[Written]) -> bytes:
    """Return the list of pages: each address with each time, in order of time."""
    head = {"format": "json-pages-1.0", "id": "pages", "title": "Captures"}
    several = sorted({(record.at, record.address) for record in written})
    rows = [{"id": f"{n:06}", "url": address, "ts": at} for n, (at, address) in enumerate(several, 1)]
    return "".join(f"{json.dumps(row)}\n" for row in (head, *rows)).encode()


def _package(path: Path, archive: Path, files: dict[str, bytes], written: Sequence[Written], title: str) -> None:
    """Zip the files with a manifest of their sizes and digests, and the manifest's own digest."""
    first = min(written, key=lambda record: (record.at, record.address), default=None)
    resources = [_resource(_ARCHIVE, archive.stat().st_size, _digest_of(archive))]
    resources += [_resource(name, len(content), sha256(content).hexdigest()) for name, content in files.items()]
    stated: dict[str, object] = {
        "profile": "data-package",
        "wacz_version": VERSION,
        "title": f"Rashomon: {title}",
        "software": f"rashomon {__version__}",
        "created": max((record.at for record in written), default="1980-01-01T00:00:00Z"),
        "resources": resources,
    }
    if first is not None:
        stated |= {"mainPageUrl": first.address, "mainPageDate": first.at}
    manifest = json.dumps(stated, indent=2).encode()
    digest = {"path": "datapackage.json", "hash": f"sha256:{sha256(manifest).hexdigest()}"}
    with ZipFile(path, "w", ZIP_STORED) as package:
        with archive.open("rb") as source, package.open(_entry(_ARCHIVE), "w", force_zip64=True) as goal:
            while block := source.read(_BLOCK):
                goal.write(block)
        for name, content in (*files.items(), ("datapackage.json", manifest)):
            package.writestr(_entry(name), content)
        package.writestr(_entry("datapackage-digest.json"), json.dumps(digest))


def _entry(name: str) -> ZipInfo:
    return ZipInfo(name, _WHEN)


def _resource(path: str, size: int, digest: str) -> dict[str, object]:
    return {"name": path.rpartition("/")[2], "path": path, "hash": f"sha256:{digest}", "bytes": size}


def _digest_of(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
