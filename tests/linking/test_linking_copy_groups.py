"""Groups of articles that repeat one text."""

from itertools import permutations

from rashomon.linking.copies.copy_groups import copy_groups
from rashomon.model.ledger import Copy
from rashomon.model.words import CopyKind


def pair(later, first, score=0.5):
    return Copy(later, first, CopyKind.REWORDED, score)


def test_articles_linked_one_by_one_are_one_group():
    assert copy_groups([pair("b", "a"), pair("c", "b")]) == (("a", "b", "c"),)


def test_two_groups_are_not_joined_by_one_weak_pair():
    pairs = [pair("b", "a", 0.9), pair("d", "c", 0.9), pair("c", "b", 0.5)]
    assert sorted(copy_groups(pairs)) == [("a", "b"), ("c", "d")]


def test_two_groups_are_joined_by_a_sure_pair_or_by_several():
    sure = [pair("b", "a", 0.9), pair("d", "c", 0.9), pair("c", "b", 0.8)]
    several = [pair("b", "a", 0.9), pair("d", "c", 0.9), pair("c", "b"), pair("c", "a"), pair("d", "b")]
    assert copy_groups(sure) == copy_groups(several) == (("a", "b", "c", "d"),)


def test_the_order_of_pairs_does_not_matter():
    pairs = [pair("b", "a"), pair("c", "b"), pair("d", "c"), pair("e", "d", 0.6)]
    assert len({tuple(sorted(copy_groups(order))) for order in permutations(pairs)}) == 1


def test_nothing_makes_no_group():
    assert copy_groups([]) == ()
