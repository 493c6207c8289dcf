"""Review by forms alone, without scripts, on the sample ledger: every action, its effect, and its way back."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from deciding_desk import Visitor

from rashomon.model.people import Person, Station
from rashomon.model.words import Role
from rashomon.store.ledger import Ledger
from rashomon.store.review.views import LogQuestion, Waiting
from rashomon.web.app import create_app
from rashomon.web.people.access import Access
from shipped import updating


@dataclass
class Desk:
    """A ledger of one's own and a person at its desk."""

    ledger: Ledger
    person: Visitor
    links: list[str]

    @property
    def first(self) -> Waiting:
        return self.ledger.review.queue().waiting[0]

    def log(self) -> list[str]:
        return [one.decision.verdict for one in self.ledger.review.log(LogQuestion()).decisions]


@pytest.fixture
def desk(sample_folder: Path, tmp_path: Path) -> Iterator[Desk]:
    shutil.copytree(sample_folder, tmp_path / "ledger")
    links: list[str] = []
    with Ledger.open(tmp_path / "ledger") as ledger:
        access = Access(ledger.people, ledger.review, "ana", decided=lambda: links.append("again"))
        person = Visitor(create_app(ledger, access=access))
        person.get("/review")
        yield Desk(ledger, person, links)


def fields(one: Waiting, **more: str) -> dict[str, str]:
    return {"target": one.line.id, "version": one.digest} | more


def test_the_queue_shows_what_waits_with_reasons_and_words(desk: Desk) -> None:
    page, one = desk.person.get("/review"), desk.first
    assert page.status_code == 200
    assert one.line.title in page.text
    assert "contradictions" in page.text
    assert one.accounts[0].article.outlet in page.text
    counts = desk.person.get("/review?format=json").json()["counts"]
    assert counts["open"] >= 60
    assert desk.person.get("/review?state=none").status_code == 422


def test_accepting_leads_to_the_queue_with_a_way_back(desk: Desk) -> None:
    one = desk.first
    answer = desk.person.post("/decisions", verdict="accept", **fields(one))
    assert answer.status_code == 303
    page = desk.person.get(answer.headers["location"])
    assert "Accepted by ana" in page.text
    assert desk.ledger.review.event(one.line.id).waiting.state == "accepted"
    assert desk.first.line.id != one.line.id
    (decision,) = desk.ledger.decisions()
    desk.person.post(f"/decisions/{decision.id}/undo", back="/review")
    assert desk.first.line.id == one.line.id


def test_several_values_are_changed_by_one_form_and_the_machines_stay_beside(desk: Desk) -> None:
    one = desk.first
    account = one.accounts[0].account
    sent = {"killed": "3-5", "was_killed": str(account.killed or ""), "status": "disputed", "was_status": account.status}
    answer = desk.person.post(f"/review/values/{account.id}", why="two papers say so", **sent)
    assert answer.status_code == 303
    assert desk.log() == ["edit", "edit"]
    page = desk.person.get(f"/review/events/{one.line.id}").text
    assert 'value="3..5"' in page
    assert "The machine read:" in page
    assert "two papers say so" in page
    assert "in force on this page" in page
    assert desk.links == ["again"]
    shown = desk.person.get(f"/events/{one.line.id}?format=json").json()
    assert "3..5" in shown["line"]["killed"]
    assert desk.person.post(f"/review/values/{account.id}", was_killed="3..5", killed="3..5").status_code == 422


def test_a_value_that_cannot_be_is_refused_on_a_page_that_says_why(desk: Desk) -> None:
    account = desk.first.accounts[0].account.id
    answer = desk.person.post(f"/review/values/{account}", killed="a few", was_killed="")
    assert answer.status_code == 422
    assert "cannot understand the number" in answer.text
    assert desk.log() == []


def test_rejecting_merging_splitting_and_linking_hold_when_the_ledger_is_linked_again(desk: Desk) -> None:
    waiting = desk.ledger.review.queue(size=50).waiting
    rejected = waiting[-1]
    desk.person.post("/decisions", verdict="reject", target=rejected.line.id, why="an anniversary")
    whole, other = waiting[0], waiting[3]
    told = desk.ledger.event(whole.line.id).accounts
    split = told[-1].account.id
    desk.person.post("/decisions", verdict="split", target=split, why="another blast")
    desk.person.post("/decisions", verdict="merge", target=whole.line.id, value=f"http://desk/events/{other.line.id}")
    actor = next(one for one in told if one.agents and one.agents[0].id and one.account.id != split)
    key = actor.account.keys(Role.AGENT)[0]
    desk.person.post("/decisions", verdict="link", target=f"{actor.article.id}/{key}", value="The Tested Brigade")
    assert desk.log() == ["link", "merge", "split", "reject"]
    assert len(desk.links) == 4

    assert updating(desk.ledger).update().linked
    with pytest.raises(Exception, match=rejected.line.id):
        desk.ledger.event(rejected.line.id)
    assert desk.ledger.event(split).event.accounts == (split,)
    assert other.accounts[0].account.id in desk.ledger.event(whole.accounts[0].account.id).event.accounts
    named = {link.name for link in desk.ledger.links(actor.article.id)}
    assert "The Tested Brigade" in named
    assert all(one.linked for one in desk.ledger.review.log(LogQuestion()).decisions)


def test_a_missed_event_and_claim_are_added_by_words_and_linked_in(desk: Desk) -> None:
    waiting = [one.accounts[0].article.id for one in desk.ledger.review.queue().waiting]
    article, text = max(((each, desk.ledger.article(each).text) for each in waiting), key=lambda told: len(told[1]))
    start = text.index(". ") + 2
    words = text[start : start + 40].split()[1]
    added = desk.person.post("/decisions", verdict="add", field="account", target=article, value=[words, "threat", "claimed"])
    said = desk.person.post(
        "/decisions", verdict="add", field="claim", target=article, value=[f"{start}-{start + 40}", "outlet", "warns"]
    )
    assert (added.status_code, said.status_code) == (303, 303)
    account = next(one.target for one in desk.ledger.decisions() if one.field == "account")
    updating(desk.ledger).update()
    assert desk.ledger.event(account).event.type == "threat"
    assert "warns" in {view.claim.stance for view in desk.ledger.article_page(article).claims}
    assert desk.person.get(f"/review/articles/{article}").status_code == 200


def test_conflicting_edits_are_side_by_side_until_one_is_kept(desk: Desk) -> None:
    one = desk.first
    account = one.accounts[0].account.id
    ben = Visitor(create_app(desk.ledger, access=Access(desk.ledger.people, desk.ledger.review, "ben")))
    ben.get("/review")
    for person, value in ((desk.person, "4"), (ben, "8")):
        person.post(f"/review/values/{account}", killed=value, was_killed="x", saw_killed="")
    page = desk.person.get(f"/review/events/{one.line.id}").text
    assert "Decisions in conflict" in page
    assert "Keep what ana decided" in page
    assert "Keep what ben decided" in page
    assert "2 decisions are in conflict" in desk.person.get("/decisions").text
    saw = " ".join(decision.id for decision in desk.ledger.decisions())
    desk.person.post("/decisions", verdict="edit", target=account, field="killed", value="4", saw=saw)
    assert "Decisions in conflict" not in desk.person.get(f"/review/events/{one.line.id}").text
    assert len(desk.ledger.decisions()) == 3


def test_the_log_says_who_what_when_why_before_and_after_as_json_too(desk: Desk) -> None:
    one = desk.first
    account = one.accounts[0].account
    desk.person.post(f"/review/values/{account.id}", killed="44", was_killed="", why="counted again")
    told = desk.person.get("/decisions?who=ana&verdict=edit&format=json").json()["decisions"]
    assert [(t["who"], t["field"], json.loads(t["after"]), t["why"]) for t in told] == [("ana", "killed", "44", "counted again")]
    assert "anchor" not in told[0]
    page = desk.person.get("/decisions?who=ana").text
    assert "counted again" in page
    assert "44" in page
    assert "counted again" not in desk.person.get("/decisions?verdict=note").text
    single = desk.person.get(f"/decisions/{told[0]['id']}")
    assert "What the machine had made of it" in single.text
    assert desk.person.get("/decisions/dec-none").status_code == 404


def test_notes_and_grades_are_kept_by_forms(desk: Desk) -> None:
    one = desk.first
    desk.person.post("/decisions", verdict="note", target=one.line.id, value="ask the harbour office")
    desk.person.post("/decisions", verdict="grade", target=one.line.id, field="grade", value="2", why="two roots")
    outlet = one.accounts[0].article.outlet
    desk.person.post("/decisions", verdict="grade", target=f"outlet:{outlet}", value=["B", "2031-01-01"], why="corrects itself")
    assert "ask the harbour office" in desk.person.get(f"/review/events/{one.line.id}").text
    assert "corrects itself" in desk.person.get("/review/outlets").text
    assert desk.log() == ["grade", "grade", "note"]
    assert desk.links == [], "nothing needs linking"


def test_a_program_is_answered_in_json(desk: Desk) -> None:
    answer = desk.person.post("/decisions", accept="application/json", verdict="accept", **fields(desk.first))
    assert answer.json()[0]["verdict"] == "accept"
    refused = desk.person.post(
        "/decisions", accept="application/json", verdict="edit", target="acc-none", field="killed", value="3"
    )
    assert (refused.status_code, "acc-none" in refused.json()["reasons"][0]) == (404, True)


def test_an_analyst_takes_back_only_own_decisions_and_a_reader_decides_nothing(desk: Desk) -> None:
    desk.person.post("/decisions", verdict="accept", **fields(desk.first))
    (decision,) = desk.ledger.decisions()
    for station, status in ((Station.READER, 403), (Station.ANALYST, 403), (Station.EDITOR, 303)):
        access = Access(desk.ledger.people, desk.ledger.review, "ben")
        object.__setattr__(access._sole, "person", Person("ben", station))
        ben = Visitor(create_app(desk.ledger, access=access))
        page = ben.get("/review")
        assert ('data-key="a"' in page.text) == (station != Station.READER)
        assert ben.post(f"/decisions/{decision.id}/undo").status_code == status
    outlet = desk.first.accounts[0].article.outlet
    access = Access(desk.ledger.people, desk.ledger.review, "eda")
    object.__setattr__(access._sole, "person", Person("eda", Station.ANALYST))
    eda = Visitor(create_app(desk.ledger, access=access))
    eda.get("/review")
    graded = eda.post("/decisions", verdict="grade", target=f"outlet:{outlet}", value=["B", ""], why="x")
    assert graded.status_code == 403
