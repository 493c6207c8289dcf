import json
import re
import sys

import click
import pytest
from click.testing import CliRunner

from rashomon.cli import reading
from rashomon.cli.main import main
from rashomon.cli.showing import MACHINE_READ

PAGE = """Tag Archives: Velmora

Bomb kills four at a ferry landing in Maiduguri

A bomb killed four people and wounded at least nine at a ferry landing in Maiduguri on Monday, the Nigerian army said.
Boko Haram claimed responsibility for the attack. Boko Haram is led by Abu Tarn Velmi.

Rebels seize a bridge

Fighters of the Reed Front took the bridge at Oskil after two days of fighting, residents told the Tarn Herald.
"""


def run(*arguments, code=0, **options):
    result = CliRunner().invoke(main, ["read", *map(str, arguments)], **options)
    assert result.exit_code == code, result.output
    return result.output


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    path = tmp_path_factory.mktemp("read") / "landing.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def told(page):
    return json.loads(run(page, "--outlet", "Lake Wire", "--published", "2031-05-06", "--explain", "--json"))


@pytest.fixture(scope="module")
def said(page):
    return run(page, "--published", "2031-05-06", "--explain", env={"COLUMNS": "110"})


def test_every_article_of_the_file_is_read(told):
    assert [one["view"]["page"]["line"]["title"] for one in told] == [
        "Bomb kills four at a ferry landing in Maiduguri",
        "Rebels seize a bridge",
    ]


def test_what_the_page_does_not_print_is_what_was_given(told):
    article = told[0]["view"]["page"]["article"]

    assert (article["outlet"], article["published"]) == ("Lake Wire", "2031-05-06")


def test_every_account_is_told_in_other_schemes_too(told):
    for one in told:
        accounts = [account["account"]["id"] for account in one["view"]["accounts"]]
        assert [coded["account"] for coded in one["explained"]["coded"]] == accounts
    assert any(coded["cameo"] == "183" for coded in told[0]["explained"]["coded"])


def test_a_day_of_the_week_is_reckoned_from_the_articles_day(told):
    view = told[0]["view"]["page"]
    words = [view["article"]["text"][span["start"] : span["end"]] for span in told[0]["explained"]["reckoned"]]

    assert any("Monday" in word for word in words)


def test_the_text_is_tagged_where_the_output_is_no_terminal(said):
    assert re.search(r"\[GROUP Boko Haram", said)
    assert re.search(r"\[PLACE Maiduguri", said)
    assert "\x1b" not in said


@pytest.mark.parametrize("title", ["Accounts (", "Claims (", "Figures (", "Ties (", "Names (", "Dates (", "Not understood ("])
def test_each_kind_of_finding_has_its_list(said, title):
    assert f"\n{title}" in said


def test_explaining_says_how_things_were_found(said, page):
    line = " ".join(said.split())

    assert "How dates were resolved" in line
    assert "reckoned from: the article's day, 6 May 2031" in line
    assert "CAMEO: 183" in line
    assert "How dates were resolved" not in run(page, "--article", "2")


def test_one_article_can_be_picked(page):
    only = run(page, "--article", "2")

    assert "Rebels seize a bridge" in only
    assert "ferry landing" not in only


def test_an_article_that_is_not_there_is_a_wrong_call(page):
    assert "holds 2 articles" in run(page, "--article", "3", code=2)


def test_a_day_that_is_none_is_a_wrong_call(page):
    assert "try 2031-05-06" in run(page, "--published", "5 May", code=2)


def test_a_file_that_is_none_is_a_wrong_call(tmp_path):
    assert "gone.txt" in run(tmp_path / "gone.txt", code=2)


def test_a_file_that_cannot_be_read_ends_with_1(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")

    assert "empty.txt" in run(tmp_path / "empty.txt", code=1)


def test_standard_input_is_read():
    assert "Reed Front" in run("-", input=PAGE)


def test_no_ledger_is_needed_or_made(tmp_path, monkeypatch, page):
    monkeypatch.chdir(tmp_path)
    assert MACHINE_READ in run(page, "--article", "2")
    assert list(tmp_path.iterdir()) == []


class Terminal:
    """Standard output as a person sees it."""

    def isatty(self):
        return True


@pytest.mark.parametrize(("flags", "setting", "colour"), [((), "", True), (("--no-color",), "", False), ((), "1", False)])
def test_a_terminal_gets_colours_unless_nobody_wants_them(flags, setting, colour, page, monkeypatch):
    asked = []
    monkeypatch.setenv("NO_COLOR", setting)
    monkeypatch.setattr(reading, "_told", lambda *_arguments, **_options: ())
    monkeypatch.setattr(reading, "_show", lambda _told, *, colour: asked.append(colour))
    monkeypatch.setattr(reading, "sys", type("", (), {"stdout": Terminal()}))
    run(page, *flags)

    assert asked == [colour]


def test_in_colour_no_tag_is_printed(page, monkeypatch, capsys):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    capture = reading.Capture("0" * 64, "landing.txt", None, "2031-05-06T00:00:00Z", 1)
    told = reading._told(capture, reading._articles(capture, PAGE.encode(), None, 2), explain=False)
    reading._show(told, colour=True)
    out = capsys.readouterr().out

    assert "\x1b[36m" in out
    assert "[GROUP" not in click.unstyle(out)


def test_the_html_file_holds_both_articles_and_is_named(page, tmp_path):
    out = run(page, "--html", tmp_path / "out.html", "--explain")

    assert out == f"wrote {tmp_path / 'out.html'}\n"
    html = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert html.count("<article") == 2
    assert "How dates were resolved" in html
