"""What speaks for and against two names being one: named features of their alignment, each with a reason."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.linking.features import SILENT, Comparison
from rashomon.linking.names.alignment import Alignment, Pair
from rashomon.linking.names.likeness import Way
from rashomon.linking.names.parts import Name, Part, Sort
from rashomon.linking.names.spelling import consonant_edits, consonants, letter_edits
from rashomon.lists.countries import Countries, load_countries

_SON = frozenset({"bin", "ibn", "ben", "bint", "ould"})
_NAMING = frozenset({Sort.NAME, Sort.INITIAL, Sort.ACRONYM, Sort.EXPANDED})


@dataclass(frozen=True, slots=True)
class Compared:
    """Two names and how their parts answer to each other."""

    one: Name
    other: Name
    aligned: Alignment

    @property
    def naming(self) -> tuple[Pair, ...]:
        """Return the pairs that are no particles and no honorifics."""
        return tuple(pair for pair in self.aligned.pairs if _NAMING & {pair.one.sort, pair.other.sort})

    @property
    def misspelt(self) -> tuple[Pair, ...]:
        """Return the pairs that are neither equal nor known as forms of one name."""
        return tuple(pair for pair in self.naming if pair.likeness.way in (Way.TYPING, Way.SOUND) and pair.likeness.score < 1)

    @property
    def unmatched(self) -> tuple[Part, ...]:
        """Return the parts that only one of the names has."""
        return self.aligned.left + self.aligned.right

    @property
    def telling_left(self) -> tuple[list[Part], list[Part]]:
        """Return the parts only the first has and those only the second has, without honorifics and particles."""
        left, right = ([part for part in side if part.sort in _NAMING] for side in (self.aligned.left, self.aligned.right))
        return left, right

    @property
    def lengths(self) -> tuple[float, float]:
        """Return how much the parts of either name tell together."""
        told = sum(pair.weight for pair in self.aligned.pairs)
        return told + weight_of(self.aligned.left), told + weight_of(self.aligned.right)


def weight_of(parts: Iterable[Part]) -> float:
    """Return how much some parts tell together."""
    return sum(part.weight for part in parts)


def _words(parts: Iterable[Part]) -> str:
    return " ".join(part.text for part in parts)


def agreement(found: Compared) -> Comparison:
    """The share of both names that agrees, misspelt parts counted by how alike they are."""
    told = sum(pair.weight * pair.likeness.score for pair in found.aligned.pairs)
    share = 2 * told / max(sum(found.lengths), 0.01)
    return Comparison(share, f"{share:.0%} of both names agree")


def opposed(found: Compared) -> Comparison:
    """Both names have parts of their own: they say different things."""
    left, right = found.telling_left
    clash = min(weight_of(left), weight_of(right)) / max(min(found.lengths), 0.01)
    return Comparison(clash, f"{_words(left)!r} against {_words(right)!r}") if clash else SILENT


def clash(found: Compared) -> Comparison:
    """Both names have a telling part of their own, however long they are."""
    left, right = found.telling_left
    weight = min(1.0, weight_of(left), weight_of(right))
    return Comparison(weight, f"{_words(left)!r} is not {_words(right)!r}") if weight else SILENT


def surplus(found: Compared) -> Comparison:
    """Only one name has parts that the other lacks."""
    left, right = weight_of(found.aligned.left), weight_of(found.aligned.right)
    more = found.aligned.left if left > right else found.aligned.right
    share = abs(left - right) / max(*found.lengths, 0.01)
    return Comparison(share, f"only one has {_words(more)!r}") if share else SILENT


def misspelt(found: Compared) -> Comparison:
    """The parts that answer to each other are written differently."""
    pairs = found.misspelt
    lost = sum(pair.weight * (1 - pair.likeness.score) for pair in pairs)
    said = ", ".join(f"{pair.one.text!r} for {pair.other.text!r}" for pair in pairs)
    return Comparison(lost, f"spelt otherwise: {said}") if lost else SILENT


def worst_part(found: Compared) -> Comparison:
    """The least alike of the parts that answer to each other."""
    pair = min(found.misspelt, key=lambda pair: pair.likeness.score, default=None)
    return Comparison(1 - pair.likeness.score, f"{pair.one.text!r} is hardly {pair.other.text!r}") if pair else SILENT


def edits(found: Compared) -> Comparison:
    """More than one letter differs within one part; across scripts, any consonant."""
    counted = (
        1 + consonant_edits(pair.one.text, pair.other.text) if pair.across else letter_edits(pair.one.text, pair.other.text)
        for pair in found.misspelt
    )
    worst = max(counted, default=0.0)
    return Comparison(min(3.0, worst - 1), f"{worst:g} letters differ in one part") if worst > 1 else SILENT


def sounds_same(found: Compared) -> Comparison:
    """Parts written differently have the same consonants."""
    pairs = [pair for pair in found.misspelt if consonants(pair.one.text) == consonants(pair.other.text)]
    said = ", ".join(f"{pair.one.text!r} like {pair.other.text!r}" for pair in pairs)
    return Comparison(len(pairs) / len(found.misspelt), f"sounds the same: {said}") if pairs else SILENT


def initials(found: Compared) -> Comparison:
    """An initial stands for a part."""
    pairs = [pair for pair in found.naming if pair.likeness.way == Way.INITIAL]
    share = len(pairs) / max(1, len(found.naming))
    said = ", ".join(f"{pair.one.text!r} for {pair.other.text!r}" for pair in pairs)
    return Comparison(share, f"initials: {said}") if pairs else SILENT


def acronym(found: Compared) -> Comparison:
    """One name is shortened to the first letters of the other."""
    short = [pair.other.text for pair in found.naming if Sort.EXPANDED in (pair.one.sort, pair.other.sort)]
    return Comparison(1.0, f"{short[0]!r} are first letters of the other") if short else SILENT


def only_initials(found: Compared) -> Comparison:
    """No part that agrees is written out in both names."""
    spoken = any(pair.likeness.way != Way.INITIAL for pair in found.naming)
    return SILENT if spoken or not found.naming else Comparison(1.0, "nothing but initials agrees")


def usual_forms(found: Compared) -> Comparison:
    """A nickname or another usual form stands for a part."""
    pairs = [pair for pair in found.naming if pair.likeness.way in (Way.NICKNAME, Way.SPELLING)]
    share = len(pairs) / max(1, len(found.naming))
    said = ", ".join(f"{pair.one.text!r} for {pair.other.text!r}" for pair in pairs)
    return Comparison(share, f"usual forms: {said}") if pairs else SILENT


def one_part(found: Compared) -> Comparison:
    """Only one part agrees, and there are others."""
    alone = len([pair for pair in found.naming if pair.likeness.way != Way.INITIAL]) <= 1
    rest = [part for part in (*found.aligned.left, *found.aligned.right) if part.sort in _NAMING]
    return Comparison(1.0, "no more than one part agrees") if alone and rest else SILENT


def last_part(found: Compared) -> Comparison:
    """The last part of one name is not in the other."""
    return _end_differs(found, -1, "ends")


def first_part(found: Compared) -> Comparison:
    """The first part of one name is not in the other."""
    return _end_differs(found, 0, "begins")


def _end_differs(found: Compared, end: int, says: str) -> Comparison:
    own = [part for part in (found.one.parts[end:][:1] + found.other.parts[end:][:1]) if part in found.unmatched]
    return Comparison(len(own) / 2, f"only one {says} with {_words(own)!r}") if own else SILENT


def numbers(found: Compared) -> Comparison:
    """Both bear numbers, and they differ."""
    one, other = found.one.numbers, found.other.numbers
    if not one or not other or sorted(one) == sorted(other):
        return SILENT
    return Comparison(1.0, f"numbers differ: {', '.join(one)} / {', '.join(other)}")


def number_missing(found: Compared) -> Comparison:
    """Only one bears a number."""
    one, other = found.one.numbers, found.other.numbers
    return Comparison(1.0, f"only one bears {', '.join(one or other)}") if bool(one) != bool(other) else SILENT


def legal_forms(found: Compared) -> Comparison:
    """The legal forms are of two families."""
    one, other = found.one.forms, found.other.forms
    if not one or not other or one & other:
        return SILENT
    return Comparison(1.0, f"legal forms differ: {', '.join(sorted(one))} / {', '.join(sorted(other))}")


def countries(found: Compared) -> Comparison:
    """A country or nationality is named by one only."""
    named = [part.text for part in found.unmatched if country_of(part.text) is not None]
    return Comparison(1.0, f"only one names {', '.join(named)}") if named else SILENT


def generations(found: Compared) -> Comparison:
    """One is marked as junior, the other as senior."""
    one, other = found.one.generation, found.other.generation
    return Comparison(1.0, f"generations differ: {one} / {other}") if one and other and one != other else SILENT


def descent(found: Compared) -> Comparison:
    """Father and son have changed places: "Salman bin Muhammad" is not "Muhammad bin Salman"."""
    between = [_between(name.parts) for name in (found.one, found.other)]
    crossed = found.aligned.reordered and all(between)
    return Comparison(1.0, "father and son have changed places") if crossed else SILENT


def _between(parts: Sequence[Part]) -> bool:
    """Whether a word for son stands between two parts."""
    return any(part.text in _SON for part in parts[1:-1])


def reordered(found: Compared) -> Comparison:
    """The parts stand in another order."""
    return Comparison(1.0, "in another order") if found.aligned.reordered else SILENT


@cache
def country_of(word: str) -> str | None:
    """Return the country that a word in Latin letters names, as name or adjective."""
    country = _countries().find(word.title())
    return None if country is None else country.iso2


@cache
def _countries() -> Countries:
    return load_countries()


FEATURES: tuple[Callable[[Compared], Comparison], ...] = (
    *(
        agreement,
        opposed,
        clash,
        surplus,
        misspelt,
        worst_part,
        edits,
        sounds_same,
        initials,
        acronym,
        only_initials,
        usual_forms,
    ),
    *(one_part, last_part, first_part, numbers, number_missing, legal_forms, countries, generations, descent, reordered),
)
