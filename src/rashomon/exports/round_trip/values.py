"""An account's values in the form of a sheet."""

from collections.abc import Mapping

from rashomon.exports.round_trip import normal
from rashomon.exports.round_trip.columns import ABOUT_COLUMNS, DATE, STATUS, TOLLS, TYPE, WORDS
from rashomon.model.ranges import Range
from rashomon.model.reading import Account
from rashomon.store.views import AccountView


def values_of(told: AccountView) -> Mapping[str, str]:
    """Return the values of an account by field, in their normal form; names of private persons are withheld as in the view."""
    account = told.account
    return {
        TYPE: account.type.value,
        STATUS: account.status.value,
        DATE: "" if account.date is None else str(account.date),
        **{role: normal.words("; ".join(one_entry(named.words) for named in getattr(told, role))) for role in WORDS},
        **{name: "" if (value := _toll(account, name)) is None else str(value) for name in TOLLS},
    }


def one_entry(words: str) -> str:
    """Return words of the text as one entry of a cell, which semicolons part."""
    return " ".join(words.replace(";", ",").split())


def _toll(account: Account, name: str) -> Range | None:
    return account.killed if name == "killed" else account.injured


def toll_cells(value: str) -> tuple[str, str]:
    """Return the two cells of a toll.

    >>> toll_cells("3"), toll_cells("3.."), toll_cells("")
    (('3', '3'), ('3', ''), ('', ''))
    """
    low, dots, high = value.partition("..")
    return (low, high) if dots else (low, low)


def about_of(cells: Mapping[str, str]) -> str:
    """Return what a row shows that is not to be edited, however a spreadsheet spaced it."""
    return "\x1f".join(" ".join(cells.get(name, "").split()) for name in ABOUT_COLUMNS)
