"""What a denial denies: a part in it, somebody's claim, a number, or that it happened at all; and whether it denies anything."""

import re
from enum import StrEnum


class Denied(StrEnum):
    """What is denied. ``OPEN`` where the words alone do not say ("denied it")."""

    PART = "part"
    CLAIM = "claim"
    NUMBER = "number"
    HAPPENING = "happening"
    OPEN = "open"


_CUE = re.compile(r"^.*?\b(?:denied|denies|deny|denying|rejected|rejects|disputed|disputes)\b", re.IGNORECASE | re.DOTALL)
_PART_TEXT = (
    r"\b(?:involve\w*|responsib\w+|(?:part|role|hand) in|complicit\w*|behind|accusations?|allegations?|charges?"
    r"|blame\w*|links? (?:to|with)|connections?|carr(?:ied|ying) out)\b"
)
_PART = re.compile(_PART_TEXT, re.IGNORECASE)
_OWN = re.compile(r"^\W*(?:that\s+)?(?:it|they|he|she|we|its|their|our|his|her)\s+\w+", re.IGNORECASE)
_CLAIM = re.compile(r"\bclaims?\b(?! (?:that|to have)\b)|\bclaim of responsibility\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?:counts?|tolls?|figures?|numbers?|estimates?|casualt\w+|losses|totals?)\b", re.IGNORECASE)
_UNTRUE = (
    r"(?:lies?|false|untrue|baseless|unfounded|inventions?|fabricat\w+|propaganda|nonsense|hoax|fiction|slander|disinformation)"
)
_OPEN = re.compile(
    r"^\W*(?:it|this|that|them|so|(?:the|this|that|these|those) (?:reports?|statements?|news|stor(?:y|ies)|accounts?|version))?"
    rf"(?:\W+(?:is|was|are|were|as|an?|pure|utter|complete|total|simply|just))*(?:\W+{_UNTRUE}\b.*)?\W*$",
    re.IGNORECASE | re.DOTALL,
)
_NO = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|nor|neither|without|den(?:y|ies|ied|ying|ials?)|reject\w*|refut\w*|rebut\w*|false|untrue"
    r"|fabricat\w*|hoax|inventions?|invented|dismiss\w*|disput\w*|contradict\w*|baseless|unfounded|rumou?rs?|lies?|nonsense|propaganda)\b|n['’]t\b",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(r"\b(?:withdr\w+|retract\w*|revers\w+|revok\w+|correct(?:s|ed)|took back|taken back)\b", re.IGNORECASE)
_ACT_TEXT = (
    r"\b(?:attack|assault|raid|str(?:ike|uck)|air ?str|bomb|shell|kill|dead|died|dies|death|blast|explo|clash|fight|fought"
    r"|kidnap|abduct|snatch|seiz|taken|took|captur|arrest|detain|hit\b|fired?\b|shot\b|shoot|launch|ambush|massacre|murder|assassin|incident|loss|lost"
    r"|advance|enter|plane|aircraft|drone|missile|rocket)"
)
_ACT = re.compile(_ACT_TEXT, re.IGNORECASE)
_STEM = 4
_WORD = re.compile(r"[^\W\d_]{4,}")


def says_no(words: str) -> bool:
    """Return whether some words deny or negate anything at all."""
    return _NO.search(words) is not None


def takes_back(cue: str) -> bool:
    """Return whether a denial's cue says that somebody takes back its own words ("withdrew its finding")."""
    return _TAKEN_BACK.search(cue) is not None


def speaks_of(words: str, triggers: str) -> bool:
    """Return whether a denial's words can be about a happening: they name an act, or have a word of its triggers.

    >>> speaks_of("the leadership of Ghaani", "attacked"), speaks_of("any talks in the city", "talks")
    (False, True)
    """
    stems = {word[:_STEM].lower() for word in _WORD.findall(triggers)}
    return _ACT.search(words) is not None or any(word[:_STEM].lower() in stems for word in _WORD.findall(words))


def what_is_denied(words: str) -> Denied:
    """Return what the words after "denied" deny.

    >>> [str(what_is_denied(words)) for words in ("any part in it", "it", "higher counts", "the claim", "a raid on the camp")]
    ['part', 'open', 'number', 'claim', 'happening']
    """
    words = _CUE.sub("", words, count=1)
    if _OPEN.match(words):
        return Denied.OPEN
    if _PART.search(words):
        return Denied.PART
    if _CLAIM.search(words):
        return Denied.CLAIM
    if _NUMBER.search(words):
        return Denied.NUMBER
    return Denied.OPEN if _OWN.match(words) else Denied.HAPPENING
