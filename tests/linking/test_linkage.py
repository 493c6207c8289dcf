"""Average-link clustering."""

import numpy as np
import pytest

from rashomon.linking.linkage import average_link, beside_of, numbered

#: Two tight pairs, of which one end leans to the other pair.
LIKENESS = np.array([[1, 0.9, 0.6, 0.1], [0.9, 1, 0.1, 0.1], [0.6, 0.1, 1, 0.8], [0.1, 0.1, 0.8, 1]])


def linked(likeness, at):
    return numbered(average_link(beside_of(likeness), at))


@pytest.mark.parametrize(
    ("at", "groups"),
    [(0.95, (0, 1, 2, 3)), (0.85, (0, 0, 1, 2)), (0.5, (0, 0, 1, 1)), (0.3, (0, 0, 1, 1)), (0.2, (0, 0, 0, 0))],
)
def test_groups_are_joined_while_they_are_alike_on_average(at, groups):
    assert linked(LIKENESS, at) == groups


def test_the_given_likeness_is_not_changed():
    before = LIKENESS.copy()
    beside = beside_of(LIKENESS)
    average_link(beside, 0.1)
    assert beside == beside_of(LIKENESS)
    assert (before == LIKENESS).all()


@pytest.mark.parametrize("rows", [0, 1])
def test_nothing_and_one_row_are_no_trouble(rows):
    assert linked(np.ones((rows, rows)), 0.5) == (0,) * rows


def test_the_order_of_the_rows_makes_no_difference():
    order = [2, 0, 3, 1]
    shuffled = linked(LIKENESS[np.ix_(order, order)], 0.5)
    assert [shuffled[order.index(row)] for row in range(4)] == [1, 1, 0, 0]


def joined(pairs, count, at=0.25):
    beside = {row: {} for row in range(count)}
    for one, other, likely in pairs:
        beside[one][other] = beside[other][one] = likely
    return [list(group) for group in average_link(beside, at)]


def test_groups_are_joined_by_the_mean_of_their_pairs_not_by_the_best():
    assert joined([(0, 1, 0.9), (1, 2, 0.4)], 3) == [[0, 1], [2]]
    assert joined([(0, 1, 0.9), (1, 2, 0.4), (0, 2, 0.4)], 3) == [[0, 1, 2]]


def test_the_likeliest_pair_is_joined_first():
    assert joined([(0, 1, 0.4), (1, 2, 0.9), (2, 3, 0.4)], 4) == [[0], [1, 2], [3]]


def test_rows_that_are_like_no_other_stay_alone():
    assert joined([], 2) == [[0], [1]]
    assert average_link({}, 0.1) == ()
