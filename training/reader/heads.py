"""The model's heads, in numpy: span tags from token states, and labels of span pairs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.reader.labels import DISTANCES, PAIRS, STATUSES, tags

Floats = NDArray[np.float32]
#: First and one past the last word piece.
Pieces = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A span the model found: its word pieces, label, and how sure it is (0 to 1)."""

    pieces: Pieces
    label: str
    sure: float


def softmax(scores: Floats) -> Floats:
    """Return probabilities along the last axis."""
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    sums: Floats = shifted / shifted.sum(axis=-1, keepdims=True)
    return sums


class Heads:
    """Applies the heads' weights.

    Args:
        weights: arrays by name, as `training.export` writes them.
    """

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._weights = dict(weights)

    def spans(self, head: str, states: Floats) -> list[Found]:
        """Return the spans of one head in token states of shape (tokens, hidden), in order."""
        chances = softmax(states @ self._weights[f"spans.{head}.weight"].T + self._weights[f"spans.{head}.bias"])
        return list(_spans(chances, tags(head)))

    def status(self, states: Floats, pieces: Pieces) -> str:
        """Return the status of a trigger."""
        scores = states[slice(*pieces)] @ self._weights["status.weight"].T + self._weights["status.bias"]
        return STATUSES[int(softmax(scores).mean(axis=0).argmax())]

    def pairs(self, head: str, states: Floats, left: Sequence[Pieces], right: Sequence[Pieces]) -> Floats:
        """Return the chance of every label for every pair, of shape (left, right, labels)."""
        if not left or not right:
            return np.zeros((len(left), len(right), len(PAIRS[head])), dtype=np.float32)
        a, b = self._side(head, "left", states, left), self._side(head, "right", states, right)
        scores = np.einsum("ix,lxy,jy->ijl", a, self._weights[f"pairs.{head}.bilinear"], b, optimize=True)
        gaps = np.array([[r[0] - s[0] for r in right] for s in left])
        return softmax(scores + self._weights[f"pairs.{head}.distance"][np.digitize(gaps, DISTANCES)])

    def _side(self, head: str, side: str, states: Floats, spans: Sequence[Pieces]) -> Floats:
        ends = np.concatenate([states[[a for a, _ in spans]], states[[b - 1 for _, b in spans]]], axis=1)
        made = np.tanh(ends @ self._weights[f"pairs.{head}.{side}.weight"].T + self._weights[f"pairs.{head}.{side}.bias"])
        return np.concatenate([made, np.ones((len(spans), 1), dtype=np.float32)], axis=1)


def _spans(chances: Floats, names: tuple[str, ...]) -> "list[Found]":
    """Return spans from tag chances: a span begins at a B (or at an I behind an O) and goes on through I of its label."""
    labels = [name.partition("-")[2] for name in names]
    best = chances.argmax(axis=1)
    found: list[Found] = []
    start, label = 0, ""
    for n in range(len(best) + 1):
        name = names[best[n]] if n < len(best) else "O"
        goes_on = label and name == f"I-{label}"
        if label and not goes_on:
            columns = [i for i, other in enumerate(labels) if other == label]
            found.append(Found((start, n), label, float(chances[start:n][:, columns].sum(axis=1).mean())))
            label = ""
        if not goes_on and name != "O":
            start, label = n, name[2:]
    return found
