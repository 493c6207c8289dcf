"""Tables as files: the same rows in Parquet and CSV, documented, the same bytes however many processes told them."""

import csv
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from told_desk import SECRET_TITLE, restrict, updating

from rashomon.cli.main import main
from rashomon.exports.contract import Order
from rashomon.exports.tables import csvfiles, pieces
from rashomon.exports.tables.arrow import MissingExtraError, pyarrow, table_of
from rashomon.exports.tables.csvfiles import write_csv
from rashomon.exports.tables.describing import tables_in_markdown
from rashomon.exports.tables.parquet import write_parquet
from rashomon.exports.tables.pieces import Teller
from rashomon.model.errors import LedgerError
from rashomon.model.marks import Mark
from rashomon.store.frames.catalogue import TABLES, table
from rashomon.store.frames.columns import code, codes, flag, number, text, texts
from rashomon.store.frames.contract import Cut, FlatTable, Scope
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.contract import Selection
from rashomon.store.views import Question

DOCS = Path(__file__).parents[2] / "docs"
ODD = FlatTable(
    "odd",
    "Odd values.",
    ("id",),
    (code("id", "."), text("words", "."), number("n", ".", "x"), flag("yes", "."), codes("ids", "."), texts("names", ".")),
)
EVERYTHING = Order(Selection(clearance=Mark.RED))


@pytest.fixture(scope="module")
def ledger(told_folder: Path) -> Iterator[Ledger]:
    """The invented ledger, for tests that only ask."""
    with Ledger.open(told_folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def written(ledger: Ledger, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both forms of everything."""
    folder = tmp_path_factory.mktemp("tables")
    write_parquet(ledger, folder, EVERYTHING)
    write_csv(ledger, folder, EVERYTHING)
    return folder


def lines(folder: Path, name: str) -> list[dict[str, str]]:
    """Return the lines of a table's CSV."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_table_is_a_file_in_both_forms_with_the_same_rows(written: Path) -> None:
    for one in TABLES:
        parquet = pq.read_table(written / f"{one.name}.parquet")
        rows = lines(written, one.name)
        assert parquet.column_names == list(one.names)
        assert parquet.num_rows == len(rows)
        first = one.names[0]
        assert [str(value) if value is not None else "" for value in parquet[first].to_pylist()] == [row[first] for row in rows]


def test_words_stand_where_the_row_says(written: Path) -> None:
    texts_of = {row["article"]: row["text"] for row in lines(written, "articles")}
    for name in ("accounts", "claims", "figures", "ties"):
        rows = lines(written, name)
        assert rows
        for row in rows:
            assert row["words"].removeprefix("'") == texts_of[row["article"]][int(row["start"]) : int(row["end"])].removeprefix(
                "'"
            )


def test_columns_carry_their_meaning_in_the_parquet_itself(written: Path) -> None:
    schema = pq.read_schema(written / "accounts.parquet")

    assert schema.field("killed_low").metadata[b"unit"] == b"persons"
    assert schema.field("root").metadata[b"joins"] == b"roots.root"
    assert schema.metadata[b"key"] == b"account"


def test_tables_json_counts_the_rows_and_names_every_column(written: Path) -> None:
    told = json.loads((written / "tables.json").read_text(encoding="utf-8"))
    accounts = next(one for one in told["tables"] if one["name"] == "accounts")

    assert (told["clearance"], told["question"]) == ("red", {})
    assert accounts["rows"] == len(lines(written, "accounts"))
    assert tuple(column["name"] for column in accounts["columns"]) == table("accounts").names
    assert "## accounts" in (written / "README.md").read_text(encoding="utf-8")


def test_bytes_are_the_same_again_and_with_two_processes(
    ledger: Ledger, written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "FEW", 2)

    write_csv(ledger, tmp_path, EVERYTHING, processes=1)

    for one in TABLES:
        assert (tmp_path / f"{one.name}.csv").read_bytes() == (written / f"{one.name}.csv").read_bytes()
    write_parquet(ledger, tmp_path, EVERYTHING, processes=2)
    assert all(
        (tmp_path / f"{one.name}.parquet").read_bytes() == (written / f"{one.name}.parquet").read_bytes() for one in TABLES
    )


def test_a_process_that_ends_is_said(ledger: Ledger) -> None:
    teller = Teller(ledger.folder, Scope(), ends_its_process)
    try:
        cut = next(ledger.frames.cuts(Scope()))
        with pytest.raises(LedgerError, match="ended"):
            teller.tell(cut)
    finally:
        teller.end()


def test_a_fault_leaves_no_half_file(ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csvfiles, "encode", not_to_be_told)

    with pytest.raises(LedgerError, match="not today"):
        write_csv(ledger, tmp_path / "new", EVERYTHING)

    assert list((tmp_path / "new").iterdir()) == []


def ends_its_process(*_: object) -> bytes:
    """End the process, as a full memory does."""
    os._exit(3)


def not_to_be_told(*_: object) -> bytes:
    """Fail in a known way."""
    raise LedgerError("not today")


def test_what_was_linked_anew_meanwhile_is_not_written(
    ledger: Ledger, written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = iter(("one", "two"))
    monkeypatch.setattr(ledger.frames, "version", lambda: next(versions), raising=False)

    with pytest.raises(LedgerError, match="linked anew"):
        write_csv(ledger, tmp_path, EVERYTHING)

    assert list(tmp_path.iterdir()) == []


def test_cells_that_spreadsheets_would_run_are_text() -> None:
    row = ("=id", '=HYPERLINK("x")', 19.0, True, ["a", None], ["-x", "b; c"])

    (cells,) = csv.reader([csvfiles.encode(ODD, [row]).decode()])

    assert cells == ["=id", '\'=HYPERLINK("x")', "19", "true", "a; ", "'-x; b, c"]


def test_what_is_not_stated_is_an_empty_cell_and_a_null() -> None:
    row = (None, None, None, None, [], [])

    assert csvfiles.encode(ODD, [row]) == b",,,,,\n"
    assert table_of(ODD, [row]).to_pylist() == [{"id": None, "words": None, "n": None, "yes": None, "ids": [], "names": []}]


def test_neither_restricted_nor_private_names_are_in_any_file(told: Ledger, tmp_path: Path) -> None:
    restrict(told)

    write_csv(told, tmp_path, Order())
    write_parquet(told, tmp_path, Order())

    content = b"".join(path.read_bytes() for path in tmp_path.glob("*.csv"))
    assert b"Kasim" not in content
    assert b"Vellamy cell" not in b"".join(
        (tmp_path / f"{name}.csv").read_bytes() for name in ("events", "accounts", "event_values")
    )
    assert SECRET_TITLE.encode() not in content
    assert b"an informant" not in content
    assert b"Bomb kills four" in content
    values = [
        value for path in tmp_path.glob("*.parquet") for column in pq.read_table(path).columns for value in column.to_pylist()
    ]
    assert not [value for value in values if "Kasim" in str(value) or "an informant" in str(value)]


def test_a_decision_is_told_and_names_no_private_person(told: Ledger, tmp_path: Path) -> None:
    updating(told)
    write_csv(told, tmp_path, EVERYTHING)
    rows = lines(tmp_path, "decisions")

    assert {row["verdict"] for row in rows} >= {"edit", "note"}
    edited = next(row for row in rows if row["field"] == "killed" and row["why"] == "recount")
    assert (edited["stands"], edited["after"] != "") == ("true", True)
    account = next(row for row in lines(tmp_path, "accounts") if row["account"] == edited["target"])
    assert (account["killed_low"], account["decided"]) == ("5", "true")


def test_export_writes_a_part_that_options_narrow(told_folder: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(
        main, ["-C", str(told_folder), "export", "--form", "csv", "--tlp", "red", "--type", "bombing", str(tmp_path / "out")]
    )

    assert done.exit_code == 0, done.output
    assert {row["type"] for row in lines(tmp_path / "out", "events")} == {"bombing"}
    assert json.loads((tmp_path / "out" / "tables.json").read_text("utf-8"))["question"] == {"type": "bombing"}


def test_an_empty_ledger_gives_empty_tables(tmp_path: Path) -> None:
    with Ledger.create(tmp_path / "new") as ledger:
        write_parquet(ledger, tmp_path / "out", Order(Selection(Question("anything"))))

    assert pq.read_table(tmp_path / "out" / "events.parquet").num_rows == 0
    assert pq.read_schema(tmp_path / "out" / "events.parquet").names == list(table("events").names)


def test_without_pyarrow_the_extra_is_named(monkeypatch: pytest.MonkeyPatch, ledger: Ledger, tmp_path: Path) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("rashomon.exports.tables.arrow.import_module", missing)

    with pytest.raises(MissingExtraError, match=r"pip install 'rashomon\[frames\]'"):
        pyarrow()
    with pytest.raises(MissingExtraError):
        write_parquet(ledger, tmp_path, EVERYTHING)


def test_cuts_go_on_behind_the_last_key(ledger: Ledger) -> None:
    cuts = [cut for cut in ledger.frames.cuts(Scope()) if cut.family == "articles"]

    assert [key for cut in cuts for key in cut.keys] == sorted({key for cut in cuts for key in cut.keys})
    assert ledger.frames.rows(Cut("articles", ()), Scope())["articles"] == []


def test_the_documented_tables_are_those_that_are_written() -> None:
    page = (DOCS / "tables.md").read_text(encoding="utf-8")

    assert page.endswith("\n".join(tables_in_markdown())), (
        "write the lower part of docs/tables.md anew: rashomon.exports.tables.describing.tables_in_markdown"
    )
