"""Which of many texts are worth comparing."""

from random import Random

import numpy as np
import pytest

from rashomon.linking.copies.sharing import COMMON, FURNITURE, reprints, share


def runs(*kinds, size=40):
    """Samples made of blocks of runs; equal names make equal blocks."""
    blocks = [np.array([Random(f"{kind}/{n}").getrandbits(64) for n in range(size)], np.uint64) for kind in kinds]
    return np.unique(np.concatenate([np.zeros(0, np.uint64), *blocks]))


def pairs(*samples, outlets=None):
    return set(share(samples, outlets or [None] * len(samples)).pairs)


def test_texts_that_share_a_block_are_compared_and_others_are_not():
    assert pairs(runs("a", "b"), runs("b", "c"), runs("d")) == {(0, 1)}


def test_what_many_texts_have_is_not_telling():
    texts = [runs(f"own {n}", "foot") for n in range(COMMON + 1)]
    shared = share(texts, [None] * len(texts))
    assert shared.pairs == ()
    assert all(np.array_equal(kept, runs(f"own {n}")) for n, kept in enumerate(shared.telling))


def test_what_a_few_texts_have_is_telling():
    texts = [runs(f"own {n}", "news") for n in range(COMMON)]
    assert len(pairs(*texts)) == COMMON * (COMMON - 1) // 2


@pytest.mark.parametrize(("outlet", "compared"), [("Sena Courier", False), (None, True)])
def test_what_several_texts_of_one_outlet_have_is_its_furniture(outlet, compared):
    texts = [runs(f"own {n}", "foot") for n in range(FURNITURE)]
    assert bool(pairs(*texts, outlets=[outlet] * FURNITURE)) is compared


def test_furniture_of_one_outlet_is_news_of_another():
    texts = [runs(f"own {n}", "foot") for n in range(FURNITURE)]
    found = share([*texts, runs("other", "foot")], [*["Sena Courier"] * FURNITURE, "Hill Gazette"])
    assert np.array_equal(found.telling[-1], runs("other", "foot"))
    assert np.array_equal(found.telling[0], runs("own 0"))


def test_reprints_count_as_one_text_and_lead_to_the_first():
    texts = [runs("news")] * 30
    assert reprints(texts) == [0] * 30
    assert pairs(*texts) == {(0, n) for n in range(1, 30)}


def test_a_text_that_shares_little_with_a_reprint_is_no_reprint():
    assert reprints([runs("a", "b"), runs("a", "c"), runs("a", "b")]) == [0, 1, 0]


def test_cuts_of_what_everybody_prints_lead_to_the_first_of_them():
    cuts = [runs(*(f"paragraph {n}" for n in range(kept))) for kept in range(1, COMMON + 3)]
    reached = {0}
    for one, other in sorted(pairs(*cuts)):
        reached |= {other} if one in reached else set()
    assert reached == set(range(len(cuts)))


def test_a_chance_run_is_not_worth_a_look():
    texts = runs("a", size=400), runs("b", size=400)
    both = np.array([7], np.uint64)
    assert pairs(*(np.union1d(text, both) for text in texts)) == set()


@pytest.mark.parametrize("samples", [(), (np.zeros(0, np.uint64),), (np.zeros(0, np.uint64), runs("a"))])
def test_empty_texts_share_nothing(samples):
    found = share(samples, [None] * len(samples))
    assert found.pairs == ()
    assert [len(kept) for kept in found.telling] == [len(sample) for sample in samples]
