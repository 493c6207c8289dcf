"""Collecting as the other rooms use it. Keeps to `rashomon.store.collecting.contract`."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import UTC, datetime

from sqlalchemy import Engine, case, func

from rashomon.store.collecting import follows, memory
from rashomon.store.collecting.entries import EntryPages, counts
from rashomon.store.collecting.tables import follows as rows
from rashomon.store.collecting.views import Followed, RobotsFile, SourceView, Trail
from rashomon.store.database import reading, writing


class CollectingStore:
    """What one ledger follows. Every method is one transaction; threads may share it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def pages(self) -> EntryPages:
        """Return the pages that entries of followed feeds lead to."""
        return EntryPages(self._engine)

    def follow(self, followed: Followed) -> bool:
        """Follow an address; of a known one only what is stated now is changed. Returns whether it is new."""
        with writing(self._engine) as connection:
            return follows.follow(connection, followed)

    def unfollow(self, address: str) -> None:
        """Follow it no more; what came of it stays. Raises NotFoundError."""
        with writing(self._engine) as connection:
            follows.unfollow(connection, address)

    def pause(self, address: str, *, paused: bool) -> None:
        """Set it aside, or take it up again. Raises NotFoundError."""
        with writing(self._engine) as connection:
            follows.change(connection, address, {"paused": paused})

    def followed(self) -> tuple[Followed, ...]:
        """Return all followed addresses, sorted."""
        with reading(self._engine) as connection:
            return follows.followed(connection)

    def due(self, at: str) -> tuple[Followed, ...]:
        """Return what is due at a time and not paused, longest due first."""
        with reading(self._engine) as connection:
            return follows.due(connection, at)

    def next_due(self) -> str | None:
        """Return when the next address is due, ``None`` where none is followed."""
        with reading(self._engine) as connection:
            return follows.next_due(connection)

    def came(self, followed: Followed, keys: Iterable[str]) -> int:
        """Keep that an address answered as it should; return how many of its articles are new there. Raises NotFoundError."""
        kept = asdict(followed) | {"failures": 0, "failing_since": None, "reason": None}
        answer = (
            "kind",
            "etag",
            "last_modified",
            "answered",
            "checked_at",
            "came_at",
            "due_at",
            "failures",
            "failing_since",
            "reason",
        )
        with writing(self._engine) as connection:
            follows.change(connection, followed.address, {name: kept[name] for name in answer})
            follows.settled(connection, followed.address)
            return follows.arrived(connection, followed.address, keys, followed.checked_at or followed.added_at)

    def failed(self, address: str, reason: str, at: str, due_at: str) -> None:
        """Keep that an address failed, and when it is tried again. Raises NotFoundError."""
        since = case((rows.c.failures == 0, at), else_=func.coalesce(rows.c.failing_since, at))
        told = {"failures": rows.c.failures + 1, "failing_since": since, "reason": reason, "checked_at": at, "due_at": due_at}
        with writing(self._engine) as connection:
            follows.change(connection, address, told)

    def put_off(self, address: str, due_at: str) -> None:
        """Keep that an address was not asked, and when it will be. Raises NotFoundError."""
        with writing(self._engine) as connection:
            follows.change(connection, address, {"due_at": due_at})

    def settled(self, address: str) -> None:
        """Remove the faults of an address of which no bytes were kept: it answered."""
        with writing(self._engine) as connection:
            follows.settled(connection, address)

    def sources(self, now: datetime | None = None) -> tuple[SourceView, ...]:
        """Return all followed addresses and how each stands; ``None`` means by the computer's clock."""
        with reading(self._engine) as connection:
            pages = counts(connection)
            found = follows.sources(connection, now or datetime.now(UTC))
        return tuple(replace(one, pages=pages.get(one.followed.address, one.pages)) for one in found)

    def robots(self, origin: str) -> RobotsFile | None:
        """Return the robots.txt of an origin as it was fetched last."""
        with reading(self._engine) as connection:
            return memory.robots(connection, origin)

    def keep_robots(self, origin: str, file: RobotsFile) -> None:
        """Keep a robots.txt in place of the last."""
        with writing(self._engine) as connection:
            memory.keep_robots(connection, origin, file)

    def free_at(self, host: str) -> datetime | None:
        """Return the time before which a host must not be asked; ``None`` where there is none."""
        with reading(self._engine) as connection:
            return memory.free_at(connection, host)

    def keep_free_at(self, host: str, until: datetime) -> None:
        """Keep the time before which a host must not be asked."""
        with writing(self._engine) as connection:
            memory.keep_free_at(connection, host, until)

    def trail(self, address: str) -> Trail | None:
        """Return how far an archive was followed back, where that was not finished."""
        with reading(self._engine) as connection:
            return memory.trail(connection, address)

    def keep_trail(self, address: str, kept: Trail | None) -> None:
        """Keep how far an archive was followed back; ``None`` where it is finished."""
        with writing(self._engine) as connection:
            memory.keep_trail(connection, address, kept)
