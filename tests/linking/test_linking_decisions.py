"""What people decided, and what of it stands."""

from itertools import permutations

import pytest

from rashomon.linking.decisions import corrections, pairs_together
from rashomon.model.decisions import Decision
from rashomon.model.ids import content_id
from rashomon.model.words import Verdict


def decide(verdict, target, after=None, when="2031-03-05T10:00:00", field=None, undoes=None):
    undone = undoes.id if undoes is not None else None
    return Decision(Verdict(verdict), target, "desk", when, "checked", field=field, after=after, undoes=undone)


@pytest.mark.parametrize(
    ("decision", "links"),
    [
        (decide("link", "art-1/x", '"Red Front"'), {"art-1/x": "Red Front"}),
        (decide("link", "art-1/x", '"جبهة الملح"'), {"art-1/x": "جبهة الملح"}),
        (decide("link", "art-1/x", "Red Front"), {"art-1/x": "Red Front"}),
        (decide("link", "art-1/x", "null"), {"art-1/x": None}),
        (decide("link", "art-1/x"), {"art-1/x": None}),
        (decide("link", "art-1/x", "7"), {"art-1/x": None}),
        (decide("reject", "art-1/x"), {"art-1/x": None}),
        (decide("reject", "acc-1"), {}),
        (decide("accept", "art-1/x", '"Red Front"'), {}),
    ],
)
def test_a_link_is_to_a_name_or_to_nobody(decision, links):
    assert corrections([decision]).links == links


def test_other_verdicts_fall_into_their_places():
    found = corrections(
        [
            decide("reject", "acc-1"),
            decide("reject", "art-1", field="copy"),
            decide("reject", "con-1", field="severity"),
            decide("merge", "evt-1", '"evt-2"'),
            decide("merge", "evt-3", "null"),
            decide("split", "acc-2"),
            decide("grade", "out-1", '"B"'),
            decide("edit", "acc-3", '"2031-03-01"', field="date"),
        ]
    )
    assert (found.rejected, found.no_copies) == ({"acc-1"}, {"art-1"})
    assert (found.merged, found.alone) == ((("evt-1", "evt-2"),), {"acc-2"})
    assert found.links == {}


EARLY = decide("link", "art-1/x", '"Red Front"', "2031-03-01T08:00:00")
LATE = decide("link", "art-1/x", '"Blue Brigades"', "2031-03-02T08:00:00")
BACK = decide("edit", LATE.id, when="2031-03-03T08:00:00", undoes=LATE)
AGAIN = decide("edit", BACK.id, when="2031-03-04T08:00:00", undoes=BACK)


@pytest.mark.parametrize(
    ("decisions", "name"),
    [
        ((EARLY, LATE), "Blue Brigades"),
        ((EARLY, LATE, BACK), "Red Front"),
        ((EARLY, LATE, BACK, AGAIN), "Blue Brigades"),
        ((LATE, BACK), None),
        ((EARLY, decide("reject", "art-1/x", when="2031-03-09T08:00:00")), None),
        ((decide("reject", "art-1/x", when="2031-02-09T08:00:00"), EARLY), "Red Front"),
    ],
    ids=["the later", "taken back", "taking back taken back", "all taken back", "rejected later", "linked later"],
)
def test_the_later_decision_stands_unless_it_is_taken_back(decisions, name):
    assert {corrections(order).links.get("art-1/x") for order in permutations(decisions)} == {name}


def test_two_decisions_of_one_second_have_one_order():
    twins = [decide("link", "art-1/x", f'"{name}"') for name in ("Red Front", "Blue Brigades", "White Brigades")]
    assert len({corrections(order).links["art-1/x"] for order in permutations(twins)}) == 1


def test_without_decisions_nothing_is_corrected():
    found = corrections(())
    assert not any((found.links, found.rejected, found.no_copies, found.merged, found.alone))


EVENT_A, EVENT_B = content_id("evt", "acc-a"), content_id("evt", "acc-b")


@pytest.mark.parametrize(
    ("target", "other", "pairs"),
    [
        (EVENT_A, EVENT_B, (("acc-a", "acc-b"),)),
        ("acc-a", EVENT_B, (("acc-a", "acc-b"),)),
        ("acc-b", "acc-a", (("acc-b", "acc-a"),)),
        (EVENT_A, content_id("evt", "acc-gone"), ()),
        ("acc-gone", "acc-a", ()),
    ],
)
def test_merged_events_lead_back_to_their_first_accounts(target, other, pairs):
    decided = corrections([decide("merge", target, f'"{other}"')])
    assert pairs_together(decided, ["acc-a", "acc-b", "acc-c"]) == pairs
