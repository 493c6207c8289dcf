import numpy as np
import pytest

from rashomon.extraction.trained.encoder import Encoded, stitched, windows
from rashomon.extraction.trained.heads import Found, Heads, Sides, softmax
from rashomon.extraction.trained.labels import CLASSES, DISTANCES, LEFT, PAIRS, RIGHT, SENTENCES, tags

HIDDEN = 4


def heads(head, rows):
    """Heads whose scores for a token are the rows of a table that one-hot states pick."""
    weight = np.zeros((len(tags(head)), HIDDEN), dtype=np.float32)
    for state, tag in enumerate(rows):
        weight[tags(head).index(tag), state] = 9.0
    return Heads({f"spans.{head}.weight": weight, f"spans.{head}.bias": np.zeros(len(tags(head)), dtype=np.float32)})


def states(*numbers):
    return np.eye(HIDDEN, dtype=np.float32)[list(numbers)]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ((0, 1, 2, 0), [((1, 3), "GROUP")]),
        ((1, 1, 2), [((0, 1), "GROUP"), ((1, 3), "GROUP")]),
        ((1, 3), [((0, 1), "GROUP"), ((1, 2), "PLACE")]),
        ((0, 0, 1), [((2, 3), "GROUP")]),
        ((0, 0), []),
    ],
)
def test_tags_become_spans(told, found):
    read = heads("mention", ("O", "B-GROUP", "I-GROUP", "B-PLACE")).spans("mention", states(*told))

    assert [(f.pieces, f.label) for f in read] == found
    assert all(f.sure > 0.9 for f in read)


def test_a_span_keeps_together_where_its_labels_disagree():
    weight = np.zeros((len(tags("mention")), HIDDEN), dtype=np.float32)
    weight[tags("mention").index("B-GROUP"), 0] = 3.0
    weight[tags("mention").index("I-GROUP"), 1] = 3.0
    weight[tags("mention").index("I-PLACE"), 1] = 3.5
    made = Heads({"spans.mention.weight": weight, "spans.mention.bias": np.zeros(len(tags("mention")), dtype=np.float32)})

    (found,) = made.spans("mention", states(0, 1))

    assert found.pieces == (0, 2)
    assert found.label == "GROUP"


def test_a_span_has_the_class_most_of_it_speaks_for():
    names = CLASSES["status"][1]
    weight = np.zeros((len(names), HIDDEN), dtype=np.float32)
    weight[names.index("denied"), 1] = weight[names.index("planned"), 2] = 5.0
    made = Heads({"classes.status.weight": weight, "classes.status.bias": np.zeros(len(names), dtype=np.float32)})

    label, sure = made.classed("status", states(1, 1, 2), (0, 3))

    assert label == "denied"
    assert 0.5 < sure < 1


def pair_heads(head, hint):
    width = 2
    sizes = {
        "bilinear": (len(PAIRS[head]), width + 1, width + 1),
        "distance": (len(DISTANCES) + 1, len(PAIRS[head])),
        "sentence": (len(SENTENCES) + 1, len(PAIRS[head])),
        "hint": (4, len(PAIRS[head])),
        "left.weight": (width, 2 * HIDDEN),
        "left.bias": (width,),
        "left_label": (len(LEFT[head]), width),
        "right.weight": (width, 2 * HIDDEN),
        "right.bias": (width,),
        "right_label": (len(RIGHT[head]), width),
    }
    weights = {f"pairs.{head}.{name}": np.zeros(size, dtype=np.float32) for name, size in sizes.items()}
    weights[f"pairs.{head}.hint"][hint, 1] = 5.0
    return Heads(weights)


def test_a_pair_follows_the_hint_it_was_taught_to_trust():
    said = Found((0, 1), "asserts", 1.0)
    who = [Found((1, 2), "PER", 1.0), Found((2, 3), "PER", 1.0)]
    sides = Sides([said], who, np.array([[1, 0]]), np.array([[0, 0]]))

    chances = pair_heads("source", 1).pairs("source", states(0, 1, 2), sides)

    assert chances.shape == (1, 2, 2)
    assert chances[0, 0, 1] > 0.9
    assert chances[0, 1, 1] == pytest.approx(0.5)


def test_no_span_on_a_side_makes_no_pair():
    sides = Sides([], [Found((1, 2), "PER", 1.0)], np.zeros((0, 1), dtype=np.int64), np.zeros((0, 1), dtype=np.int64))

    assert pair_heads("source", 1).pairs("source", states(0, 1), sides).shape == (0, 1, 2)


def test_chances_add_up():
    assert softmax(np.array([[1.0, 2.0, 3.0]], dtype=np.float32)).sum() == pytest.approx(1.0)


def test_windows_cover_the_text_and_join_without_a_gap():
    length = 700
    cut = windows(length, size=320, shared=48)

    joined = stitched([np.arange(a, b, dtype=np.float32)[:, None] for a, b in cut], cut)

    assert joined[:, 0].tolist() == list(range(length))


def test_a_span_of_word_pieces_is_widened_to_whole_words():
    encoded = Encoded(((0, 4), (4, 7), (8, 12), (12, 14)), (False, True, False, True), np.zeros((4, 1), dtype=np.float32))

    assert encoded.characters((1, 3)) == (0, 14)
    assert encoded.characters((2, 3)) == (8, 14)
