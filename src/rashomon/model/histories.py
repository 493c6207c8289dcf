"""An actor through time: what lists and articles say it was, whom it was tied to, and what became of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rashomon.model.dates import DateInterval
from rashomon.model.ledger import Reason


class Chapter(StrEnum):
    """What a line of a history tells."""

    ROLE = "role"
    TIE = "tie"
    DESIGNATION = "designation"
    SUCCESSION = "succession"
    CUSTODY = "custody"
    DEATH = "death"


@dataclass(frozen=True, slots=True)
class Witness:
    """Who says so, or says that it is not so.

    Args:
        name: the list, the speaker it goes back to, or the outlet.

        denies: it says no, or doubts it.

        article_id, start, end: the words; all ``None`` for a list.

        day: when the article was published.
    """

    name: str
    denies: bool = False
    article_id: str | None = None
    start: int | None = None
    end: int | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that is said of an actor.

    Args:
        says: a few words without subject ("leads Red Front", "president of Freedonia", "reported dead").

        other: canonical name of the other end, where there is one.

        valid: from when to when; ``None`` where nobody says.

        witnesses: those who say so first, then those who deny it.

        event_id: the event it follows from.

        reasons: what the line was made of.
    """

    chapter: Chapter
    says: str
    other: str | None
    valid: DateInterval | None
    witnesses: tuple[Witness, ...]
    event_id: str | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def begun(self) -> date | None:
        """Return the day it is put at: when it began, else ended, else when it was first told."""
        if self.valid is not None:
            return self.valid.first or self.valid.last
        return min((witness.day for witness in self.witnesses if witness.day is not None), default=None)

    @property
    def when(self) -> str:
        """Return the time in words as short as its days allow: ``2017-05/``, ``1988/2014-09``; empty where nobody says."""
        if self.valid is None:
            return f"told {self.begun}" if self.begun is not None else ""
        if self.valid.precision != "range":
            return str(self.valid)
        return f"{_opening(self.valid.first)}/{_closing(self.valid.last)}"

    @property
    def is_denied(self) -> bool:
        """Return whether somebody says that it is not so."""
        return any(witness.denies for witness in self.witnesses)


def _opening(day: date | None) -> str:
    """The day, or the month or year it opens; lists say "1988" where they know no day."""
    if day is None:
        return ""
    return str(day.year) if (day.month, day.day) == (1, 1) else f"{day:%Y-%m}" if day.day == 1 else str(day)


def _closing(day: date | None) -> str:
    """The day, or the month or year it closes."""
    if day is None:
        return ""
    after = day + timedelta(days=1)
    return str(day.year) if (after.month, after.day) == (1, 1) else f"{day:%Y-%m}" if after.day == 1 else str(day)
