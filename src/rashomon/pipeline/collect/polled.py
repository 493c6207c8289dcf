"""What came of asking the followed addresses. Loaded without the HTTP client."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Polled:
    """What came of asking one followed address: how many articles were new there, or why nothing came.

    ``put_off`` is set where its host wants a longer pause than a run waits for: until then it was not asked, which is no fault.
    """

    address: str
    new: int
    unchanged: bool = False
    fault: str | None = None
    put_off: str | None = None


@dataclass(frozen=True, slots=True)
class Led:
    """What came of asking for the page of a feed's entry; without a fault, and unless put off, it was read or had not changed."""

    link: str
    source: str
    unchanged: bool = False
    fault: str | None = None
    put_off: str | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """What fetching brought in one round, by address."""

    polled: tuple[Polled, ...] = ()
    pages: tuple[Led, ...] = ()

    @property
    def new(self) -> int:
        """How many articles were new where they stand."""
        return sum(one.new for one in self.polled)

    @property
    def fetched(self) -> int:
        """How many pages of entries were read."""
        return sum(not (page.unchanged or page.put_off or page.fault) for page in self.pages)

    @property
    def lost(self) -> tuple[Led, ...]:
        """The pages of entries that gave nothing, with the reason; their summaries are kept."""
        return tuple(page for page in self.pages if page.fault is not None)

    @property
    def faults(self) -> tuple[Polled, ...]:
        """The addresses that gave nothing, with the reason."""
        return tuple(one for one in self.polled if one.fault is not None)
