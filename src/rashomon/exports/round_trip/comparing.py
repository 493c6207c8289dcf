"""Compare a sheet with the ledger as it is now: which cells were edited, what they would change, and what stands against it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rashomon.exports.round_trip.columns import STATE
from rashomon.exports.round_trip.contract import ACCOUNT, Change, Comparison, Conflict, Refusal, Sheet, SheetRow
from rashomon.exports.round_trip.dates import Dates
from rashomon.exports.round_trip.edits import Edits, edits_of
from rashomon.exports.round_trip.state import ABOUT, is_as_written, known
from rashomon.exports.round_trip.subjects import Asked, Subjects
from rashomon.exports.round_trip.values import about_of
from rashomon.exports.round_trip.weighing import Already, Weighing
from rashomon.store.review.contract import ReviewBook

Finding = Change | Conflict | Refusal | Already
#: Rows that a note names.
_NAMED = 5


class Comparing:
    """Compares sheets with one ledger.

    Args:
        ledger: is asked for events.

        review: knows what was decided, and what could be.
    """

    def __init__(self, ledger: Asked, review: ReviewBook) -> None:
        self._ledger = ledger
        self._review = review

    def compare(self, sheet: Sheet) -> Comparison:
        """Return what the sheet would change. Rows that nobody touched ask nothing of the ledger."""
        dates = Dates(sheet)
        accounts = (account for row in sheet.rows if (account := row.cells.get(ACCOUNT)))
        weighing = Weighing(Subjects(self._ledger, self._review, accounts))
        found: list[Finding] = []
        for rows in _by_target(sheet).values():
            found += _findings(rows, dates, weighing)
        found.sort(key=lambda one: one.row)
        return Comparison(
            tuple(one for one in found if isinstance(one, Change)),
            tuple(one for one in found if isinstance(one, Conflict)),
            tuple(one for one in found if isinstance(one, Refusal)),
            sum(isinstance(one, Already) for one in found),
            len(sheet.rows),
            (*sheet.notes, *_left_aside(sheet.rows)),
        )


def _findings(rows: Sequence[SheetRow], dates: Dates, weighing: Weighing) -> Iterator[Finding]:
    """Yield what is found in the rows of one target: usually one, or one twice."""
    first = rows[0]
    edits = edits_of(first, dates)
    other = next((row for row in rows[1:] if edits_of(row, dates) != edits), None)
    if other is not None:
        reason = f"it stands in row {first.number} too, with other values (keep one of the two)"
        yield Refusal(other.number, other.target, "", "", reason)
    elif isinstance(edits, Edits):
        yield from weighing.weigh(first, edits)
    else:
        yield Refusal(first.number, first.target, STATE, first.cells.get(STATE, ""), edits)


def _by_target(sheet: Sheet) -> Mapping[str, Sequence[SheetRow]]:
    """Return the rows of each target, a row without one by itself."""
    found: defaultdict[str, list[SheetRow]] = defaultdict(list)
    for row in sheet.rows:
        found[row.target or f"row {row.number}"].append(row)
    return found


def _left_aside(rows: Iterable[SheetRow]) -> Iterator[str]:
    """Yield a note on cells that were changed and are not for editing."""
    changed = [
        str(row.number)
        for row in rows
        if (digests := known(row.target, row.cells.get(STATE, ""))) is not None
        and not is_as_written(row.target, ABOUT, about_of(row.cells), digests)
    ]
    if changed:
        named = ", ".join(changed[:_NAMED]) + (" ..." if len(changed) > _NAMED else "")
        yield f"cells that are not for editing (title, words, outlet) differ in {len(changed)} rows and were left aside: {named}"
