"""Whether two names are names of one person, organisation or vessel: a probability with its reasons.

>>> compare_names("Sergei Lavrov", "Сергей Лавров", NameKind.PERSON).score > 0.9
True
>>> compare_names("47th Brigade", "48th Brigade", NameKind.ORGANISATION).score < 0.2
True
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rashomon.linking.features import Weighed
from rashomon.linking.names.alignment import align
from rashomon.linking.names.features import FEATURES, Compared
from rashomon.linking.names.kinds import NameKind
from rashomon.linking.names.parts import name_of
from rashomon.model.ledger import Reason

#: From here on two names are more likely one than two, in pairs that somebody had reason to compare.
ONE_AT = 0.45


@dataclass(frozen=True, slots=True)
class NameWeights:
    """What each feature adds to the log-odds, and the log-odds without any."""

    bias: float
    features: Mapping[str, float]


@cache
def load_weights() -> Mapping[NameKind, NameWeights]:
    """Read the shipped weights (`training/names.py` makes them)."""
    read = tomllib.loads(files("rashomon.linking.names").joinpath("weights.toml").read_text(encoding="utf-8"))
    return {kind: _weights(read[kind]) for kind in NameKind}


def _weights(table: Mapping[str, float]) -> NameWeights:
    return NameWeights(table["bias"], {feature.__name__: table.get(feature.__name__, 0.0) for feature in FEATURES})


def compared(one: str, other: str, kind: NameKind) -> Compared:
    """Return two names with their parts paired, in alphabetical order: which is given first makes no difference."""
    one, other = sorted((one, other))
    mine, theirs = name_of(one, kind), name_of(other, kind)
    return Compared(mine, theirs, align(mine, theirs))


@lru_cache(maxsize=65536)
def compare_names(one: str, other: str, kind: NameKind) -> Weighed:
    """Return the probability that two names mean one, and what spoke for and against it.

    The scores of the reasons are log-odds. A name without letters is nobody's: 0.
    """
    weights = load_weights()[kind]
    found = compared(one, other, kind)
    if not found.one.parts or not found.other.parts:
        return Weighed(0.0, ())
    odds, reasons = weights.bias, []
    for feature in FEATURES:
        said = feature(found)
        if said.score:
            value = weights.features[feature.__name__] * said.score
            odds += value
            reasons.append(Reason(feature.__name__, round(value, 4), said.text))
    return Weighed(round(1 / (1 + math.exp(-odds)), 4), tuple(reasons))
