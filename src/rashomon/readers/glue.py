"""Find where a caption or headline runs into the first word of the text behind it: "Rebels in KarvinaThe army said ..."."""

import re

from rashomon.readers.lines import ends_sentence

#: How far into a line a glue is looked for.
_LOOK = 300
#: How much of the page serves as its vocabulary.
_VOCABULARY = 400_000
_LEAST_REST = 30
_OPENERS = frozenset(
    """The A An In On At After As About According For From If It Its More Most Some Since There This These That Those Two
    Three Four Five Several Many When While With Without During Before Because By Both But And Despite Earlier Last He She His
    Her They Their We Our Over One Under Up Until Although Amid Following Among Not No Now Nearly Officials Police Residents
    Security Government President Former US UN Today Yesterday Monday Tuesday Wednesday Thursday Friday Saturday
    Sunday""".split()  # noqa: SIM905 - a list of words reads better
)
#: Beginnings that are glued by spelling, not by damage: McDonald, DeSantis, al-Qaeda written AlQaeda.
_PREFIXES = frozenset("Mc Mac De Le La Di Du Da Van Von Fitz Al El O’ O' Bin Ibn Abu".split())  # noqa: SIM905
_GLUE = re.compile(r"(?<=[a-z0-9à-öø-ÿ)”’\"'?!])(?=[A-ZÀ-ÖØ-Þ“])|(?<=[A-Z]{2})(?=[A-Z](?:[a-z]|\s[a-z]))")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


class Vocabulary:
    """The words of a page that stand alone there; read when the first glue is looked at."""

    def __init__(self, text: str) -> None:
        self._text = text[:_VOCABULARY]
        self._words: frozenset[str] | None = None

    def __contains__(self, word: str) -> bool:
        """Return whether the word stands somewhere on the page between spaces or marks."""
        if self._words is None:
            self._words = frozenset(_WORD.findall(self._text))
        return word in self._words


def glue_at(text: str, vocabulary: Vocabulary, most_words: int, least_words: int = 1) -> int | None:
    """Return the offset at which the text behind a glued caption or headline begins; ``None`` where nothing is glued.

    Args:
        text: a line.
        vocabulary: the words of its page; "YouTube" is no glue where "You" and "Tube" do not stand alone.
        most_words: most words that the caption or headline may have.
        least_words: fewest words that it may have.
    """
    for found in _GLUE.finditer(text, 0, _LOOK):
        at = found.start()
        before, rest = text[:at], text[at : at + _LOOK]
        words = before.split()
        if len(words) > most_words or len(rest) < _LEAST_REST:
            return None
        if len(words) >= least_words and not ends_sentence(before) and _is_glue(words, rest, vocabulary):
            return at
    return None


def _is_glue(words: list[str], rest: str, vocabulary: Vocabulary) -> bool:
    """The rest opens like a sentence, and what stands before it ends in a word of its own."""
    opening = _WORD.match(rest.lstrip("“"))
    if opening is None or not any(character.islower() for character in rest[:_LEAST_REST]):
        return False
    last = re.split(r"[-/(\s]", words[-1].rstrip("”’\"')"))[-1]
    if last in _PREFIXES:
        return False
    known_last = len(words) > 1 or last in vocabulary
    if opening[0] in _OPENERS and (opening[0] not in ("A", "I") or re.match(r"\S+\s", rest) is not None):
        return known_last or last.isupper()
    first = opening[0].removesuffix("’s").removesuffix("'s")
    return known_last and (first in vocabulary or opening[0] in vocabulary) and " " in rest[: len(opening[0]) + 2]
