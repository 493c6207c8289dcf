"""What somebody with a lesser clearance sees: nothing of a restricted capture, everything of the others."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from small_ledger import Made

from rashomon.model.actors import ActorTie, Alias
from rashomon.model.errors import NotFoundError
from rashomon.model.ledger import ActorLink
from rashomon.model.marks import Mark
from rashomon.model.words import Relation
from rashomon.store.codec import plain
from rashomon.store.contract import Questions
from rashomon.store.pages.places import Where
from rashomon.store.pages.views import Record
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


def listed_tie(made: Made) -> ActorTie:
    """Let a list tie the front, which all may see, to the movement that only the raid names."""
    tie = ActorTie("Vale Front", Relation.ALLIED_WITH, "Sahl Movement", "own list")
    actors = tuple(replace(one, ties=(tie,)) if one.name == "Vale Front" else one for one in made.linked.actors)
    made.ledger.put_linked(replace(made.linked, actors=actors), "digest-2")
    return tie


def test_a_listed_actor_that_only_hidden_captures_name_was_never_met(mine: Made):
    tie = listed_tie(mine)
    sahl = next(one for one in mine.linked.actors if one.name == "Sahl Movement")
    assert sahl.listed
    assert {one.name for one in mine.ledger.pages.network(["Vale Front"], None).nodes} == {"Vale Front", "Sahl Movement"}
    mine.ledger.marks.mark("raid.txt", Mark.RED, "ana", AT)
    clear = mine.ledger.cleared(Mark.CLEAR)

    seen = told(
        (
            clear.ask(Question(text="sahl movement")).actors,
            clear.ask(Question()).facets,
            clear.desk.search.suggestions("sahl"),
            clear.desk.search.counts(Question(), "actor"),
            clear.pages.actor_list(None, 1).shown,
            clear.pages.network(["Vale Front"], None),
        )
    )
    assert [one for one in (sahl.id, sahl.name) if one in seen] == []
    assert clear.ask(Question(actor=sahl.name)).total == 0
    for name in (sahl.id, sahl.name, "nobody at all"):
        asks = (
            lambda name=name: clear.actor_page(name),
            lambda name=name: clear.pages.network([name], None),
            lambda name=name: clear.pages.tie("Vale Front", tie.relation, name),
        )
        for ask in asks:
            with pytest.raises(NotFoundError, match=f"no actor '{name}' in this ledger"):
                ask()


def test_a_place_that_only_hidden_captures_name_was_never_met(mine: Made, clear: Questions):
    camp = next(one for one in mine.linked.places if one.name == "Dûrin Camp")

    assert [one.id for one in mine.ledger.desk.search.suggestions("durin")] == [camp.id]
    assert clear.desk.search.suggestions("durin") == ()
    assert mine.ledger.desk.search.place_name(camp.id) == camp.name
    assert clear.desk.search.place_name(camp.id) == camp.id
    assert clear.pages.places([camp.id]) == {}


def test_a_name_that_only_a_hidden_article_has_means_nobody(mine: Made):
    denied, ledger = mine.articles["denied"].id, mine.ledger
    actors = tuple(
        replace(one, aliases=(*one.aliases, Alias("Grey Wardens", denied))) if one.name == "Sahl Movement" else one
        for one in mine.linked.actors
    )
    sahl = next(one for one in actors if one.name == "Sahl Movement")
    links = (*mine.linked.actor_links, ActorLink(denied, "sahl", sahl.id, 0.9))
    ledger.put_linked(replace(mine.linked, actors=actors, actor_links=links), "digest-2")
    assert [ledger.ask(one).total for one in (Question(actor="Grey Wardens"), Question(text="Grey Wardens"))] == [1, 1]
    ledger.marks.mark("denied.txt", Mark.AMBER, "ana", AT)
    clear = ledger.cleared(Mark.CLEAR)

    assert [clear.ask(one).total for one in (Question(actor=sahl.name), Question(text=sahl.name))] == [1, 1]
    assert clear.ask(Question(actor="Grey Wardens")).total == 0
    found = clear.ask(Question(text="Grey Wardens"))
    assert (found.total, found.articles, found.actors) == (0, (), ())
    assert clear.desk.search.suggestions("grey") == ()
    assert clear.actor_page(sahl.name).actor.name == sahl.name
    with pytest.raises(NotFoundError):
        clear.actor_page("Grey Wardens")


def test_how_a_source_fared_says_nothing_of_events_that_hidden_articles_tell(mine: Made):
    whole = mine.ledger.pages.speaker("Vale Front")
    assert (whole.judged, len(whole.cases)) == (1, 1)
    mine.ledger.marks.mark("denied.txt", Mark.AMBER, "ana", AT)
    clear = mine.ledger.cleared(Mark.CLEAR).pages

    assert clear.speaker("Vale Front") == clear.speaker("Karsk Guards") == Record(0, 0, 0, 0, 0, ())
    assert clear.outlet("Vale Courier").record.judged == 0
    assert clear.outlet("Hill Post").record == mine.ledger.pages.outlet("Hill Post").record
    assert mine.account("denied").id not in told(clear.outlet("Vale Courier"))
