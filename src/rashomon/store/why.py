"""Why the ledger says what it says of an event: why accounts are one happening, how many roots it has, how far to believe it."""

from dataclasses import dataclass

from rashomon.linking.sources.grading import Rated, credibility, value_credibility
from rashomon.model.ledger import Contradiction, Event, RangeSupport, Reason, Root
from rashomon.store.views import ArticleLine, EventLine, EventView, Named, Quote


@dataclass(frozen=True, slots=True)
class AccountWhy:
    """Why an account stands in its event, and where it comes from.

    Args:
        goes_with: the earlier account it goes with best; ``None`` for the first that tells it. ``score`` says how well.

        root: the name of who it goes back to, ``root_kind`` what that is; ``on_word_of`` who it is told on the word of.
    """

    account: str
    article: ArticleLine
    quote: Quote
    goes_with: str | None
    score: float | None
    reasons: tuple[Reason, ...]
    root: str | None
    root_kind: str | None
    on_word_of: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class TollWhy:
    """How far a version of a toll is to be believed."""

    what: str
    value: str
    rated: Rated
    accounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventWhy:
    """Why an event is what it is. ``believed`` says how far, on the Admiralty code's 1 to 6, where 6 means unknown."""

    event: EventLine
    believed: Rated
    tolls: tuple[TollWhy, ...]
    accounts: tuple[AccountWhy, ...]
    roots: tuple[Root, ...]
    contradictions: tuple[Contradiction, ...]


def event_why(view: EventView) -> EventWhy:
    """Return why an event is what its page says."""
    joined = {join.account: join for join in view.event.joins}
    told = []
    for one in view.accounts:
        join = joined.get(one.account.id)
        told.append(
            AccountWhy(
                one.account.id,
                one.article,
                one.quote,
                None if join is None else join.other,
                None if join is None else join.score,
                () if join is None else join.reasons,
                None if one.root is None else one.root.name,
                None if one.root is None else one.root.kind.value,
                one.attribution,
            )
        )
    believed = credibility(view.event, view.roots, view.contradictions)
    return EventWhy(view.line, believed, _tolls(view.event, view.roots), tuple(told), view.roots, view.contradictions)


def _tolls(event: Event, roots: tuple[Root, ...]) -> tuple[TollWhy, ...]:
    return tuple(
        TollWhy(what, str(one.value), value_credibility(one.accounts, _rivals(one, versions), roots), one.accounts)
        for what, versions in (("killed", event.killed), ("injured", event.injured))
        for one in versions
    )


def _rivals(one: RangeSupport, versions: tuple[RangeSupport, ...]) -> list[tuple[str, ...]]:
    """Return the accounts of each version that cannot be right beside this one."""
    return [other.accounts for other in versions if not one.value.overlaps(other.value)]
