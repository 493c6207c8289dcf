from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.names.assignment import best_pairs

GAINS = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.sampled_from([0.0, 0.2, 0.5, 0.7, 1.0]), min_size=width, max_size=width), min_size=1, max_size=4
    )
)


def best_of_all(gains):
    rows, columns = len(gains), len(gains[0])
    size = min(rows, columns)
    return max(
        sum(gains[row][column] for row, column in zip(chosen, order, strict=True))
        for chosen in permutations(range(rows), size)
        for order in permutations(range(columns), size)
    )


@given(GAINS)
def test_no_other_pairing_gains_more(gains):
    pairs = best_pairs(gains)
    assert abs(sum(gains[row][column] for row, column in pairs) - best_of_all(gains)) < 1e-9
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)


def test_what_gains_nothing_is_not_paired():
    assert best_pairs([[0.0, 0.0], [0.0, 0.4]]) == [(1, 1)]
    assert best_pairs([]) == best_pairs([[]]) == []


def test_a_greedy_choice_is_given_up_for_a_better_sum():
    assert best_pairs([[0.9, 0.8], [0.8, 0.1]]) == [(0, 1), (1, 0)]
