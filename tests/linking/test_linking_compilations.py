"""Digests quote; that is not repeating."""

import pytest

from rashomon.linking.copies.compilations import repeated
from rashomon.linking.copies.overlaps import Overlap, Side
from rashomon.linking.copies.passages import Passage
from rashomon.model.sources import Article


def side(name, share):
    return Side(Article(name, 0, 0, 1, "x"), "x", 1000, 100, round(100 * share))


def overlap(one, other, ours, theirs, *stretches):
    """Two texts, the share of each that is in the other, and where in the one the shared letters stand."""
    return Overlap(side(one, ours), side(other, theirs), tuple(Passage(a, b, 0, b - a) for a, b in stretches), 0.5)


def kept(*overlaps):
    return [(found.one.article.capture, found.other.article.capture) for found in repeated(overlaps)]


def test_a_text_that_quotes_two_strangers_in_two_places_repeats_neither():
    assert kept(overlap("digest", "a", 0.4, 0.3, (0, 400)), overlap("digest", "b", 0.4, 0.3, (450, 850))) == []


def test_it_does_not_matter_from_which_side_the_quotations_are_seen():
    turned = [overlap("digest", "a", 0.4, 0.3, (0, 400)).turned(), overlap("digest", "b", 0.4, 0.3, (450, 850)).turned()]
    assert kept(*turned) == []


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        (("x", "a", 0.4, 0.3, (0, 400)), ("x", "b", 0.4, 0.3, (100, 500)), ()),
        (("x", "a", 0.7, 0.3, (0, 700)), ("x", "b", 0.2, 0.3, (750, 950)), ()),
        (("x", "a", 0.4, 0.3, (0, 400)), ("x", "b", 0.4, 0.3, (450, 850)), ("a", "b", 0.8, 0.8, (0, 400))),
        (("x", "a", 0.3, 0.9, (0, 300)), ("x", "b", 0.5, 0.9, (450, 950)), ()),
        (("x", "a", 0.4, 0.3, (0, 400)), ("x", "b", 0.05, 0.3, (450, 500)), ()),
    ],
    ids=["one place", "mainly one", "copies of each other", "two cuts of the text", "a few words only"],
)
def test_what_is_no_digest(first, second, third):
    given = [overlap(*pair) for pair in (first, second, third) if pair]
    assert len(kept(*given)) == len(given)
