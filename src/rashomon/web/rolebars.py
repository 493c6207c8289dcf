"""In how many events of each month an actor did it, or had it done to it: bars up and bars down."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import date_words
from rashomon.store.pages.views import RolesByMonth

#: The drawing's size; the line between the two roles lies in its middle.
WIDTH, HEIGHT = 640, 150
_YEAR, _WIDEST, _MOST = 12, 40, 600


@dataclass(frozen=True, slots=True)
class RoleBar:
    """A month: where it stands, how wide it is, how high the bars are up (agent) and down (patient)."""

    x: float
    wide: float
    up: float
    down: float
    month: str
    label: str


@dataclass(frozen=True, slots=True)
class RoleBars:
    """All months with events, the words at both ends, and the highest bar."""

    bars: tuple[RoleBar, ...]
    first: str
    last: str
    highest: int
    rows: tuple[RolesByMonth, ...]
    summary: str


def _place(month: str) -> int:
    year, _, number = month.partition("-")
    return int(year) * _YEAR + int(number) - 1


def role_bars(rows: Sequence[RolesByMonth], say: Catalogue) -> RoleBars | None:
    """Return the bars; ``None`` where no event has a date. Months long before the others are left to the table."""
    recent = [row for row in rows if _place(rows[-1].month) - _place(row.month) < _MOST]
    if not recent:
        return None
    start, months = _place(recent[0].month), _place(recent[-1].month) - _place(recent[0].month) + 1
    highest = max(max(row.agent, row.patient) for row in recent) or 1
    step = WIDTH / months
    wide = round(min(max(step - 2, 1), _WIDEST), 1)
    room = HEIGHT / 2 - 4

    def bar(row: RolesByMonth) -> RoleBar:
        label = say("actor.bar", month=date_words(row.month, say), agent=row.agent, patient=row.patient)
        x = round((_place(row.month) - start + 0.5) * step - wide / 2, 1)
        return RoleBar(x, wide, _high(row.agent), _high(row.patient), row.month, label)

    def _high(n: int) -> float:
        return round(room * n / highest, 1)

    first, last = date_words(recent[0].month, say), date_words(recent[-1].month, say)
    summary = say("actor.bars", first=first, last=last, n=highest)
    return RoleBars(tuple(bar(row) for row in recent), first, last, highest, tuple(rows), summary)
