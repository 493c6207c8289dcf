"""The arguments of a KAIROS event from the mentions of its sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.extraction.entity_words import NOUN_HEADS
from rashomon.model.reading import Mention
from rashomon.model.words import ACTOR_KINDS, MentionKind
from rashomon.text.tokens import tokens

_BE = re.compile(r"\b(?:was|were|been|is|are|being|be|got)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_BY = re.compile(r"^\W*(?:[\w-]+\W+){0,6}?by\s+(?:an?\s|the\s)?$")
_PLACED = re.compile(r"\b(?:in|at|near|outside|on|inside|across|of)\s+(?:the\s|a\s|an\s)?(?:\w+\s+(?:of|in)\s+(?:the\s)?)?$")
_PEOPLE = frozenset({MentionKind.PERSON, MentionKind.CIVILIANS, MentionKind.FORCE, MentionKind.GROUP})
_PLACES = frozenset({MentionKind.PLACE, MentionKind.FACILITY, MentionKind.COUNTRY})
_TITLES = re.compile(
    r"^(?:(?:[a-z][\w’'-]*|[A-Z]\w*\.|(?:Lt|Gen|Col|Maj|Sgt|Capt)\.?|General|Major|Colonel|Lieutenant|Captain|President|Minister|Prime|Mr|Mrs|Dr|Sheikh)\s+)+(?=[A-Z])"
)
#: How far an argument may stand from its trigger, in characters.
_REACH = 110


@dataclass(frozen=True, slots=True)
class Roles:
    """What a type calls who does it, who suffers it, with what, and where; ``None`` where it has no such role."""

    doer: str | None = None
    sufferer: str | None = None
    tool: str | None = None
    place: str | None = "Place"
    #: Of a verb without an object its subject suffers ("died", "exploded").
    inward: bool = False


ROLES = {
    "Life.Die.Unspecified": Roles("Killer", "Victim"),
    "Life.Injure.Unspecified": Roles("Injurer", "Victim", "Instrument"),
    "Conflict.Attack.DetonateExplode": Roles("Attacker", "Target", "ExplosiveDevice"),
    "Conflict.Attack.Unspecified": Roles("Attacker", "Target", "Instrument"),
    "Justice.ArrestJailDetain.Unspecified": Roles("Jailer", "Detainee"),
    "Justice.ChargeIndict.Unspecified": Roles("Prosecutor", "Defendant"),
    "Justice.Convict.Unspecified": Roles("JudgeCourt", "Defendant"),
    "Justice.Sentence.Unspecified": Roles("JudgeCourt", "Defendant"),
    "Justice.Acquit.Unspecified": Roles("JudgeCourt", "Defendant"),
    "Justice.ReleaseParole.Unspecified": Roles("JudgeCourt", "Defendant"),
    "Justice.InvestigateCrime.Unspecified": Roles("Investigator"),
    "ArtifactExistence.DamageDestroyDisableDismantle.Damage": Roles("Damager", "Artifact"),
    "ArtifactExistence.DamageDestroyDisableDismantle.Destroy": Roles("Destroyer", "Artifact"),
    "Conflict.Demonstrate.Unspecified": Roles("Demonstrator", "Target"),
    "Movement.Transportation.Unspecified": Roles("Transporter", "PassengerArtifact", "Vehicle", "Destination"),
    "Movement.Transportation.Evacuation": Roles("Transporter", "PassengerArtifact", "Vehicle", "Origin"),
    "Contact.Contact.Unspecified": Roles("Participant", None, None, None),
    "Contact.Contact.Broadcast": Roles("Communicator", "Recipient", None, None),
    "Contact.Contact.Meet": Roles("Participant", "Participant"),
    "Contact.RequestCommand.Unspecified": Roles("Communicator", "Recipient", None, None),
    "Contact.ThreatenCoerce.Unspecified": Roles("Communicator", "Recipient", None, None),
    "Transaction.ExchangeBuySell.Unspecified": Roles("Giver", "AcquiredEntity", None, None),
    "Disaster.DiseaseOutbreak.Unspecified": Roles(None, "Victim"),
    "Personnel.EndPosition.Unspecified": Roles("Employee"),
    "GenericCrime.GenericCrime.GenericCrime": Roles("Perpetrator"),
}
_INWARD = re.compile(r"^(?:die|dies|died|dying|dead|perish\w*|drown\w*|arriv\w+|resign\w*|collaps\w+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Argument:
    """A span in a role."""

    role: str
    start: int
    end: int


def head(text: str, mention: Mention) -> tuple[int, int]:
    """Return the name without its title, or the last word of a phrase: what the set marks."""
    start, end = mention.span.start, mention.span.end
    if mention.named and mention.kind == MentionKind.PERSON:
        title = _TITLES.match(text[start:end])
        return (start + title.end() if title else start), end
    last = tokens(text, start, end)[-1]
    if not mention.named or last.text.lower() in NOUN_HEADS:
        return last.start, last.end
    return start, end


def arguments(text: str, kind: str, trigger: tuple[int, int], mentions: Sequence[Mention]) -> list[Argument]:
    """Return the arguments of one event.

    Args:
        text: what was read.

        kind: the KAIROS type.

        trigger: its offsets.

        mentions: those of its sentence, in reading order.
    """
    roles = ROLES.get(kind)
    if roles is None:
        return []
    found: dict[tuple[str, int], Argument] = {}
    for role, mention in _sides(text, roles, trigger, mentions):
        start, end = head(text, mention)
        found.setdefault((role, start), Argument(role, start, end))
    return list(found.values())


def _sides(text: str, roles: Roles, trigger: tuple[int, int], mentions: Sequence[Mention]) -> Iterator[tuple[str, Mention]]:
    before = [m for m in mentions if m.span.end <= trigger[0] and trigger[0] - m.span.end < _REACH]
    after = [m for m in mentions if m.span.start >= trigger[1] and m.span.start - trigger[1] < _REACH]
    passive = _BE.search(text[max(0, trigger[0] - 20) : trigger[0]]) is not None
    inward = passive or _INWARD.match(text[slice(*trigger)]) is not None
    yield from _actors(text, roles, trigger, before, after, inward=inward)
    yield from (
        (roles.place, m)
        for m in after
        if roles.place and m.kind in _PLACES and _PLACED.search(text[max(0, m.span.start - 24) : m.span.start])
    )
    if roles.tool is not None:
        yield from ((roles.tool, m) for m in (*before[-1:], *after[:2]) if m.kind == MentionKind.WEAPON)


def _actors(
    text: str, roles: Roles, trigger: tuple[int, int], before: Sequence[Mention], after: Sequence[Mention], *, inward: bool
) -> Iterator[tuple[str, Mention]]:
    subject = next((m for m in reversed(before) if m.kind in ACTOR_KINDS), None)
    direct = next((m for m in after if m.span.start - trigger[1] < _DIRECT), None)
    if inward:
        if subject is not None and roles.sufferer is not None:
            yield roles.sufferer, subject
        yield from ((roles.doer, m) for m in after if roles.doer and _BY.match(text[trigger[1] : m.span.start]))
        return
    if subject is not None and roles.doer is not None:
        yield roles.doer, subject
    if direct is not None and roles.sufferer is not None and (direct.kind in _PEOPLE or roles.sufferer in ("Target", "Artifact")):
        yield roles.sufferer, direct


#: Characters between a verb and its object.
_DIRECT = 30
