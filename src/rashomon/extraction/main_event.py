"""What an article is chiefly about: who did what, when, where, why and how, in the article's own words.

The headline says it; where it is silent the first sentences do.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extraction.headlines import headline
from rashomon.extraction.mentions import read_spans
from rashomon.model.dates import DateInterval
from rashomon.model.reading import Mention, Reading
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import PLACE_KINDS, MentionKind
from rashomon.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class MainEvent:
    """The answers an article gives; ``None`` where it gives none. ``day`` is when, resolved."""

    who: EvidenceSpan | None = None
    what: EvidenceSpan | None = None
    when: EvidenceSpan | None = None
    day: DateInterval | None = None
    where: EvidenceSpan | None = None
    why: EvidenceSpan | None = None
    how: EvidenceSpan | None = None


#: How many sentences, the title's among them, tell of the main event.
_LEAD = 8
#: Words before a date that make it the day of the statement or of the page.
_NOT_ITS_DAY = re.compile(
    r"(?:published|updated|posted|said|told \w+|announced|copyright|appeared|identified|pleaded) (?:\w+ )?(?:on )?\(?$",
    re.IGNORECASE,
)
_CLOCK_BEFORE = re.compile(r"(?:a\.m\.|p\.m\.|\bAM|\bPM|o[’']clock|midnight|noon)[^.]{0,14}$", re.IGNORECASE)
_DAYTIME = re.compile(r" (?:night|morning|afternoon|evening)\b|[^.]{0,25}(?:a\.m\.|p\.m\.)")
_IN = re.compile(r"\b(?:in|at|near|outside|inside|on)(?: the| a| an)? (?:\w+ ){0,3}$")
_WHY = re.compile(r"\b(?:because|due to|in retaliation for|in revenge for|in response to|over|to protest|amid|after)\b ")
_HOW = re.compile(r"\b(?:by|with|using|after|when|as)\b ")


def main_event(article: Article, reading: Reading) -> MainEvent:
    """Return what the article is chiefly about, as its reading and its words have it."""
    cut = tuple(found for span in read_spans(article) for found in sentences(article.text, *span))[:_LEAD]
    heads = (headline(article.text, *sentence) for sentence in cut[:_HEADS])
    head = next((found for found in heads if found is not None), None)
    if head is None:
        return MainEvent()
    when = main_day(article, reading)
    return MainEvent(
        _span(article, head.who),
        _span(article, head.what),
        _when(article, when),
        when.date if when else None,
        _where(article, reading, cut),
        _clause(article, cut, _WHY),
        _clause(article, cut, _HOW),
    )


#: How many sentences are tried for a headline's parts.
_HEADS = 3


def _span(article: Article, found: tuple[int, int] | None) -> EvidenceSpan | None:
    return EvidenceSpan(article.id, *found) if found else None


def main_day(article: Article, reading: Reading) -> Mention | None:
    """Return the date of the main event: the first day named with an hour or a time of day, else the first day.

    Days after publication, and those of statements and of the page itself, are left out.
    """
    found = [mention for mention in reading.mentions if mention.kind == MentionKind.DATE and _is_its_day(article, mention)]
    timed = [mention for mention in found[:_DATES] if _timed(article.text, mention.span)]
    return next(iter(timed or found), None)


#: How many of an article's dates may be the main event's for the hour that stands with them.
_DATES = 6


def _is_its_day(article: Article, mention: Mention) -> bool:
    if mention.date is None or mention.date.first is None or mention.date.first != mention.date.last:
        return False
    later = article.published is not None and mention.date.first.isoformat() > article.published[:10]
    start = mention.span.start
    return not later and not _NOT_ITS_DAY.search(article.text[max(0, start - 25) : start])


def _timed(text: str, span: EvidenceSpan) -> bool:
    return bool(
        _CLOCK_BEFORE.search(text[max(0, span.start - 26) : span.start]) or _DAYTIME.match(text[span.end : span.end + 40])
    )


_WHEN_BEFORE = re.compile(
    r"(?:(?:at |around |about |shortly |just )*(?:before |after )?\d{1,2}(?:[.:]\d\d)? ?(?:a\.?m\.?|p\.?m\.?)"
    r"(?: local time)?(?: on)? |"
    r"(?:late|early)(?: on)? )$"
)
_WHEN_BEHIND = re.compile(r" (?:morning|afternoon|evening|night|local time)\b")


def _when(article: Article, when: Mention | None) -> EvidenceSpan | None:
    """The date with the hour and the time of day around it."""
    if when is None:
        return None
    before = _WHEN_BEFORE.search(article.text, max(0, when.span.start - 40), when.span.start)
    behind = _WHEN_BEHIND.match(article.text, when.span.end)
    return EvidenceSpan(article.id, before.start() if before else when.span.start, behind.end() if behind else when.span.end)


def _where(article: Article, reading: Reading, cut: Sequence[tuple[int, int]]) -> EvidenceSpan | None:
    """The place that the headline and the lead most lead to ("in", "near"): a town before a country, a name before a noun."""
    end, early = cut[-1][1] if cut else 0, cut[:_EARLY][-1][1] if cut else 0
    places = [mention for mention in reading.mentions if mention.kind in PLACE_KINDS or _is_seat(article.text, mention)]
    often = Counter(mention.name.lower() for mention in places if _is_led(article.text, mention))

    def weight(mention: Mention) -> float:
        size = 0.0 if mention.kind == MentionKind.COUNTRY else 1.0 if mention.kind == MentionKind.FACILITY else 1.5
        led = 2.0 if _is_led(article.text, mention) else 0.0
        return size + led + min(often[mention.name.lower()], _OFTEN) / 2 + mention.named + (mention.span.end <= early)

    found = max((mention for mention in places if mention.span.end <= end), key=weight, default=None)
    return found.span if found is not None else None


#: How often a place must be named to weigh its most, and how many sentences weigh more than the others.
_OFTEN, _EARLY = 4, 3
_AT = re.compile(r"\b(?:at|outside|inside|in)(?: the)? $")


def _is_led(text: str, mention: Mention) -> bool:
    return _IN.search(text[max(0, mention.span.start - 30) : mention.span.start]) is not None


def _is_seat(text: str, mention: Mention) -> bool:
    """Whether a body of government stands for the house it sits in ("at the ministry")."""
    return (
        mention.kind == MentionKind.GOVERNMENT
        and _AT.search(text[max(0, mention.span.start - 12) : mention.span.start]) is not None
    )


def _clause(article: Article, cut: Sequence[tuple[int, int]], opener: re.Pattern[str]) -> EvidenceSpan | None:
    """The words behind the first opener in the headline and the lead, up to the next mark."""
    for start, end in cut:
        found = opener.search(article.text, start, end)
        if found is not None:
            stop = _MARK.search(article.text, found.end(), end)
            return EvidenceSpan(article.id, found.end(), stop.start() if stop else end)
    return None


_MARK = re.compile(r"[,;:.!?|]")
