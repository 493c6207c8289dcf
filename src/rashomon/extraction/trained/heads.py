"""The model's heads, in numpy: span tags from token states, and labels of span pairs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.extraction.trained.hints import Ints
from rashomon.extraction.trained.labels import CLASSES, DISTANCES, LEFT, PAIRS, RIGHT, SENTENCES, tags

Floats = NDArray[np.float32]
#: What a piece does for a span besides nothing (0): begin it, go on with it.
_BEGIN, _INSIDE = 1, 2
#: A piece that is outside of any span with this chance needs no further thought.
_PLAIN = 0.995
#: First and one past the last word piece.
Pieces = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A span the model found: its word pieces, label, and how sure it is (0 to 1)."""

    pieces: Pieces
    label: str
    sure: float


@dataclass(frozen=True, slots=True)
class Sides:
    """The spans on both sides of a pair head, the hint of every pair, and how many sentences the right one stands behind."""

    left: Sequence[Found]
    right: Sequence[Found]
    hints: Ints
    gaps: Ints


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

    def has(self, head: str) -> bool:
        """Return whether this model has a span head of that name."""
        return f"spans.{head}.weight" in self._weights

    def spans(self, head: str, states: Floats) -> list[Found]:
        """Return the spans of one head in token states of shape (tokens, hidden), in order."""
        return spans_of(head, self.tagged(head, states))

    def tagged(self, head: str, states: Floats) -> Floats:
        """Return the chance of each of a span head's tags for every token state, of shape (tokens, tags)."""
        scores = states @ self._weights[f"spans.{head}.weight"].T + self._weights[f"spans.{head}.bias"]
        return softmax(scores)

    def classed(self, head: str, states: Floats, pieces: Pieces) -> tuple[str, float]:
        """Return the class of a span and its chance."""
        scores = states[slice(*pieces)] @ self._weights[f"classes.{head}.weight"].T + self._weights[f"classes.{head}.bias"]
        chances = softmax(scores).mean(axis=0)
        best = int(chances.argmax())
        return CLASSES[head][1][best], float(chances[best])

    def pairs(self, head: str, states: Floats, sides: Sides) -> Floats:
        """Return the chance of every label for every pair, of shape (left, right, labels)."""
        if not sides.left or not sides.right:
            return np.zeros((len(sides.left), len(sides.right), len(PAIRS[head])), dtype=np.float32)
        weights = {name: self._weights[f"pairs.{head}.{name}"] for name in ("bilinear", "distance", "sentence", "hint")}
        a = self._side(head, "left", states, sides.left, LEFT[head])
        b = self._side(head, "right", states, sides.right, RIGHT[head])
        scores = np.einsum("ix,lxy,jy->ijl", a, weights["bilinear"], b, optimize=True)
        ones, others = (np.array([span.pieces[0] for span in side]) for side in (sides.left, sides.right))
        gaps = others[None, :] - ones[:, None]
        scores += weights["distance"][np.digitize(gaps, DISTANCES)]
        scores += weights["sentence"][np.digitize(sides.gaps, SENTENCES)]
        return softmax(scores + weights["hint"][sides.hints])

    def _side(self, head: str, side: str, states: Floats, spans: Sequence[Found], labels: tuple[str, ...]) -> Floats:
        firsts, lasts = ([f.pieces[0] for f in spans], [f.pieces[1] - 1 for f in spans])
        ends = np.concatenate([states[firsts], states[lasts]], axis=1)
        kinds = self._weights[f"pairs.{head}.{side}_label"][[labels.index(f.label) for f in spans]]
        made = np.tanh(ends @ self._weights[f"pairs.{head}.{side}.weight"].T + self._weights[f"pairs.{head}.{side}.bias"] + kinds)
        return np.concatenate([made, np.ones((len(spans), 1), dtype=np.float32)], axis=1)


def spans_of(head: str, chances: Floats) -> list[Found]:
    """Return spans from tag chances: where they begin and end whatever their label, then the label most of each speaks for."""
    names = tags(head)
    begins = [n for n, name in enumerate(names) if name.startswith("B-")]
    inner = [n for n, name in enumerate(names) if name.startswith("I-")]
    moves = _path(np.stack([chances[:, 0], chances[:, begins].sum(axis=1), chances[:, inner].sum(axis=1)], axis=1))
    votes_of = chances[:, begins] + chances[:, inner]
    starts = [n for n, move in enumerate(moves) if move == _BEGIN]
    found: list[Found] = []
    for start in starts:
        end = next((n for n in range(start + 1, len(moves)) if moves[n] != _INSIDE), len(moves))
        votes = votes_of[start:end].mean(axis=0)
        best = int(votes.argmax())
        found.append(Found((start, end), names[begins[best]][2:], float(votes[best])))
    return found


def _path(chances: Floats) -> list[int]:
    """Return the likeliest row of outside, begin and inside in which no inside follows an outside, of chances (pieces, 3)."""
    path = [0] * len(chances)
    doubtful = np.concatenate(([False], chances[:, 0] < _PLAIN, [False]))
    edges = np.flatnonzero(doubtful[1:] != doubtful[:-1])
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        path[start:end] = _path_within(np.log(chances[start:end] + 1e-9).tolist())
    return path


def _path_within(scores: list[list[float]]) -> list[int]:
    """Return the likeliest row of a stretch that an outside stands before."""
    scores[0][_INSIDE] -= 99.0
    best = scores[0]
    back: list[tuple[int, int]] = []
    for outside, begin, inside in scores[1:]:
        any_ = best.index(max(best))
        within = _BEGIN if best[_BEGIN] >= best[_INSIDE] else _INSIDE
        back.append((any_, within))
        best = [best[any_] + outside, best[any_] + begin, best[within] + inside]
    path = [best.index(max(best))]
    for any_, within in reversed(back):
        path.append(within if path[-1] == _INSIDE else any_)
    return path[::-1]
