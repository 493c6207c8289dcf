"""What the desk asks beside the ledger's own pages: search, what is new, topics."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from rashomon.store.today.today import TodayStore
from rashomon.store.topics.topics import TopicStore

if TYPE_CHECKING:
    from rashomon.store.search.searching import Searching


class DeskStore:
    """The desk's part of one ledger.

    Args:
        engine: of the ledger's file.

        lists: folder of the ledger's own lists.
    """

    def __init__(self, engine: Engine, lists: Path) -> None:
        self._engine = engine
        self._lists = lists
        self.topics = TopicStore(engine)
        self.today = TodayStore(engine)

    @cached_property
    def search(self) -> "Searching":
        """Search over the ledger; keeps what it counts by in memory."""
        from rashomon.store.search.searching import Searching  # noqa: PLC0415 (numpy, which most commands need not load)

        return Searching(self._engine, self._lists)
