import pytest
from click.testing import CliRunner

from rashomon import __version__
from rashomon.cli.main import main


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_names_every_verb_and_ends_well(flag):
    result = run(flag)

    assert result.exit_code == 0
    for verb in ("init", "add", "update", "status", "search", "show", "explain", "sources", "read", "export", "desk"):
        assert f"\n  {verb} " in result.output


def test_the_version_is_that_of_the_package():
    assert run("--version").output.strip().endswith(__version__)


def test_the_verbs_of_a_help_text_keep_their_lines():
    assert "rashomon -C desk add archive/\n" in run("--help").output


def test_without_dash_c_the_ledger_is_looked_for_here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert run("status").output == "Error: no ledger in . (try: rashomon init .)\n"


def test_dash_c_chooses_the_ledger(tmp_path):
    run("init", tmp_path / "one")

    assert run("-C", tmp_path / "one", "status").exit_code == 0
    assert run("-C", tmp_path / "two", "status").exit_code == 1


def test_an_unknown_verb_is_a_wrong_call():
    result = run("guess")

    assert result.exit_code == 2
    assert "guess" in result.output
