"""What waits for a person, in which order, and what settles it."""

from dataclasses import replace
from datetime import date

import pytest
from small_ledger import Made

from rashomon.model.dates import DateInterval
from rashomon.model.ledger import DateSupport, Event, Join, NameSupport, RangeSupport
from rashomon.model.ranges import Range
from rashomon.model.words import EventType, Status, Verdict
from rashomon.store.review.contract import DecisionError, Draft
from rashomon.store.review.scoring import Signs, scored, version_of

PLAIN = Event(
    EventType.BOMBING,
    Status.ASSERTED,
    "a bombing",
    ("acc-1",),
    ("rot-1", "rot-2"),
    types=(NameSupport("bombing", ("acc-1",)),),
    dates=(DateSupport(DateInterval.parse("2031-03-03"), ("acc-1",)),),
    places=(NameSupport("plc-1", ("acc-1",)),),
    agents=(NameSupport("act-1", ("acc-1",)),),
)
NEWEST = date(2032, 3, 3)


NO_SIGNS = Signs()


def features(event: Event, signs: Signs = NO_SIGNS, newest: date = NEWEST) -> dict[str, str]:
    return {one.feature: one.amount for one in scored(event, signs, newest).reasons}


@pytest.mark.parametrize(
    ("change", "signs", "reason"),
    [
        ({}, Signs(alarms=2), ("contradicted", "2")),
        ({}, Signs(differing=1), ("readers_differ", "1")),
        ({}, Signs(unlisted=1), ("unlisted_actor", "1")),
        ({"joins": (Join("acc-2", "acc-1", 0.31),)}, Signs(), ("loosely_joined", "0.31")),
        ({"agents": ()}, Signs(), ("nobody_named", "")),
        ({"places": ()}, Signs(), ("no_place", "")),
        ({"dates": ()}, Signs(), ("no_date", "")),
        ({"types": (NameSupport("bombing", ("acc-1",)), NameSupport("attack", ("acc-2",)))}, Signs(), ("several_types", "2")),
        ({"status": Status.CLAIMED, "roots": ("rot-1",)}, Signs(), ("one_root", "")),
    ],
)
def test_each_doubt_is_named_and_puts_the_event_further_up(change, signs, reason):
    event = replace(PLAIN, **change)
    assert features(PLAIN) == {}
    assert features(event, signs) == dict([reason])
    assert scored(event, signs, NEWEST).rank > scored(PLAIN, Signs(), NEWEST).rank == 0


@pytest.mark.parametrize(
    ("change", "newest", "reason"),
    [
        ({"killed": (RangeSupport(Range(20, None), ("acc-1",)),)}, NEWEST, ("toll", "20")),
        ({"accounts": ("acc-1", "acc-2", "acc-3")}, NEWEST, ("spread", "3")),
        ({"status": Status.DISPUTED}, NEWEST, ("disputed", "")),
        ({}, date(2031, 3, 13), ("new", "10")),
    ],
)
def test_each_sign_of_importance_too(change, newest, reason):
    event = replace(PLAIN, **change)
    assert features(event, newest=newest) == dict([reason])
    assert scored(event, Signs(), newest).rank > 0


def test_doubts_and_importance_stay_within_one():
    worst = replace(PLAIN, agents=(), places=(), dates=(), status=Status.DISPUTED, killed=(RangeSupport(Range.exactly(900), ()),))
    found = scored(worst, Signs(alarms=30), None)
    assert 0.9 < found.doubt <= 1
    assert 0.5 < found.weight <= 1


def test_another_value_or_account_is_another_version():
    killed = replace(PLAIN, killed=(RangeSupport(Range.exactly(3), ("acc-1",)),))
    assert len({version_of(event) for event in (PLAIN, killed, replace(PLAIN, accounts=("acc-1", "acc-2")))}) == 3
    assert version_of(replace(PLAIN, title="another")) == version_of(PLAIN)


def accept(made: Made, event_id: str, version: str, who: str = "ana"):
    return made.ledger.review.decide(Draft(Verdict.ACCEPT, event_id, who, f"2031-04-01T10:00:00-{who}", "", version=version))


def test_the_queue_is_paged_by_rank(mine: Made):
    review = mine.ledger.review
    whole = review.queue(size=50)
    ranks = [one.doubt + one.weight for one in whole.waiting]
    assert len(ranks) == len(mine.linked.events) > 1
    assert ranks == sorted(ranks, reverse=True)
    first = review.queue(size=1)
    second = review.queue(after=first.after, size=1)
    assert [one.line.id for one in (*first.waiting, *second.waiting)] == [one.line.id for one in whole.waiting[:2]]
    assert whole.after is None
    assert whole.waiting[0].accounts[0].quote.words


def test_an_accepted_event_leaves_the_queue_until_it_changes(mine: Made):
    review = mine.ledger.review
    one = review.queue().waiting[0]
    done = accept(mine, one.line.id, one.digest)
    assert (review.queue().counts["accepted"], review.event(one.line.id).waiting.state) == (1, "accepted")

    account = mine.ledger.event(one.line.id).accounts[0].account.id
    review.decide(Draft(Verdict.EDIT, account, "ben", "2031-04-02T10:00:00", "", "killed", ("77",)))
    assert review.event(one.line.id).waiting.state == "changed"
    review.undo(done.decision.id, "ana", "2031-04-03T10:00:00", "")
    assert review.event(one.line.id).waiting.state == "open"


def test_accepting_another_version_than_the_one_that_stands_settles_nothing(mine: Made):
    one = mine.ledger.review.queue().waiting[0]
    accept(mine, one.line.id, "ver-old")
    assert mine.ledger.review.event(one.line.id).waiting.state == "changed"


def test_states_hold_when_the_ledger_is_linked_again(mine: Made):
    review = mine.ledger.review
    first, second = review.queue().waiting[:2]
    accept(mine, first.line.id, first.digest)
    review.decide(Draft(Verdict.REJECT, second.line.id, "ana", "2031-04-01T10:00:00", "no event"))
    mine.ledger.put_linked(replace(mine.linked, contradictions=()), "again")
    assert review.event(first.line.id).waiting.state == "accepted"
    assert review.queue("rejected").waiting[0].line.id == second.line.id
    assert all(logged.linked for logged in review.event(first.line.id).log)


@pytest.mark.parametrize(("asked", "reason"), [({"state": "lost"}, "no state 'lost'"), ({"after": "first"}, "no place 'first'")])
def test_a_place_the_queue_does_not_have_is_refused(made: Made, asked, reason):
    with pytest.raises(DecisionError, match=reason):
        made.ledger.review.queue(**asked)


def test_accounts_that_rules_and_model_differ_on_are_doubts(mine: Made):
    reading = mine.readings["first"]
    doubted = replace(reading, accounts=(replace(reading.accounts[0], differs=True), *reading.accounts[1:]))
    mine.ledger.put_readings([doubted])
    mine.ledger.put_linked(mine.linked, "again")
    reasons = {one.feature: one.amount for one in mine.ledger.review.event(reading.accounts[0].id).waiting.reasons}
    assert reasons["readers_differ"] == "1"
