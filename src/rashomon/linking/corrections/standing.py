"""Which decisions stand, and which of them contradict each other because one person did not see the other's."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.model.decisions import Decision
from rashomon.model.words import Verdict

#: Verdicts on the whole of a thing: of these, one person's may stand against another's.
_ON_THE_WHOLE = frozenset({Verdict.ACCEPT, Verdict.REJECT})
#: Verdicts of which any number stand beside each other.
_BESIDE = frozenset({Verdict.NOTE, Verdict.ADD, Verdict.MERGE, Verdict.SPLIT})

#: What a decision is about: the target, and which value of it or which question.
Subject = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Decisions on one value, none of which was made in sight of the other, oldest first; the last is in force."""

    target: str
    field: str
    sides: tuple[Decision, ...]


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that no standing later one takes back, oldest first; those that take back are left out."""
    undone: set[str] = set()
    kept: list[Decision] = []
    for decision in sorted(decisions, key=lambda decision: (decision.when, decision.id), reverse=True):
        if decision.id in undone:
            continue
        if decision.undoes is not None:
            undone.add(decision.undoes)
        else:
            kept.append(decision)
    return kept[::-1]


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the standing decisions without those on the whole of a thing that a later one overtook, oldest first."""
    kept = standing(decisions)
    last = {about: decision.id for decision in kept if (about := subject(decision)) is not None}
    return tuple(d for d in kept if d.verdict not in _ON_THE_WHOLE or d.id == last.get(subject(d) or ("", "")))


def subject(decision: Decision) -> Subject | None:
    """Return what a decision is about; ``None`` where any number of decisions stand beside each other."""
    if decision.verdict in _BESIDE:
        return None
    if decision.verdict in _ON_THE_WHOLE and decision.field is None:
        return decision.target, "whole"
    return decision.target, decision.field or decision.verdict.value


def _says(decision: Decision) -> tuple[str, str | None]:
    """Return what a decision makes of its subject: accepting twice is the same, whatever was seen."""
    return decision.verdict, None if decision.verdict in _ON_THE_WHOLE else decision.after


def heads(kept: Iterable[Decision]) -> dict[Subject, tuple[Decision, ...]]:
    """Return the standing decisions on each subject that no later one was made in sight of, oldest first."""
    by_subject: dict[Subject, list[Decision]] = {}
    for decision in kept:
        about = subject(decision)
        if about is not None:
            by_subject.setdefault(about, []).append(decision)
    found: dict[Subject, tuple[Decision, ...]] = {}
    for about, several in by_subject.items():
        seen = {known for decision in several for known in decision.saw}
        found[about] = tuple(decision for decision in several if decision.id not in seen)
    return found


def conflicts(kept: Iterable[Decision]) -> tuple[Conflict, ...]:
    """Return where persons decided differently without seeing each other's decision, by target and field."""
    found = heads(kept)
    return tuple(
        Conflict(target, field, sides) for (target, field), sides in sorted(found.items()) if len({*map(_says, sides)}) > 1
    )
