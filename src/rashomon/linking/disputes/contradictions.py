"""Find what the accounts of one happening cannot all have right, and put both sides' words beside each other."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations

from rashomon.linking.cast import Cast
from rashomon.linking.disputes.causes import caused, rival_means
from rashomon.linking.disputes.denials import Denied
from rashomon.linking.disputes.responsibility import Responsibility, Sides
from rashomon.linking.disputes.stands import Found
from rashomon.linking.disputes.voices import Voice, Voices, best
from rashomon.linking.events.kinds import MUTUAL
from rashomon.linking.events.tellings import Side, Telling
from rashomon.linking.figures.numbers import disagreements
from rashomon.linking.figures.tolls import Tolls, shown
from rashomon.linking.places.geography import Lie, lie
from rashomon.linking.sources.roots import Roots
from rashomon.model.dates import DateInterval
from rashomon.model.ledger import Contradiction, Event, Position, Reason
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import ActorKind, ContradictionKind, NumberKind, Role, Severity, Status

#: Wider dates (days) are too loose to be set against each other; dates further apart are of other happenings, misread.
_EXACT = timedelta(days=7)
_ONE_HAPPENING = timedelta(days=62)
_OF_A_STATE = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT_BODY, ActorKind.FORCE})
#: Kinds of people counted, whose numbers are set against each other.
_COUNTED = (NumberKind.KILLED, NumberKind.INJURED, NumberKind.ABDUCTED, NumberKind.DETAINED, NumberKind.DISPLACED)
_YES = frozenset({Status.ASSERTED, Status.CLAIMED, Status.ALLEGED})


class Contradicting:
    """Finds the contradictions of events.

    Args:
        cast: who the keys are.

        tolls: what is said about dead and wounded.

        roots: where words come from.

        sides: which names belong together.

        copied: articles that repeat others; they say nothing of their own.

        explaining: accounts that only give a rival explanation; who, when and where are not compared with theirs.
    """

    def __init__(
        self, cast: Cast, tolls: Tolls, roots: Roots, sides: Sides, copied: frozenset[str], explaining: frozenset[str]
    ) -> None:
        self._explaining = explaining
        self._cast = cast
        self._tolls = tolls
        self._voices = Voices(cast, roots)
        self._responsibility = Responsibility(self._voices, sides)
        self._copied = copied

    def of(self, event: Event, group: tuple[Telling, ...]) -> Iterator[Contradiction]:
        """Yield the contradictions of one event."""
        own = (telling for telling in group if telling.account.article_id not in self._copied)
        told = sorted(own, key=lambda telling: event.accounts.index(telling.id))
        yield from self._numbers(event, told)
        flat, others = self._denying(told)
        responsible = self._responsibility.of(event, told, others)
        yield from responsible
        happened = [telling for telling in told if telling.account.status in _YES]
        plain = [telling for telling in happened if telling.id not in self._explaining]
        if not responsible:
            yield from self._actors(event, plain)
        yield from self._times(event, plain)
        yield from self._places(event, plain)
        if len(plain) == len(happened):
            yield from self._causes(event, happened)
        yield from self._denials(event, happened, flat)

    def _denying(self, told: list[Telling]) -> tuple[list[Voice], list[Voice]]:
        """Those that deny that it happened, and those that deny a part in it or a claim.

        "Denied it" is about the denier's part where the denier is said to have done it and says no more elsewhere.
        """
        voices = self._voices.against(told)
        if not voices:
            return [], []
        triggers = " ".join(telling.account.trigger.of(self._cast.article(telling.account.article_id)) for telling in told)
        accused = self._responsibility.accused(told)
        flatly = {voice.name for voice in voices if voice.denied == Denied.HAPPENING}
        flat: list[Voice] = []
        others: list[Voice] = []
        for voice in voices:
            named = voice.actor is not None and {voice.actor.name, *voice.actor.sides} & accused
            if voice.denied == Denied.HAPPENING or (voice.denied == Denied.OPEN and (voice.name in flatly or not named)):
                if self._voices.denies(voice, triggers):
                    flat.append(voice)
            elif voice.denied != Denied.NUMBER:
                others.append(voice)
        return flat, others

    def _numbers(self, event: Event, told: list[Telling]) -> Iterator[Contradiction]:
        for kind in _COUNTED:
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

    def _causes(self, event: Event, told: list[Telling]) -> Iterator[Contradiction]:
        """What the tellings of several articles give as the cause, where no article sets rival explanations beside each other."""
        if len({telling.origin for telling in told}) == 1:
            return
        given = {one.id: caused(one.account.evidence.of(self._cast.article(one.account.article_id))) for one in told}
        pair = _first_pair(told, lambda one, other: rival_means(given[one.id], given[other.id]))
        if pair is not None:
            positions = tuple(self._position(telling, f"it was {given[telling.id]}", None) for telling in pair)
            yield _contradiction(
                ContradictionKind.RESPONSIBILITY, "what caused it", event, positions, "rival explanations are given"
            )

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

    def _denials(self, event: Event, told: list[Telling], denials: list[Voice]) -> Iterator[Contradiction]:
        """One contradiction: who best says that it happened, and each that denies it."""
        kinds = {voice.telling.account.type for voice in denials}
        ranked = sorted(told, key=lambda telling: (telling.account.type not in kinds, self._in_title(telling)))
        yes = next((one for one in ranked if any(one.origin != voice.origin for voice in denials)), None)
        if yes is not None:
            says = [self._position(yes, f"it happened ({yes.account.status})", None)]
            says += [voice.position("it did not happen") for voice in best(denials) if voice.origin != yes.origin]
            why = "one says yes and one says no"
            yield _contradiction(ContradictionKind.DENIAL, "whether it happened", event, tuple(says), why)

    def _in_title(self, telling: Telling) -> bool:
        article = self._cast.article(telling.account.article_id)
        return article.title is not None and telling.account.evidence.of(article).strip() in article.title


def _first_pair(told: list[Telling], differ: Callable[[Telling, Telling], bool]) -> tuple[Telling, Telling] | None:
    return next(((one, other) for one, other in combinations(told, 2) if one.origin != other.origin and differ(one, other)), None)


def _other_agents(one: Telling, other: Telling) -> bool:
    if one.account.type in MUTUAL or other.account.type in MUTUAL or not one.agents.ids or not other.agents.ids:
        return False
    persons = bool(one.agents.persons) == bool(other.agents.persons)
    swapped = one.agents.names & other.patients.names or one.patients.names & other.agents.names
    alike = one.agents.names & other.agents.names or one.agents.sounds & other.agents.sounds or _of_one_state(one, other)
    return persons and not swapped and not alike


def _of_one_state(one: Telling, other: Telling) -> bool:
    """Whether a state did it by one telling and a force or body of that state by the other ("the US", "the Treasury")."""
    return any(
        a.country is not None
        and a.country == b.country
        and ActorKind.STATE in (a.kind, b.kind)
        and {a.kind, b.kind} <= _OF_A_STATE
        for a in one.agents.actors
        for b in other.agents.actors
    )


def _other_times(one: Telling, other: Telling) -> bool:
    ours, theirs = one.account.date, other.account.date
    firm = one.firm and other.firm
    return firm and ours is not None and theirs is not None and dates_differ(ours, theirs)


def dates_differ(ours: DateInterval, theirs: DateInterval) -> bool:
    """Return whether two dates of one happening cannot both be right: both exact, apart, and not of two happenings misread."""
    days = [(when.first, when.last) for when in (ours, theirs)]
    exact = all(first is not None and last is not None and last - first <= _EXACT for first, last in days)
    return exact and not ours.overlaps(theirs) and abs(_start(ours) - _start(theirs)) <= _ONE_HAPPENING


def _start(when: DateInterval) -> date:
    return when.first or when.last or date.min


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


def find_contradictions(
    cast: Cast,
    tolls: Tolls,
    roots: Roots,
    sides: Sides,
    pairs: Iterable[tuple[Event, tuple[Telling, ...]]],
    copied: frozenset[str],
    explaining: frozenset[str] = frozenset(),
) -> Iterator[Found]:
    """Yield the contradictions of events; articles that are ``copied`` from others take no side."""
    contradicting = Contradicting(cast, tolls, roots, sides, copied, explaining)
    for event, group in pairs:
        yield from ((f"event\x1f{event.id}", one) for one in contradicting.of(event, group))
