"""Who uses the desk, and what each role may do."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from rashomon.model.marks import Mark


class Right(StrEnum):
    """What a person may do on the desk."""

    READ = "read"
    DECIDE = "decide"
    OVERRULE = "overrule"
    MANAGE = "manage"


class Station(StrEnum):
    """The role of an account."""

    READER = "reader"
    ANALYST = "analyst"
    EDITOR = "editor"
    ADMIN = "admin"


#: What each role may do, and nothing else: read all pages; decide, note, grade and take back own decisions; take back the
#: decisions of others and grade outlets; add and change accounts.
RIGHTS: Mapping[Station, frozenset[Right]] = MappingProxyType(
    {
        Station.READER: frozenset({Right.READ}),
        Station.ANALYST: frozenset({Right.READ, Right.DECIDE}),
        Station.EDITOR: frozenset({Right.READ, Right.DECIDE, Right.OVERRULE}),
        Station.ADMIN: frozenset(Right),
    }
)
#: Up to which mark each role sees: who decides sees everything, since nobody can decide on what is hidden from them.
CLEARANCES: Mapping[Station, Mark] = MappingProxyType(
    {Station.READER: Mark.AMBER, Station.ANALYST: Mark.RED, Station.EDITOR: Mark.RED, Station.ADMIN: Mark.RED}
)


@dataclass(frozen=True, slots=True)
class Person:
    """An account on the desk.

    Args:
        name: what decisions are signed with; unique.

        since: UTC time when it was made, ISO with seconds; ``None`` for the one analyst who needs no account.

        active: ``False`` once it may not be used any more; what it decided stays.
    """

    name: str
    role: Station
    since: str | None = None
    active: bool = True

    def may(self, right: Right) -> bool:
        """Return whether the person's role allows it."""
        return self.active and right in RIGHTS[self.role]
