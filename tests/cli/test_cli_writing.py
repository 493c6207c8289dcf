import click
import pytest

from rashomon.cli.writing import article, event, names, quote, words
from rashomon.model.words import CopyKind
from rashomon.store.views import ArticleLine, EventLine, Named, Quote

LINE = ArticleLine("art-1", "Blast in Tarn", stated_title=True, outlet="Tarn Herald", published="2031-05-05", url=None)


def plain(text):
    return click.unstyle(text)


def test_a_quote_shows_its_words_in_bold_inside_their_sentence():
    found = quote(Quote("art-1", 2, 6, "bomb", "A bomb killed four."))

    assert plain(found) == "    “A bomb killed four.”"
    assert click.style("bomb", bold=True) in found


def test_words_that_break_over_lines_stay_bold(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    long = " ".join(["word"] * 40)

    found = quote(Quote("art-1", 0, len(long), long, long))

    assert len(found.splitlines()) > 2
    assert all("\x1b[1m" in line for line in found.splitlines())
    assert "\x02" not in found


def test_words_that_are_not_in_their_context_stand_alone():
    assert plain(quote(Quote("art-1", 0, 4, "bomb", "something else"))) == "    “bomb”"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (LINE, "Tarn Herald, 2031-05-05: Blast in Tarn"),
        (
            ArticleLine("art-2", "A bomb…", stated_title=False, outlet=None, published=None, url=None),
            "outlet not stated, undated: untitled: A bomb…",
        ),
        (
            ArticleLine(
                "art-3",
                "Blast",
                stated_title=True,
                outlet="Echo",
                published="2031",
                url=None,
                copy_of="art-1",
                copy_kind=CopyKind.VERBATIM,
            ),
            "Echo, 2031: Blast (a copy: no new source)",
        ),
    ],
)
def test_an_article_in_one_line_says_what_is_not_stated(line, said):
    assert article(line) == said


def test_an_event_says_how_many_accounts_are_independent():
    line = EventLine("evt-1", "Bombing in Tarn", "bombing", "claimed", None, (), ("4", "7"), accounts=3, independent=1, alarms=1)

    said = plain(event(line))

    assert "undated · unplaced · claimed · killed 4 or 7 · 3 accounts, 1 independent · 1 contradiction" in said


def test_names_are_said_once_or_not_stated():
    assert names([Named("Reed Front", "the front"), Named("Reed Front", "it")]) == "Reed Front"
    assert names([]) == "not stated"


def test_codes_are_said_as_words():
    assert words("drone_or_missile_strike") == "drone or missile strike"
