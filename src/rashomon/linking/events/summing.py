"""How many happenings one account sums up: "313 operations since May", "eight convoys hit in 24 hours"."""

import re

from rashomon.linking.quantity import quantity
from rashomon.model.ranges import Range
from rashomon.model.reading import Account, Figure, Reading
from rashomon.model.sources import Article
from rashomon.model.words import ATTACKS, NumberKind

#: A dated account longer than this (days) tells a stretch of time, not one happening.
LONG = 31
_ORDINAL = re.compile(r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b", re.IGNORECASE)
#: What is hit one by one, each at a place of its own.
_TARGETS = frozenset(
    ["convoy", "patrol", "base", "checkpoint", "outpost", "barrack", "station", "village", "town", "city", "district"]
)
#: From here on so many targets are surely not hit in one.
_SEVERAL = 4
_STRETCH = re.compile(
    r"\b(?:in|within|over|during|for)\s+(?:the\s+)?(?:(?:past|last|previous|same|space of)\s+)*(?:[\w-]+\s+){0,2}"
    r"(?:hours|days|weeks|months|years|day|week|month|year)\b|\bsince\b|\bover the weekend\b",
    re.IGNORECASE,
)


def many(account: Account, article: Article, reading: Reading) -> Range | None:
    """Return the count of happenings that an account sums up, ``None`` for a single one."""
    counts = [figure for figure in reading.figures if (figure.value.low or 0) > 1]
    own = [figure for figure in counts if figure.account == account.id]
    for figure in own:
        if (figure.kind == NumberKind.EVENTS and not _one_of_them(figure, article, account)) or _hits(figure, article, account):
            return figure.value
    when = account.date
    if when is not None and when.first is not None and when.last is not None and (when.last - when.first).days > LONG:
        told = (figure.value for figure in counts if figure.kind == NumberKind.EVENTS and figure.span.overlaps(account.evidence))
        return next(told, None)
    return None


def _one_of_them(figure: Figure, article: Article, account: Account) -> bool:
    """Whether a figure speaks of one happening for all its number: "the third attack", an attack with three dead."""
    ordinal = _ORDINAL.match(figure.span.of(article)) is not None
    return ordinal or not quantity(figure).head or figure.value in (account.killed, account.injured)


def _hits(figure: Figure, article: Article, account: Account) -> bool:
    """Whether it counts targets each of which was hit by itself: many of them, or in a stretch of time."""
    if figure.kind != NumberKind.OTHER or account.type not in ATTACKS or not quantity(figure).head & _TARGETS:
        return False
    return (figure.value.low or 0) >= _SEVERAL or _STRETCH.search(account.evidence.of(article)) is not None
