import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from rashomon.cli.opening import as_json, echo_json, known_errors, with_ledger
from rashomon.model.dates import DateInterval
from rashomon.model.errors import LedgerError, NotFoundError, RashomonError
from rashomon.model.sources import Capture, EvidenceSpan
from rashomon.store.ledger import Ledger


@pytest.mark.parametrize("error", [LedgerError("no ledger here"), NotFoundError("event", "evt-1"), RashomonError("else")])
def test_a_known_error_becomes_one_line_with_its_cause_kept(error):
    with pytest.raises(click.ClickException) as caught, known_errors():
        raise error

    assert caught.value.message == str(error)
    assert caught.value.exit_code == 1
    assert caught.value.__cause__ is error


def test_an_unknown_error_goes_on():
    with pytest.raises(ZeroDivisionError), known_errors():
        raise ZeroDivisionError


@pytest.fixture
def folder(tmp_path):
    Ledger.create(tmp_path / "desk").close()
    return tmp_path / "desk"


def run(command, folder: Path, *arguments):
    return CliRunner().invoke(command, list(arguments), obj=folder)


def test_a_command_gets_the_open_ledger_first_and_its_options_after(folder):
    @click.command()
    @click.argument("word")
    @as_json
    @with_ledger
    def said(ledger, word, as_json):
        """Say it."""
        click.echo(f"{ledger.folder == folder} {word} {as_json}")

    assert run(said, folder, "reed", "--json").output == "True reed True\n"
    assert run(said, folder, "reed").output == "True reed False\n"
    assert said.help == "Say it."


def test_the_ledger_is_closed_behind_the_command_even_where_it_fails(folder, monkeypatch):
    closed = []
    monkeypatch.setattr(Ledger, "close", lambda self: closed.append(self.folder))

    @click.command()
    @with_ledger
    def fails(ledger):
        raise NotFoundError("actor", "act-0")

    result = run(fails, folder)

    assert (result.exit_code, closed) == (1, [folder])
    assert result.output == "Error: no actor 'act-0' in this ledger (try: rashomon search)\n"


def test_json_is_readable_keeps_every_script_and_gives_dates_as_text(capsys):
    echo_json((EvidenceSpan("art-1", 0, 4), DateInterval.parse("2031-06"), {"name": "صوت"}))

    out = capsys.readouterr().out
    assert json.loads(out) == [{"article_id": "art-1", "start": 0, "end": 4}, "2031-06", {"name": "صوت"}]
    assert "صوت" in out
    assert "\n  " in out


def test_what_is_not_stated_is_null_in_json(capsys):
    echo_json(Capture("a" * 64, "page.html", None, "2031-01-01T00:00:00Z", 9))

    assert json.loads(capsys.readouterr().out)["outlet"] is None
