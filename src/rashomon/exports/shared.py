"""A ledger as far as it may be shared, for the forms that write articles and captures rather than events."""

from collections.abc import Iterator

from rashomon.linking.contract import Source
from rashomon.model.ledger import Linked
from rashomon.model.marks import Mark
from rashomon.model.sources import Capture
from rashomon.store.ledger import Ledger
from rashomon.store.views import ArticleView, EventView


class SharedLedger:
    """Answers what those forms ask, without captures marked above a clearance and without names of private persons.

    Args:
        ledger: what is shared.

        clearance: of those who get the files.
    """

    def __init__(self, ledger: Ledger, clearance: Mark) -> None:
        self._ledger = ledger
        self._clearance = clearance
        self._above = frozenset(one.capture.sha256 for one in ledger.marks.all() if not one.mark.within(clearance))

    def captures(self) -> tuple[Capture, ...]:
        """Return the captures that may be shared, by name then digest."""
        return self._ledger.publishing.captures(self._clearance)

    def sources(self) -> Iterator[Source]:
        """Return articles with their readings, sorted by article id."""
        return self._ledger.publishing.sources(self._clearance)

    def corrected_sources(self) -> Iterator[Source]:
        """Return the articles that people decided on, with their readings as corrected, sorted by article id."""
        corrected = self._ledger.review.corrected_sources()
        return (source for source in corrected if source.article.capture not in self._above)

    def linked(self) -> Linked:
        """Return what linking made of what may be shared."""
        return self._ledger.publishing.linked(self._clearance)

    def event(self, event_id: str) -> EventView:
        """Return an event by its id or the id of one of its accounts. Raises NotFoundError."""
        return self._ledger.event(event_id)

    def article_page(self, article_id: str) -> ArticleView:
        """Return an article with everything found in it. Raises NotFoundError."""
        return self._ledger.article_page(article_id)
