"""How an answer may be narrowed, and how its words may be widened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet, how many events of the answer have it, and whether it is chosen."""

    value: str
    label: str
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow an answer: time (months), country, type, actor or status; most frequent value first."""

    name: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Likening:
    """Words of a question, and those of a like meaning, nearest first."""

    words: str
    others: tuple[str, ...]
