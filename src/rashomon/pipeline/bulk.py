"""Take the pages of a web archive into a ledger: each record its own capture, read by several processes, a batch at a time.

Memory holds a few batches, however large the archive is. A run that was killed goes on behind the last batch that it kept.
"""

import hashlib
import os
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.evidence import Container, Fetch
from rashomon.model.sources import Capture
from rashomon.pipeline.adding import Added, Adding, files_in, now
from rashomon.pipeline.attempts import Attempt
from rashomon.pipeline.progress import Progress, silent
from rashomon.pipeline.readers_pool import ReadersPool
from rashomon.readers.contract import Page
from rashomon.readers.warc import Record, capture_of, is_warc, records
from rashomon.store.evidence.bulk import Taken
from rashomon.store.evidence.contract import Bulk, Evidence
from rashomon.store.views import Fault

#: Records that one transaction takes in, and one process reads at a time.
BATCH = 64
_BLOCK = 1 << 20
#: Reasons that are told of an archive.
_NAMED = 8
_HEAD = 512
_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_PACKED = re.compile(r"archive/[^/]+\.warc(?:\.gz)?")
#: Answers that say of a page that there is none, or none any more; they are kept though they bring no page.
_GONE = (404, 410)


@dataclass(frozen=True, slots=True)
class BulkAdded:
    """What became of an archive.

    Args:
        source: its name.

        captures: records that were kept now.

        articles: articles in them.

        skipped: records that an earlier run had taken.

        faults: why records that were kept could not be read, with how many each.

        unused: why records were passed over, with how many each.

        broken: why the archive could not be read to its end; ``None`` where it could.
    """

    source: str
    captures: int
    articles: int
    skipped: int
    faults: dict[str, int]
    unused: dict[str, int]
    broken: str | None


@dataclass(slots=True)
class Batch:
    """Records that are used, the answers that brought nothing, and how far the archive is with them."""

    through: int = 0
    used: list[tuple[int, Record, Capture]] = field(default_factory=list)
    gone: list[Fetch] = field(default_factory=list)


@dataclass(slots=True)
class _Tally:
    """Counts of one run."""

    captures: int = 0
    articles: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    unused: Counter[str] = field(default_factory=Counter)
    broken: str | None = None


def container_of(path: Path, clock: Callable[[], str] = now) -> Container:
    """Return a file as a container. Raises UnreadableSourceError where it cannot be opened."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
        return Container(digest.hexdigest(), path.name, path.stat().st_size, clock())
    except OSError as error:
        raise UnreadableSourceError(str(path), f"{error.strerror} (does it exist, and may you read it?)") from error


def is_archive(path: Path) -> bool:
    """Return whether a file is a web archive (WARC, gzipped or not, or WACZ); one that cannot be opened is none."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        if head.startswith(_GZIP):
            head = zlib.decompressobj(wbits=31).decompress(head, _HEAD)
        return is_warc(head) or (head.startswith(_ZIP) and bool(_packed(path)))
    except (OSError, zlib.error, BadZipFile):
        return False


def _packed(path: Path) -> list[str]:
    """Return the names of the web archives in a WACZ file."""
    with ZipFile(path) as package:
        return sorted(name for name in package.namelist() if _PACKED.fullmatch(name))


def _records(path: Path) -> Iterator[Record]:
    """Yield the records of a web archive, or of those in a WACZ file one after the other."""
    with path.open("rb") as file:
        if not file.read(len(_ZIP)).startswith(_ZIP):
            file.seek(0)
            yield from records(file, str(path))
            return
    for name in _packed(path):
        with ZipFile(path) as package, package.open(name) as held:
            yield from records(held, f"{path}/{name}")  # type: ignore[arg-type]  # a stream that can be read and sought


def add_files(ledger: Bulk, sources: Iterable[str], outlet: str | None = None, progress: Progress = silent) -> Iterator[Added]:
    """Add files and folders, web archives record by record, and yield what became of each."""
    files = [found for source in sources for found in files_in(source)]
    archives = [found for found in files if is_archive(Path(found))]
    yield from Adding(ledger, outlet).add([found for found in files if found not in archives], progress)
    for found in progress(archives, label="adding", total=len(archives)):
        yield _told(ledger, found, BulkAdding(ledger.evidence, outlet).add(Path(found)))


def _told(ledger: Bulk, source: str, added: BulkAdded) -> Added:
    """Return what became of an archive as of any other file; what broke it off is listed as its fault."""
    if added.broken is not None:
        ledger.put_fault(Fault(source, "reading", added.broken, now()))
    several = Counter(added.unused) + Counter(added.faults)
    left = tuple(f"{count} record{'s' * (count != 1)}: {why}" for why, count in several.most_common(_NAMED))
    more = len(several) - _NAMED
    left += (f"and {more} more reasons (see: rashomon status)",) if more > 0 else ()
    known = added.captures == 0 and added.broken is None and not several
    return Added(source, added.articles, known=known, fault=added.broken, left=left)


class BulkAdding:
    """Adds web archives to one ledger.

    Args:
        evidence: where captures and pages go.

        outlet: who publishes, where a person said so.

        pool: what reads; as many processes as there are processors by default.

        clock: gives the present time; a fake in tests.
    """

    def __init__(
        self,
        evidence: Evidence,
        outlet: str | None = None,
        pool: ReadersPool[Batch] | None = None,
        clock: Callable[[], str] = now,
    ) -> None:
        self._evidence = evidence
        self._outlet = outlet
        self._pool = pool or ReadersPool(os.cpu_count() or 1)
        self._clock = clock

    def add(self, path: Path) -> BulkAdded:
        """Take in what is not yet taken from an archive, and return what became of it.

        Raises:
            UnreadableSourceError: the file cannot be opened.
            LedgerError: the ledger cannot be written.
        """
        container = container_of(path, self._clock)
        known = self._evidence.taken_from(container)
        tally, skipped, through = _Tally(), known or 0, 0
        if known is not None:
            walked = _batches(_whole(_records(path), tally), self._capture_of(container), skipped, tally)
            given = ((batch, [(capture, record.content) for _, record, capture in batch.used]) for batch in walked)
            for batch, made in self._pool.read(given):
                self._keep(container, batch, made, tally)
                through = batch.through
            self._evidence.take_in(container, (), max(through, skipped), done=tally.broken is None)
        return BulkAdded(str(path), tally.captures, tally.articles, skipped, dict(tally.faults), dict(tally.unused), tally.broken)

    def _capture_of(self, container: Container) -> Callable[[Record], Capture]:
        given = Capture(container.sha256, container.name, None, container.added_at, container.size, self._outlet)
        return lambda record: capture_of(record, given)

    def _keep(self, container: Container, batch: Batch, made: Iterable[Attempt[Page]], tally: _Tally) -> None:
        """Keep a batch in one transaction, and count it."""
        taken = [
            Taken(n, capture, record.content, read.made, self._fault(capture, read), _fetch(record, capture))
            for (n, record, capture), read in zip(batch.used, made, strict=True)
        ]
        self._evidence.take_in(container, taken, batch.through, batch.gone)
        tally.captures += len(taken)
        tally.articles += sum(len(one.page.articles) for one in taken if one.page is not None)
        tally.faults.update(one.fault.reason for one in taken if one.fault is not None)

    def _fault(self, capture: Capture, read: Attempt[Page]) -> Fault | None:
        if read.made is not None:
            return None
        return Fault(capture.address or capture.name, "reading", read.reason, self._clock(), capture.sha256)


def _whole(found: Iterator[Record], tally: _Tally) -> Iterator[Record]:
    """Yield the records of an archive up to where it breaks off, and note why it did."""
    try:
        yield from found
    except UnreadableSourceError as error:
        tally.broken = error.reason


def _batches(found: Iterable[Record], captured: Callable[[Record], Capture], skipped: int, tally: _Tally) -> Iterator[Batch]:
    """Cut an archive into batches behind the records that were taken before."""
    batch = Batch()
    for n, record in enumerate(found):
        if n < skipped:
            continue
        batch.through = n + 1
        if record.unused is None:
            batch.used.append((n, record, captured(record)))
        else:
            tally.unused[record.unused] += 1
            if record.status in _GONE and record.address and record.at:
                batch.gone.append(Fetch(record.address, None, record.at, record.status, record.headers, reason=record.unused))
        if len(batch.used) + len(batch.gone) == BATCH:
            yield batch
            batch = Batch()
    if batch.through:
        yield batch


def _fetch(record: Record, capture: Capture) -> Fetch | None:
    """Return what the record says its address answered."""
    if record.address is None:
        return None
    return Fetch(record.address, None, capture.taken_at, record.status, record.headers, capture.sha256)
