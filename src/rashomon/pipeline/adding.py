"""Add files, folders and addresses: the bytes are kept first, then split into articles.

What cannot be read is kept as well, with the reason, and never stops the rest.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.pipeline.attempts import attempt
from rashomon.pipeline.fetching import Fetched, fetch, is_address
from rashomon.pipeline.progress import Progress, silent
from rashomon.readers.reading import read
from rashomon.store.contract import Intake
from rashomon.store.views import Fault

#: Bytes of a file that are still taken into memory and kept; a larger one is refused and stays where it is.
KEEP_LIMIT = 512_000_000


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one source: how many articles, or the reason why there are none."""

    source: str
    articles: int
    known: bool = False
    fault: str | None = None


def now() -> str:
    """Return the present UTC time as ISO text with seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def files_in(source: str) -> Iterator[str]:
    """Yield a source itself, or the files below it if it is a folder, sorted; hidden files are passed over."""
    path = Path(source)
    if is_address(source) or not path.is_dir():
        yield source
        return
    for found in sorted(path.rglob("*")):
        if found.is_file() and not any(part.startswith(".") for part in found.relative_to(path).parts):
            yield str(found)


def _take_file(source: str) -> Fetched:
    """Return a file's bytes. Raises UnreadableSourceError."""
    path = Path(source)
    try:
        size = path.stat().st_size
        if size > KEEP_LIMIT:
            raise UnreadableSourceError(source, f"{size} bytes are more than the {KEEP_LIMIT} one file may have (split it)")
        return Fetched("", None, path.read_bytes())
    except OSError as error:
        raise UnreadableSourceError(source, f"{error.strerror or error} (does it exist, and may you read it?)") from error


class Adding:
    """Adds sources to one ledger.

    Args:
        ledger: where captures and pages go.

        outlet: who publishes, where a person said so.

        fetcher: fetches an address; a fake in tests.

        clock: gives the present time; a fake in tests.
    """

    def __init__(
        self,
        ledger: Intake,
        outlet: str | None = None,
        fetcher: Callable[[str], Fetched] = fetch,
        clock: Callable[[], str] = now,
    ) -> None:
        self._ledger = ledger
        self._outlet = outlet
        self._fetch = fetcher
        self._clock = clock

    def add(self, sources: Iterable[str], progress: Progress = silent) -> Iterator[Added]:
        """Add the sources one after the other and yield what became of each.

        Args:
            sources: files, folders and addresses.

            progress: is told how far it is.
        """
        each = [found for source in sources for found in files_in(source)]
        for source in progress(each, label="adding", total=len(each)):
            taken = attempt(self._take, source)
            if taken.made is None:
                yield self._fault(source, taken.reason)
            else:
                capture, content = taken.made
                new = self._ledger.keep(capture, content)
                kept = self._ledger.capture(capture.sha256)
                yield self._split(source, kept, content, known=not new)

    def split_again(self, captures: Iterable[Capture]) -> Iterator[Added]:
        """Split kept captures anew, as after a kill or with a newer reader, and yield what became of each."""
        for capture in captures:
            yield self._split(capture.name, capture, self._ledger.content(capture.sha256), known=True)

    def _take(self, source: str) -> tuple[Capture, bytes]:
        taken = self._fetch(source) if is_address(source) else _take_file(source)
        capture = Capture(
            sha256=hashlib.sha256(taken.content).hexdigest(),
            name=source.rstrip("/").rsplit("/", 1)[-1] if is_address(source) else Path(source).name,
            address=taken.address or None,
            taken_at=self._clock(),
            size=len(taken.content),
            outlet=self._outlet,
            media_type=taken.media_type,
        )
        return capture, taken.content

    def _split(self, source: str, capture: Capture, content: bytes, *, known: bool) -> Added:
        page = attempt(partial(read, capture), content)
        if page.made is None:
            return self._fault(source, page.reason, capture.sha256)
        self._ledger.put_page(capture.sha256, page.made)
        return Added(source, len(page.made.articles), known=known)

    def _fault(self, source: str, reason: str, capture: str | None = None) -> Added:
        self._ledger.put_fault(Fault(source, "reading", reason, self._clock(), capture))
        return Added(source, 0, fault=reason)
