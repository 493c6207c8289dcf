"""A sum of features that stays within bounds and says why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.features import SILENT, Comparison, Feature, weigh
from rashomon.model.ledger import Reason


def alike(one, other):
    return Comparison(1.0, f"both are {one}") if one == other else Comparison(-1.0, f"{one} is not {other}")


def longer(one, other):
    return Comparison(0.5, f"{one} is longer") if len(one) > len(other) else SILENT


def test_a_feature_is_called_after_its_comparison():
    assert Feature(alike, 0.5).name == "alike"


@pytest.mark.parametrize(
    ("features", "one", "other", "score"),
    [
        ((), "gun", "gun", 0.0),
        ((Feature(alike, 0.5),), "gun", "gun", 0.5),
        ((Feature(alike, 0.5), Feature(longer, 0.4)), "gun", "gun", 0.5),
        ((Feature(longer, 0.4),), "guns", "gun", 0.2),
        ((Feature(alike, 0.1), Feature(longer, 0.4)), "guns", "gun", 0.1),
        ((Feature(alike, 0.9), Feature(longer, 0.4)), "guns", "gun", 0.0),
        ((Feature(alike, 0.7), Feature(alike, 0.7)), "gun", "gun", 1.0),
        ((Feature(alike, -0.3), Feature(longer, 0.4)), "guns", "gun", 0.5),
        ((Feature(alike, 1 / 3),), "gun", "gun", 0.3333),
    ],
)
def test_the_score_is_the_weighted_sum_between_nothing_and_one(features, one, other, score):
    assert weigh(features, one, other).score == score


def test_reasons_carry_name_weighted_score_and_sentence_in_the_order_of_features():
    features = (Feature(longer, 0.4), Feature(alike, 0.9))
    assert weigh(features, "guns", "gun").reasons == (
        Reason("longer", 0.2, "guns is longer"),
        Reason("alike", -0.9, "guns is not gun"),
    )


def test_a_silent_feature_gives_no_reason():
    assert weigh((Feature(longer, 1.0),), "gun", "guns").reasons == ()
    assert Comparison(0.0, "") == SILENT


@given(st.lists(st.tuples(st.floats(-1, 1), st.floats(-1, 1)), max_size=6))
def test_bounds_hold_and_every_feature_that_speaks_is_heard(pairs):
    features = [Feature(lambda one, other, score=score: Comparison(score, "said"), weight) for score, weight in pairs]
    found = weigh(features, None, None)
    assert 0.0 <= found.score <= 1.0
    assert len(found.reasons) == sum(1 for score, _ in pairs if score)
    assert found.score == pytest.approx(min(1.0, max(0.0, sum(score * weight for score, weight in pairs))), abs=1e-3)


def test_a_sentence_may_be_made_only_where_it_is_asked_for():
    made = []

    def say():
        made.append("once")
        return "both are guns"

    found = Comparison(1.0, say)
    assert made == []
    assert (found.text, made) == ("both are guns", ["once"])
    assert Comparison(0.5, "said at once").text == "said at once"
