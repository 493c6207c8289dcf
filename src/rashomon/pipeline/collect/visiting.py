"""Add addresses that a person names, and on request the older pages of an archive behind them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rashomon.pipeline.adding import Added
from rashomon.pipeline.collect.archives import older_page
from rashomon.pipeline.collect.beginning import charset_in
from rashomon.pipeline.collect.collector import Collector
from rashomon.pipeline.collect.contract import Keeper, Visit, Wanted
from rashomon.pipeline.collect.following import article_keys
from rashomon.pipeline.collect.receiving import Receiving
from rashomon.store.collecting.views import Trail


class Visiting:
    """Adds addresses to one ledger.

    Args:
        ledger: where they go.

        collector: fetches.

        outlet: who publishes, where a person said so.

        private: whether the hosts of the addresses may be in private or loopback networks.
    """

    def __init__(self, ledger: Keeper, collector: Collector, outlet: str | None = None, *, private: bool = False) -> None:
        self._ledger = ledger
        self._collector = collector
        self._receiving = Receiving(ledger, outlet)
        self._private = private

    def add(self, addresses: Iterable[str], back: int = 0) -> Iterator[Added]:
        """Add addresses, each with so many older pages of its archive, and yield what became of each page.

        Args:
            addresses: what to fetch.

            back: how many older pages to follow from each.
        """
        if back:
            for address in addresses:
                yield from _Way(self._ledger, self._visit, address).walk(back)
            return
        for _, visit in self._collector.fetch_all(Wanted(address, private=self._private) for address in dict.fromkeys(addresses)):
            yield self._receiving.receive(visit)

    def _visit(self, address: str) -> tuple[Visit, Added]:
        visit = self._collector.fetch(Wanted(address, private=self._private))
        return visit, self._receiving.receive(visit)


class _Way:
    """The way back from one archive page: it ends where no older page is named, or a page brings nothing that is not held.

    How far it came is kept after each page, so the same call after a kill goes on there.
    """

    def __init__(self, ledger: Keeper, visit: Callable[[str], tuple[Visit, Added]], address: str) -> None:
        self._ledger = ledger
        self._visit = visit
        self._address = address
        self._seen: set[str] = set()
        self._keys: set[str] = set()

    def walk(self, back: int) -> Iterator[Added]:
        """Yield what became of the first page and of each older one."""
        follows = self._ledger.collecting
        left_off = follows.trail(self._address)
        step = self._page(self._address)
        yield step.added
        older = step.older
        if left_off is not None:
            older, back = left_off.next, left_off.left
        while older is not None and back:
            follows.keep_trail(self._address, Trail(older, back))
            step = self._page(older)
            yield step.added
            if step.added.fault is not None and step.older is None:
                return
            older, back = None if step.added.known else step.older, back - 1
        follows.keep_trail(self._address, None)

    def _page(self, address: str) -> "_Step":
        """Add one page, and see where it leads back to."""
        visit, added = self._visit(address)
        self._seen.update((address, visit.fetch.final or address))
        if visit.content is None:
            return _Step(added, None)
        older = older_page(visit.content, visit.fetch.final or address, charset_in(visit.media_type))
        return _Step(added, None if older in self._seen or self._circling(visit, added) else older)

    def _circling(self, visit: Visit, added: Added) -> bool:
        """Return whether a page holds nothing but articles of the pages before it."""
        if added.page is None:
            return False
        keys = set(article_keys(added.page, self._ledger.capture(visit.fetch.sha256 or "")))
        circling = keys <= self._keys
        self._keys |= keys
        return circling


@dataclass(frozen=True, slots=True)
class _Step:
    """What became of one page, and the page behind it where it is worth going there."""

    added: Added
    older: str | None
