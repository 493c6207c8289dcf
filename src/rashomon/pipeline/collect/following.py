"""Follow addresses: fetch what is due, keep and split what came, and write down when each is due again."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import chain, zip_longest
from typing import TypeVar
from urllib.parse import urlsplit

from rashomon.model.ids import content_id
from rashomon.model.sources import Capture
from rashomon.pipeline.adding import Added
from rashomon.pipeline.collect.clock import stamp
from rashomon.pipeline.collect.collector import Collector
from rashomon.pipeline.collect.contract import Keeper, Visit, Wanted
from rashomon.pipeline.collect.polled import Polled
from rashomon.pipeline.collect.receiving import FEED, Receiving, kind_of
from rashomon.pipeline.collect.schedule import SLACK, USUAL, due_after_failure, due_next
from rashomon.pipeline.collect.summaries import entry_pages
from rashomon.pipeline.progress import Progress, silent
from rashomon.readers.contract import Page
from rashomon.store.collecting.views import Entries, EntryPage, Followed
from rashomon.store.evidence.identity import keys_of

_Asked = TypeVar("_Asked", Followed, EntryPage)


class Following:
    """Fetches what one ledger follows.

    Args:
        ledger: what is followed, and where it goes.

        collector: fetches.

        every: seconds between two fetches of an address that has no interval of its own.
    """

    def __init__(self, ledger: Keeper, collector: Collector, every: int = USUAL) -> None:
        self._ledger = ledger
        self._collector = collector
        self._every = every

    def fetch_due(self, progress: Progress = silent, *, everything: bool = False) -> Iterator[Polled]:
        """Fetch what is due, several hosts at a time, and yield what came of each address as it comes.

        A run killed in between has lost nothing: what was not yet written down is still due.

        Args:
            progress: is told how far it is.

            everything: fetch all that is followed and not paused, due or not.
        """
        follows = self._ledger.collecting
        if everything:
            due = tuple(one for one in follows.followed() if not one.paused)
        else:
            due = follows.due(stamp(self._collector.now() + SLACK))
        asked = {wanted_of(one): one for one in interleaved(due, lambda one: one.address)}
        for wanted, visit in progress(self._collector.fetch_all(asked), label="fetching", total=len(due)):
            yield self.settle(asked[wanted], visit)

    def settle(self, followed: Followed, visit: Visit) -> Polled:
        """Keep what came of one address, and when it is due again."""
        if visit.put_off and visit.after is not None:
            self._ledger.collecting.put_off(followed.address, stamp(visit.after))
            return Polled(followed.address, 0, put_off=stamp(visit.after))
        added = Receiving(self._ledger, followed.outlet).receive(visit, followed.kind)
        now = datetime.fromisoformat(visit.fetch.at)
        every = followed.every or self._every
        if added.fault is not None:
            due = due_after_failure(now, every, followed.failures, visit.after)
            self._ledger.collecting.failed(followed.address, added.fault, visit.fetch.at, stamp(due))
            return Polled(followed.address, 0, fault=added.fault)
        answered = replace(followed, checked_at=visit.fetch.at, came_at=visit.fetch.at, due_at=stamp(due_next(now, every)))
        if visit.unchanged:
            self._ledger.collecting.came(answered, ())
            return Polled(followed.address, 0, unchanged=True)
        answered = _validated(answered, visit)
        new = self._ledger.collecting.came(answered, self._keys(visit, added))
        if added.page is not None and (answered.kind == FEED or answered.entries) and answered.entries is not Entries.NONE:
            met = entry_pages(answered, added.page, self._ledger.capture(visit.fetch.sha256 or ""), visit.fetch.at)
            self._ledger.collecting.pages.note(met)
        return Polled(followed.address, new, unchanged=new == 0 and added.known)

    def _keys(self, visit: Visit, added: Added) -> Iterable[str]:
        """Return what tells the articles of an answer from each other."""
        return () if added.page is None else article_keys(added.page, self._ledger.capture(visit.fetch.sha256 or ""))


def article_keys(page: Page, capture: Capture) -> tuple[str, ...]:
    """Return one key an article: the id or address that tells its versions, else its words."""
    keys = keys_of(page.articles, capture)
    return tuple(
        keys[article.id][0] if keys.get(article.id) else content_id("txt", article.text)
        for article in page.articles
        if article.repeats is None
    )


def _validated(followed: Followed, visit: Visit) -> Followed:
    """Return the row with what the next request may refer to."""
    capture = Capture("", "", visit.fetch.final, visit.fetch.at, 0, media_type=visit.media_type)
    return replace(
        followed,
        kind=followed.kind or kind_of(capture, visit.content or b""),
        etag=visit.header("etag"),
        last_modified=visit.header("last-modified"),
        answered=visit.fetch.final,
    )


def wanted_of(followed: Followed) -> Wanted:
    """Return what to ask for."""
    return Wanted(followed.address, followed.etag, followed.last_modified, followed.answered, followed.private)


def interleaved(due: Iterable[_Asked], address: Callable[[_Asked], str]) -> tuple[_Asked, ...]:
    """Return what is asked for so that hosts take turns: one with many addresses does not keep the others waiting."""
    hosts: dict[str, list[_Asked]] = {}
    for one in due:
        hosts.setdefault(urlsplit(address(one)).netloc, []).append(one)
    return tuple(one for one in chain.from_iterable(zip_longest(*hosts.values())) if one is not None)
