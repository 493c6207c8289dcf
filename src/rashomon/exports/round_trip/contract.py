"""What a sheet holds, and what comparing it with a ledger finds."""

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.model.errors import RashomonError
from rashomon.store.review.contract import Draft

EVENT, ACCOUNT = "event", "account"


class SheetError(RashomonError):
    """A file is no sheet that can be compared: the text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a file: its number as spreadsheets count (the header is 1) and its cells by the names of the columns, trimmed."""

    number: int
    cells: Mapping[str, str]

    @property
    def target(self) -> str:
        """Return the id of what the row is about."""
        return self.cells.get(ACCOUNT, "") or self.cells.get(EVENT, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file.

    Args:
        columns: those that were known, in the order of the file; the cells of others are left aside.

        notes: what had to be guessed or was left aside, in plain words.
    """

    columns: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """An edit that can be decided.

    Args:
        about: title of the event, or of the account's article, as the ledger has it.

        before: the value in the ledger, in the sheet's form; empty where it is not stated, or where the whole is decided on.

        after: the value in the sheet.
    """

    row: int
    target: str
    about: str
    field: str
    before: str
    after: str
    draft: Draft


@dataclass(frozen=True, slots=True)
class Conflict:
    """An edit of a value that the ledger changed too since the sheet was written: ``now`` there, ``sheet`` here."""

    row: int
    target: str
    field: str
    now: str
    sheet: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cell that cannot be taken over, and why; ``target`` is empty where the row names nothing."""

    row: int
    target: str
    field: str
    cell: str
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a sheet would change in the ledger as it is now.

    Args:
        changes: edits, in the order of the rows.

        already: how many edited cells the ledger agrees with already.

        rows: how many rows the sheet has.
    """

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    refused: tuple[Refusal, ...]
    already: int
    rows: int
    notes: tuple[str, ...] = ()

    @property
    def clean(self) -> bool:
        """Return whether everything that was edited can be decided."""
        return not self.conflicts and not self.refused
