"""Which single happenings a sum of many contains: "eight convoys were hit in 24 hours" and the attack on one of them.

Decided of two events by themselves, so that it can be asked of any two whenever they are shown. What is not plainly contained is
not called so. The reasons name nobody and nothing: they can be shown to whoever may see both events.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from rashomon.linking.events.kinds import VAGUE, compatible
from rashomon.linking.places.geography import Lie, lie
from rashomon.model.actors import Actor
from rashomon.model.dates import DateInterval
from rashomon.model.ledger import Event, NameSupport, Reason
from rashomon.model.places import Place
from rashomon.model.words import ATTACKS, PlacePrecision, Status

#: What is dated more loosely (days) may itself be a sum of many.
_LOOSE = timedelta(days=7)
#: What a summed up "attack" may have been.
_ANY = VAGUE & ATTACKS
_NOT_TOLD = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED})
#: Place levels, the most exact first.
_LEVELS = tuple(PlacePrecision)


@dataclass(frozen=True, slots=True)
class Known:
    """Actors and places by id, as far as two events speak of them."""

    actors: Mapping[str, Actor]
    places: Mapping[str, Place]


def contained(whole: Event, part: Event, known: Known) -> tuple[Reason, ...]:
    """Return why an event that sums up many contains a single one; nothing where it does not, or where that is not plain.

    Args:
        whole: the sum.

        part: the single event.

        known: who and where they speak of.
    """
    if not whole.happenings or part.happenings or {whole.status, part.status} & _NOT_TOLD or not _of_kind(whole, part):
        return ()
    if whole.date is None or part.date is None or not _inside(part.date, whole.date):
        return ()
    who, where, whom = _done_by(whole, part, known), _placed(whole, part, known), _done_to(whole, part, known)
    if False in (who, where, whom) or not (who or where):
        return ()
    reasons = [Reason("same_type", 1.0, "it is of the kind that is summed up")]
    reasons += [Reason("same_time", 1.0, "its day lies in that time")]
    reasons += [Reason("same_actors", 1.0, "it is done by the same")] * bool(who)
    reasons += [Reason("same_place", 1.0, "its place lies there")] * bool(where)
    return (*reasons, *[Reason("same_victims", 1.0, "it is done to the same, or to such as are summed up")] * bool(whom))


def _of_kind(whole: Event, part: Event) -> bool:
    return part.type == whole.type or (whole.type in _ANY and part.type in ATTACKS and compatible(whole.type, part.type))


def _inside(day: DateInterval, time: DateInterval) -> bool:
    """Whether a day, or a few, lie in a time."""
    if day.first is None or day.last is None or day.last - day.first > _LOOSE:
        return False
    return time.first is not None and time.last is not None and time.first <= day.first and day.last <= time.last


def _names(several: tuple[NameSupport, ...], known: Known) -> frozenset[str]:
    """The names of actors and of the sides they belong to."""
    found = (known.actors[one.value] for one in several if one.value in known.actors)
    return frozenset(name for actor in found for name in (actor.name, *actor.sides))


def _done_by(whole: Event, part: Event, known: Known) -> bool | None:
    """Whether the same do it; ``None`` where the sum does not say who."""
    if not whole.agents:
        return None
    return bool(_names(whole.agents, known) & _names(part.agents, known))


def _placed(whole: Event, part: Event, known: Known) -> bool | None:
    """Whether the one lies in the place of the sum; ``None`` where one of them does not say where."""
    pairs = [(known.places.get(one.value), known.places.get(other.value)) for one in part.places for other in whole.places]
    stated = [(inner, outer) for inner, outer in pairs if inner is not None and outer is not None]
    return any(_lies_in(inner, outer) for inner, outer in stated) if stated else None


def _lies_in(inner: Place, outer: Place) -> bool:
    found = lie(inner, outer)
    return found == Lie.SAME or (found == Lie.INSIDE and _LEVELS.index(inner.precision) <= _LEVELS.index(outer.precision))


def _done_to(whole: Event, part: Event, known: Known) -> bool | None:
    """Whether it is done to those, or such, as the sum says; ``None`` where one of them does not say."""
    ours, theirs = _names(whole.patients, known), _names(part.patients, known)
    sorts = frozenset(whole.concerned) & frozenset(part.concerned)
    if ours & theirs or sorts:
        return True
    apart = (ours and theirs) or (whole.concerned and part.concerned)
    return False if apart else None
