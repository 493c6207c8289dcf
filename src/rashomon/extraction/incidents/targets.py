"""What and whom an incident hit: class, number, nation and effect of every target."""

import re

from rashomon.extraction.incidents.counting import count
from rashomon.extraction.incidents.entities import Entity, of_part
from rashomon.extraction.incidents.grouping import Group
from rashomon.extraction.incidents.kinds import head_class
from rashomon.extraction.incidents.passages import Passage
from rashomon.extraction.incidents.phrases import DESCRIPTION, NAME, THING, Phrase
from rashomon.extraction.incidents.values import KIDNAPPING, Count, Spot, Target
from rashomon.extraction.lexicon import Gazetteer

_NONE = "-"
#: How far a description may stand from the name it goes with.
_GAP = 4
#: How far before a phrase a word for its nation may stand.
_REACH = 24
_WORD = re.compile(r"[\w.]+")


class Targets:
    """Makes the targets of a report's incidents.

    Args:
        passage: the report.

        gazetteer: knows the countries.
    """

    def __init__(self, passage: Passage, gazetteer: Gazetteer) -> None:
        self._passage = passage
        self._gazetteer = gazetteer

    def of(self, group: Group, spot: Spot) -> tuple[tuple[Target, ...], tuple[Target, ...]]:
        """Return the things and the people hit."""
        things = [] if group.kind == KIDNAPPING else of_part(group.entities, THING)
        names, rest = of_part(group.entities, NAME), of_part(group.entities, DESCRIPTION)
        roles = {id(name): [one for one in rest if self._goes_with(name, one)] for name in names}
        taken = {id(one) for found in roles.values() for one in found}
        people = [self._person(name, roles[id(name)], spot) for name in names]
        people += [self._target(one, spot, "people", named=False) for one in rest if id(one) not in taken]
        return tuple(self._target(thing, spot, "things", named=True) for thing in things), tuple(people)

    def _goes_with(self, name: Entity, description: Entity) -> bool:
        """Whether a description stands right beside a name."""
        return any(self._beside(one, other) for one in name.phrases for other in description.phrases)

    def _beside(self, one: Phrase, other: Phrase) -> bool:
        first, second = sorted((one, other), key=lambda phrase: phrase.start)
        between = self._passage.text[first.end : second.start]
        return 0 <= second.start - first.end <= _GAP and between.strip(" \n,") in ("", "the", "a", "an")

    def _person(self, name: Entity, roles: list[Entity], spot: Spot) -> Target:
        said = " ".join(role.best.text for role in roles)
        described = tuple(role.best.text for role in roles)
        kind = _kind("people", said, name)
        return Target(name.names, described, kind, Count(1, 1), self._nation(name, spot), _effect(name))

    def _target(self, entity: Entity, spot: Spot, key: str, *, named: bool) -> Target:
        number, nation = count(self._passage, entity.best), self._nation(entity, spot)
        kind = _kind(key, entity.best.text, entity)
        names = entity.names
        return Target(names if named else (), () if named else names, kind, number, nation, _effect(entity))

    def _nation(self, entity: Entity, spot: Spot) -> str | None:
        """The country whose adjective stands in, or right before, one of the phrases, where it is another than the incident's."""
        for phrase in entity.phrases:
            before = self._passage.text[max(0, phrase.start - _REACH) : phrase.start].split()[-2:]
            for word in (*before, *_WORD.findall(phrase.text)):
                code = "US" if word in ("u.s.", "u.s", "american") else self._gazetteer.country(word.strip(".,").title())
                if code is not None and code != spot.country and len(word) > 2:  # noqa: PLR2004 - "us", "in"
                    return code
        return None


def _kind(key: str, words: str, entity: Entity) -> str:
    """The class by the words; where they tell none, the model's."""
    told = head_class(key, words) if words else None
    if told is not None:
        return told
    voted = entity.voted(lambda phrase: phrase.kind)
    if voted != _NONE:
        return voted
    return "CIVILIAN" if key == "people" else "OTHER"


def _effect(entity: Entity) -> str | None:
    voted = entity.voted(lambda phrase: phrase.effect)
    return None if voted == _NONE else voted
