"""Incidents of one kind in one report: told apart by the town their sentences name. (Days tell them apart less well.)"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.extraction.incidents.entities import Entity
from rashomon.extraction.incidents.grouping import CULPRITS, Group
from rashomon.extraction.incidents.places import Places

#: The size of areas from which on another name means another incident: a town.
_TOWN = 2


def split(group: Group, places: Places) -> Iterator[Group]:
    """Yield the incidents in a group: what is hit in another town is another one; each has the culprits nearest to it."""
    hit = sorted((one for one in group.entities if one.part not in CULPRITS), key=lambda one: one.phrases[0].start)
    made: list[tuple[str | None, list[Entity]]] = []
    for entity in hit:
        town = _town(entity, places)
        at = next((n for n in reversed(range(len(made))) if None in (town, made[n][0]) or made[n][0] == town), None)
        if at is None:
            made.append((town, [entity]))
        else:
            made[at] = (made[at][0] or town, [*made[at][1], entity])
    if len(made) <= 1:
        yield group
        return
    culprits = [(one, _nearest(one, [found for _, found in made])) for one in group.entities if one.part in CULPRITS]
    for n, (_, entities) in enumerate(made):
        yield replace(group, entities=(*(one for one, near in culprits if n in near), *entities))


def _town(entity: Entity, places: Places) -> str | None:
    """Return the town, or what lies within one, that the sentence of an entity's first phrase names."""
    return next((name for rank, name in places.ranked([entity.phrases[0].sentence]) if rank >= _TOWN), None)


def _nearest(culprit: Entity, made: Sequence[Sequence[Entity]]) -> set[int]:
    """Return which of the incidents a culprit stands nearest to, of each of its phrases one."""
    found = set()
    for phrase in culprit.phrases:
        gaps = [min(abs(phrase.sentence - other.sentence) for one in entities for other in one.phrases) for entities in made]
        found.add(gaps.index(min(gaps)))
    return found
