"""The commands of alerts, from the watch to what a channel was given."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from rashomon.cli.main import main
from rashomon.pipeline.updating import Updated
from rashomon.store.collecting.views import Followed
from rashomon.store.ledger import Ledger

KEEP = "import sys; open('kept.json', 'ab').write(sys.stdin.buffer.read() + b'\\n')"


def run(*arguments: object, code: int = 0) -> str:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output
    return " ".join(result.output.split())


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("alerts") / "desk"
    run("init", folder)
    with Ledger.open(folder) as ledger:
        ledger.desk.topics.make("Tarn", "q=Tarn", "ana")
    return folder


@pytest.fixture
def reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `update` find nothing to read and to link: loading what reads takes longer than the test."""
    for name in ("extractor", "load_registry", "load_gazetteer"):
        monkeypatch.setattr(f"rashomon.cli.building.{name}", lambda *_: None)
    monkeypatch.setattr("rashomon.pipeline.updating.Updating.update", lambda *_: Updated(0, 0, 0, linked=False))


@pytest.mark.usefixtures("reads_nothing")
def test_from_a_watch_to_what_its_channel_was_given(tmp_path: Path) -> None:
    folder, feed = tmp_path / "desk", "https://herald.example/feed"
    run("init", folder)
    channel = f"run = {json.dumps([sys.executable, '-Sc', KEEP])}"
    broken = f"run = {json.dumps([sys.executable, '-Sc', 'import sys; sys.exit(3)'])}"
    (folder / "alerts.toml").write_text(f"[command.kept]\n{channel}\n[command.broken]\n{broken}\n", encoding="utf-8")
    made = run("-C", folder, "watch", "--silence", "any", "--to", "kept", "--to", "broken", "--owner", "ana")
    with Ledger.open(folder) as ledger:
        old = Followed(feed, "2001-01-01T00:00:00+00:00", "2001-01-01T00:00:00+00:00", checked_at="2001-01-01T00:00:00+00:00")
        ledger.collecting.follow(old)
    updated = run("-C", folder, "update", "--offline")
    failed = run("-C", folder, "deliver", code=1)
    kept = json.loads((folder / "kept.json").read_text())
    told = run("-C", folder, "alerts")
    listed = json.loads(run("-C", folder, "alerts", "--owner", "ana", "--json"))

    assert "watching silence: silent sources wat-" in made
    assert "1 alert decided (next: rashomon deliver)" in updated
    assert "broken: " in failed
    assert "1 message could not be delivered" in failed
    assert kept["alerts"][0]["changes"] == ["silence"]
    assert kept["alerts"][0]["what"] == listed["alerts"][0]["told"]["what"]
    assert feed in told
    assert "1 alert to kept: sent" in told
    assert "waits for try 2" in told
    assert "ended with 3" in run("-C", folder, "status")
    assert "sent 0 messages" in run("-C", folder, "deliver")
    run("-C", folder, "unwatch", kept["watch"]["id"])
    assert "nothing is watched" in run("-C", folder, "watches")
    assert "ended with 3" not in run("-C", folder, "status")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--topic", "Tarn"), "watching topic: Tarn"),
        (("--actor", "Reed Front"), "watching actor: Reed Front"),
        (("--place", "Tarn"), "watching place: Tarn"),
        (("--killed", "20", "--by", "2", "bombing"), "watching toll: 20 killed or more"),
        (("--series", "attacks", "--reaches", "100", "--source", "Reed Front"), "watching series: attacks"),
        (("--silence", "any"), "watching silence: silent sources"),
        (("--contradiction", "responsibility", "--name", "who did it"), "watching contradiction: who did it"),
        (
            ("--deadlines", "--quiet", "22:00-07:00", "--zone", "Europe/Berlin", "--digest", "weekly@fri@09:30"),
            "watching deadline",
        ),
    ],
)
def test_what_may_be_watched(empty: Path, arguments: tuple[str, ...], said: str) -> None:
    assert said in run("-C", empty, "watch", *arguments)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 1, "it would tell everything"),
        (("--killed", "3", "--denials"), 2, "--killed and --denials are two watches"),
        (("--count", "0"), 1, "needs a value above 0"),
        (("--topic", "none"), 1, "no topic 'none'"),
        (("--silence", "https://a.example"), 1, "no followed address"),
        (("--denials", "--to", "nobody"), 1, "no channel 'nobody'"),
        (("--denials", "--digest", "sometimes"), 2, "is no time"),
        (("--denials", "--zone", "Mars"), 1, "no time zone 'Mars'"),
    ],
)
def test_what_may_not_be_watched_says_why(empty: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    assert said in run("-C", empty, "watch", *arguments, code=code)


def test_a_weekly_digest_is_understood(empty: Path) -> None:
    run("-C", empty, "watch", "--denials", "--digest", "weekly@fri@09:30", "--owner", "eda", "--tlp", "green")
    with Ledger.open(empty) as ledger:
        (watch,) = ledger.alerts.watches("eda")

    assert (watch.wish.rhythm.digest, watch.wish.rhythm.day, watch.wish.rhythm.at) == ("weekly", 4, "09:30")
    assert watch.wish.clearance == "green"
    assert "weekly at 09:30 UTC" in run("-C", empty, "watches", "--owner", "eda")
