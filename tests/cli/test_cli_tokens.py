"""Tokens by the command line."""

import json

import pytest
from click.testing import CliRunner

from rashomon.cli.main import main
from rashomon.model.marks import Mark
from rashomon.store.ledger import Ledger


@pytest.fixture
def folder(tmp_path):
    Ledger.create(tmp_path / "desk").close()
    return tmp_path / "desk"


def run(folder, *arguments):
    return CliRunner().invoke(main, ["-C", str(folder), "tokens", *arguments])


def test_the_secret_alone_is_standard_output_and_is_shown_once(folder):
    made = run(folder, "add", "nightly", "--role", "analyst", "--tlp", "amber", "--days", "3")
    secret = made.stdout.strip()

    assert made.exit_code == 0
    assert "shown this once" in made.stderr
    with Ledger.open(folder) as ledger:
        held = ledger.tokens.holder(secret, ledger.tokens.all()[0].made + 1)
    assert held is not None
    assert held.token.clearance == Mark.AMBER
    listed = run(folder, "list").output
    assert "nightly  analyst  amber  until 20" in listed
    assert secret not in listed + run(folder, "list", "--json").output


def test_a_token_is_revoked_by_its_id(folder):
    run(folder, "add", "nightly", "--no-end")
    (token,) = json.loads(run(folder, "list", "--json").output)

    assert "without end" in run(folder, "list").output
    assert "revoked 20" in run(folder, "revoke", token["id"]).output
    assert run(folder, "revoke", "tok-0").exit_code == 1


def test_wrong_wishes_and_an_empty_list_say_what_to_do(folder):
    assert "tokens add NAME" in run(folder, "list").output
    assert run(folder, "add", "x", "--role", "king").exit_code == 2
    assert run(folder, "add", "x", "--for", "nobody").exit_code == 1
    assert run(folder, "add", "x", "--days", "nan").exit_code == 1
