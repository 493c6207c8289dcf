"""What a denial denies: a part in it, somebody's claim, a number, or that it happened at all."""

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
_OPEN = re.compile(
    r"^\W*(?:it|this|that|them|so|(?:the|this|that|these|those) (?:reports?|statements?|news))?\W*$", re.IGNORECASE
)


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
