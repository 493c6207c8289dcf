"""Decide by features: each compares two things, gives a score and says why; the weighted sum decides.

Actors, places, copies and events are all linked this way, so every link can show its reasons.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from rashomon.model.ledger import Reason

Left = TypeVar("Left")
Right = TypeVar("Right")


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far two things agree in one respect: 0 to 1, negative where they disagree, and a sentence that says so."""

    score: float
    text: str


#: What a feature says where it has nothing to say.
SILENT = Comparison(0.0, "")


@dataclass(frozen=True, slots=True)
class Feature(Generic[Left, Right]):
    """A comparison and how much it counts."""

    compare: Callable[[Left, Right], Comparison]
    weight: float

    @property
    def name(self) -> str:
        """Return the name of the comparison."""
        return self.compare.__name__


@dataclass(frozen=True, slots=True)
class Weighed:
    """The sum of all features, kept between 0 and 1, and the reasons of those that spoke."""

    score: float
    reasons: tuple[Reason, ...]


def weigh(features: Iterable[Feature[Left, Right]], left: Left, right: Right) -> Weighed:
    """Return the weighted sum of the features with their reasons, in the order of the features."""
    total = 0.0
    reasons: list[Reason] = []
    for feature in features:
        found = feature.compare(left, right)
        if found.score:
            total += feature.weight * found.score
            reasons.append(Reason(feature.name, round(feature.weight * found.score, 4), found.text))
    return Weighed(round(min(1.0, max(0.0, total)), 4), tuple(reasons))
