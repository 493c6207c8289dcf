"""Turn what a sheet changes into decisions, one after the other, each by itself undoable."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from rashomon.exports.round_trip.columns import MERGE, REJECT
from rashomon.exports.round_trip.contract import Change, Comparison, Refusal
from rashomon.model.errors import NotFoundError
from rashomon.store.review.contract import DecisionError, ReviewBook
from rashomon.store.review.views import Logged

#: What is done last: an event that is rejected or merged is no longer there to be edited.
_LAST = {MERGE: 1, REJECT: 2}


@dataclass(frozen=True, slots=True)
class Applied:
    """The decisions that were made, and what the ledger refused after all since it changed meanwhile."""

    made: tuple[Logged, ...]
    refused: tuple[Refusal, ...]


def apply_changes(review: ReviewBook, comparison: Comparison, who: str, why: str, clock: Callable[[], str]) -> Applied:
    """Decide every change of a comparison; values first, then merges, then rejections.

    Args:
        review: keeps the decisions.

        comparison: made just before; conflicts and refusals of it are left as they are.

        who: signs each decision.

        why: stands in the log with each.

        clock: gives the moment of each, to the microsecond, so that they keep their order.
    """
    made: list[Logged] = []
    refused: list[Refusal] = []
    for change in sorted(comparison.changes, key=lambda one: _LAST.get(one.field, 0)):
        try:
            made.append(review.decide(replace(change.draft, who=who, why=why, when=clock())))
        except (DecisionError, NotFoundError) as error:
            refused.append(_refusal(change, error))
    return Applied(tuple(made), tuple(refused))


def _refusal(change: Change, error: Exception) -> Refusal:
    return Refusal(change.row, change.target, change.field, change.after, str(error))
