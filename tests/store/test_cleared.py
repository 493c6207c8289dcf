"""What somebody with a lesser clearance sees: nothing of a restricted capture, everything of the others."""

import json
from datetime import UTC, date, datetime

import pytest
from small_ledger import Made

from rashomon.model.errors import NotFoundError
from rashomon.model.marks import Mark
from rashomon.store.codec import plain
from rashomon.store.contract import Questions
from rashomon.store.pages.places import Where
from rashomon.store.views import Question
from rashomon.store.why import event_why

AT = "2031-06-01T10:00:00+00:00"


@pytest.fixture
def clear(mine: Made) -> Questions:
    """The small ledger for who may see what is CLEAR, with the denial marked AMBER and the raid RED."""
    mine.ledger.marks.mark("denied.txt", Mark.AMBER, "ana", AT)
    mine.ledger.marks.mark("raid.txt", Mark.RED, "ana", AT)
    return mine.ledger.cleared(Mark.CLEAR)


def told(value: object) -> str:
    return json.dumps(plain(value), ensure_ascii=False)


def test_without_marks_a_ledger_is_its_own_clearance(mine: Made):
    assert mine.ledger.cleared(Mark.CLEAR) is mine.ledger
    mine.ledger.marks.mark("denied.txt", Mark.AMBER, "ana", AT)
    assert mine.ledger.cleared(Mark.AMBER) is mine.ledger
    assert mine.ledger.cleared(Mark.GREEN) is not mine.ledger


def test_an_event_is_told_by_the_accounts_that_may_be_seen(mine: Made, clear: Questions):
    bombing, hidden = mine.linked.events[0], mine.articles["denied"]
    whole, shown = mine.ledger.event(bombing.id), clear.event(bombing.id)

    assert [str(one.value) for one in whole.event.killed] == ["12", "9"]
    assert [str(one.value) for one in shown.event.killed] == ["12"]
    assert (shown.line.killed, shown.line.accounts, shown.line.independent, shown.line.alarms) == (("12",), 2, 1, 0)
    assert len(shown.accounts) == 2
    assert shown.contradictions == ()
    assert [root.name for root in shown.roots] == ["Vale Front"]
    assert hidden.id not in told(shown)
    assert mine.readings["denied"].accounts[0].id not in told((shown, event_why(shown)))


@pytest.mark.parametrize("kind", ["evt", "acc", "art", "capture"])
def test_what_only_hidden_captures_say_is_not_found(mine: Made, clear: Questions, kind: str):
    raid = mine.articles["raid"]
    ask = {
        "evt": lambda: clear.event(mine.linked.events[1].id),
        "acc": lambda: clear.event(mine.readings["denied"].accounts[0].id),
        "art": lambda: (clear.article_page(raid.id), clear.links(raid.id)),
        "capture": lambda: clear.pages.content(raid.capture),
    }
    with pytest.raises(NotFoundError):
        ask[kind]()


def test_lists_pages_and_searches_name_nothing_hidden(mine: Made, clear: Questions):
    secrets = [mine.articles[name] for name in ("denied", "raid")]
    ids = {one.id for one in secrets} | {one.capture for one in secrets}
    ids |= {account.id for name in ("denied", "raid") for account in mine.readings[name].accounts}
    ids |= {claim.id for name in ("denied", "raid") for claim in mine.readings[name].claims}
    pages = clear.pages
    seen = told(
        (
            [clear.ask(Question(text=text)) for text in (None, "Ostrel", "camp", "denied", "killed OR attack")],
            [clear.desk.search.claims(Question(text=text)) for text in ("Ostrel", "camp", "killed")],
            list(clear.desk.search.all_told(Question())),
            clear.desk.search.told(Question(), 9),
            clear.desk.search.counts(Question(), "actor"),
            clear.desk.today.news(None, datetime(2031, 6, 2, tzinfo=UTC)),
            clear.actor_page("Vale Front"),
            clear.article_page(mine.articles["first"].id),
            [pages.article_list(None, 1), pages.actor_list(None, 1), pages.outlets(1), pages.capture_list(1)],
            [pages.contradictions(None, loud=False, page=1), pages.copies(1), pages.map(Where()), pages.series(1)],
            [pages.network(["Vale Front"], date(2031, 5, 5)), pages.speaker("Karsk Guards"), pages.articles(sorted(ids))],
            [clear.series(), clear.contradictions(), clear.copies(), clear.status().captures, clear.status().faults],
        )
    )

    assert [one for one in ids if one in seen] == []
    assert "Hill Post" not in seen
    assert mine.articles["first"].id in seen


def test_a_question_cannot_find_out_what_hidden_accounts_say(mine: Made, clear: Questions):
    bombing = mine.linked.events[0]
    whole = [line.id for line in clear.ask(Question()).events]

    assert bombing.id in whole
    assert mine.linked.events[1].id not in whole
    assert mine.ledger.ask(Question(text="denied")).events != ()
    assert clear.ask(Question(text="denied")).events == ()
    assert clear.ask(Question(text="denied")).found_claims == 0
    assert clear.ask(Question(roots="2+")).events == ()
    facets = {one.name: one.values for one in clear.ask(Question()).facets}
    assert all(value.label != "Sahl Movement" for value in facets["actor"])


def test_a_higher_clearance_sees_what_is_marked_below_it(mine: Made, clear: Questions):
    amber = mine.ledger.cleared(Mark.AMBER)

    assert len(amber.event(mine.linked.events[0].id).accounts) == 3
    with pytest.raises(NotFoundError):
        amber.event(mine.linked.events[1].id)
    assert clear.cleared(Mark.RED) is mine.ledger
