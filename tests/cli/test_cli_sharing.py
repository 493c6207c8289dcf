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


def test_an_export_names_each_file_it_wrote(folder, tmp_path, monkeypatch):
    asked = []

    def write(ledger, target):
        asked.append((ledger.folder, target))
        return (target / "one.jsonl", target / "two.jsonl")

    monkeypatch.setitem(sharing.FORMS, "gold", write)

    result = run("-C", folder, "export", "--form", "gold", tmp_path / "out")

    assert asked == [(folder, tmp_path / "out")]
    assert result.output == f"wrote {tmp_path / 'out' / 'one.jsonl'}\nwrote {tmp_path / 'out' / 'two.jsonl'}\n"


def test_an_empty_ledger_is_exported_as_empty_files(folder, tmp_path):
    result = run("-C", folder, "export", "--form", "gold", tmp_path / "deep" / "out")

    assert result.exit_code == 0
    written = sorted((tmp_path / "deep" / "out").iterdir())
    assert written
    assert [f"wrote {path}" for path in written] == sorted(result.output.splitlines())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--form", "poem", "out"], "'poem' is not"), (["out"], "--form"), (["--form", "gold"], "TARGET")],
)
def test_an_export_without_a_known_form_and_a_target_is_a_wrong_call(arguments, said, folder):
    result = run("-C", folder, "export", *arguments)

    assert result.exit_code == 2
    assert said in result.output


def test_an_export_onto_a_file_is_a_wrong_call(folder, tmp_path):
    (tmp_path / "file").write_text("mine", encoding="utf-8")

    assert run("-C", folder, "export", "--form", "gold", tmp_path / "file").exit_code == 2
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


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
