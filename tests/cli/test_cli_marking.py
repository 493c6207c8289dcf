"""The commands ``mark`` and ``marks``."""

import json

import pytest
from click.testing import CliRunner

from rashomon.cli.main import main
from rashomon.store.ledger import Ledger


@pytest.fixture
def folder(tmp_path):
    Ledger.create(tmp_path / "desk").close()
    (tmp_path / "leak.txt").write_text("Gunmen attacked a camp near Gao on 3 March 2031.", encoding="utf-8")
    run("-C", tmp_path / "desk", "add", tmp_path / "leak.txt")
    return tmp_path / "desk"


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_a_capture_is_marked_by_its_files_name_and_listed(folder):
    assert run("-C", folder, "mark", "leak.txt", "--tlp", "amber").output.startswith("leak.txt  amber  ")

    (listed,) = json.loads(run("-C", folder, "marks", "--json").output)
    assert (listed["mark"], listed["capture"]["name"]) == ("amber", "leak.txt")
    assert listed["who"]
    assert run("-C", folder, "marks").output.startswith("amber         leak.txt  ")


def test_a_mark_is_taken_away(folder):
    run("-C", folder, "mark", "leak.txt", "--tlp", "red")

    assert "no mark" in run("-C", folder, "mark", "leak.txt", "--clear").output
    assert run("-C", folder, "marks").output == "no capture is marked (try: rashomon mark NAME --tlp amber)\n"


@pytest.mark.parametrize("arguments", [[], ["--tlp", "red", "--clear"]])
def test_a_mark_needs_either_a_colour_or_to_be_taken_away(folder, arguments):
    result = run("-C", folder, "mark", "leak.txt", *arguments)

    assert result.exit_code == 2
    assert "give either --tlp MARK or --clear" in result.output


def test_what_the_ledger_does_not_hold_cannot_be_marked(folder):
    result = run("-C", folder, "mark", "other.txt", "--tlp", "red")

    assert result.exit_code == 1
    assert result.output == "Error: no capture of 'other.txt' in this ledger (try: rashomon search)\n"


def test_withheld_names_are_listed_with_the_rule_and_whether_it_is_applied(folder):
    assert run("-C", folder, "withheld").output.startswith("no name is withheld (rules: lists/withholding.yaml")
    (folder / "lists" / "withholding.yaml").write_text("- {name: sleepers, actors: [Cay Orr]}\n", "utf-8")

    changed = run("-C", folder, "withheld")

    assert "the rules changed since the last update (run: rashomon update)" in changed.output
    assert json.loads(run("-C", folder, "withheld", "--json").output) == []


def test_a_broken_rule_is_said_with_its_name(folder):
    (folder / "lists" / "withholding.yaml").write_text("- {name: sleepers}\n", "utf-8")

    result = run("-C", folder, "withheld")

    assert result.exit_code == 1
    assert "entry 'sleepers': a rule must say whom it means" in result.output
