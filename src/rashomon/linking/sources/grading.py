"""How far an event is to be believed, after the Admiralty code, and how far harm is established, after Airwars.

Both count independent roots, never articles: copies of one agency's story confirm nothing. They rate what is told, not who tells
it; the reliability of outlets stays beside it. What cannot be judged is said to be unknown and never put in the middle.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.ledger import Contradiction, Event, Root
from rashomon.model.words import ALARMS, ContradictionKind, Status

#: Independent roots that confirm each other.
_CONFIRMING = 2
#: Accounts of these do not say that it happened.
_NOT_TOLD = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
_AGAINST = frozenset({Status.DENIED, Status.NEGATED})
_WHO = frozenset({ContradictionKind.ACTOR, ContradictionKind.RESPONSIBILITY})


class Credibility(StrEnum):
    """The Admiralty code's rating of a statement; ``CANNOT_BE_JUDGED`` means unknown."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"


class Harm(StrEnum):
    """Airwars' grades of an allegation of harm."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating and why."""

    grade: Credibility
    why: str


@dataclass(frozen=True, slots=True)
class HarmRated:
    """A grade of harm and why."""

    grade: Harm
    why: str


def _telling(roots: Iterable[Root], accounts: Collection[str]) -> list[Root]:
    """Return the roots that are known by name and stand behind some of these accounts."""
    return [root for root in roots if root.capture is None and set(root.accounts) & set(accounts)]


def _of_status(event: Event, statuses: Collection[Status]) -> frozenset[str]:
    return frozenset(account for support in event.statuses if Status(support.value) in statuses for account in support.accounts)


def credibility(event: Event, roots: Collection[Root], contradictions: Collection[Contradiction]) -> Rated:
    """Return how far it is to be believed that an event happened as told.

    Args:
        event: what is rated.

        roots: of its accounts; others are not looked at.

        contradictions: those of the event; only alarms count.
    """
    against = _telling(roots, _of_status(event, _AGAINST))
    told = _telling(roots, set(event.accounts) - _of_status(event, _AGAINST | _NOT_TOLD))
    alarms = [found for found in contradictions if found.severity in ALARMS]
    denied = bool(against) or any(found.kind == ContradictionKind.DENIAL for found in alarms)
    if not told:
        grade = Credibility.IMPROBABLE if against else Credibility.CANNOT_BE_JUDGED
        return Rated(grade, "it is only denied" if against else "nobody who is known by name says that it happened")
    who = f"{len(told)} independent roots tell it" if len(told) > 1 else f"only {told[0].name} tells it"
    several = len(told) >= _CONFIRMING
    if denied:
        return Rated(Credibility.POSSIBLY_TRUE if several else Credibility.IMPROBABLE, f"{who}, and it is denied")
    if alarms:
        grade = Credibility.PROBABLY_TRUE if several else Credibility.DOUBTFUL
        return Rated(grade, f"{who}, but not all agrees: {alarms[0].topic}")
    return Rated(Credibility.CONFIRMED if several else Credibility.POSSIBLY_TRUE, f"{who}; nothing contradicts it")


def value_credibility(accounts: Collection[str], rivals: Iterable[Collection[str]], roots: Collection[Root]) -> Rated:
    """Return how far one version of an event's value is to be believed.

    Args:
        accounts: those that give it.

        rivals: for each other version the accounts that give that.

        roots: of the event's accounts.
    """
    told = len(_telling(roots, accounts))
    most = max((len(_telling(roots, rival)) for rival in rivals), default=0)
    if not told:
        return Rated(Credibility.CANNOT_BE_JUDGED, "nobody who is known by name gives it")
    count = (
        f"{told} independent root{'s' if told > 1 else ''} against {most}"
        if most
        else f"{told} independent root{'s' * (told > 1)}"
    )
    if told >= _CONFIRMING:
        grade = Credibility.CONFIRMED if not most else Credibility.PROBABLY_TRUE if told > most else Credibility.POSSIBLY_TRUE
    else:
        grade = Credibility.POSSIBLY_TRUE if not most else Credibility.DOUBTFUL if told >= most else Credibility.IMPROBABLE
    return Rated(grade, count)


def harm(
    event: Event, roots: Collection[Root], contradictions: Collection[Contradiction], combatants: Collection[str] = ()
) -> HarmRated | None:
    """Return how far the harm that an event did is established; ``None`` where nobody tells of dead or wounded.

    Args:
        event: what is graded.

        roots: of its accounts.

        contradictions: those of the event; only alarms count.

        combatants: ids of the actors that fight: where all to whom it was done are such, it is no harm to civilians.
    """
    if not event.killed and not event.injured:
        return None
    hit = {support.value for support in event.patients}
    if hit and hit <= set(combatants):
        return HarmRated(Harm.DISCOUNTED, "all to whom it was done are combatants")
    rival = next((found for found in contradictions if found.severity in ALARMS and found.kind in _WHO), None)
    if rival is not None:
        return HarmRated(Harm.CONTESTED, f"who did it is contested: {rival.topic}")
    if _of_status(event, {Status.CLAIMED}) and event.agents:
        return HarmRated(Harm.CONFIRMED, "those who did it say so themselves")
    told = _telling(roots, event.accounts)
    if len(told) >= _CONFIRMING and event.agents:
        return HarmRated(Harm.FAIR, f"{len(told)} independent roots tell it and name who did it")
    why = "one root only" if len(told) < _CONFIRMING else "nobody names who did it"
    return HarmRated(Harm.WEAK, why)
