"""Find what the accounts of one happening cannot all have right, and put both sides' words beside each other."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations

from rashomon.linking.cast import Cast
from rashomon.linking.geography import Lie, lie
from rashomon.linking.kinds import MUTUAL
from rashomon.linking.numbers import disagreements
from rashomon.linking.responsibility import Responsibility
from rashomon.linking.tellings import Side, Telling
from rashomon.linking.tolls import Tolls, shown
from rashomon.model.ledger import Contradiction, Event, Position, Reason
from rashomon.model.reading import Claim
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import ContradictionKind, NumberKind, Role, Severity, Status

_YES = frozenset({Status.ASSERTED, Status.CLAIMED, Status.ALLEGED})
_NO = frozenset({Status.DENIED, Status.NEGATED})


class Contradicting:
    """Finds the contradictions of events."""

    def __init__(self, cast: Cast, tolls: Tolls, claims: Mapping[str, tuple[Claim, ...]]) -> None:
        self._cast = cast
        self._tolls = tolls
        self._responsibility = Responsibility(cast, claims)

    def of(self, event: Event, group: tuple[Telling, ...]) -> Iterator[Contradiction]:
        """Yield the contradictions of one event."""
        told = sorted(group, key=lambda telling: event.accounts.index(telling.id))
        yield from self._numbers(event, told)
        responsible = tuple(self._responsibility.of(event, told))
        yield from responsible
        happened = [telling for telling in told if telling.account.status in _YES]
        if not any(found.kind == ContradictionKind.RESPONSIBILITY for found in responsible):
            yield from self._actors(event, happened)
        yield from self._times(event, happened)
        yield from self._places(event, happened)
        yield from self._denials(event, told)

    def _numbers(self, event: Event, told: list[Telling]) -> Iterator[Contradiction]:
        for kind in (NumberKind.KILLED, NumberKind.INJURED):
            said = [
                each
                for telling in told
                if telling.account.status in _YES | {Status.DISPUTED}
                for each in self._tolls.of(telling, kind)
            ]
            yield from disagreements(f"{kind}: {event.title}", str(kind), said, event.id)

    def _position(self, telling: Telling, says: str, span: EvidenceSpan | None) -> Position:
        where = span or telling.account.evidence
        source = shown(telling.origin, self._cast.article(where.article_id).outlet)
        return Position(where.article_id, telling.id, source, says, where.start, where.end)

    def _actors(self, event: Event, told: list[Telling]) -> Iterator[Contradiction]:
        pair = _first_pair(told, _other_agents)
        if pair is not None:
            positions = tuple(
                self._position(telling, f"by {_names(telling.agents)}", _span(telling, Role.AGENT)) for telling in pair
            )
            yield _contradiction(ContradictionKind.ACTOR, "who did it", event, positions, "others are said to have done it")

    def _times(self, event: Event, told: list[Telling]) -> Iterator[Contradiction]:
        pair = _first_pair(told, _other_times)
        if pair is not None:
            days = [telling.day for telling in pair if telling.day is not None]
            close = len(days) == len(pair) and abs((days[0] - days[1]).days) <= 1
            positions = tuple(self._position(telling, f"{telling.account.date}", telling.account.date_span) for telling in pair)
            severity = Severity.ROUNDING if close else Severity.CONTRADICTION
            reason = "the dates are a day apart" if close else "the dates cannot both be right"
            yield _contradiction(ContradictionKind.TIME, "when", event, positions, reason, severity)

    def _places(self, event: Event, told: list[Telling]) -> Iterator[Contradiction]:
        pair = _first_pair(told, _other_places)
        if pair is not None:
            positions = tuple(
                self._position(telling, f"in {telling.places[0].name}", _span(telling, Role.PLACE)) for telling in pair
            )
            yield _contradiction(ContradictionKind.PLACE, "where", event, positions, "the places are apart")

    def _denials(self, event: Event, told: list[Telling]) -> Iterator[Contradiction]:
        yes = [telling for telling in told if telling.account.status in _YES]
        no = [telling for telling in told if telling.account.status in _NO]
        pair = next(((one, other) for one in yes for other in no if one.origin != other.origin), None)
        if pair is not None:
            words = {Status.DENIED: "it is denied", Status.NEGATED: "it did not happen"}
            positions = (
                self._position(pair[0], f"it happened ({pair[0].account.status})", None),
                self._position(pair[1], words[pair[1].account.status], None),
            )
            yield _contradiction(
                ContradictionKind.DENIAL, "whether it happened", event, positions, "one says yes and one says no"
            )


def _first_pair(told: list[Telling], differ: Callable[[Telling, Telling], bool]) -> tuple[Telling, Telling] | None:
    return next(((one, other) for one, other in combinations(told, 2) if one.origin != other.origin and differ(one, other)), None)


def _other_agents(one: Telling, other: Telling) -> bool:
    if one.account.type in MUTUAL or other.account.type in MUTUAL or not one.agents.ids or not other.agents.ids:
        return False
    persons = bool(one.agents.persons) == bool(other.agents.persons)
    swapped = one.agents.names & other.patients.names or one.patients.names & other.agents.names
    return persons and not swapped and not one.agents.names & other.agents.names


def _other_times(one: Telling, other: Telling) -> bool:
    ours, theirs = one.account.date, other.account.date
    return ours is not None and theirs is not None and not ours.overlaps(theirs)


def _other_places(one: Telling, other: Telling) -> bool:
    return bool(one.places and other.places) and all(
        lie(ours, theirs) == Lie.APART for ours in one.places for theirs in other.places
    )


def _names(side: Side) -> str:
    return ", ".join(actor.name for actor in side.actors)


def _span(telling: Telling, role: Role) -> EvidenceSpan | None:
    return next((filler.span for filler in telling.account.fillers if filler.role == role), None)


def _contradiction(
    kind: ContradictionKind,
    topic: str,
    event: Event,
    positions: tuple[Position, ...],
    why: str,
    severity: Severity = Severity.CONTRADICTION,
) -> Contradiction:
    return Contradiction(kind, severity, f"{topic}: {event.title}", positions, event.id, (Reason(str(kind), 1.0, why),))


def claims_about(cast: Cast) -> dict[str, tuple[Claim, ...]]:
    """Return the claims about each account, by account id, in the order of articles and words."""
    gathered: dict[str, list[Claim]] = {}
    for scene in cast.scenes.values():
        for claim in sorted(scene.source.reading.claims, key=lambda claim: (claim.content.start, claim.id)):
            for about in claim.about:
                gathered.setdefault(about, []).append(claim)
    return {account: tuple(claims) for account, claims in gathered.items()}


def find_contradictions(
    cast: Cast, tolls: Tolls, pairs: Iterable[tuple[Event, tuple[Telling, ...]]]
) -> tuple[Contradiction, ...]:
    """Return the contradictions of all events, each once."""
    contradicting = Contradicting(cast, tolls, claims_about(cast))
    found = {one.id: one for event, group in pairs if len(group) > 0 for one in contradicting.of(event, group)}
    return tuple(found[key] for key in sorted(found))
