"""What two articles have in common."""

import numpy as np
import pytest

from rashomon.linking.copies.overlaps import overlaps, same_text
from rashomon.linking.copies.sharing import share
from rashomon.linking.copies.shingles import fingerprint
from rashomon.model.sources import Article

GATE = (
    "By noon the garrison commander, Major Idris Wafi, had closed the northern gate and sent his families to the coast. Shots "
    "were heard twice in the afternoon near the burnt well, and 14 trucks went the way they came."
)
FERRY = (
    "A ferry with ninety passengers reached the island of Karsh two hours late on Tuesday because of fog, the harbour master "
    "said. Nobody was hurt, and the 6 p.m. sailing left on time with forty tons of flour for the hill towns."
)


def compare(*texts):
    articles = [Article(f"capture {n}", 0, 0, len(text), text) for n, text in enumerate(texts)]
    return list(overlaps(articles, share([fingerprint(one).sample for one in articles], [None] * len(articles))))


def test_a_cut_stands_whole_in_the_longer_one():
    (found,) = compare(f"{FERRY} {GATE}", GATE)
    assert found.other.share == found.share == 1.0
    assert 0.3 < found.one.share < 0.7
    assert 0.4 < found.other.length / found.one.length < 0.6
    assert found.longest() == GATE.rstrip(".")


def test_the_same_text_in_other_spacing_is_alike():
    (found,) = compare(GATE, GATE.replace(" ", "  "))
    assert found.alike == 1.0


def test_strangers_are_not_compared():
    assert compare(GATE, FERRY) == []


def test_turning_changes_the_sides_over():
    (found,) = compare(f"{FERRY} {GATE}", GATE)
    turned = found.turned()
    assert (turned.one, turned.other) == (found.other, found.one)
    assert turned.longest() == found.longest()


@pytest.mark.parametrize(
    ("text", "names", "numbers"),
    [
        ("On the road to Karsh, Major O'Dell saw 1,200 men.", {"karsh", "major", "o'dell"}, {"1,200"}),
        ("It cost 3.5 million and 7 lives in Al-Hasna.", {"al-hasna"}, {"3.5", "7"}),
        ("On 4 May, and on 4 June, Karsh and Karsh again.", {"may", "june", "karsh"}, {"4"}),
        ("Вчера солдаты заняли город Залесье.", {"залесье"}, set()),
        ("Hier des élus ont été vus à Karsh.", {"karsh"}, set()),
        ("The gar1son was 5tri king at n00n.", set(), set()),
        ("nothing of that sort", set(), set()),
    ],
)
def test_names_and_numbers_are_kept_once_each(text, names, numbers):
    (found,) = compare(f"{text} {GATE}", GATE)
    assert found.one.names - {"by"} == names | found.other.names
    assert found.one.numbers == numbers | found.other.numbers


def test_texts_of_the_same_letters_are_one_group_where_they_are_long_enough():
    prints = {
        name: fingerprint(Article(name, 0, 0, len(text), text))
        for name, text in {"a": GATE, "b": GATE.upper(), "c": FERRY, "d": "Calm."}.items()
    }
    assert same_text(prints, 40) == [["a", "b"], ["c"]]


def test_an_overlap_without_telling_runs_shares_nothing():
    articles = [Article(name, 0, 0, len(GATE), GATE) for name in "ab"]
    empty = share([np.zeros(0, np.uint64)] * 2, [None] * 2)
    assert list(overlaps(articles, empty)) == []
