"""What forbids that two accounts are one happening."""

from collections.abc import Callable, Sequence

from rashomon.linking.events.kinds import compatible
from rashomon.linking.events.tellings import Telling
from rashomon.linking.events.whens import same_time, times_differ
from rashomon.linking.places.geography import Lie, lie
from rashomon.model.places import Place
from rashomon.model.words import EventType, Status

#: Articles this far apart (days) may lead with one happening.
_NEWS = 14
_NOT_YET = frozenset({Status.PLANNED, Status.HYPOTHETICAL})


def foremost(one: Telling, other: Telling) -> bool:
    """Return whether two articles, printed within two weeks, both tell these before all else."""
    if not (one.lead and other.lead) or one.account.article_id == other.account.article_id:
        return False
    return one.published is not None and other.published is not None and abs((one.published - other.published).days) <= _NEWS


def _types_differ(one: Telling, other: Telling) -> bool:
    return not compatible(one.account.type, other.account.type)


def places_apart(ours: Sequence[Place], theirs: Sequence[Place]) -> bool:
    """Return whether two accounts that name these places can tell of no one happening."""
    return bool(ours and theirs) and all(lie(a, b) == Lie.APART for a in ours for b in theirs)


def _apart(one: Telling, other: Telling) -> bool:
    return places_apart(one.places, other.places)


def _many_and_one(one: Telling, other: Telling) -> bool:
    if one.many is None or other.many is None:
        return one.many != other.many
    return not one.many.overlaps(other.many)


def _other_persons(one: Telling, other: Telling) -> bool:
    """Whether it is done to persons who share no name: who is named in full here may be called by one name there."""
    ours, theirs = one.patients, other.patients
    return bool(ours.persons and theirs.persons) and not (ours.persons & theirs.persons or ours.surnames & theirs.surnames)


def _only_one_happened(one: Telling, other: Telling) -> bool:
    """Whether only one happened, and type or time differ; two articles may lead with that it did and that it did not."""
    if one.happened == other.happened or (foremost(one, other) and not {one.account.status, other.account.status} & _NOT_YET):
        return False
    dated = one.when is not None and other.when is not None
    return one.account.type != other.account.type or (not dated and one.when != other.when) or same_time(one, other).score <= 0


def _other_takers(one: Telling, other: Telling) -> bool:
    """Whether two take a place at two times, one from the other: it is taken, and taken back."""
    both = {one.account.type, other.account.type} == {EventType.TERRITORY_TAKEN}
    same = one.agents.names & other.agents.names or one.agents.sorts & other.agents.sorts
    if not both or same or one.when == other.when:
        return False
    return one.again != other.again or bool(one.agents.actors and other.agents.actors)


_Ban = tuple[Callable[[Telling, Telling], bool], str]
#: What types, days and places say (`rashomon.linking.relinking.sieving` asks it of many accounts at once).
_PLAIN: tuple[_Ban, ...] = (
    (_types_differ, "the types do not go together"),
    (times_differ, "the dates are apart"),
    (_apart, "the places are apart"),
)
_CLOSER: tuple[_Ban, ...] = (
    (_many_and_one, "one sums up many happenings, or both sum up others"),
    (_other_takers, "others take the place, or it is taken back"),
    (_other_persons, "other persons are concerned"),
    (_only_one_happened, "one did not happen, and type or date differ"),
)
_FORBIDDEN = (*_PLAIN, *_CLOSER)


def forbidden(one: Telling, other: Telling) -> str | None:
    """Return why the two can never be one happening, ``None`` where nothing forbids it."""
    return _first(_FORBIDDEN, one, other)


def forbidden_closer(one: Telling, other: Telling) -> str | None:
    """Return the same as `forbidden` for two whose types, days and places are known to forbid nothing."""
    return _first(_CLOSER, one, other)


def _first(bans: tuple[_Ban, ...], one: Telling, other: Telling) -> str | None:
    for forbids, why in bans:
        if forbids(one, other):
            return why
    return None
