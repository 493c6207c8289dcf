"""What the ledger promises about collecting. Reached as ``ledger.collecting``."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from rashomon.store.collecting.entries import EntryPages
from rashomon.store.collecting.views import Followed, RobotsFile, SourceView, Trail


class Collecting(Protocol):
    """What is followed and how it fares: for the pipeline that fetches and the desk that shows."""

    @property
    def pages(self) -> EntryPages:
        """Return the pages that entries of followed feeds lead to."""
        ...

    def follow(self, followed: Followed) -> bool:
        """Follow an address. Of a known one only what is stated now (interval, outlet, kind, private) is changed.

        Returns:
            Whether it is new.
        """
        ...

    def unfollow(self, address: str) -> None:
        """Follow it no more; what came of it stays in the ledger. Raises NotFoundError."""
        ...

    def pause(self, address: str, *, paused: bool) -> None:
        """Set it aside, or take it up again. Raises NotFoundError."""
        ...

    def followed(self) -> tuple[Followed, ...]:
        """Return all followed addresses, sorted."""
        ...

    def due(self, at: str) -> tuple[Followed, ...]:
        """Return what is due at a time and not paused, longest due first."""
        ...

    def next_due(self) -> str | None:
        """Return when the next address is due, ``None`` where none is followed."""
        ...

    def came(self, followed: Followed, keys: Iterable[str]) -> int:
        """Keep that an address answered as it should, with its validators and when it is due next.

        Args:
            followed: the row as it is now.

            keys: what tells the articles that stand there now from each other.

        Returns:
            How many of the articles are new there.
        """
        ...

    def failed(self, address: str, reason: str, at: str, due_at: str) -> None:
        """Keep that an address failed, and when it is tried again. Raises NotFoundError."""
        ...

    def put_off(self, address: str, due_at: str) -> None:
        """Keep that an address was not asked, since its host wants a pause, and when it will be. Raises NotFoundError."""
        ...

    def settled(self, address: str) -> None:
        """Remove the faults of an address of which no bytes were kept: it answered."""
        ...

    def sources(self, now: datetime | None = None) -> tuple[SourceView, ...]:
        """Return all followed addresses and how each stands: paused, new, failing since, silent since, ok.

        Args:
            now: the present time; ``None`` means by the computer's clock.
        """
        ...

    def robots(self, origin: str) -> RobotsFile | None:
        """Return the robots.txt of an origin as it was fetched last."""
        ...

    def keep_robots(self, origin: str, file: RobotsFile) -> None:
        """Keep a robots.txt in place of the last."""
        ...

    def free_at(self, host: str) -> datetime | None:
        """Return the time before which a host must not be asked; ``None`` where there is none."""
        ...

    def keep_free_at(self, host: str, until: datetime) -> None:
        """Keep the time before which a host must not be asked."""
        ...

    def trail(self, address: str) -> Trail | None:
        """Return how far an archive was followed back, where that was not finished."""
        ...

    def keep_trail(self, address: str, kept: Trail | None) -> None:
        """Keep how far an archive was followed back; ``None`` where it is finished."""
        ...
