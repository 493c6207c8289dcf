"""Relations between the entities of a sentence in the types of re3d, from the reading and from the words between two entities."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.re3d_entities import Entity
from rashomon.model.reading import Reading
from rashomon.model.words import EventType, Relation, Role


@dataclass(frozen=True, slots=True)
class Related:
    """A relation of a type from one entity to another."""

    type: str
    source: Entity
    target: Entity


_TIES = {
    Relation.LEADS: "InChargeOf",
    Relation.MEMBER_OF: "BelongsTo",
    Relation.PART_OF: "BelongsTo",
    Relation.ROLE_IN: "BelongsTo",
    Relation.SPOKESMAN_OF: "BelongsTo",
    Relation.BACKED_BY: "AlliesOf",
    Relation.ALLIED_WITH: "AlliesOf",
    Relation.OPPOSED_TO: "FightingAgainst",
    Relation.ALIAS_OF: "IsSynonymOf",
}
_MEETINGS = frozenset({EventType.MEETING_OR_VISIT, EventType.AGREEMENT})
_NO_FIGHT = frozenset(
    {
        *_MEETINGS,
        EventType.RELEASE,
        EventType.ARMS_TRANSFER,
        EventType.FINANCING,
        EventType.APPOINTMENT,
        EventType.DEPLOYMENT,
        EventType.WITHDRAWAL,
        EventType.OTHER,
        EventType.STATEMENT_OR_PROPAGANDA,
        EventType.ELECTION_OR_GOVERNMENT_FORMATION,
        EventType.RECRUITMENT_OR_TRAINING,
    }
)
_ACTORS = frozenset({"Organisation", "Person"})
_PLACED = re.compile(
    r"^ ?,? ?(?:who |which |that )?(?:is |are |was |were )?"
    r"(?:based |located |operating |fighting )?(?:in|near|inside|at|outside|across|around|throughout) (?:the )?$"
)
_MEMBERS = re.compile(r"^ (?:of|from) $|^ ?(?:’s|'s) $")
_ALIKE = re.compile(r"^ ?(?:\(|, (?:also known as|or) ?) ?$|^ ?, ?$")
_AIDED = re.compile(r"\b(?:in support of|support(?:ing|s|ed)?|with the aid of|alongside|together with)\b")
_COUNTED = re.compile(r"^ (?:[a-z-]+ )?$")


def relations(text: str, reading: Reading, found: Sequence[Entity]) -> list[Related]:
    """Return the relations, each once."""
    made = [*_told(reading, found), *_beside(text, found)]
    kept: dict[tuple[str, int, int], Related] = {}
    for one in made:
        if one.source is not one.target:
            kept.setdefault((one.type, one.source.start, one.target.start), one)
    return list(kept.values())


def _told(reading: Reading, found: Sequence[Entity]) -> Iterator[Related]:
    """What ties and events of the reading say."""
    by_key: dict[str, list[Entity]] = {}
    for entity in found:
        if entity.mention is not None and entity.mention.key:
            by_key.setdefault(entity.mention.key, []).append(entity)
    for tie in reading.ties:
        kind = _TIES.get(tie.relation)
        for source in by_key.get(tie.subject, [])[:1] if kind else ():
            for target in by_key.get(tie.object, [])[:1]:
                yield Related(str(kind), source, target)
    for account in reading.accounts:
        agents, patients = ([e for k in account.keys(r) for e in by_key.get(k, [])[:1]] for r in (Role.AGENT, Role.PATIENT))
        if account.type in _MEETINGS:
            yield from (Related("CommWith", a, b) for a in agents for b in (*agents, *patients) if a.start < b.start)
        elif account.type not in _NO_FIGHT:
            yield from (Related("FightingAgainst", a, b) for a in agents for b in patients)


def _beside(text: str, found: Sequence[Entity]) -> Iterator[Related]:
    """What the words between two neighbours say."""
    for one, other in pairwise(found):
        between = text[one.end : other.start]
        kinds = (one.type, other.type)
        if other.type == "Location" and one.type in _ACTORS | {"Location"} and _PLACED.match(between):
            yield Related("CoLocated", one, other)
        if one.type == "Quantity" and other.type not in ("Quantity", "Temporal", "Money") and _COUNTED.match(between):
            yield Related("HasAttrOf", other, one)
        if kinds == ("Person", "Person") and _ALIKE.match(between):
            yield from (Related("IsSynonymOf", one, other), Related("IsSynonymOf", other, one))
        if one.type in _ACTORS and other.type == "Organisation" and _MEMBERS.match(between) and between.strip() in ("of", "from"):
            yield Related("BelongsTo", one, other)
        if kinds == ("Organisation", "Organisation") and len(between) < _NEAR and _AIDED.search(between):
            yield Related("AlliesOf", one, other)


#: Characters between two allies.
_NEAR = 60
