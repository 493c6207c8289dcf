"""Whether two articles tell one story: a few features of what they speak of, weighed to a likelihood."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.linking.features import Weighed
from rashomon.linking.stories.bags import Rows, bags_of
from rashomon.linking.stories.gists import Gist
from rashomon.model.ledger import Reason

#: Names that two share from here on (summed rarity) make no more sure.
_MANY = 30.0
#: Days between two articles that are soon, and that are late.
_SOON = 2
_LATE = 60
#: The logarithm of about three years in days.
_LONG = 7.0


@dataclass(frozen=True, slots=True)
class Weight:
    """A feature, how much it counts, and what is said where it speaks."""

    name: str
    weight: float
    text: str


#: Fitted on ECB+ and the Gun Violence Corpus by `training/stories.py`; the order is that of `Kinships.features`.
WEIGHTS = (
    Weight("same_words", 11.1, "{:.2f} of 1 alike in their words, rare ones above all"),
    Weight("same_opening", 7.9, "{:.2f} of 1 alike in title and opening"),
    Weight("many_names", 2.2, "rare names in both, {:.2f} of what makes sure"),
    Weight("same_names", 1.9, "{:.0%} of the names of the one with fewer are in both"),
    Weight("same_ages", 1.2, "{:.0%} of the ages are in both"),
    Weight("other_ages", -1.4, "no age is in both"),
    Weight("same_streets", 0.4, "{:.0%} of the streets and house numbers are in both"),
    Weight("other_streets", -0.8, "no street is in both"),
    Weight("days_apart", -2.3, "the time between them, {:.2f} on a scale of three years"),
    Weight("long_apart", -1.3, "more than two months lie between them"),
    Weight("soon", 0.9, "they are of the same days"),
)
#: What it takes without any feature; fitted with the weights.
BIAS = -7.2


class Kinships:
    """Compares articles of one collection by their number in it."""

    def __init__(self, gists: Sequence[Gist]) -> None:
        self.words = bags_of([gist.words for gist in gists], "words")
        self._opening = bags_of([gist.opening for gist in gists], "opening")
        self._people = bags_of([gist.people for gist in gists], "people")
        self._ages = bags_of([gist.ages for gist in gists], "ages")
        self._streets = bags_of([gist.streets for gist in gists], "streets")
        self._days = np.array([np.nan if gist.day is None else gist.day.toordinal() for gist in gists])

    def features(self, one: int, others: Rows) -> NDArray[np.float64]:
        """Return the features of the one and each of the others: a row for each, in the order of `WEIGHTS`."""
        gap = np.abs(self._days[others] - self._days[one])
        days = np.nan_to_num(gap)
        ages, streets = self._ages.share(one, others), self._streets.share(one, others)
        both_aged = np.minimum(self._ages.totals[one], self._ages.totals[others]) > 0
        both_placed = np.minimum(self._streets.totals[one], self._streets.totals[others]) > 0
        columns = (
            np.sqrt(self.words.cosine(one, others)),
            self._opening.cosine(one, others),
            np.minimum(self._people.shared(one, others), _MANY) / _MANY,
            self._people.share(one, others),
            ages,
            both_aged & (ages == 0),
            streets,
            both_placed & (streets == 0),
            np.log1p(days) / _LONG,
            days > _LATE,
            gap <= _SOON,
        )
        return np.stack([np.asarray(column, np.float64) for column in columns], axis=1)

    def likelihood(self, one: int, others: Rows) -> NDArray[np.float64]:
        """Return how likely the one and each of the others tell one story, 0 to 1."""
        total = self.features(one, others) @ np.array([weight.weight for weight in WEIGHTS]) + BIAS
        return np.asarray(1 / (1 + np.exp(-total)))

    def between(self, one: int, other: int) -> Weighed:
        """Return how likely two articles tell one story, with the reasons."""
        (found,) = self.features(one, np.array([other]))
        reasons = tuple(
            Reason(weight.name, round(weight.weight * float(value), 4), weight.text.format(float(value)))
            for weight, value in zip(WEIGHTS, found, strict=True)
            if value
        )
        return Weighed(round(float(self.likelihood(one, np.array([other]))[0]), 4), reasons)
