"""The chance that two words name one event: a small net over the respects in which they are alike and their states."""

from pathlib import Path

import numpy as np

from rashomon.extraction.trained.heads import Floats
from rashomon.linking.coreference.resemblance import Scenery, respects

#: The weights that ship; `training.pairs` writes them.
WEIGHTS = Path(__file__).with_name("pairs.npz")
#: How many rows of pairs are computed at once.
_ROWS = 64


class PairModel:
    """Several nets of one shape, whose chances are averaged.

    The arrays, each with the nets first: ``project`` (nets, state, side) and ``projected`` (nets, side) make the side of an
    occurrence; ``hidden`` (nets, inputs, hidden) and ``shifted`` (nets, hidden) take the standardised respects, the product and
    the distance of two sides; ``out`` (nets, hidden) and ``outset`` (nets,) give the chance. ``mean`` and ``spread``
    (respects,) standardise; ``at`` is where to stop joining.

    Args:
        path: the file of weights.
    """

    def __init__(self, path: Path = WEIGHTS) -> None:
        with np.load(path) as arrays:
            self._arrays = {name: arrays[name].astype(np.float32) for name in arrays.files}
        #: Groups less likely than this on average to name one event stay apart.
        self.at = float(self._arrays["at"])

    def chances(self, scenery: Scenery) -> Floats:
        """Return the chance for every pair of occurrences, symmetric, of shape (occurrences, occurrences)."""
        given = (respects(scenery) - self._arrays["mean"]) / self._arrays["spread"]
        states = np.stack([one.state for one in scenery.found])
        nets = range(len(self._arrays["outset"]))
        made = np.mean([self._of_net(net, given, states) for net in nets], axis=0)
        both: Floats = (made + made.T) / 2
        return both

    def _of_net(self, net: int, given: Floats, states: Floats) -> Floats:
        weights = {name: array[net] for name, array in self._arrays.items() if name not in ("mean", "spread", "at")}
        sides = np.tanh(states @ weights["project"] + weights["projected"])
        parts = [self._rows(weights, given[at : at + _ROWS], sides[at : at + _ROWS], sides) for at in range(0, len(sides), _ROWS)]
        return np.concatenate(parts)

    def _rows(self, weights: dict[str, Floats], given: Floats, ours: Floats, sides: Floats) -> Floats:
        one, other = ours[:, None, :], sides[None, :, :]
        inputs = np.concatenate([given, one * other, np.abs(one - other)], axis=2)
        hidden = np.maximum(inputs @ weights["hidden"] + weights["shifted"], 0)
        scores = hidden @ weights["out"] + weights["outset"]
        made: Floats = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
        return made
