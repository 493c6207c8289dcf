"""The word-by-word tagger: a linear classifier a tag over hashed features. It sees what the encoder blurs, rare words most."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from rashomon.extraction.incidents.features import Words, features, words_in
from rashomon.extraction.incidents.passages import Passage
from rashomon.extraction.trained.heads import Floats

#: The file of weights, in the folder of the model that ships.
WORDS = "incident_words.npz"
#: Softens the classifiers' scores, which are too sure of themselves. Set on documents held out of training.
TEMPERATURE = 1.5
_LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class Tagged:
    """The words of a report with the chance of each tag for each, of shape (words, tags)."""

    words: Words
    chances: Floats


class Tagger(Protocol):
    """What tags the words of a report."""

    def tag(self, passage: Passage) -> Tagged:
        """Return the words with the chances of their tags."""
        ...


class WordTagger:
    """Applies the weights that `training.incident_words` writes.

    Args:
        path: the file of weights.
    """

    def __init__(self, path: Path) -> None:
        with np.load(path) as arrays:
            self._places = {int(bucket): n for n, bucket in enumerate(arrays["buckets"])}
            self._weights = (arrays["weights"].astype(np.float32) * arrays["scales"][:, None]).T
            self._offsets: Floats = arrays["offsets"]
            self._common = frozenset(arrays["common"].tolist())

    def tag(self, passage: Passage) -> Tagged:
        """Return the words with the chances of their tags."""
        report = words_in(passage)
        scores = np.zeros((len(report.forms), len(self._offsets)), dtype=np.float32)
        for n, buckets in enumerate(features(report, self._common)):
            known = [self._places[bucket] for bucket in buckets if bucket in self._places]
            scores[n] = self._weights[known].sum(axis=0) + self._offsets
        chances = 1 / (1 + np.exp(-np.clip(scores / TEMPERATURE, -30, 30))) + _LEAST
        return Tagged(report, chances / chances.sum(axis=1, keepdims=True))
