"""Which decisions stand, and where persons decided without seeing each other."""

from itertools import permutations

import pytest

from rashomon.linking.corrections.standing import conflicts, heads, in_force, standing
from rashomon.model.decisions import Decision
from rashomon.model.words import Verdict


def decide(verdict, target="acc-1", after=None, *, who="ana", at=1, field=None, undoes=None, saw=()):
    taken = undoes.id if undoes is not None else None
    return Decision(
        Verdict(verdict), target, who, f"2031-03-05T10:00:{at:02}", "", field, None, after, taken, tuple(d.id for d in saw)
    )


ANA = decide("edit", after='"9"', field="killed", at=1)
BEN = decide("edit", after='"12"', field="killed", who="ben", at=2)
SEEN = decide("edit", after='"12"', field="killed", who="ben", at=2, saw=(ANA,))
OTHER = decide("edit", after='"bombing"', field="type", who="ben", at=2)
ALIKE = decide("edit", after='"9"', field="killed", who="ben", at=2)
CHOSEN = decide("edit", after='"9"', field="killed", who="eda", at=3, saw=(ANA, BEN))
YES = decide("accept", "evt-1", '"ver-1"', at=1)
NO = decide("reject", "evt-1", who="ben", at=2)
YES_AGAIN = decide("accept", "evt-1", '"ver-2"', who="ben", at=2)


@pytest.mark.parametrize(
    ("decisions", "sides"),
    [
        ((ANA, BEN), [(ANA, BEN)]),
        ((ANA, SEEN), []),
        ((ANA, OTHER), []),
        ((ANA, ALIKE), []),
        ((ANA, BEN, CHOSEN), []),
        ((ANA, BEN, decide("edit", field="killed", at=4, undoes=BEN)), []),
        ((YES, NO), [(YES, NO)]),
        ((YES, YES_AGAIN), []),
        ((decide("note", "evt-1", '"a"'), decide("note", "evt-1", '"b"', who="ben")), []),
        ((decide("merge", "evt-1", '"evt-2"'), decide("merge", "evt-1", '"evt-3"', who="ben")), []),
    ],
    ids=["unseen", "seen", "another_value", "alike", "chosen", "taken_back", "verdicts", "both_accept", "notes", "merges"],
)
def test_two_conflict_where_neither_saw_the_other_and_they_differ(decisions, sides):
    for order in permutations(decisions):
        assert [found.sides for found in conflicts(standing(order))] == sides


def test_what_nobody_decided_beyond_is_what_a_page_shows():
    assert heads(standing([ANA, BEN]))[("acc-1", "killed")] == (ANA, BEN)
    assert heads(standing([ANA, BEN, CHOSEN]))[("acc-1", "killed")] == (CHOSEN,)


@pytest.mark.parametrize(
    ("decisions", "left"),
    [((YES, NO), (NO,)), ((NO, decide("accept", "evt-1", at=3)), (decide("accept", "evt-1", at=3),)), ((ANA, NO), (ANA, NO))],
)
def test_of_two_verdicts_on_the_whole_the_later_is_in_force(decisions, left):
    assert in_force(decisions) == left


def test_taking_back_the_taking_back_lets_it_stand_again():
    back = decide("edit", field="killed", at=3, undoes=BEN)
    again = decide("edit", field="killed", at=4, undoes=back)
    assert standing([ANA, BEN, back]) == [ANA]
    assert standing([ANA, BEN, back, again]) == [ANA, BEN]
