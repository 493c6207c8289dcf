"""The last day that a threat, warning, demand or ultimatum names, after the day it was told."""

import re
from datetime import date, timedelta

from rashomon.extraction.terms import days_left
from rashomon.model.dates import DateInterval
from rashomon.model.reading import Claim, Reading
from rashomon.model.words import MentionKind, Stance, Status
from rashomon.store.quotes import sentence_bounds

#: Stances that may name a day by which something is to happen.
THREATENING = frozenset({Stance.THREATENS, Stance.WARNS, Stance.DEMANDS})
_UNTIL = re.compile(r"\b(?:has|have|had)\s+until\b.*\bto\b", re.IGNORECASE | re.DOTALL)
_IF = re.compile(r"\b(?:if|unless)\b.*\b(?:by|before|until)\b", re.IGNORECASE | re.DOTALL)


def deadline_of(reading: Reading, claim: Claim, text: str, published: str | None) -> str | None:
    """Return the last day that a claim names after its article's day, else when its term is over; ``None`` where it names none.

    A term may stand beside a threat in its sentence ("gave them 72 hours to leave, threatening to shell the town").

    Args:
        reading: what the claim stands in.

        claim: a threat, warning or demand, or an ultimatum that is only said; other claims have no deadline.

        text: of the article.

        published: its day.
    """
    told = None if published is None else DateInterval.parse(published).last
    said = text[claim.content.start : claim.content.end]
    if told is None or not (claim.stance in THREATENING or _is_ultimatum(reading, claim, said)):
        return None
    named = (
        mention.date.last
        for mention in reading.mentions
        if mention.kind is MentionKind.DATE
        and mention.date is not None
        and claim.content.start <= mention.span.start
        and mention.span.end <= claim.content.end
    )
    later = [day for day in named if day is not None and day > told]
    return max(later).isoformat() if later else _term_over(text, claim, told)


def _is_ultimatum(reading: Reading, claim: Claim, said: str) -> bool:
    """Return whether somebody says until when others have time, or what is planned if something is not done by a day."""
    if claim.stance is not Stance.ASSERTS:
        return False
    planned = any(one.status is Status.PLANNED and one.id in claim.about for one in reading.accounts)
    return _UNTIL.search(said) is not None or (planned and _IF.search(said) is not None)


def _term_over(text: str, claim: Claim, told: date) -> str | None:
    """Return the last of the days that words leave ("72 hours to leave"), counted from the day they were told."""
    start, end = claim.content.start, claim.content.end
    first, last = sentence_bounds(text, start, end)
    for words in (text[start:end], text[first:last]):
        left = days_left(words)
        if left is not None:
            return (told + timedelta(days=left)).isoformat()
    return None
