"""Who is said to have done it, who says so of themselves, and who denies it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rashomon.linking.cast import Cast
from rashomon.linking.tellings import Telling
from rashomon.linking.tolls import shown
from rashomon.model.actors import Actor
from rashomon.model.ledger import Contradiction, Event, Position, Reason
from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY, Claim
from rashomon.model.words import ContradictionKind, Severity, Stance, Status

#: Accounts of these say that it happened, or that some say so.
_TOLD = frozenset({Status.ASSERTED, Status.CLAIMED, Status.ALLEGED, Status.DISPUTED})


def _names(actor: Actor) -> frozenset[str]:
    return frozenset((actor.name, *actor.sides))


@dataclass(frozen=True, slots=True)
class _Voice:
    """A claim about an account, and the actor behind it; ``None`` where the speaker is not linked."""

    claim: Claim
    telling: Telling
    actor: Actor | None
    source: str | None

    def position(self, says: str) -> Position:
        """Return the claim as one side of a contradiction."""
        words = self.claim.content
        return Position(words.article_id, self.claim.id, self.source, says, words.start, words.end)


class Responsibility:
    """Compares the claims about the accounts of one event."""

    def __init__(self, cast: Cast, claims: Mapping[str, tuple[Claim, ...]]) -> None:
        self._cast = cast
        self._claims = claims

    def _voices(self, told: list[Telling], stance: Stance) -> list[_Voice]:
        voices: dict[str, _Voice] = {}
        for telling in told:
            for claim in self._claims.get(telling.id, ()):
                if claim.stance == stance and claim.source != UNKNOWN_KEY:
                    actor = None if claim.source == OUTLET_KEY else self._cast.actor(claim.article_id, claim.source)
                    label = self._cast.label(claim.article_id, claim.source)
                    voices.setdefault(claim.id, _Voice(claim, telling, actor, label))
        return list(voices.values())

    def of(self, event: Event, told: list[Telling]) -> Iterator[Contradiction]:
        """Yield: two claim it; somebody claims or is accused of it and denies it; somebody else denies it."""
        claims = self._voices(told, Stance.CLAIMS_RESPONSIBILITY)
        yield from self._two_claimants(event, claims)
        for denial in self._voices(told, Stance.DENIES):
            yield from self._denied(event, told, claims, denial)

    def _two_claimants(self, event: Event, claims: list[_Voice]) -> Iterator[Contradiction]:
        pairs = ((one, other) for at, one in enumerate(claims) for other in claims[at + 1 :])
        for one, other in pairs:
            if one.actor is not None and other.actor is not None and not _names(one.actor) & _names(other.actor):
                sides = (one.position(f"{one.actor.name} did it"), other.position(f"{other.actor.name} did it"))
                yield _contradiction(ContradictionKind.RESPONSIBILITY, event, sides, "two claim it")
                return

    def _denied(self, event: Event, told: list[Telling], claims: list[_Voice], denial: _Voice) -> Iterator[Contradiction]:
        named = _names(denial.actor) if denial.actor is not None else frozenset()
        own_claim = next((claim for claim in claims if claim.actor is not None and _names(claim.actor) & named), None)
        accused = [telling for telling in told if telling.agents.names & named]
        who = denial.source or "the denier"
        if own_claim is not None:
            sides = (own_claim.position(f"{who} did it"), denial.position(f"{who} did not do it"))
            yield _contradiction(ContradictionKind.RESPONSIBILITY, event, sides, "it is claimed and denied")
        elif accused:
            accusation = self._accusation(accused, named, who)
            if accusation is not None:
                sides = (accusation, denial.position(f"{who} did not do it"))
                yield _contradiction(ContradictionKind.RESPONSIBILITY, event, sides, "who is said to have done it denies it")
        else:
            other = next((telling for telling in told if telling.account.status in _TOLD), None)
            if other is not None:
                says = self._told(other, f"it happened ({other.account.status})")
                yield _contradiction(ContradictionKind.DENIAL, event, (says, denial.position("it is denied")), f"{who} denies it")

    def _told(self, telling: Telling, says: str) -> Position:
        words = telling.account.evidence
        source = shown(telling.origin, self._cast.article(words.article_id).outlet)
        return Position(words.article_id, telling.id, source, says, words.start, words.end)

    def _accusation(self, accused: list[Telling], named: frozenset[str], who: str) -> Position | None:
        """The accusing claim where there is one by somebody else, else an account that says so; ``None`` without either."""
        for voice in self._voices(accused, Stance.ACCUSES):
            if voice.actor is None or not _names(voice.actor) & named:
                return voice.position(f"{who} did it")
        return next((self._told(telling, f"{who} did it") for telling in accused if telling.account.status in _TOLD), None)


def _contradiction(kind: ContradictionKind, event: Event, sides: tuple[Position, ...], why: str) -> Contradiction:
    topic = "who did it" if kind == ContradictionKind.RESPONSIBILITY else "whether it happened"
    return Contradiction(kind, Severity.CONTRADICTION, f"{topic}: {event.title}", sides, event.id, (Reason(str(kind), 1.0, why),))
