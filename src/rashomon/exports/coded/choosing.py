"""One value where a form has room for one: which of an event's versions an aggregation takes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.exports.coded.origins import happened_at
from rashomon.exports.contract import Aggregation
from rashomon.linking.events.kinds import VAGUE
from rashomon.model.dates import DateInterval
from rashomon.model.ledger import RangeSupport
from rashomon.model.places import Place
from rashomon.model.words import EventType, PlacePrecision, Status
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.search.telling import ToldEvent

#: What somebody says did not happen, or has not yet.
UNREAL = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED})
_PRECISIONS = tuple(PlacePrecision)


@dataclass(frozen=True, slots=True)
class Toll:
    """A count as three numbers: the least and the greatest that any version allows, and the one that is taken."""

    low: int
    best: int
    high: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """The one value of each kind that stands in a row; ``None`` where no account gives one."""

    kind: EventType
    date: DateInterval | None
    place: Place | None
    killed: Toll | None
    injured: Toll | None


def choose(published: PublishedEvent, aggregation: Aggregation) -> Chosen:
    """Return the values that an aggregation takes of an event."""
    event = published.told.event
    unreal = frozenset(view.account.id for view in published.told.accounts if view.account.status in UNREAL)
    return Chosen(
        _kind(published.told, aggregation),
        _date([one.value for one in event.dates], aggregation),
        _place(happened_at(published), aggregation),
        _toll(event.killed, unreal, aggregation),
        _toll(event.injured, unreal, aggregation),
    )


def _kind(told: ToldEvent, aggregation: Aggregation) -> EventType:
    kinds = [EventType(one.value) for one in told.event.types] or [told.event.type]
    if aggregation == Aggregation.REPRESENTATIVE:
        return kinds[0]
    wanted = aggregation == Aggregation.CONSERVATIVE
    return next((kind for kind in kinds if (kind in VAGUE) is wanted), kinds[0])


def _date(dates: Sequence[DateInterval], aggregation: Aggregation) -> DateInterval | None:
    if not dates or aggregation == Aggregation.REPRESENTATIVE:
        return dates[0] if dates else None
    return min(dates, key=days) if aggregation == Aggregation.INFORMATIVE else max(dates, key=days)


def days(when: DateInterval) -> float:
    """Return how many days an interval has; one with an open end has no end of them."""
    if when.first is None or when.last is None:
        return float("inf")
    return (when.last - when.first).days + 1


def middle(when: DateInterval) -> date | None:
    """Return the day in the middle of an interval, the earlier of two; ``None`` where an end is open."""
    if when.first is None or when.last is None:
        return None
    return when.first + timedelta(days=(when.last - when.first).days // 2)


def _place(places: Sequence[Place], aggregation: Aggregation) -> Place | None:
    if not places or aggregation == Aggregation.REPRESENTATIVE:
        return places[0] if places else None
    chosen = min if aggregation == Aggregation.INFORMATIVE else max
    return chosen(places, key=lambda place: _PRECISIONS.index(place.precision))


def _toll(versions: Iterable[RangeSupport], unreal: frozenset[str], aggregation: Aggregation) -> Toll | None:
    """Return a count; versions that only tell of what did not happen are left aside."""
    told = [one.value for one in versions if not unreal.issuperset(one.accounts)]
    if not told:
        return None
    lows = [int(value.low if value.low is not None else 0) for value in told]
    tops = [int(value.high if value.high is not None else value.low or 0) for value in told]
    best = int(told[0].low if told[0].low is not None else told[0].high or 0)
    low, high = min(lows), max(tops)
    return Toll(low, {Aggregation.CONSERVATIVE: low, Aggregation.INFORMATIVE: high}.get(aggregation, best), high)
