"""Who is said to have done it, who says so of themselves, and who denies a part in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from rashomon.linking.cast import Cast
from rashomon.linking.disputes.denials import Denied
from rashomon.linking.disputes.voices import Voice, Voices
from rashomon.linking.events.tellings import Telling
from rashomon.model.actors import Actor
from rashomon.model.ledger import Contradiction, Event, Reason
from rashomon.model.words import ActorKind, ContradictionKind, Relation, Severity, Stance, Status

#: Accounts of these say that it happened, or that some say so.
TOLD = frozenset({Status.ASSERTED, Status.CLAIMED, Status.ALLEGED, Status.DISPUTED})
_ONE_SIDE = frozenset(
    {
        Relation.ALIAS_OF,
        Relation.PART_OF,
        Relation.MEMBER_OF,
        Relation.FRONT_FOR,
        Relation.MEDIA_ARM_OF,
        Relation.LEADS,
        Relation.ROLE_IN,
        Relation.SPOKESMAN_OF,
    }
)


def tied_names(cast: Cast, article_id: str) -> frozenset[tuple[str, str]]:
    """Return the names of actors that an article ties to one side, the lesser name of each pair first."""
    found = set()
    for tie in cast.scenes[article_id].source.reading.ties:
        one, other = (cast.actor(article_id, key) for key in (tie.subject, tie.object))
        if tie.relation in _ONE_SIDE and one is not None and other is not None:
            found.add((min(one.name, other.name), max(one.name, other.name)))
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Said:
    """Somebody says that this one did it, or did not. ``told`` where it is only how an account tells it."""

    doer: Actor
    did: bool
    voice: Voice
    told: bool = False

    @property
    def says(self) -> str:
        """Return it in words."""
        return f"{self.doer.name} did it" if self.did else f"{self.doer.name} did not do it"


class Sides:
    """Knows which names belong together: those of the registry, and those that articles tie."""

    def __init__(self, ties: Iterable[tuple[str, str]]) -> None:
        tied: dict[str, set[str]] = {}
        for one, other in ties:
            tied.setdefault(one, set()).add(other)
            tied.setdefault(other, set()).add(one)
        self._tied: Mapping[str, set[str]] = tied
        self._known: dict[str, frozenset[str]] = {}

    def of(self, actor: Actor) -> frozenset[str]:
        """Return an actor's name with all that belong to it; put together once, since much asks for it."""
        if actor.name not in self._known:
            self._known[actor.name] = frozenset((actor.name, *actor.sides, *self._tied.get(actor.name, ())))
        return self._known[actor.name]


class Responsibility:
    """Compares what is said about who did what the accounts of one event tell."""

    def __init__(self, voices: Voices, sides: Sides) -> None:
        self._voices = voices
        self._sides = sides

    def accused(self, told: Iterable[Telling]) -> frozenset[str]:
        """Return the names of all who are said to have done it, with those of their sides."""
        return frozenset().union(*{self._sides.of(said.doer) for said in self._yes(list(told))})

    def of(self, event: Event, told: list[Telling], denials: Iterable[Voice]) -> tuple[Contradiction, ...]:
        """Return the contradiction about who did it, with every side once; nothing where all agree.

        Args:
            event: what it is about.

            told: its accounts, copies left out.

            denials: those that deny a part in it, or somebody's claim.
        """
        yes, no = self._yes(told), list(denials)
        yes += self._answered(no)
        said = [*yes, *self._no(yes, no)]
        clashing = {
            side for pair in combinations(range(len(said)), 2) if self._clash(said[pair[0]], said[pair[1]]) for side in pair
        }
        kept: dict[tuple[str, bool, str], _Said] = {}
        for at in sorted(clashing, key=lambda at: _rank(said[at])):
            kept.setdefault((said[at].doer.name, said[at].did, said[at].voice.name), said[at])
        order = {telling.id: at for at, telling in enumerate(told)}
        sides = sorted(kept.values(), key=lambda side: (not side.did, order[side.voice.telling.id], side.voice.span.start))
        if len(sides) < len(("one", "other")):
            return ()
        positions = tuple(side.voice.position(side.says) for side in sides)
        kind = ContradictionKind.RESPONSIBILITY
        reasons = (Reason(str(kind), 1.0, _why(sides)),)
        return (Contradiction(kind, Severity.CONTRADICTION, f"who did it: {event.title}", positions, event.id, reasons),)

    def _yes(self, told: list[Telling]) -> list[_Said]:
        said = [
            _Said(voice.actor, True, voice)
            for voice in self._voices.of(told, Stance.CLAIMS_RESPONSIBILITY)
            if voice.actor is not None and _may_act(voice.actor)
        ]
        for voice in self._voices.of(told, Stance.ACCUSES):
            accused = self._voices.accused(voice)
            if accused is not None:
                said.append(_Said(accused, True, voice))
        for telling in told:
            if telling.account.status in TOLD:
                agents = [agent for agent in telling.agents.actors if _may_act(agent)]
                said += [_Said(agent, True, self._voices.telling(telling), told=True) for agent in agents]
        return said

    def _answered(self, denials: Iterable[Voice]) -> Iterator[_Said]:
        """Accusations that denials answer where they name no accuser: "said a drone came from X. X denied the accusation"."""
        for voice in denials:
            accusation = self._voices.answered(voice)
            if accusation is not None and voice.actor is not None:
                yield _Said(voice.actor, True, accusation)

    def _no(self, yes: list[_Said], denials: Iterable[Voice]) -> Iterator[_Said]:
        for voice in denials:
            if voice.denied == Denied.CLAIM:
                claimed = {side.doer.name: side.doer for side in yes if side.voice.actor == side.doer and not side.told}
                yield from (_Said(doer, False, voice) for name, doer in sorted(claimed.items()) if doer != voice.actor)
            elif voice.actor is not None:
                yield _Said(voice.actor, False, voice)

    def _clash(self, one: _Said, other: _Said) -> bool:
        together = bool(self._sides.of(one.doer) & self._sides.of(other.doer))
        if one.did != other.did:
            return together and (one.voice.name != other.voice.name or (not one.told and not other.told))
        persons = (one.doer.kind == ActorKind.PERSON) != (other.doer.kind == ActorKind.PERSON)
        heard = one.did and not one.told and not other.told and one.voice.name != other.voice.name
        return heard and not together and not persons


def _may_act(actor: Actor) -> bool:
    return actor.kind != ActorKind.OUTLET


def _rank(said: _Said) -> tuple[bool, bool, int, str, int]:
    """What is said best comes first: in so many words, by a claim, at length."""
    voice = said.voice
    return said.told, voice.denied == Denied.OPEN, -len(voice.words), voice.span.article_id, voice.span.start


def _why(sides: list[_Said]) -> str:
    doers = list(dict.fromkeys(side.doer.name for side in sides if side.did))
    denied = list(dict.fromkeys(side.doer.name for side in sides if not side.did))
    parts = [f"{' and '.join(doers)} are each said to have done it"] if len(doers) > 1 else []
    parts += [f"a part of {' and '.join(denied)} in it is denied"] if denied else []
    return "; ".join(parts)
