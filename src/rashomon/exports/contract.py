"""What every form of an export is: something that writes files of a ledger, for an order."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from rashomon.store.ledger import Ledger
from rashomon.store.publishing.contract import Selection


class Aggregation(StrEnum):
    """Which of an event's versions stands in a form that has room for one; every file says which was chosen.

    CONSERVATIVE takes what the least of the independent roots supports (the lowest toll, the least specific type and place);
    REPRESENTATIVE what most independent roots support; INFORMATIVE the most specific that any root gives (the highest toll,
    the most exact place and day).
    """

    CONSERVATIVE = "conservative"
    REPRESENTATIVE = "representative"
    INFORMATIVE = "informative"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written, and how versions become one value.

    Args:
        of: of a form that writes captures, which: an article's id (all its versions), an address or a digest; ``None`` is all.

        names: of a form that writes captures as they came, whether those that name private persons are written too.
    """

    selection: Selection = field(default_factory=Selection)
    aggregation: Aggregation = Aggregation.REPRESENTATIVE
    of: str | None = None
    names: bool = False


#: Writes files into a folder and returns their paths.
Form = Callable[[Ledger, Path, Order], Iterable[Path]]
