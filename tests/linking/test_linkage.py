"""Average-link clustering."""

import numpy as np
import pytest

from rashomon.linking.linkage import average_link

#: Two tight pairs, of which one end leans to the other pair.
LIKENESS = np.array([[1, 0.9, 0.6, 0.1], [0.9, 1, 0.1, 0.1], [0.6, 0.1, 1, 0.8], [0.1, 0.1, 0.8, 1]])


@pytest.mark.parametrize(
    ("at", "groups"),
    [(0.95, (0, 1, 2, 3)), (0.85, (0, 0, 1, 2)), (0.5, (0, 0, 1, 1)), (0.3, (0, 0, 1, 1)), (0.2, (0, 0, 0, 0))],
)
def test_groups_are_joined_while_they_are_alike_on_average(at, groups):
    assert average_link(LIKENESS, at) == groups


def test_the_given_likeness_is_not_changed():
    before = LIKENESS.copy()
    average_link(LIKENESS, 0.1)
    assert (before == LIKENESS).all()


@pytest.mark.parametrize("rows", [0, 1])
def test_nothing_and_one_row_are_no_trouble(rows):
    assert average_link(np.ones((rows, rows)), 0.5) == (0,) * rows


def test_the_order_of_the_rows_makes_no_difference():
    order = [2, 0, 3, 1]
    shuffled = average_link(LIKENESS[np.ix_(order, order)], 0.5)
    assert [shuffled[order.index(row)] for row in range(4)] == [1, 1, 0, 0]
