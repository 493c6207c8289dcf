"""The first part of an update: fetch what is due, before splitting, reading and linking."""

from collections.abc import Callable
from dataclasses import dataclass

from rashomon.pipeline.collect.collector import Collector
from rashomon.pipeline.collect.contract import Keeper
from rashomon.pipeline.collect.fetching import Fetching
from rashomon.pipeline.collect.following import Following, Polled
from rashomon.pipeline.collect.limits import FOLLOWED
from rashomon.pipeline.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Fetched:
    """What fetching brought in one round, by address."""

    polled: tuple[Polled, ...] = ()

    @property
    def new(self) -> int:
        """How many articles were new where they stand."""
        return sum(one.new for one in self.polled)

    @property
    def faults(self) -> tuple[Polled, ...]:
        """The addresses that gave nothing, with the reason."""
        return tuple(one for one in self.polled if one.fault is not None)


def fetch_round(
    ledger: Keeper,
    every: int,
    progress: Progress = silent,
    *,
    everything: bool = False,
    fetching: Callable[[], Fetching] | None = None,
) -> Fetched:
    """Fetch what is followed and due, and return what came, sorted by address.

    Args:
        ledger: what is followed, and where it goes.

        every: seconds between two fetches of an address that has no interval of its own.

        progress: is told how far it is.

        everything: fetch all that is followed, due or not.

        fetching: makes what fetches; a fake in tests.
    """
    follows = ledger.collecting
    if not follows.followed():
        return Fetched()
    with Collector(fetching() if fetching is not None else Fetching(FOLLOWED, memory=follows)) as collector:
        polled = tuple(Following(ledger, collector, every).fetch_due(progress, everything=everything))
    return Fetched(tuple(sorted(polled, key=lambda one: one.address)))
