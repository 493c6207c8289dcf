"""Which entities make one incident, and whether a report holds any."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.extraction.incidents.entities import Entity
from rashomon.extraction.incidents.phrases import DESCRIPTION, INDIVIDUAL, INSTRUMENT, NAME, ORGANISATION, THING
from rashomon.extraction.incidents.values import ARSON, KIDNAPPING

#: From this chance on the surest entity makes a report hold an incident.
RELEVANT = 0.5
#: What a culprit counts there: groups are named in many reports of no incident.
CULPRIT = 0.7
#: The share of a report's weight a second kind of incident needs.
SHARE = 0.3
#: What counts towards the kind of an incident, by part; who did it says little of what was done.
_WEIGHTS = {THING: 1.0, NAME: 1.0, DESCRIPTION: 1.0, INSTRUMENT: 1.0, INDIVIDUAL: 0.5, ORGANISATION: 0.3}
CULPRITS = (INDIVIDUAL, ORGANISATION)


@dataclass(frozen=True, slots=True)
class Group:
    """The entities of one incident, and its kind."""

    kind: str
    entities: tuple[Entity, ...]

    @property
    def sentences(self) -> list[int]:
        """Return the numbers of the sentences its phrases stand in, without those of the culprits where others are."""
        hit = [entity for entity in self.entities if entity.part not in CULPRITS] or list(self.entities)
        return sorted({phrase.sentence for entity in hit for phrase in entity.phrases})


def grouped(found: Sequence[Entity]) -> list[Group]:
    """Return the incidents of a report; none where nothing in it is sure enough."""
    if max((entity.sure * (CULPRIT if entity.part in CULPRITS else 1.0) for entity in found), default=0.0) < RELEVANT:
        return []
    kinds = _kinds(found)
    groups = []
    for kind in kinds:
        members = tuple(entity for entity in found if _belongs(entity, kind, kinds))
        if members:
            groups.append(Group(kind, members))
    return groups


def _kinds(found: Iterable[Entity]) -> list[str]:
    """Return the kinds of incident a report tells of, the weightiest first."""
    weights: dict[str, float] = {}
    for entity in found:
        for phrase in entity.phrases:
            weights[phrase.incident] = weights.get(phrase.incident, 0.0) + phrase.sure * phrase.typed * _WEIGHTS[phrase.part]
    ranked = sorted(weights, key=lambda kind: (-weights[kind], kind))
    total = sum(weights.values())
    return [kind for n, kind in enumerate(ranked) if n == 0 or weights[kind] >= SHARE * total]


def _belongs(entity: Entity, kind: str, kinds: Sequence[str]) -> bool:
    """Whether an entity is of an incident of this kind: its own, or the first where its own is none of the report's."""
    if kind in (KIDNAPPING, ARSON) and entity.part == INSTRUMENT:
        return False
    said = {phrase.incident for phrase in entity.phrases} if entity.part in CULPRITS else {entity.voted(lambda one: one.incident)}
    return kind in said or (kind == kinds[0] and not said & set(kinds))
