"""Begin to follow an address: ask for it once, and find the feed where it is a page that names one."""

from dataclasses import dataclass, replace
from email.message import Message

from rashomon.model.errors import UnreadableSourceError
from rashomon.model.sources import Capture
from rashomon.pipeline.collect.addresses import checked
from rashomon.pipeline.collect.clock import stamp
from rashomon.pipeline.collect.collector import Collector
from rashomon.pipeline.collect.contract import Keeper, Visit, Wanted
from rashomon.pipeline.collect.discovering import FeedLink, feeds_of, usual_places
from rashomon.pipeline.collect.following import Following
from rashomon.pipeline.collect.polled import Polled
from rashomon.pipeline.collect.receiving import FEED, PAGE, kind_of
from rashomon.store.collecting.views import Entries, Followed

_LOOKED_AT = "looked at for its feed, and not kept"


@dataclass(frozen=True, slots=True)
class Wish:
    """How a person wants an address to be followed.

    Args:
        every: seconds between two fetches; ``None`` where the run says.

        outlet: who publishes.

        page: follow the page itself, whatever feeds it names.

        look: ask in the usual places for a feed where the page names none.

        private: whether the address's own host may be in a private or loopback network.

        entries: which of a feed's entries are followed to their pages; ``None`` means those that only sum up.
    """

    every: int | None = None
    outlet: str | None = None
    page: bool = False
    look: bool = False
    private: bool = False
    entries: Entries | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """What is followed now.

    Args:
        address: the feed or page.

        kind: which of the two.

        new: whether it was not followed before.

        polled: what came of its first answer.

        others: further feeds that the page names.
    """

    address: str
    kind: str
    new: bool
    polled: Polled
    others: tuple[FeedLink, ...] = ()


class Beginning:
    """Begins to follow addresses for one ledger."""

    def __init__(self, ledger: Keeper, collector: Collector) -> None:
        self._ledger = ledger
        self._collector = collector

    def begin(self, address: str, wish: Wish) -> Begun:
        """Follow an address, or the first feed that its page names.

        Raises:
            UnreadableSourceError: it gave nothing; it is not followed.
        """
        visit = self._visit(str(checked(address)), wish)
        if wish.page or _kind(visit) == FEED:
            return self._follow(visit, wish, ())
        return self._follow_feed_of(visit, wish)

    def _follow_feed_of(self, visit: Visit, wish: Wish) -> Begun:
        """Follow the feed of a page, or the page where there is none."""
        address, final = visit.fetch.address, visit.fetch.final or visit.fetch.address
        feeds = feeds_of(visit.content or b"", final, charset_in(visit.media_type))
        if feeds:
            self._looked_at(visit)
            narrowed = _for(feeds[0].address, address, wish)
            return self._follow(self._visit(feeds[0].address, narrowed), narrowed, feeds[1:])
        narrowed = _for(final, address, wish)
        found = self._looked_up(final, narrowed) if wish.look else None
        if found is None:
            return self._follow(visit, wish, ())
        self._looked_at(visit)
        return self._follow(found, narrowed, ())

    def _looked_at(self, visit: Visit) -> None:
        """Write down an answer that is not kept."""
        self._ledger.evidence.record(replace(visit.fetch, sha256=None, reason=visit.fetch.reason or _LOOKED_AT))

    def _visit(self, address: str, wish: Wish) -> Visit:
        visit = self._collector.fetch(Wanted(address, private=wish.private))
        if visit.content is None:
            self._looked_at(visit)
            raise UnreadableSourceError(address, f"{visit.fault} (it is not followed)")
        return visit

    def _looked_up(self, address: str, wish: Wish) -> Visit | None:
        """Return the first feed in the usual places of a site."""
        for place in usual_places(address):
            visit = self._collector.fetch(Wanted(place, private=wish.private))
            if visit.content is not None and _kind(visit) == FEED:
                return visit
            self._looked_at(visit)
        return None

    def _follow(self, visit: Visit, wish: Wish, others: tuple[FeedLink, ...]) -> Begun:
        at = stamp(self._collector.now())
        kind = PAGE if wish.page else _kind(visit)
        followed = Followed(visit.fetch.address, at, at, kind, wish.every, wish.outlet, wish.private, entries=wish.entries)
        new = self._ledger.collecting.follow(followed)
        held = next(one for one in self._ledger.collecting.followed() if one.address == followed.address)
        polled = Following(self._ledger, self._collector).settle(replace(held, kind=kind), visit)
        return Begun(followed.address, kind, new, polled, others)


def _for(found: str, address: str, wish: Wish) -> Wish:
    """Return the wish for an address that a page named: it may be private only on the host that the person named."""
    return replace(wish, private=wish.private and checked(found).host == checked(address).host)


def charset_in(media_type: str | None) -> str | None:
    """Return the charset that a media type states."""
    header = Message()
    header["content-type"] = media_type or ""
    return header.get_content_charset()


def _kind(visit: Visit) -> str:
    capture = Capture("", "", visit.fetch.final, visit.fetch.at, 0, media_type=visit.media_type)
    return kind_of(capture, visit.content or b"")
