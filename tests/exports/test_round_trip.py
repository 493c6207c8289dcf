"""A sheet out, edited as people and spreadsheets do, and back as decisions; what was not meant to be edited stays."""

import csv
import io
from collections.abc import Callable
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest
from openpyxl import Workbook
from told_desk import TITLES, restrict, updating

from rashomon.exports.contract import Order
from rashomon.exports.round_trip import normal
from rashomon.exports.round_trip.applying import Applied, apply_changes
from rashomon.exports.round_trip.columns import FIELDS, header
from rashomon.exports.round_trip.comparing import Comparing
from rashomon.exports.round_trip.contract import Comparison, SheetError
from rashomon.exports.round_trip.dates import Dates
from rashomon.exports.round_trip.edits import Edits, edits_of
from rashomon.exports.round_trip.reading import read_sheet
from rashomon.exports.round_trip.state import state_of
from rashomon.exports.round_trip.writing import write_sheet
from rashomon.model.words import Verdict
from rashomon.store.ledger import Ledger
from rashomon.store.review.contract import Draft
from rashomon.store.review.views import LogQuestion
from rashomon.store.views import Question
from rashomon.store.withheld import PRIVATE_PERSON

Rows = list[dict[str, str]]
CLOCK = (f"2031-07-01T00:00:00.{n:06}+00:00" for n in count())


def sheet_of(ledger: Ledger, folder: Path) -> Rows:
    (path,) = write_sheet(ledger, folder / "sheet", Order())
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def saved(
    rows: Rows, delimiter: str = ",", encoding: str = "utf-8", end: str = "\r\n", quoting: int = csv.QUOTE_MINIMAL
) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode(encoding)


def compared(ledger: Ledger, content: bytes) -> Comparison:
    return Comparing(ledger, ledger.review).compare(read_sheet(content, "sheet.csv"))


def applied(ledger: Ledger, found: Comparison) -> Applied:
    return apply_changes(ledger.review, found, "ann", "from the sheet", lambda: next(CLOCK))


def account(rows: Rows, title: str = TITLES[0]) -> dict[str, str]:
    return next(row for row in rows if row["row"] == "account" and row["title"] == title)


def event_of(rows: Rows, row: dict[str, str]) -> dict[str, str]:
    return next(one for one in rows if one["row"] == "event" and one["event"] == row["event"])


def said(found: Comparison) -> list[tuple[str, str, str]]:
    return [(one.field, one.before, one.after) for one in found.changes]


@pytest.fixture(scope="module")
def written_rows(asked: Ledger, tmp_path_factory: pytest.TempPathFactory) -> Rows:
    return sheet_of(asked, tmp_path_factory.mktemp("sheet"))


@pytest.fixture
def rows(written_rows: Rows) -> Rows:
    """The rows of the ledger's sheet, to be edited."""
    return [dict(row) for row in written_rows]


def test_a_sheet_has_a_row_for_each_event_and_account(asked: Ledger, rows: Rows):
    accounts = [row["account"] for row in rows if row["row"] == "account"]
    events = [line.id for line in asked.ask(Question()).events]

    assert [row["event"] for row in rows if row["row"] == "event"] == events
    assert len(accounts) == len(set(accounts)) > len(events)
    assert account(rows)["killed low (edit)"] == "5", "as a person corrected it"
    assert {name for name in rows[0] if name.endswith("(edit)")} >= {
        "type (edit)",
        "reject (edit)",
        "merge with (edit)",
        "note (edit)",
    }


def as_workbook(rows: Rows) -> bytes:
    book, out = Workbook(), io.BytesIO()
    book.active.append(list(rows[0]))
    for row in rows:
        day = row["date (edit)"]
        cells = [float(cell) if cell.isdigit() else cell or None for cell in row.values()]
        at = list(row).index("date (edit)")
        cells[at] = datetime.fromisoformat(day) if len(day) == 10 else cells[at]
        book.active.append(cells)
    book.save(out)
    return out.getvalue()


def reversed_columns(rows: Rows) -> bytes:
    return saved([dict(reversed(row.items())) for row in reversed(rows)])


@pytest.mark.parametrize(
    "how",
    [
        pytest.param(saved, id="plain"),
        pytest.param(lambda rows: saved(rows, ";", "utf-8-sig", quoting=csv.QUOTE_ALL), id="semicolons-all-quoted"),
        pytest.param(lambda rows: b"sep=;\r\n" + saved(rows, ";"), id="sep-line"),
        pytest.param(lambda rows: saved(rows, "\t", "utf-16"), id="utf-16-tabs"),
        pytest.param(lambda rows: saved(rows, ",", "utf-8", "\n") + b"\n\n", id="unix-lines-and-empty-ones"),
        pytest.param(reversed_columns, id="columns-and-rows-turned"),
        pytest.param(as_workbook, id="xlsx"),
        pytest.param(lambda rows: saved([{k: f" {v} " for k, v in row.items()} for row in rows]), id="spaces"),
        pytest.param(lambda rows: saved([{k.upper(): v for k, v in row.items()} for row in rows]), id="loud-header"),
        pytest.param(lambda rows: saved(rows[2:4]), id="most-rows-removed"),
        pytest.param(
            lambda rows: saved([{k: v for k, v in row.items() if "low" not in k} for row in rows]), id="columns-removed"
        ),
    ],
)
def test_what_a_spreadsheet_does_by_itself_is_no_edit(asked: Ledger, rows: Rows, how: Callable[[Rows], bytes]):
    found = compared(asked, how(rows))

    assert (found.changes, found.conflicts, found.refused, found.already) == ((), (), (), 0)


def test_edits_are_shown_before_and_after_and_nothing_is_decided(asked: Ledger, rows: Rows):
    row, before = account(rows), asked.review.log(LogQuestion()).decisions
    row |= {"killed low (edit)": "1,200", "killed high (edit)": "1 300", "status (edit)": "Disputed", "date (edit)": "5.6.2031"}

    found = compared(asked, saved(rows))

    assert said(found) == [
        ("status", "claimed", "disputed"),
        ("date", "2031-05-05", "2031-06-05"),
        ("killed", "5", "1200..1300"),
    ]
    assert {(one.row, one.target) for one in found.changes} == {(rows.index(row) + 2, row["account"])}
    assert asked.review.log(LogQuestion()).decisions == before


def test_applied_edits_are_decisions_of_the_review_desk_and_hold_when_linked_anew(told: Ledger, rows: Rows):
    row, whole = account(rows), event_of(rows, account(rows))
    agents = row["agents (edit)"]
    row |= {"killed low (edit)": "6", "killed high (edit)": "", "agents (edit)": f"{agents}; the Nigerian army".strip("; ")}
    whole["note (edit)"] = "=1+1 is what the mayor said"

    done = applied(told, compared(told, saved(rows)))
    updating(told).update()
    view = next(one for one in told.event(row["account"]).accounts if one.account.id == row["account"])

    assert (len(done.made), done.refused) == (3, ())
    assert str(view.account.killed) == "6.."
    assert "the Nigerian army" in {named.words for named in view.agents}
    assert {(one.decision.who, one.decision.why) for one in done.made} == {("ann", "from the sheet")}
    edit = next(one.decision for one in done.made if one.decision.field == "killed")
    told.review.undo(edit.id, "ann", next(CLOCK), "")
    assert str(next(one for one in told.event(row["account"]).accounts if one.account.id == row["account"]).account.killed) == "5"


def test_the_same_sheet_a_second_time_changes_nothing(told: Ledger, rows: Rows):
    row = account(rows)
    row |= {"killed low (edit)": "6", "killed high (edit)": "6"}
    event_of(rows, row)["note (edit)"] = "seen"
    account(rows, TITLES[2])["reject (edit)"] = "yes"
    content = saved(rows)
    assert len(applied(told, compared(told, content)).made) == 3

    for _ in range(2):
        found = compared(told, content)
        assert (found.changes, found.conflicts, found.refused, found.already) == ((), (), (), 3)
        updating(told).update()


def test_events_are_merged_once(told: Ledger, rows: Rows):
    one, other = (account(rows, title) for title in (TITLES[0], TITLES[2]))
    event_of(rows, one)["merge with (edit)"] = f"http://127.0.0.1:8117/events/{other['event']}"
    done = applied(told, compared(told, saved(rows)))
    assert [one.decision.verdict for one in done.made] == [Verdict.MERGE]
    mirrored = [dict(row) | {"merge with (edit)": one["event"] if row == event_of(rows, other) else ""} for row in rows]
    found = compared(told, saved(mirrored))
    assert (found.changes, found.refused, found.already) == ((), (), 1)
    updating(told).update()
    anchor = done.made[0].decision.anchor
    assert told.event(anchor.accounts[0].id).event.id == told.event(anchor.others[0].id).event.id
    again = compared(told, saved(rows))
    assert (again.changes, again.refused, again.already) == ((), (), 1)
    whole = told.event(anchor.accounts[0].id).event.id
    (gone,) = (row for row in rows if row["row"] == "event" and row["event"] in {one["event"], other["event"]} - {whole})
    _edit_what_was_merged(told, rows, gone, whole)


def _edit_what_was_merged(told: Ledger, rows: Rows, gone: dict[str, str], whole: str) -> None:
    """A sheet from before: a note on the event that is gone goes to the whole, while a rejection would reject too much."""
    gone |= {"merge with (edit)": "", "note (edit)": "asked the police"}
    (made,) = applied(told, compared(told, saved(rows))).made
    assert (made.decision.verdict, made.decision.target) == (Verdict.NOTE, whole)
    assert compared(told, saved(rows)).already >= 1
    gone |= {"note (edit)": "", "reject (edit)": "yes"}
    (refused,) = compared(told, saved(rows)).refused
    assert f"merged into {whole} since" in refused.reason


def test_a_value_that_both_changed_is_a_conflict_and_other_cells_are_not(told: Ledger, rows: Rows):
    row = account(rows)
    told.review.decide(Draft(Verdict.EDIT, row["account"], "ben", next(CLOCK), "", "killed", ("8",)))
    told.review.decide(Draft(Verdict.EDIT, row["account"], "ben", next(CLOCK), "", "injured", ("90",)))
    row |= {"killed low (edit)": "6", "killed high (edit)": "6", "status (edit)": "disputed"}

    found = compared(told, saved(rows))

    assert [(one.field, one.now, one.sheet) for one in found.conflicts] == [("killed", "8", "6")]
    assert said(found) == [("status", "claimed", "disputed")]
    assert not found.clean


def test_a_decision_has_seen_those_before_it_so_it_clashes_with_none(told: Ledger, rows: Rows):
    account(rows)["killed low (edit)"] = account(rows)["killed high (edit)"] = "7"
    (made,) = applied(told, compared(told, saved(rows))).made

    assert not made.conflict
    assert len(made.decision.saw) == 1


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"date (edit)": "01/03/2031"}, "may be 2031-03-01 or 2031-01-03"),
        ({"date (edit)": "Mar-31"}, "cannot understand the date"),
        ({"date (edit)": "31/02/2031"}, "cannot understand the date"),
        ({"killed low (edit)": "many"}, "no whole number"),
        ({"killed low (edit)": "1.5"}, "no whole number"),
        ({"killed low (edit)": "-3"}, "no whole number"),
        ({"killed low (edit)": "9", "killed high (edit)": "3"}, "ends below its start"),
        ({"type (edit)": "massacre"}, "no type 'massacre'"),
        ({"type (edit)": ""}, "no type ''"),
        ({"status (edit)": "true"}, "no status 'true'"),
        ({"agents (edit)": "Nobody At All"}, "do not stand in this article"),
        ({"agents (edit)": "900000-900009"}, "no words stand at"),
        ({"reject (edit)": "perhaps"}, "neither yes nor no"),
        ({"reject (edit)": "yes", "status (edit)": "disputed"}, "rejected and edited at once"),
        ({"merge with (edit)": "evt-0"}, "only events are merged"),
        ({"state": "s1-000000"}, "do not belong together"),
        ({"account": "acc-0000000000000000"}, "do not belong together"),
    ],
)
def test_cells_that_cannot_be_taken_over_are_refused_with_the_reason(
    asked: Ledger, rows: Rows, cells: dict[str, str], reason: str
):
    account(rows).update(cells)

    found = compared(asked, saved(rows))

    assert found.changes == ()
    assert [one for one in found.refused if reason in one.reason], found.refused


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"killed low (edit)": "7"}, "follows from its accounts"),
        ({"merge with (edit)": "evt-0"}, "has no such event"),
        ({"event": "evt-0000000000000000"}, "do not belong together"),
        ({"event": ""}, "names no event"),
    ],
)
def test_cells_of_an_event_that_follow_from_its_accounts_are_refused(
    asked: Ledger, rows: Rows, cells: dict[str, str], reason: str
):
    event_of(rows, account(rows)).update(cells)

    assert [reason in one.reason for one in compared(asked, saved(rows)).refused] == [True]


def test_a_row_twice_is_one_and_a_row_twice_with_other_values_is_refused(asked: Ledger, rows: Rows):
    row = account(rows)
    row |= {"killed low (edit)": "6", "killed high (edit)": "6"}
    assert len(compared(asked, saved([*rows, dict(row)])).changes) == 1

    found = compared(asked, saved([*rows, row | {"killed high (edit)": "8"}]))

    assert found.changes == ()
    assert "stands in row" in found.refused[0].reason


def test_what_the_ledger_no_longer_holds_is_refused(told: Ledger, rows: Rows):
    row = account(rows, TITLES[2])
    told.review.decide(Draft(Verdict.REJECT, row["account"], "ben", next(CLOCK), "no event"))
    row["status (edit)"] = "disputed"

    (refused,) = compared(told, saved(rows)).refused

    assert refused.reason == "somebody rejected it since"


def test_cells_not_meant_for_editing_are_left_aside_and_said(asked: Ledger, rows: Rows):
    account(rows)["outlet"] = "Another outlet"

    found = compared(asked, saved(rows))

    assert found.changes == ()
    assert found.notes[-1].startswith("cells that are not for editing")


def test_a_private_name_is_neither_in_the_sheet_nor_found_out_by_it(asked: Ledger, rows: Rows):
    whole = saved(rows).decode()
    row = account(rows, TITLES[2])
    assert PRIVATE_PERSON in row["patients (edit)"]
    assert "Kasim" not in whole
    assert "Dulaimi" not in whole
    row["agents (edit)"] = "Kasim Dulaimi"

    (refused,) = compared(asked, saved(rows)).refused

    assert "do not stand in this article" in refused.reason


def test_words_beside_a_withheld_name_can_be_edited(told: Ledger, rows: Rows):
    row = account(rows, TITLES[2])
    row["patients (edit)"] = f"{row['patients (edit)']}; three soldiers"
    done = applied(told, compared(told, saved(rows)))
    view = next(one for one in told.event(row["account"]).accounts if one.account.id == row["account"])

    assert done.refused == ()
    assert {PRIVATE_PERSON, "three soldiers"} <= {named.words for named in view.patients}


def test_restricted_captures_are_not_in_the_sheet(told: Ledger, tmp_path: Path):
    restrict(told)

    assert "eleven people" not in saved(sheet_of(told, tmp_path)).decode()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"a,b\n1,2\n", "no column 'event'"),
        (b"event,account\n", "no column 'state'"),
        (b"event,account,state,type,type (edit)\n", "two columns 'type'"),
        (b"\x89PNG\r\n\x1a\n0000", "PNG image"),
        (b"PK\x03\x04 not a workbook", "no workbook"),
        (b'event,account,state\n"' + b"x" * 200_000, "never closed"),
    ],
)
def test_files_that_are_no_sheet_are_refused(content: bytes, reason: str):
    with pytest.raises(SheetError, match=reason):
        read_sheet(content, "file.csv")


@pytest.mark.parametrize(("encoding", "words"), [("cp1252", "Café Nuñez"), ("cp1250", "Gołąb Škoda"), ("cp1251", "Москва")])
def test_an_old_encoding_is_found_by_the_cells_that_nobody_touched(encoding: str, words: str):
    row = written("acc-1", agents=words)

    sheet = read_sheet(saved([row], ";", encoding), "sheet.csv")

    assert sheet.rows[0].cells["agents"] == words
    assert sheet.notes == (f"the file is not UTF-8 and was read as {encoding}",)


def written(target: str, **stated: str) -> dict[str, str]:
    """The row of an account as it was written, with these values."""
    values = dict.fromkeys(FIELDS, "") | {"type": "attack", "status": "asserted"} | stated
    row = dict.fromkeys(header(), "") | {"event": "evt-1", "account": target, "state": state_of(target, "\x1f\x1f", values)}
    return row | {f"{name} (edit)": value for name, value in values.items() if f"{name} (edit)" in row}


@pytest.mark.parametrize(
    ("cells", "understood"),
    [
        pytest.param(["01/03/2031", "02/03/2031", "04/05/2031"], True, id="as-written-by-one-order"),
        pytest.param(["3/1/2031", "3/2/2031", "5/4/2031"], True, id="month-first"),
        pytest.param(["3/1/2031", "3/2/2031"], False, id="too-few-to-show-it"),
        pytest.param(["01/03/2031", "02/03/2031", "5/4/2031"], False, id="both-orders"),
        pytest.param(["01/03/2031", "25/03/2031"], True, id="a-day-above-twelve"),
    ],
)
def test_dates_that_a_spreadsheet_wrote_anew_are_no_edit_where_the_sheet_shows_the_order(cells: list[str], understood: bool):
    days = {"01/03/2031": "2031-03-01", "3/1/2031": "2031-03-01", "02/03/2031": "2031-03-02", "3/2/2031": "2031-03-02"}
    days |= {"04/05/2031": "2031-05-04", "5/4/2031": "2031-05-04", "25/03/2031": "2031-03-25"}
    rows = [written(f"acc-{n}", date=days[cell]) | {"date (edit)": cell} for n, cell in enumerate(cells)]
    sheet = read_sheet(saved(rows), "sheet.csv")

    edits = [edits_of(row, Dates(sheet)) for row in sheet.rows]

    assert all(isinstance(one, Edits) and one.are_none is understood for one in edits)


def test_dates_show_their_order_by_a_day_above_twelve():
    assert normal.shown_order(["01/03/2031", "25/03/2031"]) == {True}
    assert normal.shown_order(["3/25/2031"]) == {False}
    assert normal.shown_order(["3/25/2031", "25/3/2031"]) == {True, False}
    assert normal.date("2031-03-04 00:00:00") == normal.date("2031/3/4") == normal.date("4.3.2031") == "2031-03-04"
    assert normal.date("3/2031") == "2031-03"
