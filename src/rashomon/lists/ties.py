"""The ties of listed actors: those that entries state, those that rolls give, and to whom each belongs."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.lists.listfile import Entry
from rashomon.lists.rolls import Rolls
from rashomon.lists.states import Named
from rashomon.model.actors import ActorTie
from rashomon.model.dates import DateInterval
from rashomon.model.words import Relation

_TIE_KEYS = frozenset({"relation", "object", "role", "from", "to", "source"})
#: What a shipped tie without a source gives as its source.
TIE_SOURCE = "general knowledge"
#: So many days two holders of an office may overlap, and so many it may be empty between them: dates may be whole years.
_OVERLAP, _GAP = 366, 400
_OFFICES = frozenset({Relation.ROLE_IN, Relation.LEADS})


def listed_ties(entry: Entry) -> Iterator[ActorTie]:
    """Yield the ties of an entry. Raises ListError where one breaks the form."""
    for row in entry.rows("ties"):
        if not row.keys() <= _TIE_KEYS:
            raise entry.error(f"a tie has only {', '.join(sorted(_TIE_KEYS))}, not {', '.join(sorted(row.keys() - _TIE_KEYS))}")
        relation, target = row.get("relation", ""), row.get("object", "")
        if relation not in Relation.__members__.values() or not target:
            raise entry.error(f"a tie needs an object and a relation out of {', '.join(Relation)}, not {dict(row)!r}")
        valid = entry.interval(row.get("from"), row.get("to"))
        yield ActorTie(entry.name, Relation(relation), target, row.get("source", TIE_SOURCE), valid, row.get("role"))


def tied(parts: Iterable[Named], stated: Iterable[ActorTie], rolls: Rolls) -> tuple[list[Named], tuple[ActorTie, ...]]:
    """Return the actors with the ties each is an end of, and all ties."""
    listed = list(parts)
    known = without_vaguer((*stated, *rolls.ties(listed)))
    ties = (*known, *successions(known))
    ends: dict[str, list[ActorTie]] = {}
    for tie in ties:
        for name in dict.fromkeys((tie.subject, tie.object)):
            ends.setdefault(name, []).append(tie)
    return [_with(part, ends.get(part.actor.name)) for part in listed], ties


def _with(part: Named, ties: list[ActorTie] | None) -> Named:
    if ties is None:
        return part
    return Named(replace(part.actor, ties=tuple(sorted(ties, key=_order))), part.folded)


def _order(tie: ActorTie) -> tuple[str, str, str, str, str]:
    return tie.relation, tie.subject, tie.object, str(tie.valid or ""), tie.role or ""


def without_vaguer(ties: Iterable[ActorTie]) -> tuple[ActorTie, ...]:
    """Return each tie once; one that names no role is left out where another of the same ends and time names it."""
    found = tuple(dict.fromkeys(ties))
    said: dict[tuple[str, str], list[ActorTie]] = {}
    for tie in found:
        if tie.role is not None:
            said.setdefault((tie.subject, tie.object), []).append(tie)
    return tuple(tie for tie in found if tie.role is not None or not _is_said(tie, said.get((tie.subject, tie.object), ())))


def _is_said(tie: ActorTie, said: Iterable[ActorTie]) -> bool:
    alike = (other for other in said if other.relation == tie.relation or {other.relation, tie.relation} <= _OFFICES)
    return any(tie.valid is None or other.valid is None or tie.valid.overlaps(other.valid) for other in alike)


def successions(ties: Iterable[ActorTie]) -> Iterator[ActorTie]:
    """Yield who followed whom in an office or at the head of a group, as the dates of those who held it say.

    One follows another who left shortly before, where nobody else left then.
    """
    held: dict[tuple[str, str], list[ActorTie]] = {}
    for tie in ties:
        if tie.relation in _OFFICES and tie.valid is not None and (tie.role is not None or tie.relation == Relation.LEADS):
            held.setdefault((tie.object, tie.role or "leader"), []).append(tie)
    for (body, role), holders in held.items():
        for after in holders:
            left = [before for before in holders if before.subject != after.subject and _follows(before, after)]
            if len(left) == 1 and after.valid is not None and after.valid.first is not None:
                day = DateInterval(after.valid.first, after.valid.first)
                yield ActorTie(after.subject, Relation.SUCCEEDED, left[0].subject, after.source, day, f"{role} of {body}")


def _follows(before: ActorTie, after: ActorTie) -> bool:
    left, came = before.valid, after.valid
    if left is None or came is None or left.last is None or came.first is None:
        return False
    return -_OVERLAP <= (came.first - left.last).days <= _GAP
