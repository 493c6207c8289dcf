"""What an article speaks of: its words, its opening, and the persons, ages and streets that tell one incident from its like."""

import itertools
import re
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from rashomon.linking.copies.shingles import read_text
from rashomon.linking.precedence import published
from rashomon.model.sources import Article
from rashomon.text.wordlist import words

Terms = NDArray[np.uint32]

#: Words of the opening.
_OPENING = 60
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_NAME = re.compile(r"\b[^\W\d_a-z][\w’'-]*[^\W\d_A-Z][\w’'-]*(?: (?:[A-Z]\.? )?[^\W\d_a-z][\w’'-]*[^\W\d_A-Z][\w’'-]*)+")
_AGE = re.compile(r"\b(\d{1,3})(?:-| )years?(?:-| )old|, (\d\d),")
_HOUSE = re.compile(r"\b(\d{2,5})(?:th|st|nd|rd)?(?: block of)? ((?:[NSEW]\.? |North |South |East |West )?[A-Z]\w+)")
_STREET = re.compile(
    r"\b([A-Z]\w+|\d+(?:th|st|nd|rd)) "
    r"(?:Street|Avenue|Road|Drive|Boulevard|Lane|St|Ave|Rd|Dr|Blvd|Court|Place|Highway|Way|Square)\b"
)
#: Words that say nothing of what a text is about.
_EMPTY = frozenset(
    words(
        "the a an and or but of in on at to for from by with about into over after before during between against under is are "
        "was were be been being has have had do does did will would can could may might must shall should not no nor so than "
        "then that this these those it its he him his she her they them their we us our you your i my me who whom whose which "
        "what when where why how as if because while also only just more most other some any all each every both few many "
        "such own same very there here up down out off again once said say says told according mr mrs ms one two"
    )
)


@dataclass(frozen=True, slots=True)
class Bag:
    """Terms, each once, sorted, with how much each is used."""

    terms: Terms
    uses: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Gist:
    """What an article speaks of, as a function of nothing but the article.

    Args:
        words, opening: of the whole text, and of its title and first words.

        people: pairs of capitalised words that follow each other: persons, towns with their states, bodies.

        ages, streets: as printed, house numbers with their streets.

        day: when it was published; ``None`` where that is not known.
    """

    words: Bag
    opening: Bag
    people: Bag
    ages: Bag
    streets: Bag
    day: date | None


def term(word: str) -> int:
    """Return the number that stands for a word."""
    return zlib.crc32(word.encode())


def _bag(told: Iterable[str]) -> Bag:
    counted = Counter(map(term, told))
    terms = np.array(sorted(counted), np.uint32)
    return Bag(terms, np.array([1 + np.log(counted[each]) for each in terms.tolist()], np.float32))


def _plain(text: str) -> list[str]:
    lowered = (_POSSESSIVE.sub("", word.lower()) for word in _WORD.findall(text))
    return [word for word in lowered if word not in _EMPTY]


def _people(text: str) -> list[str]:
    pairs = []
    for found in _NAME.finditer(text):
        parts = [part.strip(".’'") for part in found[0].split()]
        pairs += [f"{one} {other}".lower() for one, other in itertools.pairwise(parts) if one[0].isupper() and other[0].isupper()]
    return pairs


def _streets(text: str) -> list[str]:
    houses = [f"{found[1]} {found[2].lower()}" for found in _HOUSE.finditer(text)]
    return [*houses, *(f"{found[1].lower()} street" for found in _STREET.finditer(text))]


def gist(article: Article, called: Iterable[str] = ()) -> Gist:
    """Return what an article speaks of.

    Args:
        article: its title and read text are looked at.

        called: names in it as they sound, where they are known; they count as words.
    """
    text = read_text(article)
    opening = " ".join([article.title or "", *text.split()[:_OPENING]])
    when = published(article)
    return Gist(
        words=_bag([*_plain(text), *(f"={name}" for name in called)]),
        opening=_bag(_plain(opening)),
        people=_bag(set(_people(text))),
        ages=_bag({found[1] or found[2] for found in _AGE.finditer(text)}),
        streets=_bag(set(_streets(text))),
        day=when.first if when is not None else None,
    )
