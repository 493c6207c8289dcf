"""Add files and folders: the bytes are kept first, then split into articles.

What cannot be read is kept as well, with the reason, and never stops the rest. Addresses are added by
`rashomon.pipeline.collect.visiting`, which keeps and splits through here.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.pipeline.attempts import Attempt, attempt
from rashomon.pipeline.progress import Progress, silent
from rashomon.readers.contract import Page
from rashomon.readers.reading import read
from rashomon.store.contract import Intake
from rashomon.store.views import Fault

#: Bytes of a file that are still taken into memory and kept; a larger one is refused and stays where it is.
KEEP_LIMIT = 512_000_000


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one source: how many articles, or the reason why there are none; and the page itself where it was read.

    ``left`` says of an archive which records brought no article, and why.
    """

    source: str
    articles: int
    known: bool = False
    fault: str | None = None
    page: Page | None = field(default=None, repr=False, compare=False)
    left: tuple[str, ...] = ()


def now() -> str:
    """Return the present UTC time as ISO text with seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def is_address(source: str) -> bool:
    """Return whether a person's words mean an address rather than a file."""
    return source.lower().startswith(("http://", "https://"))


def files_in(source: str) -> Iterator[str]:
    """Yield a source itself, or the files below it if it is a folder, sorted; hidden files are passed over."""
    path = Path(source)
    if not path.is_dir():
        yield source
        return
    for found in sorted(path.rglob("*")):
        if found.is_file() and not any(part.startswith(".") for part in found.relative_to(path).parts):
            yield str(found)


def _take_file(source: str) -> bytes:
    """Return a file's bytes. Raises UnreadableSourceError."""
    path = Path(source)
    try:
        size = path.stat().st_size
        if size > KEEP_LIMIT:
            raise UnreadableSourceError(source, f"{size} bytes are more than the {KEEP_LIMIT} one file may have (split it)")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableSourceError(source, f"{error.strerror or error} (does it exist, and may you read it?)") from error


class Adding:
    """Adds sources to one ledger.

    Args:
        ledger: where captures and pages go.

        outlet: who publishes, where a person said so.

        clock: gives the present time; a fake in tests.
    """

    def __init__(self, ledger: Intake, outlet: str | None = None, clock: Callable[[], str] = now) -> None:
        self._ledger = ledger
        self._outlet = outlet
        self._clock = clock

    def add(self, sources: Iterable[str], progress: Progress = silent) -> Iterator[Added]:
        """Add the sources one after the other and yield what became of each.

        Args:
            sources: files and folders.

            progress: is told how far it is.
        """
        each = [found for source in sources for found in files_in(source)]
        for source in progress(each, label="adding", total=len(each)):
            taken = attempt(self._take, source)
            if taken.made is None:
                yield self.fault(source, taken.reason)
            else:
                capture, content = taken.made
                kept, new = self.keep(capture, content)
                page = attempt(partial(read, kept), content)
                del taken, content  # they may be as large as the articles
                yield self._put(source, kept, page, known=not new)

    def split_again(self, captures: Iterable[Capture]) -> Iterator[Added]:
        """Split kept captures anew, as after a kill or with a newer reader, and yield what became of each."""
        for capture in captures:
            yield self.split(capture.name, capture, self._ledger.content(capture.sha256), known=True)

    def _take(self, source: str) -> tuple[Capture, bytes]:
        content = _take_file(source)
        digest = hashlib.sha256(content).hexdigest()
        return Capture(digest, Path(source).name, None, self._clock(), len(content), self._outlet), content

    def keep(self, capture: Capture, content: bytes) -> tuple[Capture, bool]:
        """Keep the bytes; return the capture as the ledger has it, and whether it is new there."""
        new = self._ledger.keep(capture, content)
        return self._ledger.capture(capture.sha256), new

    def split(self, source: str, capture: Capture, content: bytes, *, known: bool) -> Added:
        """Split a kept capture into articles, and return what became of it.

        Args:
            source: what a person calls it.

            capture: as it is kept.

            content: its bytes.

            known: whether the ledger held it before.
        """
        return self._put(source, capture, attempt(partial(read, capture), content), known=known)

    def _put(self, source: str, capture: Capture, page: Attempt[Page], *, known: bool) -> Added:
        """Put what was read of a kept capture, or the reason why nothing was."""
        if page.made is None:
            return self.fault(source, page.reason, capture.sha256)
        self._ledger.put_page(capture.sha256, page.made)
        return Added(source, len(page.made.articles), known=known, page=page.made)

    def fault(self, source: str, reason: str, capture: str | None = None, stage: str = "reading") -> Added:
        """List a source that could not be read or fetched, with the reason."""
        self._ledger.put_fault(Fault(source, stage, reason, self._clock(), capture))
        return Added(source, 0, fault=reason)
