"""Split text into sentences with exact offsets, in one pass.

A line break always ends a sentence. A stop does unless it belongs to an abbreviation, an initial or a number; closing
quotes and brackets after the stop stay with the sentence they close.
"""

import re

from rashomon.text.wordlist import words

#: Words that keep their stop and are followed by a name, a number or more of the sentence. Lower case.
ABBREVIATIONS = frozenset(
    words(
        "adm al art brig capt cf ch cmdr col comdr corp cpl dept dr e.g ed eds est etc fig ft gen gov hon i.e inc jr lt ltd "
        "maj messrs mgr mr mrs ms mt no nos op p pp pres prof pvt rep reps rev rt sec sen sens sgt sr spc st supt ver viz vol vs "
        "jan feb mar apr jun jul aug sep sept oct nov dec approx dist prov"
    )
)
#: Abbreviations that often end a sentence: a capital after them starts a new one unless it is part of the name.
_MAY_END = frozenset(words("etc inc jr ltd corp sr co"))
#: Words that hardly begin anything but a sentence; they decide after "U.S." and the like.
_STARTERS = frozenset(
    words(
        "the a an this that these those he she it they we i in on at but and however meanwhile according there his her its "
        "their after before since when while if as for from officials no one"
    )
)
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*|\n+|\r")
_WORD_BEFORE = re.compile(r"[^\W\d_][\w.'’-]*$")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_OPENERS = "\"'“‘«([-–— "
#: How far back a word before a stop is looked for; longer words are no abbreviations.
_REACH = 16


def _last_word(text: str, start: int, stop: int) -> str:
    found = _WORD_BEFORE.search(text, max(start, stop - _REACH), stop)
    return found.group().lower() if found else ""


def _begins_sentence(text: str, at: int, end: int) -> bool:
    """Whether a capital, a digit or an Arabic letter stands at ``at`` or behind opening quotes and brackets."""
    while at < end and text[at] in _OPENERS:
        at += 1
    return at >= end or text[at].isupper() or text[at].isdigit() or (text[at].isalpha() and not text[at].islower())


def _starter_follows(text: str, at: int, end: int) -> bool:
    found = _NEXT_WORD.search(text, at, min(end, at + _REACH))
    return found is not None and found.group().lower() in _STARTERS


def _glued(text: str, start: int, stop: int, after: int, end: int) -> bool:
    """Whether a capital right after a single stop starts a sentence whose space is missing ("2015.Islamic State")."""
    if stop + 1 != after or not text[after].isupper() or after + 1 >= end or not text[after + 1].islower():
        return False
    word = _last_word(text, start, stop)
    return (len(word) > 1 and "." not in word and word not in ABBREVIATIONS) or text[stop - 1].isdigit()


def _abbreviated(text: str, start: int, stop: int, after: int, end: int) -> bool:
    """Whether the single stop at ``stop`` belongs to the word before it and the sentence goes on."""
    word = _last_word(text, start, stop)
    if not word:
        return False
    if "." in word or word in _MAY_END:
        return not _starter_follows(text, after, end)
    if len(word) == 1:
        return word != "i" and not _starter_follows(text, after, end)
    if word == "no":
        return after < end and _digit_follows(text, after, end)
    return word in ABBREVIATIONS


def _digit_follows(text: str, at: int, end: int) -> bool:
    while at < end and text[at] == " ":
        at += 1
    return at < end and text[at].isdigit()


def _ends(text: str, start: int, mark: re.Match[str], end: int) -> bool:
    """Whether the stop that ``mark`` matched ends the sentence that began at ``start``."""
    stop, after = mark.start(), mark.end()
    if text[stop] in "\n\r" or after >= end:
        return True
    if not text[after].isspace():
        return text[stop] == "." and _glued(text, start, stop, after, end)
    if not _begins_sentence(text, after + 1, end):
        return False
    return not (text[stop] == "." and after == stop + 1 and _abbreviated(text, start, stop, after, end))


def sentences(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """Return the offsets of the sentences between ``start`` and ``end``, without the white space around them.

    >>> [text[a:b] for text in ["Gen. Ali left. He waved."] for a, b in sentences(text)]
    ['Gen. Ali left.', 'He waved.']
    """
    end = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    begin = start
    for mark in _STOP.finditer(text, start, end):
        if _ends(text, begin, mark, end):
            _append(spans, text, begin, mark.end())
            begin = mark.end()
    _append(spans, text, begin, end)
    return tuple(spans)


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))
