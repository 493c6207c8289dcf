"""What becomes of an answer: the bytes are kept, the answer is written down as evidence, then the page is split into articles."""

from rashomon.model.sources import Capture
from rashomon.pipeline.adding import Added, Adding
from rashomon.pipeline.collect.addresses import shown
from rashomon.pipeline.collect.contract import Keeper, Visit
from rashomon.readers.reading import READERS

#: A followed address is one of these.
FEED, PAGE = "feed", "page"
#: Readers whose input is a feed (JSON Feed is one of the lists of articles in JSON).
_FEEDS = frozenset({"feed", "json-articles"})
_NO_FEED = (
    "it answered a web page where a feed was (an error page, or the feed moved: see the capture, or follow the new address)"
)


class Receiving:
    """Receives answers into one ledger.

    Args:
        ledger: where they go.

        outlet: who publishes, where a person said so.
    """

    def __init__(self, ledger: Keeper, outlet: str | None = None) -> None:
        self._ledger = ledger
        self._outlet = outlet

    def receive(self, visit: Visit, kind: str | None = None) -> Added:
        """Keep what an address answered and return what became of it.

        Args:
            visit: the answer.

            kind: `FEED` where the address must answer one; another page is then kept, but not made into articles.
        """
        address = shown(visit.fetch.address)
        adding = Adding(self._ledger, self._outlet, lambda: visit.fetch.at)
        if visit.content is None:
            self._ledger.evidence.record(visit.fetch)
            return Added(address, 0, known=True) if visit.fault is None else adding.fault(address, visit.fault, stage="fetching")
        capture, new = adding.keep(capture_of(visit, visit.content, self._outlet), visit.content)
        self._ledger.evidence.record(visit.fetch)
        if kind == FEED and kind_of(capture, visit.content) != FEED:
            return adding.fault(address, _NO_FEED, capture.sha256, stage="fetching")
        added = adding.split(address, capture, visit.content, known=not new)
        if added.fault is None:
            self._ledger.collecting.settled(address)
        return added


def capture_of(visit: Visit, content: bytes, outlet: str | None) -> Capture:
    """Return the capture that an answer's bytes make; ``outlet`` is who publishes, where a person said so."""
    return Capture(
        sha256=visit.fetch.sha256 or "",
        name=visit.fetch.address.rstrip("/").rsplit("/", 1)[-1],
        address=visit.fetch.final,
        taken_at=visit.fetch.at,
        size=len(content),
        outlet=outlet,
        media_type=visit.media_type,
    )


def kind_of(capture: Capture, content: bytes) -> str:
    """Return what an answer is: a feed, or any other page."""
    reader = next((reader.name for reader in READERS if reader.accepts(capture, content)), "")
    return FEED if reader.partition("/")[0] in _FEEDS else PAGE
