"""Passages that two texts share."""

import pytest

from rashomon.linking.copies.letters import letters
from rashomon.linking.copies.passages import covered, passages, trace

GATE = "By noon the garrison commander had closed the northern gate and sent his families to the coast."
SHOTS = "Shots were heard twice in the afternoon near the burnt well."
OTHER = "A ferry with ninety passengers reached the island two hours late."


def found(one, other):
    first, second = letters(one), letters(other)
    shared, _ = passages(trace(first), trace(second))
    quoted = []
    for passage in shared:
        start, end = first.span(passage.start, passage.end)
        there = second.span(passage.other_start, passage.other_end)
        quoted.append((one[start:end], other[there[0] : there[1]]))
    return quoted


def test_a_passage_is_found_wherever_it_stands():
    assert found(f"{OTHER} {GATE}", f"{GATE} {SHOTS}") == [(GATE.rstrip("."), GATE.rstrip("."))]


def test_two_passages_in_other_order_are_two():
    assert len(found(f"{GATE} {SHOTS}", f"{SHOTS} {GATE}")) == 2


@pytest.mark.parametrize(
    "damaged",
    [
        GATE.replace("commander", "cornmander").replace("gate", "qate"),
        GATE.replace("northern gate", "nor thern gafe"),
        GATE.replace("the northern", "northern"),
        GATE.replace("families", "fam1lies"),
    ],
)
def test_wrong_lost_and_added_characters_do_not_break_a_passage(damaged):
    ((ours, theirs),) = found(GATE, damaged)
    assert (ours[:7], ours[-5:]) == (theirs[:7], theirs[-5:])
    assert len(ours) > 0.9 * len(GATE.rstrip("."))


@pytest.mark.parametrize("other", [OTHER, "", "By noon", "closed the northern door"])
def test_texts_that_share_next_to_nothing_have_no_passage(other):
    assert found(GATE, other) == []


def test_turned_passages_are_those_of_the_other_text():
    one, other = (trace(letters(text)) for text in (f"{OTHER} {GATE}", GATE))
    assert [passage.turned() for passage in passages(one, other)[0]] == list(passages(other, one)[0])
    assert passages(one, other)[1] == passages(other, one)[1]


def test_letters_in_a_stretch_are_marked_once():
    assert covered(6, ((1, 3), (2, 5))).tolist() == [False, True, True, True, True, False]
