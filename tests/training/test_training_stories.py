"""Fitting the weights of stories."""

import json

import numpy as np
import pytest

from training.stories import fit, pairs


def test_a_feature_that_tells_gets_the_weight():
    rng = np.random.default_rng(5)
    features = rng.random((400, 2))
    weights = fit(features, (features[:, 0] > 0.5).astype(float), np.ones(400))
    assert weights[0] > 2 > abs(weights[1])
    assert weights[2] < 0


def test_records_count_by_what_they_are_given():
    features = np.array([[1.0], [1.0]])
    same = np.array([1.0, 0.0])
    assert fit(features, same, np.array([9.0, 1.0])).sum() == pytest.approx(np.log(9), abs=0.01)


def test_pairs_of_one_story_are_marked(tmp_path):
    told = [
        ("x", "A fire at Harbour Road killed Idris Wafi."),
        ("x", "Idris Wafi died on Harbour Road."),
        ("y", "Flood in Karsh."),
    ]
    file = tmp_path / "set.jsonl"
    file.write_text("".join(json.dumps({"text": text, "subtopic": story}) + "\n" for story, text in told))
    features, same = pairs(file)
    assert len(features) == len(same) == 1
    assert same.tolist() == [1.0]
