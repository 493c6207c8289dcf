"""The word lists of events made ready: which phrase can mean which type, and under which conditions."""

import functools
from dataclasses import dataclass

from rashomon.extraction.phrases import (
    Form,
    PhraseTable,
    fixed_phrases,
    noun_entries,
    plain_words,
    verb_entries,
    word_set,
    words_of,
)
from rashomon.model.words import EventType, MentionKind

#: Types of violence; of two in one clause that can be one happening, the later in this order is kept.
VIOLENCE = (
    EventType.KILLING,
    EventType.ATTACK,
    EventType.ARMED_CLASH,
    EventType.RIOT,
    EventType.SABOTAGE,
    EventType.BOMBING,
    EventType.SHELLING_OR_ROCKET,
    EventType.AIRSTRIKE,
    EventType.DRONE_OR_MISSILE_STRIKE,
    EventType.SUICIDE_ATTACK,
    EventType.ASSASSINATION,
)


@dataclass(frozen=True, slots=True)
class Case:
    """A condition under which an ambiguous word names an event; empty conditions always hold."""

    type: EventType | None
    near: tuple[tuple[str, ...], ...] = ()
    objects: frozenset[MentionKind] = frozenset()
    agents: frozenset[MentionKind] = frozenset()


@dataclass(frozen=True, slots=True)
class Sense:
    """What a listed phrase means: a type, or cases to try in turn. ``casualty`` words count only where no other does."""

    type: EventType | None = None
    cases: tuple[Case, ...] = ()
    casualty: bool = False


@dataclass(frozen=True, slots=True)
class Refinement:
    """Words in the clause that make a general type more exact."""

    sources: frozenset[EventType]
    words: PhraseTable[bool]
    to: EventType


@functools.cache
def trigger_table() -> PhraseTable[Sense]:
    """Return all trigger phrases with their senses."""
    entries = _context_entries()
    for name, lists in words_of("triggers.yaml").items():
        sense = Sense(EventType(name))
        entries += [
            *fixed_phrases(lists.get("fixed", ()), sense),
            *noun_entries(lists.get("nouns", ()), sense),
            *verb_entries(lists.get("verbs", ()), sense),
        ]
    casualties = words_of("refinements.yaml")["casualties"]
    sense = Sense(EventType(casualties["type"]), casualty=True)
    entries += [*verb_entries(casualties["verbs"], sense), *fixed_phrases(casualties["fixed"], sense)]
    return PhraseTable(entries)


@functools.cache
def noun_senses() -> dict[tuple[str, ...], Sense]:
    """Return what the nouns mean that name events; a verb written alike may mean something else."""
    senses: dict[tuple[str, ...], Sense] = {}
    for context in words_of("contexts.yaml"):
        sense = Sense(cases=tuple(_case(row) for row in context["cases"]))
        senses.update({words: sense for words, _, _ in noun_entries(context.get("nouns", ()), True) if words not in senses})
    for name, lists in words_of("triggers.yaml").items():
        sense = Sense(EventType(name))
        senses.update({words: sense for words, _, _ in noun_entries(lists.get("nouns", ()), True) if words not in senses})
    return senses


def _context_entries() -> list[tuple[tuple[str, ...], Form, Sense]]:
    """Return the ambiguous phrases; one that stands in several places of the list tries all its cases in their order."""
    cases: dict[tuple[str, ...], tuple[Form, tuple[Case, ...]]] = {}
    for context in words_of("contexts.yaml"):
        listed = tuple(_case(row) for row in context["cases"])
        for words, form, _ in (*noun_entries(context.get("nouns", ()), 0), *verb_entries(context.get("verbs", ()), 0)):
            first, earlier = cases.get(words, (form, ()))
            cases[words] = (first, earlier + listed)
    return [(words, form, Sense(cases=both)) for words, (form, both) in cases.items()]


def _case(row: dict[str, object]) -> Case:
    name = row.get("type")
    lists = {key: value for key, value in row.items() if isinstance(value, list)}
    return Case(
        EventType(str(name)) if name not in (None, "null") else None,
        tuple(plain_words(str(words)) for words in lists.get("near", [])),
        frozenset(MentionKind(kind) for kind in lists.get("object", [])),
        frozenset(MentionKind(kind) for kind in lists.get("agent", [])),
    )


@functools.cache
def refinements() -> tuple[Refinement, ...]:
    """Return what makes a general type more exact, in the order to try."""
    return tuple(
        Refinement(
            frozenset(EventType(name) for name in row["from"]),
            PhraseTable(fixed_phrases(row["words"], True)),
            EventType(row["to"]),
        )
        for row in words_of("refinements.yaml")["refine"]
    )


@functools.cache
def plain_list(name: str) -> frozenset[str]:
    """Return a flat list of ``refinements.yaml``."""
    return word_set("refinements.yaml", name)


@functools.cache
def casualty_gerunds() -> frozenset[str]:
    """Return gerunds that only say what a happening did (", killing four")."""
    return frozenset(words_of("refinements.yaml")["casualties"]["gerunds"])
