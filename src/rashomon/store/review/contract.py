"""What review promises to the desk and the command line. The one implementation is `rashomon.store.review.review.ReviewStore`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from rashomon.linking.contract import Source
from rashomon.model.decisions import Decision
from rashomon.model.errors import RashomonError
from rashomon.model.words import Verdict
from rashomon.store.review.views import EventReview, Logged, LogPage, LogQuestion, OutletLine, QueuePage


class DecisionError(RashomonError):
    """A decision cannot be taken as it was given: the text says which value is wrong and what would do."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision as a person gives it, before the ledger knows what it stands on.

    Args:
        target: id of an event, account, claim, figure or outlet, ``article/key`` for a link, an article for what is added to it.

        values: what was typed or chosen: one text for most fields, stretches ("120-134") or words for roles.

        saw: ids of the decisions on this value that the person was shown.

        version: of the event that was shown, for accepting it.
    """

    verdict: Verdict
    target: str
    who: str
    when: str
    why: str
    field: str | None = None
    values: tuple[str, ...] = ()
    saw: tuple[str, ...] = ()
    version: str | None = None


class ReviewBook(Protocol):
    """The queue, the decisions and their log. Every method is one transaction."""

    def queue(self, state: str = "open", after: str | None = None, size: int = 12) -> QueuePage:
        """Return a page of the queue, highest rank first. Raises DecisionError where ``after`` is none of its marks."""
        ...

    def event(self, event_id: str) -> EventReview:
        """Return all that a person needs to correct one event. Raises NotFoundError."""
        ...

    def decide(self, draft: Draft) -> Logged:
        """Keep a decision, and let it take effect. Raises DecisionError and NotFoundError; nothing is kept then."""
        ...

    def weigh(self, draft: Draft) -> Decision:
        """Return the decision that a draft would make now; nothing is kept. Raises DecisionError and NotFoundError."""
        ...

    def undo(self, decision_id: str, who: str, when: str, why: str) -> Logged:
        """Take a decision back, by another one. Raises NotFoundError, and DecisionError where it is taken back already."""
        ...

    def decision(self, decision_id: str) -> Logged:
        """Return one decision. Raises NotFoundError."""
        ...

    def log(self, question: LogQuestion) -> LogPage:
        """Return decisions, newest first."""
        ...

    def outlets(self) -> tuple[OutletLine, ...]:
        """Return the outlets of the ledger with the grades that people gave them, by name."""
        ...

    def corrected_sources(self) -> Iterator[Source]:
        """Return the articles that standing decisions touch, with their readings as corrected, sorted by article id."""
        ...
