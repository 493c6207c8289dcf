"""An incident and what fills it."""

from dataclasses import dataclass, field
from datetime import date

#: Kinds of incident, in the order the trained model tells them apart.
ATTACK, BOMBING, KIDNAPPING, ARSON, ROBBERY, STOPPAGE = (
    "attack",
    "bombing",
    "kidnapping",
    "arson",
    "robbery",
    "forced work stoppage",
)


@dataclass(frozen=True, slots=True)
class Instrument:
    """What an incident was done with.

    Args:
        names: the phrases that name it, the best first; none where only the deed tells ("shot").

        kind: the class of weapon ("BOMB"), ``None`` where unclear.
    """

    names: tuple[str, ...]
    kind: str | None


@dataclass(frozen=True, slots=True)
class Culprit:
    """A person, or an organisation, held to have done it.

    Args:
        names: the phrases that name it, the best first.

        firmness: how firmly an organisation is named ("CLAIMED OR ADMITTED"); ``None`` for persons.
    """

    names: tuple[str, ...]
    firmness: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many: from ``low`` to ``high``; ``high`` is ``None`` for "at least", both are for an unsaid number above one."""

    low: int | None = None
    high: int | None = None
    about: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """A thing or persons that an incident hit.

    Args:
        names: proper names of a person, or the phrases for a thing, the best first; none for persons only described.

        descriptions: what the persons are called otherwise ("mayor of Achi"), the best first.

        kind: the class of the target ("COMMERCIAL", "CIVILIAN").

        nation: ISO 3166 alpha-2 where its country is said and is not that of the incident.

        effect: what became of it ("DEATH"), ``None`` where not stated.
    """

    names: tuple[str, ...]
    descriptions: tuple[str, ...]
    kind: str
    number: Count
    nation: str | None
    effect: str | None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where it was: ISO 3166 alpha-2, and named areas from the largest to the smallest, each with what it is ("CITY")."""

    country: str | None
    areas: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident of a report.

    Args:
        kind: one of the six kinds.

        stage: "ACCOMPLISHED", "ATTEMPTED" or "THREATENED".

        state: whether the state's own forces did it; ``None`` where nobody is named.

        first, last: the days it may have been on; ``first`` is ``None`` for "on or before ``last``".
    """

    kind: str
    stage: str
    state: bool | None
    first: date | None
    last: date | None
    spot: Spot
    instruments: tuple[Instrument, ...] = field(default=())
    persons: tuple[Culprit, ...] = field(default=())
    organisations: tuple[Culprit, ...] = field(default=())
    things: tuple[Target, ...] = field(default=())
    people: tuple[Target, ...] = field(default=())
