"""Which account a count belongs to, where a sentence tells of several events and a reader gave one number to two of them."""

from collections.abc import Iterable
from dataclasses import replace

from rashomon.model.reading import Account
from rashomon.model.sources import EvidenceSpan
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.views import AccountView

_Key = tuple[str, int, int, str]


def owned(events: Iterable[PublishedEvent]) -> tuple[PublishedEvent, ...]:
    """Return events in which each number of dead or injured stands in the account whose own word is nearest to it."""
    several = tuple(events)
    nearest: dict[_Key, tuple[int, str]] = {}
    for event in several:
        for view in event.told.accounts:
            for key, far in _counts(view.account):
                nearest[key] = min(nearest.get(key, (far, view.account.id)), (far, view.account.id))
    return tuple(
        replace(event, told=replace(event.told, accounts=tuple(_own(view, nearest) for view in event.told.accounts)))
        for event in several
    )


def _counts(account: Account) -> Iterable[tuple[_Key, int]]:
    """Return the numbers that an account has, each with how far it lies from the account's own word."""
    for what, span in (("killed", account.killed_span), ("injured", account.injured_span)):
        if span is not None:
            yield (span.article_id, span.start, span.end, what), _between(span, account.trigger)


def _between(one: EvidenceSpan, other: EvidenceSpan) -> int:
    """Return how far a number lies from an account's own word: thrice as far where the word only comes behind it."""
    gap = max(0, max(one.start, other.start) - min(one.end, other.end))
    return 3 * gap if other.start > one.start else gap


def _own(view: AccountView, nearest: dict[_Key, tuple[int, str]]) -> AccountView:
    foreign = {key[3] for key, _ in _counts(view.account) if nearest[key][1] != view.account.id}
    account = view.account
    if "killed" in foreign:
        account = replace(account, killed=None, killed_span=None)
    if "injured" in foreign:
        account = replace(account, injured=None, injured_span=None)
    return replace(view, account=account) if foreign else view
