"""The first part of an update: fetch what is due, before splitting, reading and linking."""

from collections.abc import Callable

from rashomon.pipeline.collect.collector import Collector
from rashomon.pipeline.collect.contract import Keeper
from rashomon.pipeline.collect.fetching import Fetching
from rashomon.pipeline.collect.following import Following
from rashomon.pipeline.collect.leading import Leading
from rashomon.pipeline.collect.limits import FOLLOWED
from rashomon.pipeline.collect.polled import Round
from rashomon.pipeline.progress import Progress, silent


def fetch_round(
    ledger: Keeper,
    every: int,
    progress: Progress = silent,
    *,
    everything: bool = False,
    fetching: Callable[[], Fetching] | None = None,
) -> Round:
    """Fetch what is followed and due and the pages that entries lead to, and return what came, sorted by address.

    Args:
        ledger: what is followed, and where it goes.

        every: seconds between two fetches of an address that has no interval of its own.

        progress: is told how far it is.

        everything: fetch all that is followed, due or not.

        fetching: makes what fetches; a fake in tests.
    """
    follows = ledger.collecting
    if not follows.followed():
        return Round()
    with Collector(fetching() if fetching is not None else Fetching(FOLLOWED, memory=follows)) as collector:
        polled = tuple(Following(ledger, collector, every).fetch_due(progress, everything=everything))
        pages = tuple(Leading(ledger, collector).fetch_due(progress))
    return Round(tuple(sorted(polled, key=lambda one: one.address)), tuple(sorted(pages, key=lambda one: one.link)))
