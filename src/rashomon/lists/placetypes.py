"""Take type words and sides off a place's name: "western Anbar province" names Anbar, and only as a province."""

from collections.abc import Iterator

from rashomon.model.words import PlacePrecision

_AREAS = frozenset({PlacePrecision.ADMIN1, PlacePrecision.ADMIN2, PlacePrecision.REGION})
_TOWNS = frozenset({PlacePrecision.TOWN, PlacePrecision.POINT, PlacePrecision.NEAR})
_ANY: frozenset[PlacePrecision] = frozenset()
_WORDS = (
    ("province governorate oblast state department prefecture krai wilaya muhafazah vilayet", _AREAS),
    ("district county raion subdistrict municipality neighborhood neighbourhood quarter suburb commune", _AREAS | _TOWNS),
    ("city town village hamlet municipality", _TOWNS),
    ("region area areas countryside pocket border front axis outskirts corridor belt", _ANY),
    ("base airbase airport airfield camp crossing prison garrison outpost port", _ANY),
)
#: A type word at either end of a name, and the precisions it allows; an empty set allows all.
TYPES = {word: allowed for words, allowed in _WORDS for word in words.split()}
_SIDE_WORDS = (
    "north south east west northern southern eastern western northeast northwest southeast southwest northeastern "
    "northwestern southeastern southwestern central downtown rural greater"
)
_SIDES = frozenset(_SIDE_WORDS.split())
_NEAR = frozenset({"near", "outside", "along", "around"})
_LINKS = frozenset({"of", "the", "de", "in"})


def is_bare(folded: str) -> bool:
    """Return whether a folded name is a type word, a side or a link alone: it names no place ("the base", "northern")."""
    return folded in TYPES or folded in _SIDES or folded in _LINKS


def _head(words: list[str]) -> list[str]:
    """Return the words before "near ...", or before "of ..." where a type word stands there ("Karrada district of ...")."""
    for place in range(1, len(words) - 1):
        if words[place] in _NEAR or (words[place] == "of" and place > 1 and words[place - 1] in TYPES):
            return words[:place]
    return words


def shortened(folded: str) -> Iterator[tuple[str, frozenset[PlacePrecision]]]:
    """Yield shorter forms of a folded name, longest first, with the precisions that the words taken off allow.

    >>> [shorter for shorter, _ in shortened("western anbar province")]
    ['western anbar', 'anbar']
    """
    words = _head(folded.split())
    allowed = _ANY
    if len(words) < len(folded.split()):
        yield " ".join(words), allowed
    while len(words) > 1:
        if words[-1] in TYPES:
            word = words.pop()
            allowed = allowed or TYPES[word]
        elif words[0] in TYPES:
            word = words.pop(0)
            allowed = allowed or TYPES[word]
        elif words[0] in _SIDES or words[0] in _LINKS:
            words.pop(0)
        else:
            return
        yield " ".join(words), allowed
