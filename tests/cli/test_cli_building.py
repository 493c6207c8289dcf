import io
import sys

import pytest
from click.testing import CliRunner

from rashomon.cli import building
from rashomon.cli.building import bar
from rashomon.cli.main import main
from rashomon.pipeline.updating import Updated, Updating
from rashomon.store.ledger import Ledger

FJORD = """Fisheries patrol fires on a trawler off Skarnes

A patrol boat fired on a trawler off Skarnes on 3 May 2031, the coast guard said. No one was hurt.
"""


class Terminal(io.StringIO):
    def isatty(self):
        return True


def run(*arguments, code=0):
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output
    return result


@pytest.fixture
def folder(tmp_path):
    run("init", tmp_path / "desk")
    return tmp_path / "desk"


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "fjord.txt"
    path.write_text(FJORD, encoding="utf-8")
    return path


@pytest.mark.parametrize("total", [0, 3])
def test_steps_pass_through_unchanged_where_nobody_watches(total, monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())

    assert list(bar(iter("abc"), label="reading", total=total)) == ["a", "b", "c"]
    assert sys.stderr.getvalue() == ""


def test_a_watched_run_draws_its_label_on_standard_error(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stderr", Terminal())

    assert list(bar(["a", "b"], label="reading", total=2)) == ["a", "b"]
    assert "reading" in sys.stderr.getvalue()
    assert capsys.readouterr().out == ""


def test_nothing_is_drawn_for_no_steps(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())

    assert list(bar([], label="reading", total=0)) == []
    assert sys.stderr.getvalue() == ""


def test_a_new_ledger_says_the_next_step(tmp_path):
    said = run("init", tmp_path / "desk").output

    assert said == f"made a ledger in {tmp_path / 'desk'}\nnext: rashomon -C {tmp_path / 'desk'} add FILES\n"


def test_the_sample_brings_its_lists_and_pages_along(tmp_path, page, monkeypatch):
    monkeypatch.setattr(building, "sample_files", lambda: [(page, "Skarnes Tidende")])

    said = run("init", "--sample", tmp_path / "desk").output

    assert said.endswith("desk update\n")
    assert list((tmp_path / "desk" / "lists").glob("*.yaml"))
    with Ledger.open(tmp_path / "desk") as ledger:
        assert [(capture.name, capture.outlet) for capture in ledger.captures()] == [("fjord.txt", "Skarnes Tidende")]


def test_a_sample_page_that_cannot_be_read_ends_with_1(tmp_path, monkeypatch):
    monkeypatch.setattr(building, "sample_files", lambda: [(tmp_path / "gone.txt", None)])

    assert "1 sample files could not be read" in run("init", "--sample", tmp_path / "desk", code=1).stderr


def test_a_file_is_no_folder_for_a_ledger(page):
    assert "is a file" in run("init", page, code=2).output


def test_an_added_page_is_counted_and_known_the_second_time(folder, page):
    assert run("-C", folder, "add", page).output == f"{page}: 1 article\nnext: rashomon update\n"
    assert run("-C", folder, "add", page).output == f"{page}: 1 article (known already)\nnext: rashomon update\n"


def test_the_outlet_of_a_page_that_prints_none_is_the_one_named(folder, page):
    run("-C", folder, "add", "--outlet", "Skarnes Tidende", page)

    with Ledger.open(folder) as ledger:
        assert [capture.outlet for capture in ledger.captures()] == ["Skarnes Tidende"]


def test_a_missing_file_is_said_on_standard_error_and_kept_in_the_status(folder, tmp_path):
    result = run("-C", folder, "add", tmp_path / "gone.txt", code=1)

    assert "gone.txt" in result.stderr
    assert "1 of the sources could not be read (see: rashomon status)" in result.stderr
    assert "next:" not in result.stdout
    assert "gone.txt" in run("-C", folder, "status").output


@pytest.mark.parametrize(
    ("updated", "code", "said"),
    [
        (Updated(0, 3, 0, linked=True), 0, "read 3 articles, linked them anew\n"),
        (Updated(0, 0, 0, linked=False), 0, "read 0 articles, nothing new to link\n"),
        (Updated(0, 2, 1, linked=True), 1, "1 articles could not be read (see: rashomon status)\n"),
    ],
)
def test_a_run_says_in_words_what_it_did(updated, code, said, folder, monkeypatch):
    for loads in ("load_registry", "load_gazetteer"):
        monkeypatch.setattr(building, loads, lambda _lists: None)
    monkeypatch.setattr(building, "extractor", lambda *_lists: None)
    monkeypatch.setattr(Updating, "__init__", lambda *_rooms: None)
    monkeypatch.setattr(Updating, "update", lambda _self, _progress: updated)

    assert run("-C", folder, "update", code=code).output.endswith(said)


def test_a_broken_list_ends_the_run_with_1_and_names_the_file(folder, page):
    run("-C", folder, "add", page)
    (folder / "lists" / "actors.yaml").write_text("- just\n- words\n", encoding="utf-8")

    assert "actors.yaml" in run("-C", folder, "update", code=1).stderr
