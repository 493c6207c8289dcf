"""The commands that carry a ledger to and fro: the whole of it as files, and edited sheets."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon.cli import round_trip
from rashomon.cli.main import main
from rashomon.pipeline.adding import Adding
from rashomon.pipeline.updating import Updating
from rashomon.store.ledger import Ledger
from shipped import shipped_lists, shipped_rules

TEXT = (
    "Blast in Maiduguri\n\nMAIDUGURI, May 5, 2031 - A bomb killed four people in Maiduguri on Monday, the Nigerian army said.\n"
)


def run(*arguments: object, code: int = 0) -> Result:
    done = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert done.exit_code == code, done.output
    return done


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of one article, read by rules and linked."""
    folder = tmp_path_factory.mktemp("cli")
    (folder / "blast.txt").write_text(TEXT, encoding="utf-8")
    with Ledger.create(folder / "desk") as ledger:
        list(Adding(ledger, "Daily Invention").add([str(folder / "blast.txt")]))
        Updating(ledger, shipped_rules(), *shipped_lists()).update()
    return folder / "desk"


def copied(desk: Path, tmp_path: Path) -> Path:
    run("-C", desk, "export", "--form", "jsonl", tmp_path / "out")
    said = run("import", tmp_path / "out", tmp_path / "copy").output
    assert "1 capture, 1 article, 1 event, 0 decisions" in said
    return tmp_path / "copy"


def test_a_ledger_is_carried_elsewhere_and_back(desk: Path, tmp_path: Path):
    copy = copied(desk, tmp_path)

    assert "all is as it was kept" in run("-C", copy, "verify").output
    run("-C", copy, "export", "--form", "jsonl", tmp_path / "again")
    assert (tmp_path / "again" / "ledger.jsonl").read_bytes() == (tmp_path / "out" / "ledger.jsonl").read_bytes()


def test_a_part_says_that_it_is_one(desk: Path, tmp_path: Path):
    copy = copied(desk, tmp_path)
    run("-C", copy, "mark", "blast.txt", "--tlp", "amber")

    left = run("-C", copy, "export", "--form", "jsonl", tmp_path / "part")
    said = run("import", tmp_path / "part", tmp_path / "partly").output

    assert "left out 1 capture" in left.output
    assert "without 1 capture marked above clear" in said
    assert "update --offline" in said


def test_a_damaged_export_is_refused_with_its_line(desk: Path, tmp_path: Path):
    copied(desk, tmp_path)
    path = tmp_path / "out" / "ledger.jsonl"
    path.write_bytes(path.read_bytes().replace(b"killed four", b"killed five"))

    said = run("import", path, tmp_path / "new", code=1).output

    assert "line " in said
    assert not (tmp_path / "new").exists()


def edited(folder: Path, **cells: str) -> Path:
    rows = list(csv.DictReader(io.StringIO((folder / "corrections.csv").read_bytes().decode("utf-8-sig"), newline="")))
    next(row for row in rows if row["row"] == "account").update({f"{k.replace('_', ' ')} (edit)": v for k, v in cells.items()})
    with (folder / "edited.csv").open("w", encoding="cp1252", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return folder / "edited.csv"


def test_corrections_are_shown_then_decided_by_somebody(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    copy = copied(desk, tmp_path)
    linked: list[Path] = []
    monkeypatch.setattr(round_trip, "link_again", linked.append)
    run("-C", copy, "export", "--form", "sheet", tmp_path)
    sheet = edited(tmp_path, killed_low="5", killed_high="6")

    shown = run("-C", copy, "corrections", sheet)
    assert "killed: 4 -> 5..6" in shown.output
    assert "1 change, 0 conflicts, 0 refused" in shown.output
    assert "needs --as NAME" in run("-C", copy, "corrections", sheet, "--apply", code=2).output

    run("-C", copy, "corrections", sheet, "--apply", "--as", "ann", "--why", "recount")
    with Ledger.open(copy) as ledger:
        (decision,) = ledger.decisions()
    assert (decision.who, decision.why, decision.after) == ("ann", "recount", '"5..6"')
    assert linked == [copy]
    told = json.loads(run("-C", copy, "corrections", sheet, "--json").output)
    assert (told["changes"], told["already"]) == ([], 1)


def test_nothing_is_decided_beside_a_refused_cell_unless_it_is_said(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    copy = copied(desk, tmp_path)
    monkeypatch.setattr(round_trip, "link_again", lambda _: None)
    run("-C", copy, "export", "--form", "sheet", tmp_path)
    sheet = edited(tmp_path, killed_low="5", killed_high="6", type="massacre")

    said = run("-C", copy, "corrections", sheet, "--apply", "--as", "ann", code=1).output
    assert "no type 'massacre'" in said
    assert "nothing was decided" in said
    run("-C", copy, "corrections", sheet, "--apply", "--as", "ann", "--rest")
    with Ledger.open(copy) as ledger:
        assert [decision.field for decision in ledger.decisions()] == ["killed"]
