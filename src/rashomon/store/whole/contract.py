"""What a whole ledger is given out as, and what may be wrong with one that comes in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from rashomon.model.errors import LedgerError

#: Values of a thing by their names; those that are not stated are left out.
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of a ledger: its kind (`rashomon.store.whole.kinds`) and its values, JSON as lists and objects."""

    kind: str
    values: Values


class BadThingError(LedgerError):
    """A thing cannot be taken in.

    Args:
        line: where it stands, from 1.

        reason: what is wrong with it, in plain words.
    """

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason


class Dump(Protocol):
    """A ledger as it was at one moment.

    ``revision`` is the form of its tables, ``left_out`` how many captures it lacks since they may not be shared so far, here or
    where it came from.
    """

    revision: str
    left_out: int

    def things(self) -> Iterator[Thing]:
        """Yield all things in the order in which they can be taken in."""
        ...
