"""How many happenings an account sums up."""

import pytest

from rashomon.linking.events.summing import many
from rashomon.model.ranges import Range


def summed(write, text, value, what, kind="other", trigger="hit", type_="attack", date="2031-03-03"):
    made = write(text)
    account = made.event(trigger, type_, date=date)
    made.figure(value, value, what, kind=kind, about=account)
    return many(account, made.article, made.source.reading)


@pytest.mark.parametrize(
    ("text", "value", "what", "expected"),
    [
        ("Gunmen hit 8 convoys.", "8", "convoys", Range.exactly(8)),
        ("Gunmen hit 2 convoys.", "2", "convoys", None),
        ("Gunmen hit 2 convoys in 24 hours.", "2", "convoys", Range.exactly(2)),
        ("Gunmen hit 3 villages over the past two days.", "3", "villages", Range.exactly(3)),
        ("Gunmen hit 3 villages at dawn.", "3", "villages", None),
        ("Gunmen hit 3 checkpoints since Monday.", "3", "checkpoints", Range.exactly(3)),
        ("Rockets hit 8 houses.", "8", "houses", None),
        ("Rockets hit 8 soldiers in 24 hours.", "8", "soldiers", None),
    ],
)
def test_targets_hit_one_by_one_are_many_happenings(write, text, value, what, expected):
    assert summed(write, text, value, what) == expected


def test_many_towns_visited_are_one_visit(write):
    assert summed(write, "The envoy saw 8 towns in a week.", "8", "towns", trigger="saw", type_="meeting_or_visit") is None


def test_the_dead_of_one_attack_are_no_attacks(write):
    assert summed(write, "Gunmen hit 8 convoys.", "8", "convoys", kind="killed") is None


def test_one_that_sums_up_targets_is_none_of_them(write, linked):
    text = "The [Red Front|GROUP|g] hit {} at [Sidi|PLACE|p] on Monday."
    drafts = []
    for number, words in enumerate(("8 convoys", "a convoy")):
        made = write(text.format(words), outlet=f"Outlet {number}", published="2031-03-04")
        account = made.event("hit", date="2031-03-03", agent="g", place="p")
        if number == 0:
            made.figure("8", "8", "convoys", kind="other", about=account)
        drafts.append(made)
    events = linked(*drafts).events
    assert sorted(len(event.accounts) for event in events) == [1, 1]
    assert sorted(str(one.value) for event in events for one in event.happenings) == ["8"]
