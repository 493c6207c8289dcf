"""How many people words of harm befell, nobody counted twice."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.extraction.harm import Harm
from rashomon.extraction.harm_cues import Effect
from rashomon.extraction.harm_people import People
from rashomon.model.ranges import Range
from rashomon.model.sources import EvidenceSpan

#: Words before a number that sums up all there were so far, and how far before it they are looked for.
_TOTAL = re.compile(
    r"\b(?:tolls?|totals?|number (?:of (?:the )?)?(?:dead|deaths|killed|wounded|injured|victims|casualties))\b"
    r"(?: [\w'’-]+){0,8}? (?:to|at|reache[sd]|reaching) (?:at least |about |around |nearly |more than |over )?$",
    re.IGNORECASE,
)
_REACH = 80


def is_total(text: str, start: int) -> bool:
    """Return whether the number at an offset sums up all there were so far ("bringing the toll to 23").

    >>> is_total("Four more died, bringing the death toll to 23.", 43)
    True
    """
    return _TOTAL.search(text, max(0, start - _REACH), start) is not None


@dataclass(frozen=True, slots=True)
class Toll:
    """How many, and the words that say so."""

    value: Range
    span: EvidenceSpan


def least(one: People) -> int:
    """Return how many the phrase means at least; one where it only points back ("they", "the victims")."""
    if one.definite:
        return 1
    return int(one.count.high or 0) if one.count.low is None else int(one.count.low)


def tally(text: str, harms: Iterable[Harm], *effects: Effect) -> Range | None:
    """Return how many the words of harm with these effects befell in one sentence; ``None`` where there are none.

    Named and unnamed may be the same people: the higher of both counts. Two phrases with one noun are one person ("woman
    found dead ... the body of a woman"); those that point back add nobody.
    """
    found = [harm for harm in harms if harm.effect in effects]
    people = tuple(dict.fromkeys(one for harm in found for one in harm.people))
    joined = {one for harm in found if len(harm.people) > 1 for one in harm.people}
    alike = {one for harm in found for one in harm.people if _named_alike(text, one, harm.people)}
    names = {one.name for one in people if one.name}
    fresh: dict[str, People] = {}
    for one in people:
        if not one.name and (one in joined or not one.definite):
            words = text[one.start : one.end].lower()
            noun = words if one.more or one in alike else words.split()[-1]
            fresh[noun] = max(fresh.get(noun, one), one, key=least)
    summed = _summed(fresh.values())
    if summed is not None and summed.low is None and len(names) <= (summed.high or 0):
        return summed
    told = max((harm.least for harm in found if not harm.people), default=0)
    low = max(told, len(names), 1 if people else 0)
    if summed is not None and (summed.low or 0) >= low:
        return summed
    return _open(low, people) if low else None


def _named_alike(text: str, one: People, together: Iterable[People]) -> bool:
    """Whether the same noun stands for others of one enumeration ("two Oru soldiers and three Esti soldiers")."""
    nouns = [text[other.start : other.end].lower().split()[-1] for other in together if other != one and not other.name]
    return text[one.start : one.end].lower().split()[-1] in nouns


def _open(low: int, people: Iterable[People]) -> Range:
    return Range(low, None) if any(one.count.high is None for one in people) else Range.exactly(low)


def _summed(people: Iterable[People]) -> Range | None:
    """The sum of the phrases' ranges: "a man and at least two boys" is three and up; bare plurals add nothing."""
    phrases = list(people)
    if len(phrases) > 1:
        phrases = [one for one in phrases if not one.vague] or phrases
    ranges = [one.count for one in phrases]
    if len(ranges) < 2:  # noqa: PLR2004 - nothing to add up
        return ranges[0] if ranges else None
    low = sum(count.low or 0 for count in ranges)
    highs = [count.high for count in ranges if count.high is not None]
    return Range(low, sum(highs) if len(highs) == len(ranges) else None)


def spares_all(harms: Iterable[Harm]) -> bool:
    """Return whether the words say that nobody was hurt at all ("no injuries", "no one was killed")."""
    return any(harm.effect == Effect.SPARED and not harm.people for harm in harms)
