"""Accounts by the command line, and linking in the background after decisions."""

import json
import time

import pytest
from click.testing import CliRunner

from rashomon.cli.main import main
from rashomon.cli.relinking import Relinker
from rashomon.store.ledger import Ledger

PASSWORD = "three plain words"


@pytest.fixture
def folder(tmp_path):
    Ledger.create(tmp_path / "desk").close()
    return tmp_path / "desk"


def run(folder, *arguments, given=None):
    return CliRunner().invoke(main, ["-C", str(folder), "people", *arguments], given)


def add(folder, name="ana", role="analyst"):
    return run(folder, "add", name, "--role", role, given=f"{PASSWORD}\n{PASSWORD}\n")


def test_an_account_is_made_with_a_password_that_is_typed_twice_and_not_shown(folder):
    made = add(folder)
    assert made.exit_code == 0
    assert "made the account ana (analyst)" in made.output
    assert PASSWORD not in made.output
    with Ledger.open(folder) as ledger:
        assert ledger.people.checked("ana", PASSWORD) is not None
    assert run(folder, "list").output.startswith("ana  analyst  since 20")
    assert json.loads(run(folder, "list", "--json").output)[0]["name"] == "ana"


def test_what_cannot_be_is_refused_in_one_line(folder):
    add(folder)
    assert (add(folder).exit_code, "already" in add(folder).output) == (1, True)
    short = run(folder, "add", "ben", "--password-stdin", given="short")
    assert (short.exit_code, "10 to 200" in short.output) == (1, True)
    assert run(folder, "change", "nobody", "--close").exit_code == 1
    assert run(folder, "change", "ana").exit_code == 2
    assert run(folder, "add", "ben", "--role", "king").exit_code == 2


def test_an_account_is_changed_closed_and_opened_again(folder):
    add(folder)
    assert "editor" in run(folder, "change", "ana", "--role", "editor").output
    assert "closed" in run(folder, "change", "ana", "--close").output
    with Ledger.open(folder) as ledger:
        assert ledger.people.checked("ana", PASSWORD) is None
    assert "closed" not in run(folder, "change", "ana", "--reopen").output
    assert run(folder, "change", "ana", "--password-stdin", given="four other plain words").exit_code == 0
    with Ledger.open(folder) as ledger:
        assert ledger.people.checked("ana", "four other plain words") is not None


def test_an_empty_list_says_what_to_do(folder):
    assert "people add NAME" in run(folder, "list").output


def waited(holds):
    for _ in range(200):
        if holds():
            return True
        time.sleep(0.02)
    return False


def test_linking_waits_for_a_pause_and_runs_again_for_what_came_meanwhile():
    runs = []
    relinker = Relinker(lambda: (runs.append(1), time.sleep(0.2)), quiet=0.05)
    for _ in range(5):
        relinker()
    assert runs == []
    assert waited(lambda: len(runs) == 1)
    relinker()
    assert waited(lambda: len(runs) == 2)
    relinker.close()


def test_a_closed_one_links_no_more():
    runs = []
    relinker = Relinker(lambda: runs.append(1), quiet=0.05)
    relinker()
    relinker.close()
    time.sleep(0.15)
    assert runs == []
