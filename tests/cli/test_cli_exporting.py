"""The command ``export``: which form is called, with what, and what it says."""

from importlib import import_module

import pytest
from click.testing import CliRunner

from rashomon.cli import exporting
from rashomon.cli.main import main
from rashomon.exports.contract import Aggregation
from rashomon.exports.gold import writing as gold
from rashomon.model.marks import Mark
from rashomon.store.ledger import Ledger


@pytest.fixture
def folder(tmp_path):
    Ledger.create(tmp_path / "desk").close()
    return tmp_path / "desk"


@pytest.fixture
def orders(monkeypatch):
    """The orders that the form got."""
    given = []

    def write(ledger, target, order):
        given.append((ledger.folder, target, order))
        return (target / "one.jsonl", target / "two.jsonl")

    monkeypatch.setattr(gold, "write_gold", write)
    return given


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.mark.parametrize("name", sorted(exporting.FORMS))
def test_every_form_is_there(name):
    module, function = exporting.FORMS[name]

    assert callable(getattr(import_module(f"rashomon.exports.{module}"), function))


def test_an_export_names_each_file_it_wrote(folder, tmp_path, orders):
    result = run("-C", folder, "export", "--form", "gold", tmp_path / "out")

    ((where, target, order),) = orders
    assert (where, target) == (folder, tmp_path / "out")
    assert (order.selection.clearance, order.aggregation, order.of) == (Mark.CLEAR, Aggregation.REPRESENTATIVE, None)
    assert result.output == f"wrote {tmp_path / 'out' / 'one.jsonl'}\nwrote {tmp_path / 'out' / 'two.jsonl'}\n"


def test_an_export_asks_what_search_asks(folder, tmp_path, orders):
    narrowing = ("--type", "bombing", "--country", "ML", "--after", "2031-02", "--place", "Gao", "--disputed")

    result = run(
        "-C", folder, "export", "--form", "gold", "--tlp", "amber", "--as", "informative", *narrowing, tmp_path, "market", "blast"
    )

    assert result.exit_code == 0
    asked = orders[0][2].selection.question
    assert (asked.text, asked.type, asked.country, asked.after) == ("market blast", "bombing", "ML", "2031-02")
    assert (asked.place, asked.disputed) == ("Gao", True)
    assert (orders[0][2].selection.clearance, orders[0][2].aggregation) == (Mark.AMBER, Aggregation.INFORMATIVE)


def test_an_empty_ledger_is_exported_as_empty_files(folder, tmp_path):
    result = run("-C", folder, "export", "--form", "gold", tmp_path / "deep" / "out")

    assert result.exit_code == 0
    written = sorted((tmp_path / "deep" / "out").iterdir())
    assert written
    assert [f"wrote {path}" for path in written] == sorted(result.output.splitlines())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--form", "poem", "out"], "'poem' is not"),
        (["out"], "--form"),
        (["--form", "gold"], "TARGET"),
        (["--form", "gold", "--tlp", "pink", "out"], "'pink' is not"),
        (["--form", "gold", "--as", "best", "out"], "'best' is not"),
        (["--form", "gold", "--of", "art-1", "out"], "--of goes with --form wacz"),
        (["--form", "gold", "--names", "out"], "--names goes with --form wacz"),
    ],
)
def test_a_wrong_export_is_a_wrong_call(arguments, said, folder):
    result = run("-C", folder, "export", *arguments)

    assert result.exit_code == 2
    assert said in result.output


def test_an_export_onto_a_file_is_a_wrong_call(folder, tmp_path):
    (tmp_path / "file").write_text("mine", encoding="utf-8")

    assert run("-C", folder, "export", "--form", "gold", tmp_path / "file").exit_code == 2
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_what_is_marked_above_the_clearance_is_left_out_and_counted(folder, tmp_path):
    (tmp_path / "leak.txt").write_text("Gunmen attacked a camp near Gao on 3 March 2031.", encoding="utf-8")
    run("-C", folder, "add", tmp_path / "leak.txt")
    run("-C", folder, "mark", "leak.txt", "--tlp", "amber")

    open_to_all = run("-C", folder, "export", "--form", "wacz", tmp_path / "clear")
    for_some = run("-C", folder, "export", "--form", "wacz", "--tlp", "amber", tmp_path / "amber")

    assert "left out 1 capture marked above clear (see: rashomon marks)" in open_to_all.output
    assert "left out" not in for_some.output
    sizes = [(tmp_path / name / "captures.wacz").stat().st_size for name in ("clear", "amber")]
    assert sizes[0] < sizes[1]


def test_what_is_no_row_of_a_form_is_counted_with_the_reason(folder, tmp_path, monkeypatch):
    def write(ledger, target, order):
        target.mkdir()
        (target / "gold.manifest.json").write_text('{"left_out": {"no date": 2, "no place": 1}}', "utf-8")
        return (target / "gold.manifest.json",)

    monkeypatch.setattr(gold, "write_gold", write)

    result = run("-C", folder, "export", "--form", "gold", tmp_path / "out")

    assert "left out 2 events: no date\nleft out 1 event: no place\n" in result.output
