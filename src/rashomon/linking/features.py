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
    """How far two things agree in one respect: 0 to 1, negative where they disagree, and a sentence that says so.

    Args:
        said: the sentence, or what makes it where it is only worth making for those that are kept.
    """

    score: float
    said: str | Callable[[], str]

    @property
    def text(self) -> str:
        """Return the sentence."""
        return self.said if isinstance(self.said, str) else self.said()


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

    @property
    def total(self) -> float:
        """Return the sum that is not kept between 0 and 1: of two that all speaks for, it says for which more does."""
        return sum(reason.score for reason in self.reasons)


def bounded(total: float) -> float:
    """Return a sum kept between 0 and 1, rounded as scores are."""
    return round(min(1.0, max(0.0, total)), 4)


def weigh(features: Iterable[Feature[Left, Right]], left: Left, right: Right) -> Weighed:
    """Return the weighted sum of the features with their reasons, in the order of the features."""
    said = [(feature, found) for feature in features if (found := feature.compare(left, right)).score]
    reasons = tuple(Reason(feature.name, round(feature.weight * found.score, 4), found.text) for feature, found in said)
    return Weighed(bounded(sum(feature.weight * found.score for feature, found in said)), reasons)
