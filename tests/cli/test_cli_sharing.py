import pytest
from click.testing import CliRunner

from rashomon.cli import sharing
from rashomon.cli.main import main
from rashomon.store.ledger import Ledger
from rashomon.web import serve as serving


@pytest.fixture
def folder(tmp_path):
    Ledger.create(tmp_path / "desk").close()
    return tmp_path / "desk"


def run(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def opened(monkeypatch):
    """What the desk was opened with: ledger, host, port, access, reach."""
    asked = []

    def serve(ledger, host, port, opens, access, reach):
        asked.append((ledger.folder, host, port, access, reach))
        opens("http://127.0.0.1:4242/")

    monkeypatch.setattr(serving, "serve", serve)
    return asked


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [([], ("127.0.0.1", 8117)), (["--port", "0"], ("127.0.0.1", 0)), (["--host", "localhost", "--port", "9"], ("localhost", 9))],
)
def test_the_desk_opens_where_it_is_asked_to_and_says_so(arguments, asked, folder, opened):
    result = run("-C", folder, "desk", *arguments)

    assert [call[:3] for call in opened] == [(folder, *asked)]
    assert result.output == "the desk is open at http://127.0.0.1:4242/ (Ctrl-C ends it)\n"


@pytest.mark.parametrize(
    ("arguments", "accounts", "who"),
    [
        ([], False, "sys"),
        (["--as", "ana"], False, "ana"),
        ([], True, None),
        (["--as", "ana"], True, "ana"),
        (["--name", "desk.example"], True, None),
    ],
)
def test_one_analyst_needs_no_login_until_there_are_accounts(arguments, accounts, who, folder, opened, monkeypatch):
    monkeypatch.setattr(sharing.getpass, "getuser", lambda: "sys")
    if accounts:
        add_account(folder)
    run("-C", folder, "desk", *arguments)
    (call,) = opened
    visit = call[3].visit(None)
    assert (None if visit is None else visit.person.name) == who
    assert call[3].secure == ("--name" in arguments)


def add_account(folder):
    made = CliRunner().invoke(
        main, ["-C", str(folder), "people", "add", "root", "--role", "admin", "--password-stdin"], "three plain words"
    )
    assert made.exit_code == 0, made.output


def test_a_desk_for_others_is_refused_without_accounts_and_unencrypted(folder):
    for said in ("people add NAME", "--certificate"):
        result = run("-C", folder, "desk", "--host", "0.0.0.0", "--port", "0")
        assert result.exit_code == 2
        assert said in " ".join(result.output.split())
        add_account(folder) if said == "people add NAME" else None


def test_a_name_instead_of_a_login_is_for_this_machine_only(folder):
    add_account(folder)
    assert run("-C", folder, "desk", "--host", "0.0.0.0", "--as", "ana").exit_code == 2


def test_a_port_is_a_number(folder):
    assert run("-C", folder, "desk", "--port", "eighty").exit_code == 2
