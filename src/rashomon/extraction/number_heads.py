"""What noun a number stands before: people, a thing, or nothing of its own ("12 dead", "of the 40, nine")."""

import re

from rashomon.extraction.harm_people import is_person
from rashomon.extraction.numbers import FoundNumber
from rashomon.extraction.phrases import word_set
from rashomon.text.wordlist import words

_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d[\w.,]*|[^\w\s]")
_QUOTES = frozenset("“”\"'‘’«»")
#: Endings of nouns for people, and nouns of things that end alike.
_PERSONAL = ("men", "women", "ists", "ees", "ians", "ers", "ors", "ants", "ents", "tives", "crats", "ites")
_THINGS = frozenset(
    words(
        "launchers containers trailers bunkers papers flyers mortars tankers freighters computers chambers numbers orders "
        "letters centers centres meters metres kilometers kilometres quarters borders bulldozers helicopters cruisers "
        "destroyers boosters hours doors floors errors mirrors sensors reactors tractors sectors motors factors projectors "
        "corridors plants restaurants grants variants tents accidents documents incidents payments apartments shipments "
        "settlements districts events regiments segments fragments statements agreements amendments departments governments "
        "parliaments archives motives objectives initiatives alternatives sites websites satellites trees committees "
        "explosives locomotives tenders posters banners shelters routers servers towers powers offers matters"
    )
)
_SMALL = frozenset(words("than per to the a an his her its their this that these those each every all some any more such"))
#: The most words between a number and its noun.
_LONGEST = 5


def counts_things(text: str, end: int, limit: int, fates: re.Pattern[str]) -> bool:
    """Return whether the number that ends at ``end`` stands before a noun in the plural that does not mean people.

    Words that ``fates`` matches ("dead", "bodies") count people.
    """
    last = ""
    for n, match in enumerate(_WORD.finditer(text, end, limit)):
        word = match.group()
        if word in _QUOTES:
            continue
        lower = word.lower()
        if n > _LONGEST or not word[0].isalpha() or lower in word_set("harm.yaml", "stops") or lower in _SMALL:
            break
        if word[0].isupper() or is_person(lower) or fates.fullmatch(word) or (lower.endswith(_PERSONAL) and lower not in _THINGS):
            return False
        if last.endswith("s") and not last.endswith("ss"):
            break
        last = lower
    return last.endswith("s") and not last.endswith("ss")


def is_age(text: str, number: FoundNumber, sentence: tuple[int, int]) -> bool:
    """Return whether a number without a unit is somebody's age ("a boy of 12", "his wife, 34, and", "he was 79.")."""
    value = number.value.low
    if value is None or value != number.value.high or value > _OLDEST:
        return False
    before, after = text[max(sentence[0], number.start - _REACH) : number.start], text[number.end : number.end + 1]
    apposed = _APPOSED.search(before)
    if apposed is not None and after in set(",;.)"):
        return is_person(apposed.group(1).lower()) or before.endswith("(")
    of = _OF.search(before)
    if of is not None:
        return is_person(of.group(1).lower())
    return _WAS.search(before) is not None and (after in set(".,;") or text.startswith(" when", number.end))


_OLDEST = 110
#: How far before a number the word is looked for that makes it an age.
_REACH = 32
_APPOSED = re.compile(r"([\w’'-]+)[”\"]?(?:, | \()$")
_OF = re.compile(r"\b([a-z]+) of $")
_WAS = re.compile(r"\b(?:he|she|who) (?:is|was|turned) $", re.IGNORECASE)
