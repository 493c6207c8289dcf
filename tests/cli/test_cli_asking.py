import json
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

import click
import pytest
from click.testing import CliRunner

from rashomon.cli.main import main
from rashomon.model.actors import Actor
from rashomon.model.errors import NotFoundError
from rashomon.model.sources import Article, Capture
from rashomon.model.words import ActorKind, Status
from rashomon.store.ledger import Ledger
from rashomon.store.search.views import Answer, ArticleHit
from rashomon.store.status import CaptureLine, LedgerStatus
from rashomon.store.views import ActorView, ArticleLine, ArticleView, EventLine, Fault, Named, Question

EVENT = EventLine("evt-9", "Raid on a mine near Kolo", "attack", "alleged", "2031-04", ("Kolo",), ("3",), 2, 1, 0)
LINE = ArticleLine("art-7", "Mine raided", stated_title=True, outlet="Savane Info", published="2031-04-09", url=None)
TEXT = "Raiders took a mine near Kolo."
CAPTURE = Capture("c" * 64, "savane.html", None, "2031-04-10T00:00:00Z", 400)
PAGE = ArticleView(Article("c" * 64, 0, 0, len(TEXT), TEXT, "Mine raided"), LINE, CAPTURE, None, *((),) * 7)


@dataclass
class FakeLedger(AbstractContextManager["FakeLedger"]):
    """Answers with what the test gives it, and keeps what it was asked."""

    answer: Answer = field(default_factory=lambda: Answer(Question(), 0, (), (), (), ()))
    state: LedgerStatus = field(default_factory=lambda: LedgerStatus({}, (), (), ()))
    asked: list[object] = field(default_factory=list)

    def __exit__(self, *_):
        return None

    def ask(self, question):
        self.asked.append(question)
        return self.answer

    def status(self):
        return self.state

    def event(self, key):
        raise NotFoundError("event", key)

    def article_page(self, key):
        self.asked.append(key)
        return PAGE

    def actor_page(self, key):
        self.asked.append(key)
        return ActorView(Actor("Kolo Miners", ActorKind.COMMUNITY, listed=False), (), (), (), ())


@pytest.fixture
def ledger(monkeypatch):
    fake = FakeLedger()
    monkeypatch.setattr(Ledger, "open", lambda _folder: fake)
    return fake


def run(*arguments, code=0):
    result = CliRunner().invoke(main, list(arguments))
    assert result.exit_code == code, result.output
    return click.unstyle(result.output)


def test_words_and_options_become_one_question(ledger):
    run("search", "mine", "raid", "--type", "attack", "--status", "alleged", "--actor", "act-1", "--country", "BF")
    run("search", "--month", "2031-04", "--disputed", "--page", "3")
    run(
        "search",
        "--outlet",
        "Hill Post",
        "--after",
        "2031",
        "--before",
        "2031-05",
        "--roots",
        "2+",
        "--parts",
        "--order",
        "killed",
    )
    run("search")

    assert ledger.asked == [
        Question("mine raid", "attack", "alleged", "act-1", "BF"),
        Question(month="2031-04", disputed=True, page=3),
        Question(outlet="Hill Post", after="2031", before="2031-05", roots="2+", parts=True, order="killed"),
        Question(),
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--page", "0"], "0 is not in the range"),
        (["--status", "true"], "'true' is not one of"),
        (["--month"], "requires an argument"),
    ],
)
def test_what_cannot_be_asked_is_a_wrong_call(arguments, said, ledger):
    assert said in run("search", *arguments, code=2)
    assert ledger.asked == []


def test_every_status_may_be_asked_for(ledger):
    for status in Status:
        run("search", "--status", str(status))

    assert [question.status for question in ledger.asked] == list(Status)


def test_an_answer_lists_events_then_actors_then_articles_with_their_hits(ledger):
    hit = ArticleHit(LINE, "took a \x01mine\x02\n near Kolo")
    ledger.answer = Answer(Question("mine"), 1, (EVENT,), (hit,), (Named("Kolo Miners", "miners", "act-3"),), ())

    said = run("search", "mine")

    assert said.splitlines()[:4] == [
        "1 event",
        "Raid on a mine near Kolo",
        "    2031-04 · Kolo · alleged · killed 3 · 2 accounts, 1 independent",
        "    evt-9",
    ]
    assert "\nActors\n  Kolo Miners  act-3\n" in said
    assert said.endswith("\nArticles\n  Savane Info, 2031-04-09: Mine raided  art-7\n      took a [mine] near Kolo\n")


@pytest.mark.parametrize(("total", "said"), [(0, "0 events"), (1, "1 event"), (2, "2 events")])
def test_events_are_counted(total, said, ledger):
    ledger.answer = Answer(Question(), total, (EVENT,) * total, (), (), ())

    assert run("search").splitlines()[0] == said


def test_only_an_answer_without_anything_says_what_to_try(ledger):
    assert "try fewer words" in run("search", "zebu")

    ledger.answer = Answer(Question("zebu"), 0, (), (), (Named("Zebu Guild", "Zebu Guild", "act-4"),), ())

    assert "try fewer words" not in run("search", "zebu")


def test_the_status_counts_and_gives_the_reason_of_every_fault(ledger):
    fault = Fault("gone.xml", "split", "no feed in it (try --outlet)", "2031-04-10T00:00:00Z")
    lines = tuple(ArticleLine(f"art-{n}", f"Story {n}", True, None, None, None) for n in range(25))
    ledger.state = LedgerStatus(
        {"articles": 12_345},
        (CaptureLine(CAPTURE, "html-2", 3, ("two menus",)), CaptureLine(CAPTURE, None, 0, ())),
        (fault,),
        lines,
    )

    said = run("status")

    assert said.startswith("   12345 articles\n")
    assert "       3 articles  savane.html  (html-2)\n         left out: two menus\n" in said
    assert "       0 articles  savane.html  (not read)" in said
    assert "\nCould not be read\n  gone.xml: no feed in it (try --outlet) (split, 2031-04-10T00:00:00Z)\n" in said
    assert "\nWaiting to be read (25; run: rashomon update)\n" in said
    assert said.count("untitled") + said.count("Story") == 20


def test_a_ledger_in_which_all_is_well_speaks_of_no_faults(ledger):
    said = run("status")

    assert "Could not be read" not in said
    assert "Waiting to be read" not in said


@pytest.mark.parametrize("verb", [["status"], ["search", "mine"], ["show", "art-7"]])
def test_json_is_the_whole_answer(verb, ledger):
    ledger.answer = Answer(Question("mine"), 1, (EVENT,), (), (), ())

    told = json.loads(run(*verb, "--json"))

    assert (
        set(told) >= {"status": {"counts", "faults"}, "search": {"question", "events"}, "show": {"article", "capture"}}[verb[0]]
    )


@pytest.mark.parametrize(
    ("what", "said"), [("art-7", "Raiders took a mine"), ("Kolo Miners", "met in texts only"), ("act-5", "Kolo")]
)
def test_an_id_tells_what_is_shown_and_anything_else_is_an_actors_name(what, said, ledger):
    assert said in run("show", what)
    assert ledger.asked == [what]


@pytest.mark.parametrize("what", ["evt-1", "acc-1"])
def test_an_event_is_asked_for_by_its_id_or_an_accounts(what, ledger):
    assert run("show", what, code=1) == f"Error: no event {what!r} in this ledger (try: rashomon search)\n"
