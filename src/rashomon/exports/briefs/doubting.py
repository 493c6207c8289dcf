"""Whether the accounts of an event may tell of more than one: they name days, places or kinds of happening far apart."""

from collections import Counter
from itertools import combinations

from rashomon.linking.events.kinds import sort_of
from rashomon.linking.places.geography import kilometres
from rashomon.model.dates import DateInterval
from rashomon.model.words import EventType, PlacePrecision
from rashomon.store.publishing.contract import PublishedEvent

#: Days and kilometres from which on two accounts of one event name other ones, and the share of accounts of another sort.
DAYS, KILOMETRES, SHARE = 7, 100.0, 0.3
_NEAR = frozenset({PlacePrecision.POINT, PlacePrecision.TOWN, PlacePrecision.NEAR, PlacePrecision.ADMIN2})
_UNTOLD = frozenset({EventType.OTHER, EventType.STATEMENT_OR_PROPAGANDA})


def doubt(event: PublishedEvent) -> str | None:
    """Return on what the accounts are far apart: "days", "places" or "kinds"; ``None`` where they go together."""
    if len(event.told.accounts) < 2:  # noqa: PLR2004 - one account cannot differ from itself
        return None
    checks = {"days": _days_apart, "places": _places_apart, "kinds": _kinds_apart}
    return next((name for name, apart in checks.items() if apart(event)), None)


def _days_apart(event: PublishedEvent) -> bool:
    return any(gap(one.value, other.value) > DAYS for one, other in combinations(event.told.event.dates, 2))


def gap(one: DateInterval, other: DateInterval) -> int:
    """Return how many days lie between two intervals; 0 where they meet or one is open."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return 0
    return max(0, (max(one.first, other.first) - min(one.last, other.last)).days)


def _places_apart(event: PublishedEvent) -> bool:
    held = [event.places[one.value] for one in event.told.event.places if one.value in event.places]
    near = [place for place in held if place.precision in _NEAR]
    return any((kilometres(one, other) or 0.0) > KILOMETRES for one, other in combinations(near, 2))


def _kinds_apart(event: PublishedEvent) -> bool:
    """Return whether many accounts are of a sort of happening that the most are not."""
    kinds = [view.account.type for view in event.told.accounts if view.account.type not in _UNTOLD]
    sorts = Counter(sort_of(kind) for kind in kinds)
    return bool(sorts) and 1 - sorts.most_common(1)[0][1] / len(kinds) >= SHARE
