import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from rashomon.cli.main import main

DOCS = Path(__file__).parents[2] / "docs" / "cli.md"
PAGE = """Tag Archives: Velmora

Blast kills four at a bus station in Tarn

A bomb killed four people at a bus station in Tarn on May 5, 2031, the army said. The Islamic State claimed responsibility.

Rebels seize a bridge

Fighters of the Reed Front took the bridge at Oskil after two days of fighting, residents told the Tarn Herald.
"""


def run(*arguments, code=0):
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output
    return result.output


@pytest.fixture
def folder(tmp_path):
    run("init", tmp_path / "desk")
    return tmp_path / "desk"


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "velmora.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def full(folder, page):
    run("-C", folder, "add", page, "--outlet", "Tarn Herald")
    run("-C", folder, "update")
    return folder


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_help_with_an_example_and_is_documented(name):
    assert "Example:" in run(name, "--help")
    assert f"## `rashomon {'' if name in ('init', 'read', 'import') else '-C DIR '}{name}" in DOCS.read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [["nothing"], ["show"], ["add"], ["search", "--type", "party"], ["export", "x"]])
def test_a_wrong_call_ends_with_2(arguments, folder):
    run("-C", folder, *arguments, code=2)


@pytest.mark.parametrize("arguments", [["update"], ["status"], ["search"], ["show", "act-0"], ["desk"]])
def test_a_folder_without_a_ledger_ends_with_1_and_the_next_step(arguments, tmp_path):
    assert "rashomon init" in run("-C", tmp_path, *arguments, code=1)


def test_a_ledger_is_not_made_twice(folder):
    assert str(folder) in run("init", folder, code=1)


def test_a_bad_file_ends_with_1_and_the_good_one_is_added(folder, page, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")

    said = run("-C", folder, "add", empty, page, code=1)

    assert "velmora.txt: 2 articles" in said
    assert "empty.txt: " in said
    status = json.loads(run("-C", folder, "status", "--json"))
    assert [fault["source"] for fault in status["faults"]] == [str(empty)]


def test_update_says_what_it_did_and_then_has_nothing_to_do(folder, page):
    run("-C", folder, "add", page)

    nothing = {"split": 0, "failed": 0, "fetched": [], "pages": [], "alerts": 0}
    assert json.loads(run("-C", folder, "update", "--json")) == nothing | {"read": 2, "linked": True}
    assert json.loads(run("-C", folder, "update", "--json")) == nothing | {"read": 0, "linked": False}


def test_search_finds_the_event_and_its_article(full):
    found = json.loads(run("-C", full, "search", "bus", "station", "--json"))

    assert [hit["line"]["title"] for hit in found["articles"]] == ["Blast kills four at a bus station in Tarn"]
    assert any(line["type"] == "bombing" for line in found["events"])


def test_nothing_found_says_what_to_try(full):
    assert "try fewer words" in run("-C", full, "search", "zanzibar")


def test_an_event_is_shown_with_its_words_and_a_warning(full):
    (line,) = json.loads(run("-C", full, "search", "--type", "bombing", "--json"))["events"][:1]

    said = run("-C", full, "show", line["id"])

    assert "killed four" in said
    assert "Islamic State" in said
    assert "A machine read this" in said


def test_an_actor_is_shown_by_any_of_its_names(full):
    assert "Islamic State" in run("-C", full, "show", "ISIS")


def test_an_article_is_shown_whole(full):
    found = json.loads(run("-C", full, "search", "bridge", "--json"))["articles"][0]["line"]

    said = run("-C", full, "show", found["id"])

    assert "Fighters of the Reed Front" in said
    assert "authors    not stated" in said


def test_something_unknown_ends_with_1(full):
    assert "no event" in run("-C", full, "show", "evt-0000", code=1)


def test_export_writes_the_named_files(full, tmp_path):
    run("-C", full, "export", "--form", "gold", tmp_path / "out")

    rows = [json.loads(line) for line in (tmp_path / "out" / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["outlet"] for row in rows] == ["Tarn Herald", "Tarn Herald"]
    for row in rows:
        for event in row["events"]:
            assert PAGE[event["ev_start"] : event["ev_end"]] == event["evidence"]
