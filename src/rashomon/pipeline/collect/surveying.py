"""Add the pages that a site's sitemaps name: the newest first, only the site's own, and none that is held already."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from urllib.parse import urlsplit

from rashomon.model.errors import UnreadableSourceError
from rashomon.pipeline.adding import Added, Adding
from rashomon.pipeline.collect.addresses import checked, origin
from rashomon.pipeline.collect.clock import stamp
from rashomon.pipeline.collect.collector import Collector
from rashomon.pipeline.collect.contract import Keeper, Visit, Wanted
from rashomon.pipeline.collect.receiving import Receiving
from rashomon.pipeline.collect.sitemaps import Named, is_sitemap, named_in, sitemaps_of

#: Sitemaps that one call asks for, and addresses that it takes from them.
MOST_MAPS, MOST_ADDRESSES = 50, 200_000
_LOOKED_AT = "looked at for the addresses that it names, and not kept"


class Surveying:
    """Adds what the sitemaps of sites name to one ledger.

    Args:
        ledger: where it goes.

        collector: fetches.

        outlet: who publishes, where a person said so.

        private: whether the host of the address may be in a private or loopback network; others that it names may not.
    """

    def __init__(self, ledger: Keeper, collector: Collector, outlet: str | None = None, *, private: bool = False) -> None:
        self._ledger = ledger
        self._collector = collector
        self._outlet = outlet
        self._receiving = Receiving(ledger, outlet)
        self._private = private

    def add(self, address: str, most: int) -> Iterator[Added]:
        """Add a page, and so many pages of its site as sitemaps name below it; yield what became of each.

        What is held is passed over, so the same call goes on where a killed one stopped, and a later one takes what is new.

        Args:
            address: of a page of the site (pages below its folder are taken), or of a sitemap (then all of the site's are).

            most: pages to fetch besides.
        """
        host = checked(address).host if self._private else None
        visit = self._collector.fetch(Wanted(address, private=self._private))
        given = visit.content is not None and is_sitemap(visit.content)
        if given:
            maps: tuple[str, ...] = (address,)
        else:
            yield self._receiving.receive(visit)
            robots = self._ledger.collecting.robots(origin(checked(address)))
            maps = sitemaps_of("" if robots is None else robots.text, address)
        met, faults = self._named(maps, visit if given else None, host)
        yield from faults
        wanted = islice(self._worth_asking(met, address, whole=given), most)
        for _, came in self._collector.fetch_all(Wanted(one, private=_host(one) == host) for one in wanted):
            yield self._receiving.receive(came)

    def _named(self, maps: tuple[str, ...], first: Visit | None, host: str | None) -> tuple[list[Named], list[Added]]:
        """Return the pages that sitemaps and those they name list, and what could not be had of them."""
        waiting, asked = list(maps), set[str]()
        met: list[Named] = []
        faults: list[Added] = []
        while waiting and len(asked) < MOST_MAPS and len(met) < MOST_ADDRESSES:
            address = waiting.pop(0)
            if address in asked:
                continue
            asked.add(address)
            visit = first or self._collector.fetch(Wanted(address, private=_host(address) == host))
            first = None
            try:
                found = self._read(visit, address)
            except UnreadableSourceError as error:
                faults.append(self._fault(address, error.reason))
                continue
            waiting += [one.address for one in found if one.further]
            met += [one for one in found if not one.further]
        left = len({one for one in waiting if one not in asked})
        if left:
            faults.append(self._fault(maps[0], f"{left:,} further sitemaps were not looked at (the limit is {MOST_MAPS})"))
        return met, faults

    def _read(self, visit: Visit, address: str) -> tuple[Named, ...]:
        """Write a sitemap's answer down, and return what it names. Raises UnreadableSourceError."""
        self._ledger.evidence.record(replace(visit.fetch, sha256=None, reason=visit.fetch.reason or _LOOKED_AT))
        if visit.content is None:
            raise UnreadableSourceError(address, f"{visit.fault} (no sitemap)")
        return named_in(visit.content, visit.fetch.final or address)

    def _worth_asking(self, met: list[Named], address: str, *, whole: bool) -> Iterator[str]:
        """Yield the addresses of the site, below the folder of the one given, that the ledger does not hold; the newest first."""
        folder = "/" if whole else urlsplit(address).path.rpartition("/")[0] + "/"
        for one in sorted(met, key=lambda named: named.changed or "", reverse=True):
            inside = _site(one.address) == _site(address) and (urlsplit(one.address).path or "/").startswith(folder)
            if inside and one.address != address and not self._held(one.address):
                yield one.address

    def _held(self, address: str) -> bool:
        return any(fetch.sha256 is not None for fetch in self._ledger.evidence.fetches(address))

    def _fault(self, address: str, reason: str) -> Added:
        return Adding(self._ledger, self._outlet, lambda: stamp(self._collector.now())).fault(address, reason, stage="fetching")


def _host(address: str) -> str:
    return urlsplit(address).hostname or ""


def _site(address: str) -> str:
    """Return the host of an address; with and without ``www`` it is one site."""
    return _host(address).removeprefix("www.")
