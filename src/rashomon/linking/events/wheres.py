"""How far two accounts agree on where it happened."""

from functools import lru_cache

from rashomon.linking.events.tellings import Telling
from rashomon.linking.features import SILENT, Comparison
from rashomon.linking.places.geography import Lie, lie
from rashomon.linking.skeleton import sound_key
from rashomon.model.places import Place
from rashomon.model.words import PlacePrecision

_LIES = {Lie.SAME: 1.0, Lie.NEAR: 0.7, Lie.INSIDE: 0.5, Lie.UNKNOWN: 0.0, Lie.APART: -1.0}
#: Words that say what sort of place it is, or where in it: they tell none from another.
_SORTS_TEXT = (
    "mount mountain mountains camp refugee checkpoint market hospital village city town airport international road street prison "
    "base school north south east west northern southern eastern western new old upper lower great little district province "
    "square bridge river hotel mosque church border crossing central valley hill hills island port airbase air military"
)
_SORTS = frozenset(map(sound_key, _SORTS_TEXT.split()))
#: Parts of names of fewer consonants than this sound like too many others.
_LEAST = 3
#: That one is in the country that the other names; it only keeps two names from being other places.
_WIDE = 0.01


def same_place(one: Telling, other: Telling) -> Comparison:
    """The two name the same place, or one inside the other."""
    close = one.day is not None and one.day == other.day
    pairs = [(_lying(ours, theirs, close), ours, theirs) for ours in one.places for theirs in other.places]
    score, ours, theirs = max(pairs, key=lambda pair: pair[0], default=(0.0, None, None))
    if score == _WIDE:
        return SILENT
    if score and ours is not None and theirs is not None:
        return Comparison(score, lambda: f"{ours.name} and {theirs.name}: {lie(ours, theirs)}")
    if one.spots & other.spots:
        return Comparison(0.9, "both name a place of one sound")
    if _parts(one.spots) & _parts(other.spots):
        return Comparison(0.6, "both name a place by one part of its name")
    return _named(one, other)


def _named(one: Telling, other: Telling) -> Comparison:
    """What it says that the place of one is named, or is not, in the article of the other."""
    here, there = one.spots & other.story.names, other.spots & one.story.names
    if here and there:
        return Comparison(-0.5, "both articles name the place of the one and that of the other")
    if one.spots and other.spots and not ((here or there) and not (one.places and other.places)):
        return Comparison(-0.5, "the two name other places")
    return Comparison(0.4, "the place of one is named in the article of the other") if here or there else SILENT


def _lying(ours: Place, theirs: Place, close: bool) -> float:
    """What it says how two places lie; that one is in the country of the other says nothing unless the day is the same."""
    found = lie(ours, theirs)
    wide = PlacePrecision.COUNTRY in (ours.precision, theirs.precision)
    return _WIDE if found == Lie.INSIDE and wide and not close else _LIES[found]


@lru_cache(maxsize=1 << 14)
def _parts(spots: frozenset[str]) -> frozenset[str]:
    """The parts of names that tell places from each other, as they sound."""
    return frozenset(part for spot in spots for part in spot.split() if len(part) >= _LEAST and part not in _SORTS)
