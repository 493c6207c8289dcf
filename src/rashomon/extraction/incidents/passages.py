"""A report made ready to be read for incidents: one case, sentences and paragraphs."""

import bisect
import re
from dataclasses import dataclass
from functools import cached_property

from rashomon.text.sentences import ABBREVIATIONS

_STOP = re.compile(r"[.?!][\"')\]]*\s+|\n\s*\n\s*")
_WORD = re.compile(r"[\w.'-]+$")
_MONTHS = "january february march april june july august september october november december"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_NAMED = re.compile(rf"\b(?:{'|'.join((_MONTHS + ' ' + _DAYS).split())})\b|(?<=\d )may\b|\bmay(?= \d)")
#: How far back the word before a stop is looked for.
_REACH = 12


@dataclass(frozen=True)
class Passage:
    """A report in lower case, with the bounds of its sentences and the number of the paragraph each stands in.

    Offsets are those of the text it was made of.
    """

    text: str
    sentences: tuple[tuple[int, int], ...]
    paragraphs: tuple[int, ...]

    def sentence(self, at: int) -> int:
        """Return the number of the sentence that holds an offset."""
        return max(bisect.bisect_right(self._starts, at) - 1, 0)

    def words(self, start: int, end: int) -> str:
        """Return a stretch of the text with single blanks."""
        return " ".join(self.text[start:end].split())

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def cased(self) -> str:
        """Return the text with capitals at sentence starts, months and days of the week, as grammars of dates need them."""
        letters = list(_NAMED.sub(lambda name: name[0].capitalize(), self.text))
        for start in self._starts:
            letters[start : start + 1] = [letter.upper() for letter in letters[start : start + 1]]
        return "".join(letters)


def passage(text: str) -> Passage:
    """Return a report made ready; blank lines part its paragraphs."""
    lower = text.lower() if len(text.lower()) == len(text) else text
    sentences, paragraphs = [], []
    start = len(lower) - len(lower.lstrip())
    paragraph = 0
    for stop in _STOP.finditer(lower, start):
        breaks = "\n\n" in stop[0] or "\n \n" in stop[0]
        if not breaks and _is_abbreviation(lower, stop.start()):
            continue
        sentences.append((start, stop.end()))
        paragraphs.append(paragraph)
        start, paragraph = stop.end(), paragraph + breaks
    if start < len(lower):
        sentences.append((start, len(lower)))
        paragraphs.append(paragraph)
    return Passage(lower, tuple(sentences), tuple(paragraphs))


def _is_abbreviation(text: str, stop: int) -> bool:
    found = _WORD.search(text, max(0, stop - _REACH), stop)
    word = found[0] if found else ""
    return text[stop] == "." and (word in ABBREVIATIONS or len(word) == 1 or (len(word) == 3 and word[1] == "."))  # noqa: PLR2004 - "u.s"
