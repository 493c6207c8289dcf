"""Follow the entries of feeds to their pages: the page and the entry become versions of one article, and the fuller counts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from urllib.parse import urlsplit

from rashomon.pipeline.adding import Adding
from rashomon.pipeline.attempts import attempt
from rashomon.pipeline.collect.clock import stamp
from rashomon.pipeline.collect.collector import Collector
from rashomon.pipeline.collect.contract import Keeper, Visit, Wanted
from rashomon.pipeline.collect.following import interleaved
from rashomon.pipeline.collect.polled import Led
from rashomon.pipeline.collect.receiving import capture_of
from rashomon.pipeline.collect.summaries import holds
from rashomon.pipeline.progress import Progress, silent
from rashomon.readers.reading import read
from rashomon.store.collecting.views import EntryPage, Followed

#: Pages that one run asks for, in all and of one host; the others wait for the next run, the newest go first.
MOST, MOST_OF_HOST = 200, 40
#: After this long a run begins no further page.
LONGEST = timedelta(minutes=5)
#: When a page that could not be had is tried again; after the last it is given up until its entry changes.
AGAIN = (timedelta(hours=1), timedelta(hours=6), timedelta(days=1), timedelta(days=3))
#: After so many pages in a row that a host did not give, a run puts off its others until the first would be tried again.
REFUSALS = 5
#: Answers that another try does not change.
_FINAL = frozenset({401, 402, 403, 404, 405, 406, 410, 451})
_ANOTHER = "the page does not hold what the feed says of it (an error, a login or a request for consent? see the capture)"


class Leading:
    """Fetches the pages of the entries of what one ledger follows.

    Args:
        ledger: what is followed, and where it goes.

        collector: fetches; the one of the run, so that a host is asked in its turn.
    """

    def __init__(self, ledger: Keeper, collector: Collector) -> None:
        self._ledger = ledger
        self._collector = collector
        #: Pages in a row that a host did not give.
        self._refused: Counter[str] = Counter()
        self._followed = {one.address: one for one in ledger.collecting.followed()}

    def fetch_due(self, progress: Progress = silent) -> Iterator[Led]:
        """Fetch what is due, several hosts at a time, and yield what came of each page as it comes."""
        pages = capped(self._ledger.collecting.pages.due(stamp(self._collector.now())))
        asked = {self._wanted(page): page for page in interleaved(pages, lambda page: page.link)}
        for wanted, visit in progress(self._collector.fetch_all(self._worth_asking(asked)), label="pages", total=len(asked)):
            yield self._settle(asked[wanted], visit)

    def _worth_asking(self, asked: Iterable[Wanted]) -> Iterator[Wanted]:
        """Yield what to ask for until the run has taken as long as it may; pages of a host that gives none are put off."""
        end = self._collector.now() + LONGEST
        for wanted in asked:
            now = self._collector.now()
            if now > end:
                return
            if self._refused[_host(wanted.address)] < REFUSALS:
                yield wanted
            else:
                self._ledger.collecting.pages.put_off(wanted.address, stamp(now + AGAIN[0]))

    def _wanted(self, page: EntryPage) -> Wanted:
        """Return what to ask for; a page may be in a private network only on the host that a person named."""
        source = self._followed[page.source]
        inside = source.private and _host(page.link) == _host(source.address)
        return Wanted(page.link, page.etag, page.last_modified, page.answered, inside)

    def _settle(self, page: EntryPage, visit: Visit) -> Led:
        """Keep what came of one page, and when it is asked for again."""
        book = self._ledger.collecting.pages
        if visit.put_off and visit.after is not None:
            book.put_off(page.link, stamp(visit.after))
            return Led(page.link, page.source, put_off=stamp(visit.after))
        fault = self._receive(page, visit, self._followed[page.source])
        if fault is not None:
            self._refused[_host(page.link)] += 1
            book.failed(page.link, fault, _again(page, visit))
            return Led(page.link, page.source, fault=fault)
        self._refused[_host(page.link)] = 0
        book.came(replace(page, due_at=None) if visit.unchanged else _answered(page, visit))
        return Led(page.link, page.source, unchanged=visit.unchanged)

    def _receive(self, page: EntryPage, visit: Visit, followed: Followed) -> str | None:
        """Keep an answer and read it, where it is the page that the entry told of; return why not, if so."""
        adding = Adding(self._ledger, followed.outlet, lambda: visit.fetch.at)
        if visit.content is None:
            self._ledger.evidence.record(visit.fetch)
            return None if visit.fault is None else adding.fault(page.link, visit.fault, stage="fetching").fault
        capture, new = adding.keep(capture_of(visit, visit.content, followed.outlet), visit.content)
        self._ledger.evidence.record(visit.fetch)
        tried = attempt(partial(read, capture), visit.content)
        if tried.made is not None and holds(tried.made, page.said):
            self._ledger.evidence.known_as(capture.sha256, page.key)
            self._ledger.put_page(capture.sha256, tried.made)
            return None
        reason = tried.reason if tried.made is None else _ANOTHER
        return adding.fault(page.link, reason, capture.sha256 if new else None, stage="fetching").fault


def capped(due: Iterable[EntryPage]) -> tuple[EntryPage, ...]:
    """Return the pages that one run asks for, in the order given."""
    hosts: Counter[str] = Counter()
    taken: list[EntryPage] = []
    for page in due:
        host = _host(page.link)
        hosts[host] += 1
        if hosts[host] <= MOST_OF_HOST and len(taken) < MOST:
            taken.append(page)
    return tuple(taken)


def _host(address: str) -> str:
    return urlsplit(address).hostname or ""


def _answered(page: EntryPage, visit: Visit) -> EntryPage:
    """Return the page as it was read."""
    etag, modified = visit.header("etag"), visit.header("last-modified")
    held = replace(page, etag=etag, last_modified=modified, answered=visit.fetch.final)
    return replace(held, sha256=visit.fetch.sha256, due_at=None)


def _again(page: EntryPage, visit: Visit) -> str | None:
    """Return when a page that could not be had is tried again, ``None`` where it is given up."""
    if visit.fetch.status in _FINAL or page.tries >= len(AGAIN):
        return None
    due = datetime.fromisoformat(visit.fetch.at) + AGAIN[page.tries]
    return stamp(max(due, visit.after or due))
