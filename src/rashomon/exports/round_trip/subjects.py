"""What rows are about, as the ledger has it now: looked up once an event, with the decisions on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from rashomon.linking.corrections.standing import heads, standing
from rashomon.model.decisions import Decision
from rashomon.model.errors import NotFoundError
from rashomon.model.ids import content_id
from rashomon.store.review.contract import Draft, ReviewBook
from rashomon.store.review.views import LogQuestion
from rashomon.store.views import AccountView, EventView

#: Decisions on one target that are looked at.
_LOGGED = 500


class Asked(Protocol):
    """What a comparison asks of a ledger."""

    def event(self, event_id: str) -> EventView:
        """Return an event by its id or the id of one of its accounts. Raises NotFoundError."""
        ...


@dataclass(frozen=True)
class Subject:
    """An event, or one of its accounts, as it is now.

    Args:
        event_id: of the event as it is called now.

        title: of the event, or of the account's article.

        told: the account; ``None`` where the event itself is meant.

        decisions: that stand on it.
    """

    event_id: str
    title: str
    told: AccountView | None
    decisions: tuple[Decision, ...]

    @property
    def called(self) -> str:
        """The id that decisions on it go by now: of an account its own, of an event that was merged that of the whole."""
        return self.event_id if self.told is None else self.told.account.id

    @cached_property
    def _heads(self) -> dict[tuple[str, str], tuple[Decision, ...]]:
        return heads(self.decisions)

    def saw(self, target: str, field: str) -> tuple[str, ...]:
        """Return the ids of the decisions that a new one on a value must have seen."""
        return tuple(decision.id for decision in self._heads.get((target, field), ()))


class Subjects:
    """Finds subjects in one ledger.

    Args:
        ledger: is asked for events.

        review: knows what was decided, and what could be.

        accounts: that a sheet speaks of: an event is named after one of its accounts, so that one leads to it when it is merged.
    """

    def __init__(self, ledger: Asked, review: ReviewBook, accounts: Iterable[str] = ()) -> None:
        self._ledger = ledger
        self._review = review
        self._named = {content_id("evt", account): account for account in accounts}

    def find(self, target: str) -> Subject | None:
        """Return an event or account by its id, ``None`` where the ledger does not hold it, or no longer."""
        view = self._view(target)
        if view is None:
            return None
        told = next((one for one in view.accounts if one.account.id == target), None)
        if told is None and (target.startswith("acc-") or not view.accounts):
            return None
        title = view.line.title if told is None else told.article.title
        renamed = told is None and target != view.event.id
        decisions = self.standing(target) + (self.standing(view.event.id) if renamed else ())
        return Subject(view.event.id, title, told, decisions)

    def _view(self, target: str) -> EventView | None:
        for known in (target, self._named.get(target)):
            try:
                return None if known is None else self._ledger.event(known)
            except NotFoundError:
                continue
        return None

    def standing(self, target: str) -> tuple[Decision, ...]:
        """Return the standing decisions on a target, oldest first."""
        logged = self._review.log(LogQuestion(target=target, size=_LOGGED)).decisions
        return tuple(standing(one.decision for one in logged))

    def weigh(self, draft: Draft) -> Decision:
        """Return the decision that a draft would make; nothing is kept. Raises DecisionError and NotFoundError."""
        return self._review.weigh(draft)
