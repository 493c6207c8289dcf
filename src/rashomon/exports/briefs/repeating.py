"""Whether two events of the ledger may be one happening: nobody is killed twice, and one toll at one place is rarely two."""

from rashomon.exports.briefs.doubting import DAYS, gap
from rashomon.exports.briefs.naming import is_named_kind
from rashomon.exports.briefs.setting import day_of
from rashomon.exports.briefs.telling import Telling
from rashomon.exports.briefs.tolls import toll_versions
from rashomon.exports.briefs.words import named_in
from rashomon.exports.contract import Aggregation
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.linking.events.kinds import sort_of
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.model.words import ActorKind, EventType
from rashomon.store.publishing.contract import PublishedEvent

#: From this many dead on the same toll is taken for that of the same happening.
TOLL = 5
_KILLED = frozenset({EventType.ASSASSINATION, EventType.KILLING})


def may_be_one(event: PublishedEvent, one: Telling, other: PublishedEvent, its: Telling, say: Catalogue) -> bool:
    """Return whether two events, as they are told, tell of the killing of one person, or of one toll at one place."""
    person = killed_person(event, one, say)
    if person is not None and person == killed_person(other, its, say):
        return True
    mine, theirs = _told_day(one, say), _told_day(its, say)
    near = mine is None or theirs is None or gap(mine, theirs) <= DAYS
    alike = sort_of(event.told.event.type) == sort_of(other.told.event.type) and bool(_places(event) & _places(other))
    return near and alike and bool(_tolls(event, one, say) & _tolls(other, its, say))


def killed_person(event: PublishedEvent, one: Telling, say: Catalogue) -> str | None:
    """Return the id of the one person whose killing an event's words tell; ``None`` where they name none or several."""
    patients = event.told.event.patients
    if one.lead is None or one.rests is None or not patients or event.told.event.type not in _KILLED:
        return None
    first = patients[0].value
    person = event.actors.get(first)
    if person is None or person.kind != ActorKind.PERSON or not person.name or not is_named_kind(one.lead, one.rests, say):
        return None
    return first if any(known.id == first and named_in(known, one.rests.words) for known in one.lead.patients) else None


def _told_day(one: Telling, say: Catalogue) -> DateInterval | None:
    return None if one.lead is None or one.rests is None else day_of(one.lead, one.rests, say)


def _places(event: PublishedEvent) -> frozenset[str]:
    return frozenset(one.value for one in event.told.event.places)


def _tolls(event: PublishedEvent, one: Telling, say: Catalogue) -> frozenset[Range]:
    """Return the counts of the dead that an event's words state, the large ones."""
    versions = toll_versions(event.told, one.grounds, "killed", Aggregation.REPRESENTATIVE, say)
    return frozenset(version.value for version in versions if (version.value.low or 0) >= TOLL)
