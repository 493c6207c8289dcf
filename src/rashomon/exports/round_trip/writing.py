"""Write a sheet: one row an event and one for each of its accounts."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from rashomon.exports.cells import csv_line
from rashomon.exports.contract import Order
from rashomon.exports.round_trip.columns import COLUMNS, STATE, TOLLS, header
from rashomon.exports.round_trip.contract import ACCOUNT, EVENT
from rashomon.exports.round_trip.state import state_of
from rashomon.exports.round_trip.values import about_of, toll_cells, values_of
from rashomon.store.ledger import Ledger
from rashomon.store.search.telling import ToldEvent
from rashomon.store.views import AccountView, EventLine

SHEET = "corrections.csv"
#: The byte order mark, without which Excel misreads names.
BOM = "\ufeff"
#: Characters of the words that a row shows.
SHOWN = 300


def write_sheet(ledger: Ledger, folder: Path, order: Order) -> tuple[Path, ...]:
    """Write ``corrections.csv`` and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / SHEET
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(BOM)
        file.writelines(sheet_lines(ledger.publishing.all_told(order.selection)))
    return (path,)


def sheet_lines(several: Iterable[ToldEvent]) -> Iterator[str]:
    """Yield the lines of a sheet of these events."""
    yield csv_line(header())
    for told in several:
        yield csv_line(_event_cells(told.line))
        for account in told.accounts:
            yield csv_line(_account_cells(told.line.id, account))


def _event_cells(line: EventLine) -> tuple[str, ...]:
    """Return the cells of an event: its values follow from its accounts, so those cells are empty."""
    words = "; ".join((*((line.date,) if line.date else ()), *line.places))
    return _cells({"row": EVENT, EVENT: line.id, "title": line.title, "words": words}, line.id, {})


def _account_cells(event_id: str, told: AccountView) -> tuple[str, ...]:
    values, article = values_of(told), told.article
    shown = {
        "row": ACCOUNT,
        EVENT: event_id,
        ACCOUNT: told.account.id,
        "title": article.title,
        "words": " ".join(told.quote.words.split())[:SHOWN],
        "outlet": article.outlet or "",
        "published": article.published or "",
        "article": article.id,
    }
    tolls = {name: cell for field, names in TOLLS.items() for name, cell in zip(names, toll_cells(values[field]), strict=True)}
    return _cells(shown | dict(values) | tolls, told.account.id, values)


def _cells(shown: Mapping[str, str], target: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """Return the cells of a row in the order of the columns, with its state."""
    stated = {**shown, STATE: state_of(target, about_of(shown), values)}
    return tuple(stated.get(column, "") for column in COLUMNS)
