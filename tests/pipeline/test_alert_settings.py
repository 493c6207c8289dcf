"""The file of channels, and what may be watched."""

from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.pipeline.alerting.hours import RhythmError
from rashomon.pipeline.alerting.settings import NAME, ChannelKind, Security, Settings, SettingsError, read_settings
from rashomon.pipeline.alerting.wishing import WishError, checked_wish
from rashomon.store.alerts.contract import Rhythm, WatchKind, Wish
from rashomon.store.views import Question

WHOLE = """
address = "https://desk.example/"
[smtp]
host = "mail.example.org"
sender = "desk@example.org"
user = "desk"
[mail.ana]
to = ["ana@example.org"]
for = ["ana"]
[webhook.newsroom]
url = "https://hooks.example.org/in"
secret = "NEWSROOM_KEY"
[command.pager]
run = ["/usr/local/bin/pager", "--loud"]
"""


def read(folder: Path, text: str) -> Settings:
    (folder / NAME).write_text(text, encoding="utf-8")
    return read_settings(folder)


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, WHOLE)

    assert found.address == "https://desk.example"
    assert found.mailer is not None
    assert (found.mailer.port, found.mailer.security) == (587, Security.STARTTLS)
    assert [one.name for one in found.of("ana")] == ["ana", "newsroom", "pager"]
    assert [one.name for one in found.of("ben")] == ["newsroom", "pager"]
    assert found.channel("pager", "ben").kind is ChannelKind.COMMAND
    with pytest.raises(SettingsError, match=r"no channel 'ana' for ben \(there is: newsroom, pager\)"):
        found.channel("ana", "ben")


def test_without_a_file_there_is_no_channel(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not toml", "cannot read"),
        ("[pigeon.ana]\nto = 1", "'pigeon', which means nothing"),
        ('[command.x]\nrun = "rm -rf /"', "never one line of a shell"),
        ("[command.x]\nrun = []", "does not state run"),
        ('[webhook.x]\nurl = "https://a.example"', "does not state url and secret"),
        ('[mail.x]\nto = ["a@example.org"]', r"no \[smtp\]"),
        ('[smtp]\nhost = "mail.example.org"\nsender = "a@b.example"\nsecurity = "none"', "in the clear to 'mail.example.org'"),
        ('[smtp]\nhost = "mail.example.org"\nsender = "a@b.example"\nsecurity = "rot13"', "security 'rot13'"),
        ('[smtp]\nhost = "h"\nsender = "a\\nBcc: b"', "needs host, sender"),
        ('[command.x]\nrun = ["a"]\n[webhook.x]\nurl = "https://a.example"\nsecret = "K"', "two channels 'x'"),
        ("[command]\nx = 1", "must be a table"),
    ],
)
def test_a_file_that_breaks_its_form_says_where(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        read(tmp_path, text)


WISH = Wish(WatchKind.SEARCH, "bombings", "ana", Question(text="bombing"))


@pytest.mark.parametrize(
    ("changed", "error", "said"),
    [
        ({"question": Question(order="killed", page=3)}, WishError, "it would tell everything"),
        ({"name": " \n "}, WishError, "needs a name"),
        ({"kind": WatchKind.TOLL}, WishError, "value above 0"),
        ({"kind": WatchKind.COUNT, "at_least": float("nan")}, WishError, "not nan"),
        ({"kind": WatchKind.SERIES, "at_least": 3.0, "subjects": ("", "")}, WishError, "needs to name it"),
        ({"kind": WatchKind.TOLL, "at_least": 3.0, "what": "seen"}, WishError, "not 'seen'"),
        ({"clash": "taste"}, WishError, "no contradiction is called 'taste'"),
        ({"severity": "loud"}, WishError, "no severity"),
        ({"channels": ("nobody",)}, SettingsError, "no channel 'nobody'"),
        ({"rhythm": Rhythm(quiet="x")}, RhythmError, "no hours"),
    ],
)
def test_what_cannot_be_watched_is_refused(changed: dict[str, object], error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        checked_wish(replace(WISH, **changed), Settings())


def test_a_wish_is_kept_tidy() -> None:
    kept = checked_wish(replace(WISH, name="  all \n bombings ", question=Question(text="bombing", page=4)), Settings())

    assert (kept.name, kept.question.page) == ("all bombings", 1)
