"""The command that says why."""

import json

import click
import pytest
from click.testing import CliRunner

from rashomon.cli.explaining import explain_copies, explain_links, reasons
from rashomon.cli.main import main
from rashomon.model.ledger import Copy, Reason
from rashomon.model.sources import Article, Capture
from rashomon.model.words import CopyKind
from rashomon.store.link_view import LinkView
from rashomon.store.views import ArticleLine, ArticleView, Quote

ARTICLES = {
    key: Article(key * 64, 0, 0, len(text), text, outlet=outlet, published="2031-03-04")
    for key, outlet, text in (("a", "Savane Info", "Raiders took a mine."), ("b", "Kolo Post", "Raiders seized a mine."))
}
OURS, THEIRS = (ARTICLES[key] for key in "ab")
BY_ID = {article.id: article for article in ARTICLES.values()}


def view(*copies):
    line = ArticleLine(OURS.id, "Mine raided", stated_title=True, outlet=OURS.outlet, published=OURS.published, url=None)
    capture = Capture("a" * 64, "savane.html", None, "2031-03-04T00:00:00Z", 400)
    return ArticleView(OURS, line, capture, None, (), copies, (), (), (), (), ())


def shown(lines):
    return " ".join(click.unstyle("\n".join(lines)).split())


def run(*arguments, code=0):
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output
    return result.output


def test_a_reason_shows_how_much_it_counts_and_what_it_says():
    assert shown(reasons((Reason("same_place", -0.5, "the places are apart"),))) == "-0.50 same place: the places are apart"


@pytest.mark.parametrize(("later", "said"), [(OURS, "it repeats Kolo Post"), (THEIRS, "it is repeated by Kolo Post")])
def test_a_copy_is_explained_from_either_side(later, said):
    first = THEIRS if later is OURS else OURS
    copy = Copy(later.id, first.id, CopyKind.REWORDED, 0.81, (Reason("same_names", 0.4, "both name Kolo"),))
    lines = shown(explain_copies(view(copy), BY_ID.__getitem__))
    assert said in lines
    assert "score 0.81: +0.40 same names: both name Kolo" in lines
    assert "“Raiders took a mine.…”" in lines
    assert "“Raiders seized a mine.…”" in lines


def test_an_article_that_copies_nothing_says_so():
    assert "It repeats no other article" in shown(explain_copies(view(), BY_ID.__getitem__))


def test_a_link_shows_words_goal_score_and_reasons():
    quote = Quote(OURS.id, 0, 7, "Raiders", "Raiders took a mine.")
    link = LinkView("Kolo Raiders", "act-1", ("Raiders",), 0.9, (Reason("alias", 0.9, "it is an alias"),), quote)
    assert shown(explain_links((link,))) == (
        "Raiders → Kolo Raiders (act-1, score 0.90) “Raiders took a mine.” +0.90 alias: it is an alias"
    )


@pytest.mark.parametrize("what", ["evt-none", "acc-none", "art-none", "con-none", "ser-none"])
def test_what_is_not_there_cannot_be_explained(tmp_path, what):
    run("init", tmp_path)
    assert f"{what!r} in this ledger" in run("-C", tmp_path, "explain", what, code=1)


def test_an_empty_ledger_has_no_sources(tmp_path):
    run("init", tmp_path)
    assert json.loads(run("-C", tmp_path, "sources", "--json")) == []
    assert "no source 'Kolo Post'" in run("-C", tmp_path, "sources", "Kolo Post", code=1)
