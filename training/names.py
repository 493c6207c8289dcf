"""Learn what each feature of two names tells: ``python -m training.names src/rashomon/linking/names/weights.toml``.

A logistic regression over the named features of `rashomon.linking.names.features` on the training part of name_matching (MIT)
in the optional data folder; the weights of companies are those of persons plus a difference. Weights in `HELD` are set by hand:
the set has too few cases of them, or labels them by another aim (two funds of one house are "same" there, two brigades are not).
"""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.name_matching import name_kind
from benchmarks.shared import Row, shared
from rashomon.linking.names.comparing import compared
from rashomon.linking.names.features import FEATURES
from rashomon.linking.names.kinds import NameKind

#: Weights set by hand, for every kind and for organisations that are no companies.
HELD = {"legal_forms": -4.0, "generations": -3.0, "descent": -3.0, "only_initials": -2.0, "surplus": -1.5, "one_part": -1.0}
UNITS = {"numbers": -5.0, "number_missing": -3.5, "surplus": -6.0, "clash": -7.0}
#: How strongly the bias, the weight of `agreement` (the first feature) and the others are drawn to 0.
_BIAS, _AGREEMENT, _RIDGE = 1e-6, 0.3, 1.0
_STEPS = 50
Matrix = NDArray[np.float64]


def pairs(path: Path) -> list[Row]:
    """Return the pairs of a file, repeated ones once."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return list({(row["schema"], row["name1"], row["name2"], row["match"]): row for row in rows}.values())


def scores(row: Row) -> list[float]:
    """Return the scores of a pair's features, in their order."""
    found = compared(row["name1"], row["name2"], name_kind(row))
    return [feature(found).score for feature in FEATURES]


def design(rows: Iterable[Row]) -> tuple[Matrix, Matrix]:
    """Return what is learned from (bias, features, the same again for companies) and what the held weights say."""
    held = np.array([HELD.get(feature.__name__, 0.0) for feature in FEATURES])
    free = held == 0
    learned, said = [], []
    for row in rows:
        told = np.array(scores(row))
        company = float(name_kind(row) != NameKind.PERSON)
        told_freely = told * free
        learned.append(np.concatenate(([1.0], told_freely, [company], company * told_freely)))
        said.append(float(told @ held))
    return np.array(learned), np.array(said)


def fit(told: Matrix, said: Matrix, same: Matrix) -> Matrix:
    """Return the weights of a ridge logistic regression with an offset, by Newton's method."""
    weights = np.zeros(told.shape[1])
    ridge = np.full(told.shape[1], _RIDGE)
    ridge[:2] = (_BIAS, _AGREEMENT)[: len(ridge)]
    for _ in range(_STEPS):
        sure = 1 / (1 + np.exp(-(told @ weights + said)))
        slope = told.T @ (same - sure) - ridge * weights
        bend = (told * (sure * (1 - sure))[:, None]).T @ told + np.diag(ridge)
        weights += np.linalg.solve(bend, slope)
    return weights


def tables(weights: Sequence[float]) -> dict[str, dict[str, float]]:
    """Return the weights of each kind by name."""
    half = len(FEATURES) + 1
    names = ["bias", *(feature.__name__ for feature in FEATURES)]
    person = {name: float(weights[at]) for at, name in enumerate(names)} | HELD
    company = {name: float(weights[at] + weights[half + at]) for at, name in enumerate(names)} | HELD
    return {"person": person, "company": company, "vessel": company, "organisation": company | UNITS}


def main() -> None:
    """Learn from the training part and write the file named on the command line."""
    rows = pairs(shared("bench", "name_matching", "pairs.train.jsonl"))
    told, said = design(rows)
    found = tables(fit(told, said, np.array([float(row["match"]) for row in rows])).tolist())
    lines = ["# What each feature adds to the log-odds of two names being one. Made by training/names.py; do not edit."]
    for kind, table in found.items():
        lines += ["", f"[{kind}]", *(f"{name} = {value:.3f}" for name, value in table.items())]
    Path(sys.argv[1]).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
