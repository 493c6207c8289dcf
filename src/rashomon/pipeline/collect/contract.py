"""What fetching is asked for, what it gives back, and what it needs others to remember."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from rashomon.model.evidence import Fetch
from rashomon.store.collecting.contract import Collecting
from rashomon.store.collecting.views import RobotsFile
from rashomon.store.contract import Intake


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address to ask for.

    Args:
        address: of a page or feed.

        etag, last_modified: of the last answer, so that the server can say "not modified".

        answered: where that last answer came from; the two are sent to no other address.

        private: whether the address's own host may be in a private, loopback or other special network; another one it points
            on to may not.
    """

    address: str
    etag: str | None = None
    last_modified: str | None = None
    answered: str | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of asking: the evidence, and the bytes where there are some.

    Args:
        fetch: what was asked and answered.

        content: the bytes, out of their compression and otherwise as they came; ``None`` where none came.

        media_type: as the server says, with the charset that the bytes really have.

        after: the server asked not to be asked again before this time.

        unchanged: the server says that nothing changed since the answer that was named to it.
    """

    fetch: Fetch
    content: bytes | None = None
    media_type: str | None = None
    after: datetime | None = None
    unchanged: bool = False

    @property
    def put_off(self) -> bool:
        """Return whether nothing was asked, since the host wants a longer pause than a run waits for."""
        return self.after is not None and self.fetch.status is None

    @property
    def fault(self) -> str | None:
        """Return why nothing came, ``None`` where something came or nothing changed."""
        return None if self.unchanged else self.fetch.reason

    def header(self, name: str) -> str | None:
        """Return a header of the answer by its lower-case name."""
        return next((value for key, value in self.fetch.headers if key == name), None)


class Evidence(Protocol):
    """Where every answer is written down."""

    def record(self, fetch: Fetch) -> None:
        """Keep what an address answered, whether or not bytes came of it; after the bytes are kept."""
        ...

    def fetches(self, address: str) -> tuple[Fetch, ...]:
        """Return what was answered when this address was asked for, earliest first."""
        ...

    def known_as(self, sha256: str, key: str) -> None:
        """Keep that a held capture is the page of a feed's entry with this key; before its page is put."""
        ...


class Memory(Protocol):
    """What outlives a run: robots.txt files, and until when a host wants to be left alone."""

    def robots(self, origin: str) -> RobotsFile | None:
        """Return the robots.txt of an origin as it was fetched last."""
        ...

    def keep_robots(self, origin: str, file: RobotsFile) -> None:
        """Keep a robots.txt."""
        ...

    def free_at(self, host: str) -> datetime | None:
        """Return the time before which a host must not be asked; ``None`` where there is none."""
        ...

    def keep_free_at(self, host: str, until: datetime) -> None:
        """Keep the time before which a host must not be asked."""
        ...


class Forgetful:
    """A memory for one run, where there is no ledger."""

    def __init__(self) -> None:
        self._robots: dict[str, RobotsFile] = {}
        self._free_at: dict[str, datetime] = {}

    def robots(self, origin: str) -> RobotsFile | None:
        """Return the robots.txt of an origin as it was fetched last."""
        return self._robots.get(origin)

    def keep_robots(self, origin: str, file: RobotsFile) -> None:
        """Keep a robots.txt."""
        self._robots[origin] = file

    def free_at(self, host: str) -> datetime | None:
        """Return the time before which a host must not be asked; ``None`` where there is none."""
        return self._free_at.get(host)

    def keep_free_at(self, host: str, until: datetime) -> None:
        """Keep the time before which a host must not be asked."""
        self._free_at[host] = until


class Keeper(Intake, Protocol):
    """The ledger as fetching needs it: where captures go, the evidence, and what is followed."""

    @property
    def evidence(self) -> Evidence:
        """Where every answer is written down."""
        ...

    @property
    def collecting(self) -> Collecting:
        """What is followed, and what must outlive a run."""
        ...
