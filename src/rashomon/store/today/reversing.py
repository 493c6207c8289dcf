"""Whether a denial takes back what its own source had said: what is denied must be among what was said.

Who disputes the counts of others, or denies a further detail, has taken nothing back.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rashomon.extraction.dates_words import count_of
from rashomon.linking.disputes.denials import Denied, says_no, takes_back, what_is_denied
from rashomon.model.words import EventType, Stance

_WORD = re.compile(r"\d[\d,.]*\d|[^\W_]+(?:-[^\W_]+)*")
#: What follows these is told beside a denial, not denied.
_BESIDE = re.compile(r",\s+(?:where|in which|which|whom?|when|after|as)\b.*", re.IGNORECASE | re.DOTALL)
_OF_OTHERS = re.compile(r"\b(?:accusations?|allegations?|charges?|blame\w*)\b", re.IGNORECASE)
#: Words that say nothing particular of a happening: small ones, those of having a part in it, and those of time.
_SMALL = """the that this these those its their his her our they them him she and any all anyone anybody had has have having been
    being was were are did done does not with from for into near over under about after before during when while where which"""
_PART = """involvement involved responsible responsibility part role hand complicit complicity behind blame blamed accusation
    accusations allegation allegations charge charges carried carrying out"""
_TIME = """monday tuesday wednesday thursday friday saturday sunday today yesterday last week month january february march april
    may june july august september october november december"""
_PLAIN = frozenset(f"{_SMALL} {_PART} {_TIME}".split())
_SHORTEST, _STEM = 3, 4


@dataclass(frozen=True, slots=True)
class Spoken:
    """A claim in its words.

    Args:
        words: what is said; its sentence, where the claim has no words of its own.

        cue: the word of saying ("denied").

        acts: the words that name what it tells of, with what kind of happening they name.
    """

    stance: Stance
    words: str
    cue: str = ""
    acts: Mapping[str, EventType] = field(default_factory=dict)


def is_taken_back(before: Spoken, after: Spoken) -> bool:
    """Return whether a denial takes back what its source said before; where the words leave that open, it does not.

    >>> said = Spoken(Stance.ASSERTS, "seven people were killed")
    >>> [is_taken_back(said, Spoken(Stance.DENIES, words)) for words in ("earlier counts", "that seven were killed")]
    [False, True]
    """
    if takes_back(after.cue):
        return True
    if says_no(before.words):
        return False
    owned, denied = before.stance == Stance.CLAIMS_RESPONSIBILITY, what_is_denied(after.words)
    if owned and denied == Denied.PART and not _OF_OTHERS.search(after.words):
        return True
    particular = set(_particulars(_BESIDE.sub("", after.words)))
    if denied == Denied.CLAIM or (denied == Denied.NUMBER and not any(map(str.isdigit, particular))):
        return False
    if not particular:
        return owned and denied in (Denied.PART, Denied.OPEN)
    return particular <= set(_particulars(before.words)) | _same_acts(before, after)


def _particulars(words: str) -> Iterator[str]:
    """Yield the numbers of some words and the stems of those that say something particular."""
    for word in _WORD.findall(words):
        number = None if word.isalpha() and len(word) < _SHORTEST else count_of(word)
        if number is not None:
            yield str(number)
        else:
            parts = (part for part in word.lower().split("-") if len(part) >= _SHORTEST and part not in _PLAIN)
            yield from (part[:_STEM] for part in parts)


def _same_acts(before: Spoken, after: Spoken) -> set[str]:
    """Return the stems by which a denial names the kinds of happening that were told before ("raid" for "attack")."""
    told = set(before.acts.values())
    return {stem for words, kind in after.acts.items() if kind in told for stem in _particulars(words)}
