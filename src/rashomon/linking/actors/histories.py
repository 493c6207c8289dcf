"""Put together what lists, ties and events say of one actor through time: roles, ties, designations, custody, death."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from rashomon.linking.actors.tenure import STANDING
from rashomon.model.actors import Actor, ActorTie
from rashomon.model.dates import DateInterval
from rashomon.model.histories import Chapter, HistoryLine, Witness
from rashomon.model.ledger import Reason
from rashomon.model.ranges import Range
from rashomon.model.words import SYMMETRIC, ActorKind, EventType, Relation, Status

#: Each relation as its subject and as its object would say it.
_SAYS: Mapping[Relation, tuple[str, str]] = {
    Relation.LEADS: ("leads", "led by"),
    Relation.MEMBER_OF: ("member of", "has the member"),
    Relation.PART_OF: ("part of", "has the part"),
    Relation.FRONT_FOR: ("front for", "has the front"),
    Relation.BACKED_BY: ("backed by", "backs"),
    Relation.ALLIED_WITH: ("allied with", "allied with"),
    Relation.OPPOSED_TO: ("opposed to", "opposed to"),
    Relation.ALIAS_OF: ("another name of", "also called"),
    Relation.SUCCEEDED: ("succeeded", "succeeded by"),
    Relation.ROLE_IN: ("has a role in", "has in a role"),
    Relation.DESIGNATED_BY: ("designated by", "designated"),
    Relation.BASED_IN: ("based in", "base of"),
    Relation.FAMILY_OF: ("family of", "family of"),
    Relation.MEDIA_ARM_OF: ("media arm of", "has the media arm"),
    Relation.SPOKESMAN_OF: ("spokesman of", "has the spokesman"),
}
_CHAPTERS = {
    Relation.DESIGNATED_BY: Chapter.DESIGNATION,
    Relation.SUCCEEDED: Chapter.SUCCESSION,
    **dict.fromkeys(STANDING, Chapter.ROLE),
}
_BY_EVENT = {
    EventType.DESIGNATION_OR_SANCTION: (Chapter.DESIGNATION, "designated or sanctioned"),
    EventType.APPOINTMENT: (Chapter.ROLE, "appointed"),
    EventType.ARREST: (Chapter.CUSTODY, "arrested"),
    EventType.KIDNAPPING: (Chapter.CUSTODY, "abducted"),
    EventType.TRIAL_OR_SENTENCE: (Chapter.CUSTODY, "tried or sentenced"),
    EventType.RELEASE: (Chapter.CUSTODY, "released"),
    EventType.SURRENDER: (Chapter.CUSTODY, "surrendered"),
}
_DEADLY = frozenset({EventType.KILLING, EventType.ASSASSINATION})
#: Types that may tell of a death where the words say so.
VIOLENT = _DEADLY | {
    EventType.ATTACK,
    EventType.ARMED_CLASH,
    EventType.BOMBING,
    EventType.SUICIDE_ATTACK,
    EventType.AIRSTRIKE,
    EventType.DRONE_OR_MISSILE_STRIKE,
    EventType.SHELLING_OR_ROCKET,
}
#: Types of events that a history is made of, where the actor is who it was done to.
TOLD_TYPES = VIOLENT | frozenset(_BY_EVENT)
_DEATH = re.compile(
    r"\b(?:kill\w*|slain|slay\w*|dead|died|dies|deaths?|assassinat\w*|murder\w*|eliminat\w*|behead\w*)\b", re.IGNORECASE
)
_SURVIVED = re.compile(
    r"\b(?:surviv\w+|escap\w+|unhurt|unharmed|attempt\w*|tried to|failed to|wound\w*|injur\w*)\b", re.IGNORECASE
)
_DENYING = frozenset({Status.DENIED, Status.NEGATED, Status.DISPUTED})
_UNREAL = frozenset({Status.PLANNED, Status.HYPOTHETICAL})


@dataclass(frozen=True, slots=True)
class ToldTie:
    """A tie that an article states, its ends by canonical name."""

    subject: str
    relation: Relation
    object: str
    valid: DateInterval | None
    witness: Witness


@dataclass(frozen=True, slots=True)
class Told:
    """One account of an event, or one claim about it, in which something was done to the actor."""

    status: Status
    killed: Range | None
    words: str
    witness: Witness


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event in which something was done to the actor."""

    id: str
    type: EventType
    title: str
    date: DateInterval | None
    accounts: tuple[Told, ...]
    denials: tuple[Witness, ...] = ()


def history(
    actor: Actor, ties: Iterable[ToldTie], events: Iterable[ToldEvent], denials: Iterable[Witness] = ()
) -> tuple[HistoryLine, ...]:
    """Return all that is said of an actor, earliest first, what nobody dates last.

    Args:
        actor: the actor with its listed ties.

        ties: ties that articles state, with the actor at one end.

        events: events in which something was done to the actor.

        denials: those who say that the actor is not dead, wherever they say so.
    """
    lines = list(_listed(actor))
    for tie in sorted(ties, key=lambda tie: (str(tie.witness.day), tie.witness.article_id or "", tie.witness.start or 0)):
        _tell(lines, actor, tie)
    lines += (line for event in events if (line := _of_event(actor, event)) is not None)
    for denial in denials:
        _deny(lines, denial)
    return tuple(sorted(lines, key=_in_time))


def _deny(lines: list[HistoryLine], denial: Witness) -> None:
    """Add a denial to the latest death that had been told by then."""
    deaths = [at for at, line in enumerate(lines) if line.chapter == Chapter.DEATH and _was_told(line, denial.day)]
    if deaths:
        at = max(deaths, key=lambda at: str(lines[at].begun or ""))
        if denial.name not in {witness.name for witness in lines[at].witnesses if witness.denies}:
            lines[at] = replace(lines[at], witnesses=(*lines[at].witnesses, denial))


def _was_told(line: HistoryLine, day: date | None) -> bool:
    return day is None or line.begun is None or line.begun <= day


def says_death(words: str) -> bool:
    """Return whether some words speak of a death."""
    return _DEATH.search(words) is not None


def _in_time(line: HistoryLine) -> tuple[bool, str, str, str]:
    return line.begun is None, str(line.begun or ""), line.chapter, line.says


def _words(relation: Relation, other: str, role: str | None, *, is_subject: bool) -> str:
    if role is not None and relation in STANDING:
        return f"{role} of {other}" if is_subject else f"{role}: {other}"
    plain = f"{_SAYS[relation][0 if is_subject else 1]} {other}"
    return f"{plain} as {role}" if role is not None else plain


def _line(actor: Actor, tie: ActorTie | ToldTie, role: str | None, witness: Witness, reason: Reason) -> HistoryLine:
    is_subject = tie.subject == actor.name
    other = tie.object if is_subject else tie.subject
    chapter = _CHAPTERS.get(tie.relation, Chapter.TIE)
    says = _words(tie.relation, other, role, is_subject=is_subject)
    return HistoryLine(chapter, says, other, tie.valid, (witness,), reasons=(reason,))


def _listed(actor: Actor) -> Iterator[HistoryLine]:
    for tie in actor.ties:
        yield _line(actor, tie, tie.role, Witness(tie.source), Reason("listed_tie", 1.0, f"listed, after {tie.source}"))


def _tell(lines: list[HistoryLine], actor: Actor, tie: ToldTie) -> None:
    """Add an article's tie: as one more witness of a line that says the same, else as a line of its own."""
    reason = Reason("told_tie", 0.7, f"{tie.witness.name} says so")
    new = _line(actor, tie, None, tie.witness, reason)
    for at, line in enumerate(lines):
        if _says_same(line, new, tie.relation):
            lines[at] = replace(line, valid=line.valid or new.valid, witnesses=(*line.witnesses, tie.witness))
            return
    lines.append(new)


def _says_same(line: HistoryLine, new: HistoryLine, relation: Relation) -> bool:
    if line.chapter != new.chapter or line.other != new.other or line.event_id is not None:
        return False
    if new.chapter == Chapter.TIE and relation not in SYMMETRIC and line.says != new.says:
        return False
    told = new.valid or (DateInterval(new.begun, new.begun) if new.begun is not None else None)
    return line.valid is None or told is None or line.valid.overlaps(told)


def _of_event(actor: Actor, event: ToldEvent) -> HistoryLine | None:
    """Return what an event means for the actor; ``None`` where no account says more than that it was planned."""
    real = tuple(told for told in event.accounts if told.status not in _UNREAL)
    if event.type in VIOLENT:
        deadly = tuple(told for told in real if _is_death(event.type, told))
        if actor.kind != ActorKind.PERSON or not deadly:
            return None
        return _event_line(event, deadly, Chapter.DEATH, f"reported dead: {event.title}")
    found = _BY_EVENT.get(event.type)
    return _event_line(event, real, found[0], f"{found[1]}: {event.title}") if found is not None and real else None


def _is_death(kind: EventType, told: Told) -> bool:
    """Return whether an account tells that the actor died, or denies it."""
    if (told.killed is not None and told.killed.high == 0) or _SURVIVED.search(told.words):
        return False
    counted = told.killed is None or told.killed.low is None or told.killed.low > 0
    return counted and (kind in _DEADLY or _DEATH.search(told.words) is not None)


def _event_line(event: ToldEvent, told: tuple[Told, ...], chapter: Chapter, says: str) -> HistoryLine:
    witnesses = [replace(one.witness, denies=one.status in _DENYING) for one in told]
    unique = {(witness.name, witness.denies): witness for witness in reversed((*witnesses, *event.denials))}
    ordered = tuple(sorted(unique.values(), key=lambda witness: (witness.denies, str(witness.day or "9999"), witness.name)))
    yes = sum(not witness.denies for witness in ordered)
    reason = Reason("told_event", min(1.0, 0.5 + 0.2 * yes), f"{yes} say so, {len(ordered) - yes} deny or doubt it")
    return HistoryLine(chapter, says, None, event.date, ordered, event.id, (reason,))
