"""What a listed actor was on a day, as its dated ties say: minister, leader, member of parliament; and who held an office."""

from collections.abc import Iterable, Mapping
from datetime import date

from rashomon.extraction.coder_actors import KIND_SECTORS
from rashomon.linking.actors.sectors import Sectors, role_sectors
from rashomon.model.actors import Actor, ActorTie
from rashomon.model.words import ActorKind, Relation

#: Relations that give their subject a standing.
STANDING = frozenset({Relation.ROLE_IN, Relation.LEADS, Relation.MEMBER_OF, Relation.SPOKESMAN_OF})
_STATE_SECTOR = "GOV"


def holds_on(tie: ActorTie, day: date | None) -> bool:
    """Return whether a tie holds on a day; without a day, whether it still holds."""
    if tie.valid is None:
        return True
    if day is None:
        return tie.valid.last is None
    return (tie.valid.first is None or tie.valid.first <= day) and (tie.valid.last is None or day <= tie.valid.last)


def standings(actor: Actor) -> tuple[ActorTie, ...]:
    """Return the ties that give an actor a standing, the latest begun first."""
    mine = (tie for tie in actor.ties if tie.subject == actor.name and tie.relation in STANDING)
    return tuple(sorted(mine, key=_begun, reverse=True))


def _begun(tie: ActorTie) -> date:
    return tie.valid.first if tie.valid is not None and tie.valid.first is not None else date.min


class Tenures:
    """Reads sectors and offices from the ties of listed actors."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._actors: Mapping[str, Actor] = {actor.name: actor for actor in actors}

    def sectors(self, actor: Actor, day: date | None) -> Sectors:
        """Return what an actor is on a day, by its offices then; a person whose offices of state are over is ELI."""
        held = [tie for tie in standings(actor) if actor.kind == ActorKind.PERSON or tie.role is not None]
        now = [tie for tie in held if holds_on(tie, day)]
        for tie in now:
            found = self._of(tie)
            if found:
                return found
        if actor.kind != ActorKind.PERSON:
            return actor.sectors or kind_sectors(actor)
        past = [tie for tie in held if day is None or _begun(tie) <= day]
        found = next((found for tie in past if (found := self._of(tie))), ())
        return actor.sectors or (("ELI",) if found[:1] == (_STATE_SECTOR,) else found)

    def _of(self, tie: ActorTie) -> Sectors:
        found = role_sectors(tie.role) if tie.role is not None else ()
        body = self._actors.get(tie.object)
        if found or body is None or body.kind == ActorKind.PERSON:
            return found
        return (_STATE_SECTOR,) if body.kind == ActorKind.STATE else body.sectors or kind_sectors(body)

    def body_of(self, actor: Actor, day: date | None) -> Actor | None:
        """Return the body of the office a person holds on a day; ``None`` where it holds none that is listed."""
        held = (tie for tie in standings(actor) if tie.role is not None and holds_on(tie, day))
        return next((self._actors[tie.object] for tie in held if tie.object in self._actors), None)

    def last_body_of(self, actor: Actor) -> Actor | None:
        """Return the body of the office a person held last; ``None`` where it held none that is listed."""
        return next((self._actors[tie.object] for tie in standings(actor) if tie.object in self._actors), None)

    def holder(self, body: Actor, role: str, day: date | None) -> tuple[Actor, ActorTie] | None:
        """Return who holds an office of a body on a day, with the tie that says so; ``None`` where that is not one person."""
        ties = [tie for tie in body.ties if tie.object == body.name and tie.role == role and holds_on(tie, day)]
        found = {tie.subject: tie for tie in ties if tie.subject in self._actors}
        if len(found) != 1:
            return None
        ((name, tie),) = found.items()
        return self._actors[name], tie


def kind_sectors(actor: Actor) -> Sectors:
    """Return the sector that an actor's kind says; nothing for states, persons and what is not known."""
    if actor.kind in (ActorKind.PERSON, ActorKind.STATE) or actor.kind not in KIND_SECTORS:
        return ()
    return (KIND_SECTORS[actor.kind],)
