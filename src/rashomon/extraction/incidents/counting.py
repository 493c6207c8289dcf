"""How many persons or things a phrase means."""

import re

from rashomon.extraction.incidents.entities import singular
from rashomon.extraction.incidents.passages import Passage
from rashomon.extraction.incidents.phrases import Phrase
from rashomon.extraction.incidents.values import Count

_WORDS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_NUMBERS = {word: n + 1 for n, word in enumerate(_WORDS)}
_NUMBER = rf"\d[\d,]*|{'|'.join(_WORDS)}"
_AHEAD = re.compile(
    rf"\b(at least|about|approximately|some|nearly|around|over|more than)?\s*\b({_NUMBER})(?:\s+[a-z'-]+){{0,2}}\s*$"
)
_INSIDE = re.compile(rf"^(at least|about|approximately|some|nearly|around|over|more than)?\s*\b({_NUMBER})\b")
_LEAST = ("at least", "over", "more than")
_PLURALS = frozenset(
    (
        "people",
        "personnel",
        "children",
        "men",
        "women",
        "police",
        "others",
        "policemen",
        "population",
        "family",
        "passersby",
        "cattle",
        "crew",
    )
)
#: How far before a phrase its number may stand.
_REACH = 30


def count(passage: Passage, phrase: Phrase) -> Count:
    """Return how many a phrase means: its own number, the number right before it, else whether its noun is plural."""
    said = _INSIDE.search(phrase.text) or _before(passage, phrase)
    if said is not None:
        value = _NUMBERS.get(said[2]) or int(said[2].replace(",", ""))
        least = said[1] in _LEAST
        return Count(value, None if least else value, about=bool(said[1]) and not least)
    return Count() if is_plural(phrase.text) else Count(1, 1)


def is_plural(text: str) -> bool:
    """Whether the noun of a phrase means more than one."""
    words = re.split(r" (?:of|in|at|on|from|for|with|who|which|that|near|by|to) |[,(]", text)[0].split()
    if not words:
        return False
    last = words[-1]
    return last in _PLURALS or (singular(last) != last and not last.endswith(("ss", "us", "'s", "is")))


def _before(passage: Passage, phrase: Phrase) -> re.Match[str] | None:
    start = max(passage.sentences[phrase.sentence][0], phrase.start - _REACH)
    found = _AHEAD.search(passage.text[start : phrase.start])
    return found if found and is_plural(phrase.text) == (found[2] not in ("one", "1")) else None
