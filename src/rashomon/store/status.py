"""How a ledger stands: what it counts, holds, and could not read."""

from dataclasses import dataclass

from rashomon.model.sources import Capture
from rashomon.store.views import ArticleLine, Fault


@dataclass(frozen=True, slots=True)
class CaptureLine:
    """What a list shows of a capture: its name, size, reader, how many articles, and what the reader left out."""

    capture: Capture
    reader: str | None
    articles: int
    unused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LedgerStatus:
    """Counts of everything, and what is unread."""

    counts: dict[str, int]
    captures: tuple[CaptureLine, ...]
    faults: tuple[Fault, ...]
    unread: tuple[ArticleLine, ...]
