"""The entities of a sentence in the types of re3d, from a reading and, where it has one, from the model's own head."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rashomon.extraction.entity_words import DETERMINERS
from rashomon.model.reading import Mention, Reading
from rashomon.model.words import MentionKind, NumberKind


@dataclass(frozen=True, slots=True)
class Entity:
    """A typed span; ``mention`` is what the reading has there, ``None`` where it has nothing."""

    type: str
    start: int
    end: int
    mention: Mention | None = None


_TYPES = {
    MentionKind.PERSON: "Person",
    MentionKind.GROUP: "Organisation",
    MentionKind.FORCE: "Organisation",
    MentionKind.GOVERNMENT: "Organisation",
    MentionKind.ORGANISATION: "Organisation",
    MentionKind.MEDIA: "Organisation",
    MentionKind.CIVILIANS: "Organisation",
    MentionKind.COUNTRY: "Location",
    MentionKind.PLACE: "Location",
    MentionKind.FACILITY: "Location",
    MentionKind.WEAPON: "Weapon",
    MentionKind.DATE: "Temporal",
    MentionKind.NUMBER: "Quantity",
}
#: Words that stand for a speaker, a body of people or a place.
_PRONOUNS = {
    **dict.fromkeys(("i", "me", "my", "he", "him", "his", "she", "her"), "Person"),
    **dict.fromkeys(("we", "us", "they", "them"), "Organisation"),
    **dict.fromkeys(("here", "there"), "Location"),
}
_WORD = re.compile(r"\b(?:" + "|".join(_PRONOUNS) + r")\b", re.IGNORECASE)
_PLATFORM = re.compile(
    r"\b(?:aircraft|bombers?|fighters? jets?|jets?|planes?|warplanes?|helicopters?|drones?|tanks?|vehicles?|ships?|frigates?"
    r"|boats?|carriers?|trucks?|humvees?|airlifters?)$",
    re.IGNORECASE,
)
_MANY = re.compile(r"(?:men|people|women|children|police|\ws)$")
_EXISTENTIAL = re.compile(r"\s+(?:is|are|was|were|has|have|can|will|may|must|should)\b")
_BEFORE = re.compile(r"(?:\b(?:" + "|".join(sorted(DETERMINERS)) + r")\s)$", re.IGNORECASE)
#: Before a country that acts, not one that lies somewhere.
_ACTING = re.compile(
    r"^(?:\s+and\s+(?:the\s)?[A-Z]\w+)*\s+(?:has|have|is|was|will|would|must|should|continues?|supports?|condemns?|urges?|remains)\b"
)
_PLACING = re.compile(
    r"\b(?:in|from|to|into|inside|outside|across|throughout|near|of|for|around|over|within|on)\s(?:the\s)?$", re.IGNORECASE
)


def entities(text: str, reading: Reading) -> list[Entity]:
    """Return the entities that a reading names, none overlapping another, in order."""
    found = [*_named(text, reading.mentions), *_pronouns(text)]
    return disjoint(found)


#: Types that grammars find more surely than a head that saw few of them.
_BY_GRAMMAR = frozenset({"Temporal", "Money"})


def with_head(headed: Iterable[Entity], named: Iterable[Entity]) -> list[Entity]:
    """Return what a head found, each with the mention that lies there, and what only grammars and pronouns give beside it."""
    rest = list(named)
    kept = [
        replace(one, mention=next((e.mention for e in rest if e.start < one.end and one.start < e.end), None)) for one in headed
    ]
    beside = [e for e in rest if e.type in _BY_GRAMMAR or e.mention is None]
    free = [e for e in beside if all(e.end <= one.start or one.end <= e.start for one in kept)]
    return disjoint([*kept, *free])


def disjoint(found: Iterable[Entity]) -> list[Entity]:
    """Return those that no longer or earlier one covers, in order."""
    kept: list[Entity] = []
    for one in sorted(found, key=lambda e: (e.start - e.end, e.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda e: e.start)


def _named(text: str, mentions: Iterable[Mention]) -> Iterator[Entity]:
    for mention in mentions:
        start, end = mention.span.start, mention.span.end
        if mention.kind not in (MentionKind.DATE, MentionKind.NUMBER):
            before = _BEFORE.search(text, max(0, start - 8), start)
            start = before.start() if before else start
        yield Entity(_type(text, mention, start), start, end, mention)


def _type(text: str, mention: Mention, start: int) -> str:
    words = mention.text
    if mention.kind == MentionKind.PERSON and not mention.named and _MANY.search(words):
        return "Organisation"
    if mention.kind == MentionKind.NUMBER and mention.number_kind == NumberKind.MONEY:
        return "Money"
    if mention.kind == MentionKind.WEAPON and _PLATFORM.search(words):
        return "MilitaryPlatform"
    acts = not _PLACING.search(text, max(0, start - 16), start) and _ACTING.match(text, mention.span.end)
    if mention.kind == MentionKind.COUNTRY and acts:
        return "Organisation"
    return _TYPES[mention.kind]


def _pronouns(text: str) -> Iterator[Entity]:
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if word == "there" and _EXISTENTIAL.match(text, match.end()):
            continue
        yield Entity(_PRONOUNS[word], *match.span())
