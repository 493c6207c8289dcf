"""Fit the weights by which two articles are taken for one story, and print them as `linking/stories/kinship.py` has them.

``python -m training.stories FOLDER``, where FOLDER holds ``ecbplus.train.jsonl`` and ``gvc.train.jsonl``: ECB+ and the Gun
Violence Corpus (annotations CC BY), one document a line with ``text``, ``date`` where there is one, and ``subtopic``, the story.
A logistic regression by Newton's method; the two sets count alike, whatever their size. Takes a minute.
"""

import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.texts import article_of
from rashomon.linking.stories.gists import gist
from rashomon.linking.stories.kinship import WEIGHTS, Kinships
from rashomon.linking.stories.story_groups import near

SETS = ("ecbplus.train.jsonl", "gvc.train.jsonl")
#: How much large weights cost; keeps features that are rare in these sets from growing.
COST = 3.0
#: What the pairs of one story count together, in each set.
TOTAL = 1000.0
STEPS = 30

Matrix = NDArray[np.float64]


def pairs(path: Path) -> tuple[Matrix, Matrix]:
    """Return the features of the pairs that are compared, and whether each is one story."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    kinships = Kinships([gist(article_of(row["text"], published=row.get("date"))) for row in rows])
    told = np.array([row["subtopic"] for row in rows])
    found = [(kinships.features(one, others), told[others] == told[one]) for one, others in near(kinships, len(rows))]
    return np.concatenate([features for features, _ in found]), np.concatenate([same for _, same in found]).astype(float)


def fit(features: Matrix, same: Matrix, counts: Matrix) -> Matrix:
    """Return the weight of each feature, and last what it takes without any."""
    table = np.hstack([features, np.ones((len(features), 1))])
    cost = np.append(np.full(features.shape[1], COST), 0.0)
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (counts * (likely - same)) + cost * weights
        bend = (table * (counts * likely * (1 - likely))[:, None]).T @ table + np.diag(cost + 1e-9)
        weights -= np.linalg.solve(bend, slope)
    return weights


def main(folder: Path) -> None:
    """Print the fitted weights."""
    sets = [pairs(folder / name) for name in SETS]
    counts = [np.full(len(same), TOTAL / same.sum()) for _, same in sets]
    weights = fit(np.concatenate([f for f, _ in sets]), np.concatenate([s for _, s in sets]), np.concatenate(counts))
    for feature, weight in zip(WEIGHTS, weights, strict=False):
        print(f"{feature.name:14} {weight:6.2f}")
    print(f"{'BIAS':14} {weights[-1]:6.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
