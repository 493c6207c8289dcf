"""Bags of weighted terms."""

import numpy as np
import pytest

from rashomon.linking.stories.bags import Bags, rarity
from rashomon.linking.stories.gists import Bag


def bag(*terms, uses=1.0):
    return Bag(np.array(sorted(terms), np.uint32), np.full(len(terms), uses, np.float32))


def others(*numbers):
    return np.array(numbers, np.int64)


THREE = [bag(1, 2, 3), bag(2, 3, 4), bag(5)]


def test_a_term_of_few_texts_is_rarer():
    known = rarity(THREE)
    one, two = known.of(np.array([1, 2], np.uint32))
    assert one == pytest.approx(np.log1p(3))
    assert two == pytest.approx(np.log1p(1.5))


def test_what_two_texts_share_is_summed_by_rarity():
    bags = Bags(THREE, 0.5, used=False)
    assert bags.shared(0, others(1, 2)).tolist() == pytest.approx([2 * np.log1p(1.5), 0.0], rel=1e-5)
    assert bags.share(0, others(1, 2)).tolist() == pytest.approx([2 * np.log1p(1.5) / bags.totals[1], 0.0], rel=1e-5)


def test_the_cosine_is_that_of_the_weights():
    bags = Bags(THREE, 1.5, used=True)
    assert bags.cosine(0, others(0, 1, 2)).tolist() == pytest.approx([1.0, bags.cosine(1, others(0))[0], 0.0], rel=1e-5)


def test_how_often_a_text_uses_a_term_counts_where_asked():
    texts = [bag(1, 2), bag(1, 3), Bag(np.array([1, 4], np.uint32), np.array([3.0, 1.0], np.float32))]
    plain, used = Bags(texts, 1.0, used=False), Bags(texts, 1.0, used=True)
    assert plain.cosine(0, others(1))[0] == pytest.approx(plain.cosine(0, others(2))[0], rel=1e-5)
    assert used.cosine(0, others(2))[0] > used.cosine(0, others(1))[0]


def test_an_empty_text_shares_nothing():
    bags = Bags([bag(), bag(1), bag(1)], 0.5, used=False)
    assert bags.cosine(0, others(1, 2)).tolist() == bags.share(1, others(0, 0)).tolist() == [0.0, 0.0]


@pytest.mark.parametrize(("texts", "counts"), [(20, True), (30, False)])
def test_terms_of_most_texts_are_left_out_where_there_are_enough(texts, counts):
    bags = Bags([bag(1, 100 + n) for n in range(texts)], 1.0, used=False, most=0.5)
    assert bool(bags.shared(0, others(1))[0]) is counts


@pytest.mark.parametrize(("texts", "cosine"), [(20, 0.5), (120, 1.0)])
def test_terms_of_one_text_are_left_out_where_another_might_have_had_them(texts, cosine):
    pairs = [bag(n // 2, 1000 + n) for n in range(texts)]
    assert Bags(pairs, 0.0, used=False, lonely=False).cosine(0, others(1))[0] == pytest.approx(cosine)


def test_neighbours_share_a_term_that_few_have():
    bags = Bags([bag(1, 9), bag(1, 2, 9), bag(2, 9), bag(9)], 1.0, used=False)
    assert sorted(zip(*(side.tolist() for side in bags.neighbours(2)), strict=True)) == [(0, 1), (1, 2)]
