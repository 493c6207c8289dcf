"""Names of other scripts in Latin letters, as news agencies write them: Arabic, Persian, Hebrew, Cyrillic, Chinese and more.

Short vowels that a script does not write stay out ("qasm slymany"); who compares such names must not count vowels
(`is_vowelless`). Chinese characters that are rare in names stay as they are.

>>> romanised("Сергей Лавров"), romanised("김정은"), romanised("バラク・オバマ"), romanised("习近平")
('sergey lavrov', 'gim jeong eun', 'baraku obama', 'xi jin ping')
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.lists.listfile import entries, shipped

_NAMED = re.compile(r"(?:SYLLABLE|LETTER|VOWEL SIGN) (?:[A-Z]+ )*([A-Z]+)$")
_THAI = re.compile(r"THAI CHARACTER (?:SARA )?([A-Z]+)")
#: Scripts whose consonants carry an "a" unless a sign of another vowel follows.
_INDIC = ("DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "ORIYA", "SINHALA")
_SPACED = ("HANGUL SYLLABLE", "CJK UNIFIED")
_KANA_SMALL = ("SMALL YA", "SMALL YU", "SMALL YO")


@dataclass(frozen=True, slots=True)
class Letters:
    """The tables of `letters.yaml`: how a letter is read, and which letters belong to scripts without short vowels."""

    readings: dict[str, str]
    vowelless: frozenset[str]


@cache
def load_letters() -> Letters:
    """Read the shipped letters. Raises ListError where the file is broken."""
    readings: dict[str, str] = {}
    vowelless: set[str] = set()
    for entry in entries(shipped("letters.yaml")[0]):
        entry.only(("letters", "syllables", "vowelless"))
        words = " ".join(entry.texts("letters")).split()
        letters = dict(zip(words[::2], words[1::2], strict=True))
        readings.update((letter, reading.strip("-")) for letter, reading in letters.items())
        if entry.text("vowelless") == "true":
            vowelless.update(letters)
        for line in entry.texts("syllables"):
            syllables = line.split()
            for reading, characters in zip(syllables[::2], syllables[1::2], strict=True):
                readings.update((character, f" {reading} ") for character in characters)
    return Letters(readings, frozenset(vowelless))


def is_vowelless(text: str) -> bool:
    """Return whether a text is written in a script that leaves short vowels out (Arabic, Persian, Hebrew)."""
    return not text.isascii() and any(letter in load_letters().vowelless for letter in text)


def is_latin(text: str) -> bool:
    """Return whether the first letter of a text is a Latin one, or none is."""
    first = next((letter for letter in text if letter.isalpha()), "a")
    return first.isascii() or unicodedata.name(first, "").startswith("LATIN")


@lru_cache(maxsize=65536)
def romanised(text: str) -> str:
    """Return the text in lower-case Latin letters without marks; Chinese and Korean syllables stand apart.

    What is no letter stays (digits, hyphens, quotes), and so does a letter that no table knows.
    """
    if text.isascii():
        return text.lower()
    out = ""
    for letter in unicodedata.normalize("NFC", text.lower()):
        out = _joined(out, letter)
    return " ".join(out.split()) if text.strip() else ""


def _joined(out: str, letter: str) -> str:
    """Append the reading of one letter; vowel signs and small letters change what stands before them."""
    readings = load_letters().readings
    known = readings.get(letter, readings.get(unicodedata.normalize("NFD", letter)[0]))
    if known is not None:
        return out + known
    name = "" if letter.isascii() else unicodedata.name(letter, "")
    if name.startswith(("KATAKANA", "HIRAGANA")):
        return _kana(out, name)
    if name.startswith(_INDIC):
        return _indic(out, name)
    reading = _by_name(letter, name)
    return f"{out} {reading} " if name.startswith(_SPACED) else out + reading


def _by_name(letter: str, name: str) -> str:
    if name.startswith(("LATIN", "COMBINING", "CJK")) or not name:
        plain = unicodedata.normalize("NFKD", letter)
        return _LATIN.get(letter) or "".join(part for part in plain if not unicodedata.combining(part))
    thai = _THAI.match(name)
    if thai:
        return thai[1].lower().removesuffix("o") if "SARA" not in name else thai[1].lower()
    named = _NAMED.search(name)
    return named[1].lower() if named else ("" if unicodedata.combining(letter) else letter)


_LATIN = {"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ə": "a"}


def _kana(out: str, name: str) -> str:
    named = _NAMED.search(name)
    if "MIDDLE DOT" in name:
        return f"{out} "
    if named is None or name.endswith("SMALL TU"):
        return out
    if name.endswith(_KANA_SMALL):
        return out.removesuffix("i") + named[1].lower()
    return out + named[1].lower()


def _indic(out: str, name: str) -> str:
    if name.endswith("VIRAMA"):
        return out.removesuffix("a")
    if name.endswith(("ANUSVARA", "CANDRABINDU")):
        return f"{out}n"
    named = _NAMED.search(name)
    if named is None:
        return out
    return (out.removesuffix("a") if "VOWEL SIGN" in name else out) + named[1].lower()
