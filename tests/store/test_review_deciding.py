"""Decisions take effect at once, hold when the ledger is read and linked again, and are all in the log."""

from dataclasses import replace
from itertools import count

import pytest
from small_ledger import READER, Made, span

from rashomon.model.errors import NotFoundError
from rashomon.model.ledger import Linked
from rashomon.model.words import Role, Verdict
from rashomon.store.review.contract import DecisionError, Draft
from rashomon.store.review.views import LogQuestion
from rashomon.store.views import Question

_SECONDS = count(1)


def decide(made: Made, verdict: str, target: str, *values: str, field: str | None = None, who: str = "ana", **more: object):
    when = f"2031-04-01T10:{next(_SECONDS) // 60:02}:{next(_SECONDS) % 60:02}"
    draft = Draft(Verdict(verdict), target, who, when, "checked", field, values, **more)
    return made.ledger.review.decide(draft)


def event_of(made: Made):
    return made.ledger.event(made.account("first").id)


def told(made: Made, account_id: str):
    return next(view for view in event_of(made).accounts if view.account.id == account_id)


def test_an_edited_toll_is_on_the_event_and_in_lists_at_once(mine: Made):
    account = mine.account("first")
    made = decide(mine, "edit", account.id, "at least 20", field="killed")
    view = event_of(mine)

    assert (made.decision.before, made.decision.after, made.linked) == ('"12"', '"20.."', False)
    assert str(told(mine, account.id).account.killed) == "20.."
    assert "20.." in view.line.killed
    assert mine.readings["first"].accounts[0].killed != told(mine, account.id).account.killed
    stored = next(source.reading for source in mine.ledger.sources() if source.article.id == account.article_id)
    assert stored == mine.readings["first"], "the machine's version stays as it is"


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("type", "attack", lambda account: account.type),
        ("status", "alleged", lambda account: account.status),
        ("date", "2031-03-02", lambda account: str(account.date)),
        ("injured", "3-5", lambda account: str(account.injured)),
    ],
)
def test_other_values_too(mine: Made, field: str, value: str, shown):
    account = mine.account("first")
    decide(mine, "edit", account.id, value, field=field)
    assert shown(told(mine, account.id).account) == value.replace("-5", "..5")


def test_roles_are_given_in_the_words_of_the_article(mine: Made):
    account, article = mine.account("first"), mine.articles["first"]
    decide(mine, "edit", account.id, "Vale  Front's spokesman", "Nobody", field="agents")
    words = [filler.span for filler in told(mine, account.id).account.fillers if filler.role == Role.AGENT]
    assert words == [span(article, "Vale Front's spokesman"), span(article, "Nobody")]


@pytest.mark.parametrize(
    ("verdict", "field", "values", "reason"),
    [
        ("edit", "killed", ("soon",), "cannot understand the number 'soon' .*try: 3"),
        ("edit", "date", ("Monday",), "cannot understand the date"),
        ("edit", "type", ("picnic",), "no type 'picnic' .*bombing"),
        ("edit", "agents", ("The Moon",), "'The Moon' do not stand in this article"),
        ("edit", "agents", ("9000-9010",), "no words stand at 9000-9010"),
        ("edit", "killed", ("12",), "killed is that already"),
        ("edit", "colour", ("red",), "has no value 'colour'"),
        ("grade", "grade", ("7",), "no grade '7'"),
        ("note", None, ("  ",), "the note is empty"),
    ],
)
def test_what_cannot_be_is_refused_with_a_way_out_and_nothing_is_kept(mine: Made, verdict, field, values, reason):
    with pytest.raises(DecisionError, match=reason):
        decide(mine, verdict, mine.account("first").id, *values, field=field)
    assert mine.ledger.decisions() == ()


def test_an_unknown_target_is_refused(mine: Made):
    with pytest.raises(NotFoundError, match="acc-none"):
        decide(mine, "edit", "acc-none", "3", field="killed")


def test_two_edits_made_without_sight_of_each_other_stand_beside_each_other_until_one_is_chosen(mine: Made):
    account = mine.account("first")
    ours = decide(mine, "edit", account.id, "20", field="killed")
    theirs = decide(mine, "edit", account.id, "9", field="killed", who="ben")
    found = mine.ledger.review.event(account.id)

    assert [side.who for side in found.conflicts[0].sides] == ["ana", "ben"]
    assert mine.ledger.review.decision(ours.decision.id).conflict
    assert mine.ledger.review.log(LogQuestion(conflicts=True)).conflicts == 2
    assert str(told(mine, account.id).account.killed) == "9", "the later one is in force"

    both = (ours.decision.id, theirs.decision.id)
    decide(mine, "edit", account.id, "20", field="killed", who="eda", saw=both)
    assert mine.ledger.review.event(account.id).conflicts == ()
    assert mine.ledger.review.log(LogQuestion(conflicts=True)).decisions == ()
    assert str(told(mine, account.id).account.killed) == "20"


def test_a_later_edit_made_in_sight_of_the_first_is_no_conflict(mine: Made):
    account = mine.account("first")
    first = decide(mine, "edit", account.id, "20", field="killed")
    assert not decide(mine, "edit", account.id, "9", field="killed", who="ben", saw=(first.decision.id,)).conflict


def test_any_decision_can_be_taken_back_and_that_too(mine: Made):
    account = mine.account("first")
    made = decide(mine, "edit", account.id, "20", field="killed")
    review = mine.ledger.review
    back = review.undo(made.decision.id, "ben", "2031-04-02T10:00:00", "it was 12")

    assert (back.decision.before, back.decision.after) == ('"20"', '"12"')
    assert str(told(mine, account.id).account.killed) == "12"
    with pytest.raises(DecisionError, match="taken back already"):
        review.undo(made.decision.id, "ben", "2031-04-02T10:00:01", "")
    review.undo(back.decision.id, "ana", "2031-04-02T10:00:02", "it was not")
    assert str(told(mine, account.id).account.killed) == "20"
    assert [one.stands for one in review.log(LogQuestion()).decisions] == [True, False, True]


def test_a_rejected_account_leaves_its_event_and_comes_back(mine: Made):
    account = mine.account("first")
    before = len(event_of(mine).accounts)
    no = decide(mine, "reject", account.id)
    page = mine.ledger.article_page(account.article_id)
    assert account.id not in {one.id for one in page.reading.accounts}
    mine.ledger.review.undo(no.decision.id, "ana", "2031-04-02T10:00:00", "")
    assert len(event_of(mine).accounts) == before


def test_an_added_event_is_marked_in_its_article_at_once(mine: Made):
    article = mine.articles["first"]
    made = decide(mine, "add", article.id, "blamed", "threat", "claimed", field="account")
    page = mine.ledger.article_page(article.id)
    assert ("event", span(article, "blamed").start) in {(mark.kind, mark.start) for mark in page.marks}
    with pytest.raises(DecisionError, match="already"):
        decide(mine, "add", article.id, "blamed", "threat", "claimed", field="account")
    mine.ledger.review.undo(made.decision.id, "ana", "2031-04-02T10:00:00", "")
    assert len(mine.ledger.article_page(article.id).reading.accounts) == len(mine.readings["first"].accounts)


def test_an_added_claim_has_its_source_and_speaks_of_the_event_in_its_words(mine: Made):
    article = mine.articles["first"]
    made = decide(mine, "add", article.id, "A bomb killed 12 people", "Karsk Guards", "denies", field="claim")
    claim = made.decision.anchor.claim
    shown = next(view for view in mine.ledger.article_page(article.id).claims if view.claim.id == claim.id)
    assert (shown.source.words, shown.claim.about) == ("Karsk Guards", (mine.account("first").id,))


def test_notes_and_grades_change_no_value_and_are_not_waited_for(mine: Made):
    event = event_of(mine)
    assert decide(mine, "note", event.event.id, "ask the mayor").linked
    assert decide(mine, "grade", mine.account("first").id, "2", field="grade").linked
    assert event_of(mine) == event


def test_outlets_are_graded_with_a_day_and_a_reason(mine: Made):
    outlet = next(article.outlet for article in mine.articles.values() if article.outlet)
    decide(mine, "grade", f"outlet:{outlet}", "C", "2030-01-01", field="grade")
    decide(mine, "grade", f"outlet:{outlet}", "B", "2031-01-01", field="grade")
    line = next(line for line in mine.ledger.review.outlets() if line.name == outlet)
    assert [(grade.letter, str(grade.since), grade.why) for grade in line.grades] == [
        ("B", "2031-01-01", "checked"),
        ("C", "2030-01-01", "checked"),
    ]
    assert mine.ledger.desk.search.grades[outlet] == "B"
    assert mine.ledger.pages.outlet(outlet).graded == line.grades
    assert mine.ledger.ask(Question(grade="B")).total > 0
    for values, reason in ((("Z", ""), "no grade 'Z'"), (("B", "soon"), "cannot understand the day")):
        with pytest.raises(DecisionError, match=reason):
            decide(mine, "grade", f"outlet:{outlet}", *values, field="grade")
    with pytest.raises(NotFoundError, match="no outlet"):
        decide(mine, "grade", "outlet:Nobody's News", "B", "", field="grade")


def test_a_correction_holds_when_the_article_is_read_anew(mine: Made):
    account, reading = mine.account("first"), mine.readings["first"]
    decide(mine, "edit", account.id, "20", field="killed")
    moved = replace(account, trigger=span(mine.articles["first"], "A bomb"))
    mine.ledger.put_readings([replace(reading, reader=f"{READER}-newer", accounts=(moved, *reading.accounts[1:]), claims=())])

    page = mine.ledger.article_page(account.article_id)
    found = next(one for one in page.reading.accounts if one.id == account.id)
    assert (str(found.killed), found.trigger) == ("20", moved.trigger)
    mine.ledger.put_linked(mine.linked, "linked again")
    assert told(mine, account.id).account == found


def test_the_log_is_narrowed_and_paged(mine: Made):
    event, account = event_of(mine).event.id, mine.account("first").id
    decide(mine, "note", event, "one")
    decide(mine, "note", event, "two", who="ben")
    decide(mine, "edit", account, "20", field="killed")
    review = mine.ledger.review

    def verdicts(**asked: object) -> list[tuple[str, str]]:
        return [(one.decision.who, one.decision.verdict) for one in review.log(LogQuestion(**asked)).decisions]

    assert verdicts() == [("ana", "edit"), ("ben", "note"), ("ana", "note")]
    assert verdicts(who="ben") == [("ben", "note")]
    assert verdicts(verdict="edit") == [("ana", "edit")]
    assert verdicts(target=account) == [("ana", "edit")]
    assert verdicts(since="2031-04-02") == []
    assert len(verdicts(until="2031-04-01")) == 3
    first = review.log(LogQuestion(size=2))
    assert (len(first.decisions), len(review.log(LogQuestion(before=first.older)).decisions)) == (2, 1)
    assert first.people == ("ana", "ben")


def test_the_log_says_in_words_what_each_decision_is_about(mine: Made):
    account, outlet = mine.account("first"), mine.ledger.review.outlets()[0].name
    headline = mine.ledger.article_page(account.article_id).line.title
    title = event_of(mine).line.title
    on = [
        decide(mine, "edit", account.id, "20", field="killed"),
        decide(mine, "note", event_of(mine).event.id, "ask"),
        decide(mine, "add", account.article_id, "A bomb killed 12 people", "Karsk Guards", "denies", field="claim"),
        decide(mine, "grade", f"outlet:{outlet}", "C", "2030-01-01", field="grade"),
    ]
    about = mine.ledger.review.log(LogQuestion()).about

    assert [about[made.decision.id] for made in on] == [title, title, headline, outlet]


def test_only_articles_with_standing_decisions_are_given_as_corrected(mine: Made):
    account = mine.account("first")
    made = decide(mine, "edit", account.id, "20", field="killed")
    (source,) = mine.ledger.review.corrected_sources()
    assert (source.article.id, str(source.reading.accounts[0].killed)) == (account.article_id, "20")
    mine.ledger.review.undo(made.decision.id, "ana", "2031-04-02T10:00:00", "")
    assert [one.reading for one in mine.ledger.review.corrected_sources()] == [mine.readings["first"]]


def test_an_emptied_ledger_has_an_empty_queue(mine: Made):
    mine.ledger.put_linked(Linked(), "nothing")
    page = mine.ledger.review.queue()
    assert (page.waiting, page.after, sum(page.counts.values())) == ((), None, 0)
