"""What the ledger promises about evidence. Reached as ``ledger.evidence``."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from rashomon.model.evidence import Container, Fetch
from rashomon.model.sources import Capture
from rashomon.store.contract import Intake
from rashomon.store.evidence.bulk import Taken
from rashomon.store.evidence.linkage import Known
from rashomon.store.evidence.views import Verified, Versions


class Evidence(Protocol):
    """What was asked of addresses, the log of all that came in, and the versions of articles."""

    def record(self, fetch: Fetch) -> None:
        """Keep what an address answered, whether or not bytes came of it, with an entry of the log.

        Call it after `Intake.keep` where bytes came, and with ``sha256=None`` and a reason where none did (304, 404, refused,
        failed). The same fetch a second time is a second entry. Raises NotFoundError where the capture is not held.
        """
        ...

    def known_as(self, sha256: str, key: str) -> None:
        """Keep that a held capture is the page of a feed's entry with this key; call it before its page is put."""
        ...

    def fetches(self, address: str) -> tuple[Fetch, ...]:
        """Return what was answered when this address was asked for, earliest first."""
        ...

    def log(self) -> Iterator[str]:
        """Yield the lines of the log, oldest first: each is canonical JSON with the SHA-256 of the line before."""
        ...

    def verify(self, noted: str | None = None, known: Known | None = None) -> Verified:
        """Check all bytes, rows, indexes and the log; ``noted`` is a head of the log that was noted down earlier.

        With what linking knows, everything is linked again and compared. Writes nothing.
        """
        ...

    def versions(self, article_id: str) -> Versions:
        """Return all wordings of the article that this is one version of, oldest first. Raises NotFoundError."""
        ...

    def taken_from(self, container: Container) -> int | None:
        """Return how many records were taken from a container so far, ``None`` where all of them were."""
        ...

    def take_in(
        self, container: Container, several: Sequence[Taken], through: int, missed: Sequence[Fetch] = (), *, done: bool = False
    ) -> None:
        """Keep captures out of a container with their pages or faults, all or nothing. Raises LedgerError."""
        ...

    def captures_of(self, what: str) -> tuple[Capture, ...]:
        """Return the captures of an article with all its versions, of an address or a digest. Raises NotFoundError."""
        ...

    def how_it_came(self, sha256: str) -> tuple[tuple[Fetch, ...], tuple[str, ...]]:
        """Return the fetches that brought a capture's bytes, and the lines of the log about it."""
        ...

    def outlets(self) -> tuple[tuple[str | None, int, str | None], ...]:
        """Return each outlet as articles name it, how many articles count, and an address of one; most articles first."""
        ...


class Bulk(Intake, Protocol):
    """A ledger that takes in captures and keeps their evidence."""

    @property
    def evidence(self) -> Evidence:
        """Fetches, the log, versions and containers."""
        ...
