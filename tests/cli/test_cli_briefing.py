"""The command brief: forms by ending, topics or words, remembered or a draft, and wrong calls."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from rashomon.cli.briefing import since_day
from rashomon.cli.main import main
from rashomon.model.marks import Mark
from rashomon.store.ledger import Ledger


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("briefing") / "desk"
    with Ledger.create(made) as ledger:
        ledger.desk.topics.make("Ostrel", "q=ostrel", "ana")
    return made


def run(folder: Path, *arguments: object, code: int = 0):
    result = CliRunner().invoke(main, ["-C", str(folder), "brief", *map(str, arguments)])
    assert result.exit_code == code, result.output
    return result


def test_a_brief_is_written_in_the_form_of_its_ending_and_remembered(folder: Path, tmp_path: Path) -> None:
    run(folder, "ostrel", tmp_path / "one.html", "--day", "2031-06-01")
    run(folder, "all", tmp_path / "two.md", "bombing", "--draft")

    assert ">Brief: Ostrel</h1>" in (tmp_path / "one.html").read_text("utf-8")
    assert (tmp_path / "two.md").read_text("utf-8").startswith("# Brief: bombing\n")
    with Ledger.open(folder) as ledger:
        kept = ledger.publishing.briefs.all(Mark.CLEAR)
    assert [one.title for one in kept] == ["Brief: Ostrel"]
    assert kept[0].subject.startswith("top-")


def test_standard_output_is_the_brief_alone(folder: Path) -> None:
    assert run(folder, "all", "-", "--draft").stdout.startswith("# Brief: all events\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["all"],
        ["all", "x.odt"],
        ["all", "x.md", "--since", "soon"],
        ["all", "x.md", "--day", "1 June"],
        ["all", "x.md", "--tlp", "pink"],
    ],
)
def test_a_wrong_call_ends_with_2(folder: Path, arguments: list[str]) -> None:
    run(folder, *arguments, code=2)


def test_smoothing_without_an_address_ends_with_1_and_says_which_is_missing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RASHOMON_LM_URL", raising=False)
    result = run(folder, "all", tmp_path / "x.md", "--smooth", code=1)

    assert "RASHOMON_LM_URL" in result.output
    assert not (tmp_path / "x.md").exists()


@pytest.mark.parametrize(("span", "days"), [("7d", 7), ("2w", 14), ("3m", 90), ("1y", 365)])
def test_a_span_is_counted_back_from_the_day(span: str, days: int) -> None:
    context = click.Context(click.Command("brief"))
    context.params["day"] = date(2031, 6, 1)
    parameter = click.Option(["--since"])

    assert since_day(context, parameter, span) == date(2031, 6, 1) - timedelta(days=days)
    assert since_day(context, parameter, "2031-05-05") == date(2031, 5, 5)
    assert since_day(context, parameter, None) is None


def test_today_is_today_in_utc(folder: Path, tmp_path: Path) -> None:
    before = datetime.now(UTC).date()
    run(folder, "all", tmp_path / "x.md")
    with Ledger.open(folder) as ledger:
        content = json.loads(ledger.publishing.briefs.all(Mark.CLEAR)[0].content)

    assert before <= date.fromisoformat(content["day"]) <= datetime.now(UTC).date()
