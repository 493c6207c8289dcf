"""Take marks off a name: legal forms of companies, marks of generations, numbers."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from rashomon.linking.names.kinds import NameKind
from rashomon.linking.names.spelling import letter_edits
from rashomon.linking.names.splitting import Word
from rashomon.lists.namewords import WEAK_FORM, load_name_words
from rashomon.text.wordlist import words as listed

#: Small words of organisations' names.
SMALL = frozenset(listed("and und y et e i of the for de des du la le fur on in"))
_LONGEST_FORM = 5
#: How many words must stand before a legal form, where only a name's end may be one.
_SPARING = {NameKind.PERSON: 2, NameKind.ORGANISATION: 1}
#: Letters from which on a legal form may be misspelt by one.
_LONG_FORM = 12
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
_ROMAN = re.compile(r"^(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})$")
_UNITS = {roman: value for value, roman in enumerate(("", *listed("i ii iii iv v vi vii viii ix")))}
_ORDINALS = {
    word: str(value) for value, word in enumerate(listed("first second third fourth fifth sixth seventh eighth ninth tenth"), 1)
}
#: Digits that look like letters.
_LOOKALIKES = str.maketrans("013459", "oieasg")


def without_forms(words: list[Word], kind: NameKind) -> tuple[frozenset[str], list[Word]]:
    """Take legal forms off; of a person's name only one at its end, and never all there is."""
    found: set[str] = set()
    left: list[Word] = []
    texts = [word.text for word in words]
    at = 0
    while at < len(words):
        size, family = _form_at(texts, at, kind)
        if size:
            found.add(family)
        else:
            left.append(words[at])
        at += max(1, size)
    if not any(word.text not in SMALL for word in left):
        return frozenset(), words
    return frozenset(found - {WEAK_FORM}), left


def _form_at(texts: Sequence[str], at: int, kind: NameKind) -> tuple[int, str]:
    """How many words at this place are a legal form, and its family; 0 where they are none.

    A person's name bears one after given name and surname only, a group's or a body's at the end: "SPA" may be a liberation army.
    """
    if at < _SPARING.get(kind, 0):
        return 0, ""
    longest = len(texts) - at
    for size in range(min(_LONGEST_FORM, longest), longest - 1 if kind in _SPARING else 0, -1):
        family = _family(" ".join(texts[at : at + size]))
        if family:
            return size, family
    return 0, ""


@lru_cache(maxsize=65536)
def _family(phrase: str) -> str:
    """The family of a legal form, "" where it is none; long ones may be misspelt."""
    table = load_name_words().forms
    if phrase in table or len(phrase) < _LONG_FORM:
        return table.get(phrase, "")
    near = (form for form in table if len(form) >= _LONG_FORM and abs(len(form) - len(phrase)) <= 1)
    return next((table[form] for form in near if letter_edits(form, phrase) <= 1), "")


def without_generation(words: list[Word], kind: NameKind) -> tuple[str | None, list[Word]]:
    """Take the mark of a generation off a person's name."""
    marks = load_name_words().generations
    if kind != NameKind.PERSON or len(words) < 3:  # noqa: PLR2004 - as above
        return None, words
    found = next((at for at, word in enumerate(words) if at > 0 and word.text in marks), None)
    return (None, words) if found is None else (marks[words[found].text], words[:found] + words[found + 1 :])


def without_numbers(words: list[Word], kind: NameKind) -> tuple[tuple[str, ...], list[Word]]:
    """Take numbers off, a person's excepted: digits there are letters mistyped. Never all there is."""
    if kind == NameKind.PERSON:
        return (), [word if word.text.isdigit() else replace(word, text=word.text.translate(_LOOKALIKES)) for word in words]
    numbers: list[str] = []
    left: list[Word] = []
    for at, word in enumerate(words):
        number = _number(word.text, first=at == 0)
        if number is None:
            left.append(word)
        else:
            numbers.append(number)
    return (tuple(numbers), left) if left else ((), words)


def _number(text: str, *, first: bool) -> str | None:
    """The number a word means, ``None`` where it means none."""
    ordinal, roman = _ORDINAL.match(text), _ROMAN.match(text)
    if ordinal:
        return ordinal[1]
    if text in _ORDINALS:
        return _ORDINALS[text]
    if roman and not first:
        return str(10 * len(roman[1]) + _UNITS[roman[2]])
    return text.lstrip("0") or "0" if any(letter.isdigit() for letter in text) else None
