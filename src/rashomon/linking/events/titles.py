"""A short, neutral line for an event: what, to whom, by whom, where, how many, and how it stands."""

from collections.abc import Mapping

from rashomon.linking.events.kinds import MUTUAL
from rashomon.model.ranges import Range
from rashomon.model.words import EventType as Type
from rashomon.model.words import Status

_NAMES: Mapping[Type, tuple[str, str]] = {
    Type.ATTACK: ("Attack", "on"),
    Type.ARMED_CLASH: ("Armed clash", "with"),
    Type.BOMBING: ("Bombing", "against"),
    Type.SUICIDE_ATTACK: ("Suicide attack", "on"),
    Type.AIRSTRIKE: ("Airstrike", "on"),
    Type.DRONE_OR_MISSILE_STRIKE: ("Drone or missile strike", "on"),
    Type.SHELLING_OR_ROCKET: ("Shelling or rocket fire", "on"),
    Type.ASSASSINATION: ("Assassination", "of"),
    Type.KILLING: ("Killing", "of"),
    Type.SABOTAGE: ("Sabotage", "of"),
    Type.KIDNAPPING: ("Kidnapping", "of"),
    Type.ARREST: ("Arrest", "of"),
    Type.EXPULSION_OR_DISPLACEMENT: ("Expulsion or flight", "of"),
    Type.PROTEST: ("Protest", "against"),
    Type.RIOT: ("Riot", "against"),
    Type.TERRITORY_TAKEN: ("Territory taken", "from"),
    Type.OFFENSIVE_LAUNCHED: ("Offensive", "against"),
    Type.WITHDRAWAL: ("Withdrawal", "from"),
    Type.SURRENDER: ("Surrender", "to"),
    Type.DEPLOYMENT: ("Deployment", "with"),
    Type.RECRUITMENT_OR_TRAINING: ("Recruitment or training", "of"),
    Type.MEETING_OR_VISIT: ("Meeting or visit", "with"),
    Type.AGREEMENT: ("Agreement", "with"),
    Type.RELEASE: ("Release", "of"),
    Type.ARMS_TRANSFER: ("Arms transfer", "to"),
    Type.FINANCING: ("Financing", "of"),
    Type.DESIGNATION_OR_SANCTION: ("Designation or sanction", "of"),
    Type.TRIAL_OR_SENTENCE: ("Trial or sentence", "of"),
    Type.APPOINTMENT: ("Appointment", "of"),
    Type.ELECTION_OR_GOVERNMENT_FORMATION: ("Election or forming of a government", "of"),
    Type.THREAT: ("Threat", "against"),
    Type.STATEMENT_OR_PROPAGANDA: ("Statement", "about"),
    Type.OTHER: ("Other event", "concerning"),
}
_STANDING: Mapping[Status, str] = {
    Status.CLAIMED: "claimed",
    Status.ALLEGED: "alleged",
    Status.DENIED: "denied",
    Status.DISPUTED: "disputed",
    Status.PLANNED: "planned",
    Status.HYPOTHETICAL: "not said to have happened",
    Status.NEGATED: "said not to have happened",
}


def toll_words(value: Range) -> str:
    """Return a count in words: ``3``, ``at least 20``, ``10 to 15``, ``up to 5``."""
    if value.low == value.high:
        return str(value)
    low, _, high = str(value).partition("..")
    if not high:
        return f"at least {low}"
    return f"{low} to {high}" if low else f"up to {high}"


def title(kind: Type, status: Status, agent: str | None, patient: str | None, place: str | None, killed: Range | None) -> str:
    """Return the line; what is not known is left out, and what is said once is not said again.

    The place comes with its preposition ("in Gao", "at a checkpoint").

    >>> title(Type.BOMBING, Status.CLAIMED, "Red Front", "army patrol", "in Gao", Range.exactly(3))
    'Bombing against army patrol by Red Front in Gao (3 killed), claimed'
    """
    name, towards = _NAMES[kind]
    patient = None if patient == agent else patient
    if kind in MUTUAL and agent and patient:
        who = f": {agent} and {patient}"
    else:
        who = (f" {towards} {patient}" if patient else "") + (f" by {agent}" if agent else "")
    where = place.partition(" ")[2] if place is not None else ""
    line = f"{name}{who}" + (f" {place}" if place and where not in (agent, patient) else "")
    line += f" ({toll_words(killed)} killed)" if killed is not None else ""
    return f"{line}, {_STANDING[status]}" if status in _STANDING else line
